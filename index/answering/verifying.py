"""Whether words were said, by whom, and how they differ: one of five verdicts with its evidence."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.answering.passages import make_passage, whole_sentences
from index.answering.query import make_query
from index.answering.sources import Card, Sources, Statement
from index.answering.wording import MOST_HELD, Likeness, Worded, common, liken, most_shared, worded
from index.models import Passage, Span, VerdictKind, Verification
from index.text.sentences import sentences

FOUND = 60  # passages of search that are looked through
ARTICLES = 15
COMPARED = 40  # stretches of text that are compared word by word
NEAR = 0.75  # share of the words, in order, that makes it the same thing in other words
FAR = 0.55  # the same, where the speaker is the one asked for and nobody is nearer
_LEAST = 0.8 * FAR  # share of the words, in any order, below which nothing is compared
READ = 400  # stretches of text whose words are read one by one
SHOWN = 3
APART = 200  # characters between two parts of one statement
_MARKED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')
_GAP = re.compile(r"\.{2,}|…|\[\s*\.{3}\s*\]|\[…\]")


@dataclass(frozen=True, slots=True)
class _Evidence:
    article: int
    span: Span
    statement: Statement | None
    likeness: Likeness

    @property
    def spoken(self) -> bool:
        """Whether the article gives it as someone's own words."""
        return self.statement is not None and self.statement.kind != "indirect"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article with the words in it that are compared."""

    article: int
    span: Span
    statement: Statement | None
    words: str


async def verify(sources: Sources, words: str, speaker: str | None = None) -> Verification:
    """Look for `words` (said by `speaker`, a full name of the library, where given)."""
    asked = worded(words)
    coverage = await sources.coverage()
    keys = await _articles(sources, words, speaker)
    cards, texts = await sources.cards(keys), await sources.texts(keys)
    statements = await sources.statements_in(keys)
    evidence = await asyncio.to_thread(_compare, asked, _parts(words), texts, statements)
    verdict, chosen = _judge(evidence, speaker)
    passages = _apart([_passage(one, cards, texts) for one in chosen if one.article in cards])[:SHOWN]
    differences = chosen[0].likeness.differences if chosen and verdict != "not-found" else ()
    return Verification(words, speaker, verdict, passages, differences, coverage)


def _apart(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages without those that overlap a better one."""
    kept: list[Passage] = []
    for one in passages:
        same = [each for each in kept if each.article == one.article]
        if not any(one.start < each.end and each.start < one.end for each in same):
            kept.append(one)
    return tuple(kept)


async def _articles(sources: Sources, words: str, speaker: str | None) -> list[int]:
    """The articles that are nearest to the words, those in which the speaker speaks first."""
    query = make_query(words[:2000])
    if not query.terms:
        return []
    tag = None if speaker is None else await sources.speaker_tag(speaker)
    keys: list[int] = []
    for required in [[(tag,)], []] if tag else [[]]:
        found = await sources.body(query.terms, required, FOUND)
        chunks = await sources.chunks(found.passages.tolist())
        owners = [chunks[key].article for key in found.passages.tolist() if key in chunks]
        keys += list(dict.fromkeys(owners))[:ARTICLES]
    return list(dict.fromkeys(keys))


def _parts(words: str) -> list[Worded]:
    """The stretches between ellipses; one where there is none."""
    return [made for part in _GAP.split(words) if (made := worded(part)).written]


def _compare(
    asked: Worded, parts: Sequence[Worded], texts: Mapping[int, str], statements: Sequence[Statement]
) -> list[_Evidence]:
    places = [_alone(one, texts[one.article]) for one in statements if one.article in texts]
    places += _joined(statements, texts)
    for key, text in texts.items():
        places += [Place(key, span, None, text[span.start : span.end]) for span in sentences(text)]
    near = nearest(asked, places, texts)
    worth = [(common(asked, worded(place.words, MOST_HELD)), place) for place in near]
    worth.sort(key=lambda item: (-item[0], item[1].statement is None))
    found = []
    for share, place in worth[:COMPARED]:
        if share < _LEAST:
            break
        held = worded(place.words, MOST_HELD)
        likeness = liken(asked, held)
        if not likeness.exact and len(parts) > 1 and all(liken(part, held).exact for part in parts):
            likeness = Likeness(1.0, exact=True, differences=likeness.differences)
        found.append(_Evidence(place.article, place.span, place.statement, likeness))
    return found


