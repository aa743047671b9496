"""Passages: whole sentences of an article with its citation and the statement that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.answering.sources import Card, Statement
from index.links import text_fragment
from index.models import Passage, Span
from index.text.sentences import sentences


def whole_sentences(text: str, start: int, end: int) -> Span:
    """The sentences of the line or lines that text[start:end] touches, from the first to the last one."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    touched = [
        span
        for span in sentences(text, first, len(text) if last < 0 else last)
        if span.start < end and span.end > start
    ]
    if not touched:
        return Span(start, end)
    return Span(min(touched[0].start, start), max(touched[-1].end, end))


def make_passage(
    card: Card, text: str, span: Span, statements: Iterable[Statement] = (), *, score: float = 0.0
) -> Passage:
    """The passage at `span`, with the statement among `statements` that most of it is."""
    inside = [s for s in statements if s.start < span.end and s.end > span.start]
    main = max(inside, key=lambda s: (_overlap(s, span), -s.start), default=None)
    return Passage(
        article=card.id,
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        kind=main.kind if main else "report",
        speaker=main.speaker if main else None,
        mention=_mention(text, main) if main else None,
        act=main.act if main else None,
        certainty=main.certainty if main else None,
        quote=_quote(text, main, inside, span) if main else None,
        quote_id=main.id if main else None,
        title=card.title,
        source=card.source,
        url=card.url,
        published=card.published,
        link=text_fragment(card.url, text, span.start, span.end),
        score=score,
    )


def _overlap(statement: Statement, span: Span) -> int:
    return min(statement.end, span.end) - max(statement.start, span.start)


def _mention(text: str, statement: Statement) -> str | None:
    """The speaker as the article writes it."""
    if statement.mention_start is None:
        return None
    return text[statement.mention_start : statement.mention_end]


def _quote(text: str, main: Statement, inside: Sequence[Statement], span: Span) -> Span:
    """The words of the statement within the passage, from its first part to its last."""
    said = (main.speaker, main.kind, _mention(text, main))
    parts = [s for s in inside if (s.speaker, s.kind, _mention(text, s)) == said]
    return Span(max(min(s.start for s in parts), span.start), min(max(s.end for s in parts), span.end))


def statement_passage(
    card: Card, text: str, statement: Statement, others: Iterable[Statement] = (), *, score: float = 0.0
) -> Passage:
    """The whole sentences around one statement, but for what someone else says in them word for word; `others`
    of the article may be further parts of it."""
    others = [s for s in others if s.id != statement.id]
    span = _own(text, whole_sentences(text, statement.start, statement.end), statement, others)
    made = make_passage(card, text, span, [statement], score=score)
    parts = [
        s
        for s in others
        if s.speaker == statement.speaker
        and s.kind == statement.kind
        and span.start <= s.start
        and s.end <= span.end
    ]
    if not parts or made.quote is None:
        return made
    start = min(made.quote.start, *(s.start for s in parts))
    end = max(made.quote.end, *(s.end for s in parts))
    return replace(made, quote=Span(start, end))


def _own(text: str, span: Span, statement: Statement, others: Iterable[Statement]) -> Span:
    """The part of the span around a statement and its speaker that no quotation of another speaker is in."""
    first, last = statement.start, statement.end
    if statement.mention_start is not None and statement.mention_end is not None:
        first, last = min(first, statement.mention_start), max(last, statement.mention_end)
    start, end = span.start, span.end
    for other in others:
        if other.kind == "indirect" or other.speaker == statement.speaker:
            continue
        if start < other.end <= first:
            start = other.end
        if last <= other.start < end:
            end = other.start
    while start > span.start and start < first and not text[start].isalnum():
        start += 1
    while end < span.end and end > last and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)
