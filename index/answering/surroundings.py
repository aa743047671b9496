"""The neighbourhood of a slice of an article."""

from __future__ import annotations

from index.answering.passages import whole_sentences
from index.answering.sources import Sources
from index.errors import NotFound
from index.models import Context, Span
from index.text.sentences import sentences

AROUND = 2  # sentences before and after
_FAR = 3000  # characters that are looked through on each side


async def context(sources: Sources, article_id: str, start: int, end: int) -> Context:
    """The sentences around text[start:end] of an article; raises NotFound. `text` is the article's."""
    key = await sources.key(article_id)
    text = (await sources.texts([key])).get(key, "") if key is not None else ""
    if key is None or not 0 <= start < end <= len(text):
        raise NotFound("There is no such passage in this library.", "Its article may have been withdrawn.")
    cards = await sources.cards([key])
    passage = whole_sentences(text, start, end)
    before = sentences(
        text, text.find("\n", max(0, passage.start - _FAR)) + 1 if passage.start > _FAR else 0, passage.start
    )
    after = sentences(text, passage.end, min(len(text), passage.end + _FAR))
    return Context(
        article=article_id,
        before=_joined(before[-AROUND:], passage.start),
        passage=passage,
        after=_joined(after[:AROUND], passage.end),
        text=text,
        title=cards[key].title if key in cards else "",
        withdrawn=key not in cards,
    )


def _joined(spans: list[Span], nowhere: int) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else Span(nowhere, nowhere)