def nearest(asked: Worded, places: Sequence[Place], texts: Mapping[int, str]) -> list[Place]:
    """The places that may share most words with what is asked, by one look at each text."""
    by_article: dict[int, list[Place]] = {}
    for place in places:
        by_article.setdefault(place.article, []).append(place)
    worth: list[tuple[float, Place]] = []
    for key, own in by_article.items():
        shares = most_shared(asked, texts[key], [place.span for place in own]).tolist()
        worth += [(share, place) for share, place in zip(shares, own, strict=True) if share >= _LEAST]
    worth.sort(key=lambda item: (-item[0], item[1].statement is None))
    return [place for _, place in worth[:READ]]


def _alone(statement: Statement, text: str) -> Place:
    """A statement; of a partly quoted one only the quoted words, for the others are the reporter's."""
    words = text[statement.start : statement.end]
    marked = _MARKED.findall(words) if statement.kind == "mixed" else []
    return Place(statement.article, Span(statement.start, statement.end), statement, " ".join(marked) or words)


def _joined(statements: Sequence[Statement], texts: Mapping[int, str]) -> list[Place]:
    """Statements that go on after "..., he said.", each with the next one as one."""
    own = [one for one in statements if one.kind != "indirect" and one.article in texts]
    made = []
    for one, other in pairwise(own):
        same = (one.article, one.speaker) == (other.article, other.speaker)
        if same and 0 <= other.start - one.end <= APART:
            text = texts[one.article]
            words = f"{_alone(one, text).words} {_alone(other, text).words}"
            made.append(Place(one.article, Span(one.start, other.end), one, words))
    return made


def _judge(evidence: Sequence[_Evidence], speaker: str | None) -> tuple[VerdictKind, list[_Evidence]]:
    def best(*, own: bool | None, spoken: bool, share: float, exact: bool = False) -> list[_Evidence]:
        kept = [
            one
            for one in evidence
            if one.spoken == spoken
            and one.likeness.share >= share
            and (one.likeness.exact or not exact)
            and (own is None or _is_own(one, speaker) == own)
        ]
        return sorted(kept, key=lambda one: (not one.likeness.exact, -one.likeness.share))

    tries: tuple[tuple[VerdictKind, list[_Evidence]], ...] = (
        ("exact", best(own=True, spoken=True, share=NEAR, exact=True)),
        ("someone-else", _named(best(own=False, spoken=True, share=NEAR, exact=True))),
        ("other-words", best(own=True, spoken=True, share=NEAR)),
        ("someone-else", _named(best(own=False, spoken=True, share=NEAR))),
        ("only-reported", best(own=None, spoken=False, share=NEAR)),
        ("other-words", best(own=True, spoken=True, share=FAR)),
    )
    for verdict, chosen in tries:
        if chosen:
            return verdict, chosen
    return "not-found", sorted(evidence, key=lambda one: -one.likeness.share)[:SHOWN]


def _is_own(one: _Evidence, speaker: str | None) -> bool:
    return speaker is None or (one.statement is not None and one.statement.speaker == speaker)


def _named(evidence: list[_Evidence]) -> list[_Evidence]:
    """Only what is surely someone else's: an unclear speaker may be anyone."""
    return [one for one in evidence if one.statement is not None and one.statement.speaker is not None]


def _passage(one: _Evidence, cards: Mapping[int, Card], texts: Mapping[int, str]) -> Passage:
    text = texts[one.article]
    span = whole_sentences(text, one.span.start, one.span.end)
    statements = [one.statement] if one.statement else []
    return make_passage(cards[one.article], text, span, statements, score=one.likeness.share)
