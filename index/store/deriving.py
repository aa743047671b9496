"""All that is derived from articles, written and taken back: passages, people, statements, roles, counts,
bands."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from index.models import Person, Quote, Reading, Span
from index.search import Counted
from index.store import articles, people, quotes, readings, rulings, settling
from index.store.directory import Directory
from index.store.people import Appearance
from index.store.quotes import Placed, Vanished
from index.store.rulings import Correction


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article (its key) and what was read out of its text, ready to be written.

    `chunks` are its passages, `counts` their terms (none: they are to be counted when they are indexed),
    `bands` the hashes that near-identical bodies share, `words` the number of its words.
    """

    key: int
    text: str
    reading: Reading
    chunks: tuple[Span, ...]
    bands: tuple[int, ...]
    words: int
    counts: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many statements, unclear ones and people an article turned out to have."""

    statements: int
    unclear: int
    people: int


def derive(db: sqlite3.Connection, batch: Sequence[Fresh]) -> dict[int, Outcome]:
    """Write what is derived from articles that have nothing derived yet; statements that come back keep their
    keys."""
    ruled = {one.key: _ruled(one, rulings.corrections(db, one.key)) for one in batch}
    found = _meet(db, {one.key: _cast(one.reading, ruled[one.key].values()) for one in batch})
    placed = _place(db, batch, found, ruled)
    quotes.insert(db, placed)
    said = Counter(one.person for one in placed if one.person is not None)
    people.count_statements(db, sorted(said.items()))
    people.add_roles(
        db,
        [
            (
                one.key,
                found[one.key][role.name],
                role.name,
                role.start,
                role.end,
                one.text[role.start : role.end],
            )
            for one in batch
            for role in one.reading.roles
        ],
    )
    readings.insert_passages(db, [(one.key, chunk) for one in batch for chunk in one.chunks])
    outcomes = _outcomes(placed, found)
    readings.insert(
        db,
        [
            (one.key, one.words, outcomes[one.key].statements, outcomes[one.key].unclear, one.bands)
            for one in batch
        ],
    )
    return outcomes


def withdraw(
    db: sqlite3.Connection, keys: Iterable[int], *, version: int | None, since: datetime, gone: datetime
) -> None:
    """Take out all that is derived from articles whose texts still are as they were read.

    Their statements are noted as gone with `version`, until `derive` finds the same words again.
    """
    gone_people: list[settling.Gone] = []
    unsaid: Counter[int] = Counter()
    for key in keys:
        text = articles.text(db, key) or ""
        placed = quotes.of_article(db, key)
        unsaid.update(one.person for one in placed if one.person is not None)
        lost = [
            Vanished(one.key, key, version, text[one.quote.start : one.quote.end], since, gone)
            for one in placed
        ]
        quotes.withdraw(db, lost, key)
        gone_people += settling.withdraw(db, key)
        readings.withdraw(db, key)
    people.count_statements(db, [(person, -number) for person, number in unsaid.items()])
    settling.forget(db, gone_people, rulings.pinned(db))


def load(db: sqlite3.Connection, key: int) -> Fresh | None:
    """What was read out of an article, from its derived rows; None where nothing is derived from it."""
    row = readings.get(db, key)
    text = articles.text(db, key)
    if row is None or text is None:
        return None
    words, bands = row
    found = tuple(one.quote for one in quotes.of_article(db, key))
    reading = Reading(found, tuple(people.cast_of(db, key)), readings.roles(db, key))
    chunks = tuple(span for _, span in readings.passages(db, key))
    return Fresh(key, text, reading, chunks, bands, words)


def _meet(db: sqlite3.Connection, casts: Mapping[int, Sequence[Person]]) -> dict[int, dict[str, int]]:
    """Find out who the people of each article are and note that they appear: article -> full name -> person."""
    directory = Directory(db, [person for cast in casts.values() for person in cast])
    found = {key: {person.name: directory.key_of(person) for person in cast} for key, cast in casts.items()}
    directory.store()
    people.add_appearances(
        db,
        [Appearance(key, found[key][person.name], person) for key, cast in casts.items() for person in cast],
    )
    everyone = {person for named in found.values() for person in named.values()}
    settling.rename(db, everyone, rulings.pinned(db))
    return found


def _cast(reading: Reading, corrections: Iterable[Correction]) -> list[Person]:
    """Those who speak or whose role is stated, and those whom a correction names; each name once."""
    wanted = dict.fromkeys(quote.speaker for quote in reading.quotes if quote.speaker is not None)
    wanted.update(dict.fromkeys(role.name for role in reading.roles))
    known = {person.name: person for person in reading.people}
    wanted.update(dict.fromkeys(one.name for one in corrections if one.name is not None))
    return [known.get(name) or Person(name, (name,), "unknown", is_person=True) for name in wanted]


def _ruled(one: Fresh, corrections: Sequence[Correction]) -> dict[int, Correction]:
    """Index of a statement -> the correction that is about it: by its place, else by its words, else by
    overlap."""
    found: dict[int, Correction] = {}
    for correction in corrections:
        place = _place_of(correction, one.text, one.reading.quotes)
        if place is not None:
            found[place] = correction
    return found


def _place_of(correction: Correction, text: str, found: Sequence[Quote]) -> int | None:
    exact = (correction.start, correction.end)
    same_words = [i for i, quote in enumerate(found) if text[quote.start : quote.end] == correction.words]
    for i in same_words:
        if (found[i].start, found[i].end) == exact:
            return i
    if same_words:
        return min(same_words, key=lambda i: abs(found[i].start - correction.start))
    if text[correction.start : correction.end] != correction.words:
        return None
    half = (correction.end - correction.start) / 2
    for i, quote in enumerate(found):
        if min(quote.end, correction.end) - max(quote.start, correction.start) > half:
            return i
    return None


def _place(
    db: sqlite3.Connection,
    batch: Sequence[Fresh],
    found: dict[int, dict[str, int]],
    ruled: dict[int, dict[int, Correction]],
) -> list[Placed]:
    """Give each statement its key (the old one where its words were there before) and its person."""
    placed: list[Placed] = []
    following = quotes.next_key(db)
    for one in batch:
        spare: dict[str, list[int]] = {}
        for gone in quotes.vanished_of(db, one.key):
            spare.setdefault(gone.words, []).append(gone.quote)
        back: list[int] = []
        for i, quote in enumerate(one.reading.quotes):
            old = spare.get(one.text[quote.start : quote.end])
            if old:
                key = old.pop(0)
                back.append(key)
            else:
                key, following = following, following + 1
            placed.append(_placed(key, one.key, quote, found[one.key], ruled[one.key].get(i)))
        quotes.revive(db, back)
    return placed


def _placed(
    key: int, article: int, quote: Quote, found: dict[str, int], correction: Correction | None
) -> Placed:
    if correction is not None:
        if correction.name is None:
            return Placed(key, article, quote, None, "unclear")
        return Placed(key, article, quote, found[correction.name], "named")
    person = None if quote.speaker is None else found[quote.speaker]
    return Placed(key, article, quote, person, quote.certainty)


def _outcomes(placed: Sequence[Placed], found: dict[int, dict[str, int]]) -> dict[int, Outcome]:
    outcomes = {key: Outcome(0, 0, len(set(names.values()))) for key, names in found.items()}
    for one in placed:
        old = outcomes[one.article]
        outcomes[one.article] = replace(
            old, statements=old.statements + 1, unclear=old.unclear + (one.person is None)
        )
    return outcomes
