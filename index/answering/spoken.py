"""Answers that only statements give: what someone said, who said it, what people say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from index.answering.asked import ARTICLES, Asked, missing
from index.answering.confidence import THRESHOLD
from index.answering.duplicates import shown_once
from index.answering.namesakes import apart, heard_instead, settled
from index.answering.passages import statement_passage, whole_sentences
from index.answering.query import make_query
from index.answering.reading import passages, search
from index.answering.sources import Sources
from index.answering.speech import Heard, Speech, hear
from index.models import Answer, Passage
from index.questions.wording import plain, quoted
from index.text.finding import Finder

_COMPARED = 20  # statements of one person of whom then and now is asked
_OF_BEST = 0.5  # share of the best statement's fit to the topic that others need to be shown beside it


async def from_statements(sources: Sources, asked: Asked, limit: int) -> Answer:
    """The statements that answer, or an honest no with what is near."""
    sure, limits = True, asked.limits
    if asked.understood.namesakes and not limits.speaker:
        understood, sure = await settled(sources, asked.understood, limits, asked.coverage)
        asked = replace(asked, understood=understood)
    understood = asked.understood
    speakers = (limits.speaker,) if limits.speaker else understood.speakers
    nobody = bool(understood.unknown) and not speakers
    mention = understood.unknown[0] if nobody and len(understood.unknown) == 1 else ""
    people = apart(speakers)
    compared = len(people) > 1 or (people and understood.kind == "compare")
    if compared and sure and (answer := await _by_turns(sources, asked, people, limit)):
        return answer
    speech = None if nobody and not mention else await _heard(sources, asked, speakers, mention)
    shown = _spoken(speech, limit) if speech else []
    if mention and speech and speech.enough and len({one.speaker for one in shown}) == 1:
        called = (name,) if (name := shown[0].speaker) else ()
        asked = replace(asked, understood=replace(understood, speakers=called, unknown=()))
    elif mention:
        speech, shown = None, []
    if speech and speech.enough and shown and sure:
        return _answer(asked, speech, shown)
    if sure:
        others = await heard_instead(sources, asked.understood, limits, asked.coverage)
        asked = replace(asked, understood=replace(asked.understood, namesakes=others))
    near = await search(sources, asked)
    shown = shown or await passages(sources, near, limit)
    articles = dict.fromkeys([*(passage.article for passage in shown), *near.ids])
    return Answer(
        question=asked.question,
        understood=asked.understood,
        answered=False,
        score=0.99 * THRESHOLD * _fit(speech) if speech else 0.0,
        articles=tuple(articles)[:ARTICLES],
        passages=tuple(shown),
        coverage=asked.coverage,
        missing=missing(asked.understood, near.lacking),
    )


async def _by_turns(
    sources: Sources, asked: Asked, people: Sequence[Sequence[str]], limit: int
) -> Answer | None:
    """What each of several people (by all their names) said, or one then and now, in turn; who said nothing on
    it is missing. None where nobody did."""
    speeches = [await _heard(sources, asked, names, "") for names in people]
    sides = [_spoken(speech, max(limit, _COMPARED)) if speech.enough else [] for speech in speeches]
    turns = zip_longest(*(sides if len(people) > 1 else _then_and_now(sides[0])))
    shown = [passage for turn in turns for passage in turn if passage is not None]
    if not shown:
        return None
    first = next(speech for speech, side in zip(speeches, sides, strict=True) if side)
    answer = _answer(asked, first, shown[:limit])
    silent = [names[0] for names, side in zip(people, sides, strict=True) if not side]
    return replace(answer, missing=(*silent, *answer.missing))


def _then_and_now(said: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """The older half, oldest first, and the newer half, newest first."""
    ordered = sorted(said, key=lambda passage: passage.published or date.min)
    half = (len(ordered) + 1) // 2
    return ordered[:half], ordered[half:][::-1]


async def _heard(sources: Sources, asked: Asked, speakers: Sequence[str], mention: str) -> Speech:
    marked = quoted(plain(asked.question)) is not None
    among = asked.understood, asked.limits, asked.coverage, speakers
    return await hear(sources, *among, mention=mention, quoted=marked)


def _answer(asked: Asked, speech: Speech, shown: list[Passage]) -> Answer:
    best = speech.heard[0].statement.article
    topic = make_query(asked.understood.topic).terms
    words = Finder(topic).find(f"{speech.cards[best].title}\n{speech.texts[best]}")
    heard = (speech.cards[heard.statement.article].id for heard in speech.heard)
    articles = dict.fromkeys([*(passage.article for passage in shown), *heard])
    return Answer(
        question=asked.question,
        understood=asked.understood,
        answered=True,
        # From the threshold up, higher the better they fit; a question without a topic is fully answered.
        score=THRESHOLD + (1 - THRESHOLD) * (_fit(speech) or 1.0),
        articles=tuple(articles)[:ARTICLES],
        passages=tuple(shown),
        coverage=asked.coverage,
        missing=missing(asked.understood, set(topic).difference(term for _, term in words)),
    )


def _fit(speech: Speech) -> float:
    """How well the best statement fits the topic, from 0 to 1."""
    return min(max((heard.topic for heard in speech.heard), default=0.0), 1.0)


def _spoken(speech: Speech, limit: int) -> list[Passage]:
    """The best statements as passages; where any fits the act asked for, only those that do."""
    acted = [heard for heard in speech.heard if heard.act > 0] or list(speech.heard)
    floor = _OF_BEST * max((heard.topic for heard in acted), default=0.0)
    acted = [heard for heard in acted if heard.topic >= floor]
    acted = [heard for heard in acted if heard.near] or acted
    return shown_once(_passages(speech, acted[: 6 * limit]), limit)


def _passages(speech: Speech, chosen: Iterable[Heard]) -> Iterator[Passage]:
    """The passages of these statements, each place once, made one by one as they are looked at."""
    seen: set[tuple[int, int, int]] = set()
    for heard in chosen:
        statement = heard.statement
        card, text = speech.cards[statement.article], speech.texts[statement.article]
        span = whole_sentences(text, statement.start, statement.end)
        place = (statement.article, span.start, span.end)
        if place not in seen:
            seen.add(place)
            others = speech.statements.get(statement.article, ())
            yield statement_passage(card, text, statement, others, score=heard.score)
