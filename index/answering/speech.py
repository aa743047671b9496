"""Answers made of statements: what someone said, who said it, what people say."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.answering.about import Told, Topic
from index.answering.acts import likeness
from index.answering.limits import statement_limits, within
from index.answering.query import Query, make_query, small_terms
from index.answering.sources import Card, Sources, Statement, statements_of
from index.answering.wording import MOST_HELD, Worded, holds_words, liken, worded
from index.models import Act, Coverage, Filters, Understanding
from index.text.tokens import terms

FOUND = 100  # passages of search that are looked through for statements
TITLES = 40  # articles that are looked through because of their titles
MOST = 600  # statements of those that are looked at, those of the best passages first
NEWEST = 300  # statements that are looked through where the question has no topic
SHOWN = 40  # of the best statements, whose articles are looked at for what others say beside them
ENOUGH = 0.44  # share of the topic's weight, so counted, that the best statement must hold
WORDS_ENOUGH = 0.6  # the same where words are asked for
OWN_ENOUGH = 0.5  # share of the words asked for that a statement itself must hold
QUOTED_ENOUGH = 0.75  # the same of words in quotation marks, in their order
_NAMED = 0.15  # what a name adds to the fit of a statement


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement that may answer: how well it fits the topic and the act (0 to 1), whether it has the very
    words asked for, how much of the topic stands in its `own` words, whether a word of it stands there or near,
    and what its article tells of it."""

    statement: Statement
    topic: float
    own: float
    act: float
    exact: bool
    near: bool
    told: Told

    @property
    def score(self) -> float:
        """Words that were asked for, or an act, come before any topic; who has a name, before who has none."""
        return self.exact + self.act + self.topic + _NAMED * (self.statement.speaker is not None)


@dataclass(frozen=True, slots=True)
class _Sought:
    """What statements are measured by; `someone` tells whether a speaker is asked for, `words` are those
    that someone may have said, and `quoted` whether they stand in quotation marks."""

    query: Query
    topic: Topic
    acts: tuple[Act, ...]
    someone: bool
    words: Worded
    quoted: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """Statements, best first, with the texts and cards of their articles, and all `statements` of the articles
    of the best; `enough` tells whether they answer."""

    heard: tuple[Heard, ...]
    cards: Mapping[int, Card]
    texts: Mapping[int, str]
    statements: Mapping[int, Sequence[Statement]]
    enough: bool


async def hear(
    sources: Sources,
    understood: Understanding,
    filters: Filters,
    coverage: Coverage,
    speakers: Sequence[str],
    *,
    mention: str = "",
    quoted: bool = False,
) -> Speech:
    """The statements of `speakers` (empty: of anyone) within the filters that fit the question; with a
    `mention` those whose speaker the articles call so ("the police"). `quoted` tells whether the words that
    are asked for stand in quotation marks."""
    query, needed = _query(understood, mention)
    acts = (filters.act,) if filters.act else understood.acts
    # Whoever accuses or praises does so by the verb; of one person's statements the words may tell it too.
    only = acts if filters.act or understood.kind == "opinions" else ()
    if query.terms:
        statements, idf = await _on_topic(sources, query, filters, coverage, speakers, acts=only)
    else:
        statements, idf = await _newest(sources, filters, speakers), {}
    articles = list(dict.fromkeys(statement.article for statement in statements))
    cards, texts = await sources.cards(articles), await sources.texts(articles)
    statements = [s for s in statements if s.article in cards and s.article in texts]
    if acts and understood.kind == "opinions":
        statements = [s for s in statements if not _is_named(s.speaker, query)]
    if mention:
        statements = [s for s in statements if is_called(mention, s, texts[s.article])]
    words = worded(understood.words or "")
    sought = _Sought(query, Topic(query, idf, needed), tuple(acts), bool(speakers or mention), words, quoted)
    ranked = await asyncio.to_thread(_ranked, sought, statements, cards, texts, recent=understood.recent)
    beside = await statements_of(sources, {heard.statement.article for heard in ranked[:SHOWN]})
    ranked = [*_led(ranked[:SHOWN], texts, beside), *ranked[SHOWN:]]
    return Speech(tuple(ranked), cards, texts, beside, _enough(ranked, sought))


def _query(understood: Understanding, mention: str) -> tuple[Query, frozenset[str]]:
    """What is searched for, and the terms of it that words were said of: "who called the pier a disgrace?"."""
    words, topic = understood.words or "", understood.topic
    query = make_query(words or topic or mention)
    if not words or words.casefold() not in topic.casefold():
        return query, frozenset()
    whole = make_query(topic)
    return whole, frozenset(whole.terms).difference(query.terms)


