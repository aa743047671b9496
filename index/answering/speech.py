"""Answers made of statements: what someone said, who said it, what people say."""

# ruff: noqa: E501 -- each pattern or list stays on a line of its own

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.answering.limits import statement_limits, within
from index.answering.passages import whole_sentences
from index.answering.query import Query, make_query
from index.answering.sources import Card, Limits, Sources, Statement
from index.models import Act, Coverage, Filters, Span, Understanding
from index.text.tokens import terms

FOUND = 120  # passages of search that are looked through for statements
MOST = 1500  # statements of those passages that are looked at
NEWEST = 300  # statements that are looked through where the question has no topic
_AROUND = 300  # characters before and after a statement that tell what it is about
ENOUGH = 0.45  # share of the topic's weight that the best statement and its surroundings must hold
WORDS_ENOUGH = 0.6  # the same where words are asked for


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement that may answer: where it stands, how well it fits the topic and the act (0 to 1)."""

    statement: Statement
    span: Span
    topic: float
    act: float

    @property
    def score(self) -> float:
        """An act that was asked for comes before any topic."""
        return self.act + self.topic


@dataclass(frozen=True, slots=True)
class _Sought:
    """What statements are measured by; `someone` tells whether a speaker is asked for."""

    query: Query
    idf: Mapping[str, float]
    acts: tuple[Act, ...]
    someone: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """Statements, best first, with the texts and cards of their articles; `missing` terms of the topic
    that none of them holds; `enough` whether they answer."""

    heard: tuple[Heard, ...]
    cards: Mapping[int, Card]
    texts: Mapping[int, str]
    statements: Mapping[int, tuple[Statement, ...]]
    enough: bool


async def hear(
    sources: Sources, understood: Understanding, filters: Filters, coverage: Coverage, speakers: Sequence[str]
) -> Speech:
    """The statements of `speakers` (empty: of anyone) within the filters that fit the question."""
    query = make_query(understood.words or understood.topic)
    acts = (filters.act,) if filters.act else understood.acts
    if query.terms:
        statements, idf = await _on_topic(sources, query, filters, coverage, speakers)
    else:
        statements, idf = await _newest(sources, filters, speakers), {}
    articles = list(dict.fromkeys(statement.article for statement in statements))
    cards, texts = await sources.cards(articles), await sources.texts(articles)
    statements = [s for s in statements if s.article in cards and s.article in texts]
    sought = _Sought(query, idf, tuple(acts), bool(speakers))
    ranked = await asyncio.to_thread(_ranked, sought, statements, cards, texts, recent=understood.recent)
    by_article: dict[int, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    grouped = {key: tuple(value) for key, value in by_article.items()}
    return Speech(ranked, cards, texts, grouped, _enough(ranked, sought, words=bool(understood.words)))


def _ranked(
    sought: _Sought,
    statements: Sequence[Statement],
    cards: Mapping[int, Card],
    texts: Mapping[int, str],
    *,
    recent: bool,
) -> tuple[Heard, ...]:
    """The statements, those that fit best first, the newest first among equals."""

    def key(heard: Heard) -> tuple[float, ...]:
        published = heard.statement.published
        day = published.toordinal() if published else 0
        return (-round(heard.score, 1 if recent else 3), -day, heard.statement.start)

    heard = [_hear(one, texts[one.article], cards[one.article], sought) for one in statements]
    return tuple(sorted(heard, key=key))


def _enough(ranked: Sequence[Heard], sought: _Sought, *, words: bool) -> bool:
    acted = [heard for heard in ranked if heard.act > 0] if sought.acts else ranked
    if not acted:
        return False
    if not sought.query.terms:
        return sought.someone or bool(sought.acts)
    return max(heard.topic for heard in acted) >= (WORDS_ENOUGH if words else ENOUGH)


async def _on_topic(
    sources: Sources, query: Query, filters: Filters, coverage: Coverage, speakers: Sequence[str]
) -> tuple[list[Statement], Mapping[str, float]]:
    tags = [tag for name in speakers if (tag := await sources.speaker_tag(name))]
    if speakers and not tags:
        return [], {}
    found = await sources.body(query.terms, within(filters, coverage, tuple(tags)).tags, FOUND)
    places: dict[int, list[tuple[int, int]]] = {}
    for chunk in (await sources.chunks(found.passages.tolist())).values():
        places.setdefault(chunk.article, []).append((chunk.start, chunk.end))
    limits = statement_limits(filters)
    statements = [
        one
        for one in await sources.statements_in(places)
        if _fits(one, limits, speakers)
        and any(one.start < end and one.end > start for start, end in places[one.article])
    ]
    return statements[:MOST], found.idf


def _fits(statement: Statement, limits: Limits, speakers: Sequence[str]) -> bool:
    wanted = (limits.speaker,) if limits.speaker else speakers
    if limits.acts and statement.act not in limits.acts:
        return False
    return not wanted or statement.speaker in wanted


async def _newest(sources: Sources, filters: Filters, speakers: Sequence[str]) -> list[Statement]:
    found: list[Statement] = []
    names: Sequence[str | None] = speakers or [None]
    for name in names:
        found += await sources.statements(statement_limits(filters, name), limit=NEWEST)
    return found


def _hear(statement: Statement, text: str, card: Card, sought: _Sought) -> Heard:
    span = whole_sentences(text, statement.start, statement.end)
    topic = _topic(sought.query, sought.idf, text, span, card.title)
    return Heard(statement, span, topic, _act(statement, text[statement.start : statement.end], sought.acts))


def _topic(query: Query, idf: Mapping[str, float], text: str, span: Span, title: str) -> float:
    weight = query.weight(idf)
    if not weight:
        return 0.0
    own = set(terms(text[span.start : span.end]))
    around = own | set(terms(text[max(0, span.start - _AROUND) : span.end + _AROUND])) | set(terms(title))
    return (0.7 * _held(query, idf, own) + 0.3 * _held(query, idf, around)) / weight


def _held(query: Query, idf: Mapping[str, float], tokens: Iterable[str]) -> float:
    held = set(tokens)
    return sum(idf.get(term, 0.0) for term in query.terms if term in held)


def _act(statement: Statement, words: str, acts: Sequence[Act]) -> float:
    """0 where a statement is not of an act asked for. Else 0.8 to 1 by how early its own `words` come to the
    point, or 0.6 where only the words are like the act, not the verb."""
    if not acts:
        return 0.0
    points = [found.start() for act in acts if (found := _likeness_of(act, words))]
    if statement.act in acts:
        return 1.0 - 0.2 * (min(points) / len(words) if points else 0.5)
    return 0.6 if points else 0.0


def _likeness_of(act: Act, words: str) -> re.Match[str] | None:
    pattern = _likeness().get(act)
    return pattern.search(words) if pattern else None


@cache
def _likeness() -> dict[Act, re.Pattern[str]]:
    """Words that make a statement like an act, whatever its verb: "we will never allow" promises."""
    patterns: dict[Act, str] = {
        "promised": r"\b(?:(?:I|we|he|she|they)(?: will|'ll|’ll| shall)|(?:will|would) (?:never |not )?(?:allow|form|build|ensure|make|continue|work|do|bring|give|keep|help|support|provide|protect|deliver|create|open)|(?:is|are|am|was|were) (?:determined|committed|resolved|ready) to|guarantees?|pledges?|promises?|commitment)\b",
        "warned": r"\b(?:risks?|dangers?|dangerous|consequences|threats?|threaten\w*|beware|vigilant|must not|will not (?:allow|tolerate|accept))\b",
        "demanded": r"\b(?:must|should|have to|has to|need to|needs to|call(?:s|ed|ing)? (?:on|for)|demands?|urges?)\b",
        "denied": r"\b(?:never|did not|didn['’]t|was not|wasn['’]t|is not true|untrue|false|baseless|nonsense|no truth|categorically)\b",
        "predicted": r"\b(?:will (?:be|become|have|see|rise|fall|grow|lead)|expects?|likely|forecasts?|by (?:the end of|next|20\d\d))\b",
        "praised": r"\b(?:great|excellent|welcomes?|proud|grateful|thanks?|admire|historic|remarkable|outstanding)\b",
        "accused": r"\b(?:blames?|guilty|responsible for|lied|lies|betray\w*|corrupt\w*|failed)\b",
        "asked": r"\?",
    }
    return {act: re.compile(pattern, re.IGNORECASE) for act, pattern in patterns.items()}
