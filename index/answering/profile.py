"""What a library holds of one person: counts, and passages with their citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from index.answering.citing import Shelf, once, shelf
from index.answering.duplicates import shown_once
from index.answering.query import make_query
from index.answering.sources import Limits, Sources, Statement
from index.answering.topics import topics
from index.models import Act, Bucket, Count, Passage, Profile
from index.text.tokens import terms

_ALL = 1_000_000
_BEST: tuple[Act, ...] = ("promised", "warned", "denied", "demanded")
_OF_EACH = 2
_LATEST = 3
_READ = 24  # statements among which a few to show are chosen
_ASKED = 6  # statements for which an answered one is looked for
_ANSWERED = 2
_SHARED = 3  # terms that a statement and the one that it answers share at least
_OVERLAP = 0.4  # and the share of the shorter one's terms that those are


async def profile(sources: Sources, name: str) -> Profile:
    """The profile of `name`, as the library has it; every number is a count of stored statements."""
    statements = await sources.statements(Limits(speaker=name), limit=_ALL)
    held = await shelf(sources, list(dict.fromkeys(one.article for one in statements)))
    aliases = tuple(await sources.aliases(name))
    days = [one.published for one in statements if one.published]
    return Profile(
        name=name,
        aliases=aliases,
        roles=tuple(await sources.roles(name)),
        statements=len(statements),
        articles=len({one.article for one in statements}),
        first=min(days, default=None),
        last=max(days, default=None),
        outlets=_counts(one.source for one in statements if one.source),
        topics=tuple(await topics(sources, [held.words(one) for one in statements], (name, *aliases))),
        acts=_counts(one.act for one in statements),
        best=tuple(_best(statements, held)),
        latest=tuple(shown_once(held.cite_all(statements[:_READ]), _LATEST)),
        answered=tuple(await _answered(sources, statements, held)),
        timeline=_timeline(statements),
    )


def _counts(labels: Iterable[str]) -> tuple[Count, ...]:
    return tuple(Count(label, count) for label, count in Counter(labels).most_common())


def _timeline(statements: Sequence[Statement]) -> tuple[Bucket, ...]:
    found = Counter((one.published.replace(day=1), one.source) for one in statements if one.published)
    return tuple(Bucket(start, source, count) for (start, source), count in sorted(found.items()))


def _best(statements: Sequence[Statement], held: Shelf) -> list[Passage]:
    """Up to two of each act, own words and newest first, of different articles where there are."""
    made: list[Passage] = []
    for act in _BEST:
        acted = sorted((one for one in statements if one.act == act), key=_plainness)
        firsts = list({one.article: one for one in reversed(acted)}.values())
        chosen = sorted(firsts, key=_plainness) + [one for one in acted if one not in firsts]
        made += shown_once(held.cite_all(chosen[:_READ]), _OF_EACH)
    return once(made)


def _plainness(statement: Statement) -> tuple[bool, bool, int]:
    day = statement.published or date.min
    return (statement.kind == "indirect", statement.certainty != "named", -day.toordinal())


async def _answered(
    sources: Sources, statements: Sequence[Statement], held: Shelf
) -> list[tuple[Passage, Passage]]:
    """Statements with an earlier one of someone else on the same subject."""
    pairs: list[tuple[Passage, Passage]] = []
    for statement in [one for one in statements[:_READ] if one.kind != "indirect"][:_ASKED]:
        query = make_query(held.words(statement)).terms
        if len(query) < _SHARED:
            continue
        found = await sources.body(query, limit=12)
        owners = await sources.owners([int(key) for key in found.passages])
        near = await shelf(sources, list(dict.fromkeys(owners.values())))
        other = _whom(statement, near, frozenset(query))
        theirs, answered = held.cite(statement), near.cite(other) if other else None
        if theirs and answered and not any(theirs == one or answered == two for one, two in pairs):
            pairs.append((theirs, answered))
        if len(pairs) == _ANSWERED:
            break
    return pairs


def _whom(statement: Statement, near: Shelf, said: frozenset[str]) -> Statement | None:
    """The statement of someone else before this one that shares most of its terms."""
    best, most = None, 0
    for other in (one for found in near.statements.values() for one in found):
        if other.speaker in (None, statement.speaker) or not _before(other, statement):
            continue
        words = set(terms(near.words(other)))
        shared = len(words & said)
        if shared >= _SHARED and shared > most and _OVERLAP <= shared / min(len(words), len(said)):
            best, most = other, shared
    return best


def _before(other: Statement, statement: Statement) -> bool:
    if other.article == statement.article:
        return other.end <= statement.start
    return None not in (other.published, statement.published) and (other.published or date.max) < (
        statement.published or date.min
    )