def _ranked(
    sought: _Sought,
    statements: Sequence[Statement],
    cards: Mapping[int, Card],
    texts: Mapping[int, str],
    *,
    recent: bool,
) -> list[Heard]:
    """The statements, those that fit best first, the newest first among equals."""

    def key(heard: Heard) -> tuple[float, ...]:
        published = heard.statement.published
        day = published.toordinal() if published else 0
        return (-round(heard.score, 1 if recent else 3), -day, heard.statement.start)

    heard: list[Heard] = []
    for article, group in groupby(statements, key=lambda one: one.article):
        said, text = list(group), texts[article]
        told = sought.topic.told(text, cards[article].title, said)
        heard += [_hear(one, text, told, sought) for one in said]
    return sorted(heard, key=key)


def _led(
    ranked: Sequence[Heard], texts: Mapping[int, str], beside: Mapping[int, Sequence[Statement]]
) -> Iterator[Heard]:
    """The same; those to which a word of the topic leads are near it too."""
    for heard in ranked:
        article = heard.statement.article
        near = heard.near or heard.told.leading(heard.statement, texts[article], beside.get(article, ()))
        yield replace(heard, near=near)


def _enough(ranked: Sequence[Heard], sought: _Sought) -> bool:
    """Whether a statement of an act asked for is on the topic: by itself, or with another of its article."""
    acted = [heard for heard in ranked if heard.act > 0] if sought.acts else ranked
    if not sought.query.terms:
        return bool(acted) and (sought.someone or bool(sought.acts))
    if not (sought.someone and sought.acts):
        acted = [heard for heard in acted if heard.near]
    # Who denies a leak need not speak of one; else words that are asked for are what was said.
    who_acts = sought.acts and not sought.someone and not sought.quoted
    words = bool(sought.words.written) and not who_acts
    if words:
        least = QUOTED_ENOUGH if sought.quoted else OWN_ENOUGH
        acted = [heard for heard in acted if heard.own >= least or (heard.exact and heard.own)]
    need = WORDS_ENOUGH if words else ENOUGH
    about = {heard.statement.article for heard in ranked if heard.topic >= need}
    return any(heard.topic >= need / 2 and heard.statement.article in about for heard in acted)


async def _on_topic(
    sources: Sources,
    query: Query,
    filters: Filters,
    coverage: Coverage,
    speakers: Sequence[str],
    *,
    acts: Sequence[Act],
) -> tuple[list[Statement], Mapping[str, float]]:
    """The statements (of `acts`, where there are any) in the passages and articles that have the topic, best
    articles first, and how much each word of the topic weighs."""
    tags = [tag for name in speakers if (tag := await sources.speaker_tag(name))]
    if speakers and not tags:
        return [], {}
    among = within(filters, coverage, tuple(tags))
    found = await sources.body(query.terms, among.tags, FOUND)
    titled = await sources.cards((await sources.titles(query.terms, TITLES)).passages.tolist())
    whole = [key for key, card in titled.items() if among.holds(card)]
    keys = found.passages.tolist()
    chunks = await sources.chunks(keys)
    order = dict.fromkeys([*(chunks[key].article for key in keys if key in chunks), *whole])
    places = {key: place for place, key in enumerate(order)}
    statements = await sources.statements_at(keys, whole, speakers, acts)
    return sorted(statements, key=lambda one: places[one.article])[:MOST], found.idf


def is_called(name: str, statement: Statement, text: str) -> bool:
    """Whether an article calls the speaker of a statement so: by that word alone, or by all of several."""
    if statement.mention_start is None:
        return False
    asked = set(terms(name)) - small_terms()
    held = set(terms(text[statement.mention_start : statement.mention_end])) - small_terms()
    return bool(asked) and (asked == held or (len(asked) > 1 and asked <= held))


def _is_named(speaker: str | None, query: Query) -> bool:
    """Whether a topic names the speaker: who accuses or praises somebody is somebody else."""
    return speaker is not None and set(terms(speaker)[-1:]) <= set(query.terms)


async def _newest(sources: Sources, filters: Filters, speakers: Sequence[str]) -> list[Statement]:
    found: list[Statement] = []
    names: Sequence[str | None] = speakers or [None]
    for name in names:
        found += await sources.statements(statement_limits(filters, name), limit=NEWEST)
    return found


def _hear(statement: Statement, text: str, told: Told, sought: _Sought) -> Heard:
    words = text[statement.start : statement.end]
    held = worded(words, MOST_HELD) if sought.words.written else sought.words
    exact = bool(sought.words.written) and holds_words(sought.words, held)
    by_verb = statement.act in sought.acts
    act = likeness(statement, words, sought.acts) if sought.someone or by_verb else 0.0
    about = sought.topic.of(statement, told)
    own = liken(sought.words, held).share if sought.quoted and about.own >= OWN_ENOUGH else about.own
    return Heard(statement, about.share, own, act, exact, about.near, told)
