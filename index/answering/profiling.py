"""What a library holds of one person: counts, and slices with their citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from index.answering.citing import cite
from index.answering.duplicates import shown_once
from index.answering.query import small_terms
from index.answering.sources import Limits, Sources, Statement, statements_of
from index.answering.topics import main_topics
from index.models import Act, Bucket, Count, Passage, Profile
from index.text.tokens import terms

READ = 100_000  # statements that are counted
BEST: tuple[Act, ...] = ("promised", "warned", "denied", "demanded")
TOLD = 1000  # newest statements whose words are counted for topics
BEST_EACH = 2
LATEST = 3
ANSWERED = 2
_WEEKS = 182  # days; a longer time is shown by the month
_SHARED = 2  # subject words that make two statements be on one topic


async def profile(sources: Sources, name: str) -> Profile:
    """The profile of someone by the full name that the library has."""
    limits = Limits(speaker=name)
    statements = list(await sources.statements(limits, limit=READ))
    days = [one.published for one in statements if one.published]
    texts = await sources.texts(list(dict.fromkeys(one.article for one in statements[:TOLD])))
    return Profile(
        name=name,
        aliases=tuple(form for form in await sources.aliases(name) if form != name),
        roles=tuple(await sources.roles(name)),
        statements=await sources.count(limits),
        articles=len({one.article for one in statements}),
        first=min(days, default=None),
        last=max(days, default=None),
        outlets=_counted(one.source for one in statements if one.source),
        topics=await main_topics(sources, name, statements[:TOLD], texts),
        acts=_counted(one.act for one in statements),
        best=await _best(sources, statements),
        latest=tuple(shown_once(await cite(sources, statements[: 3 * LATEST]), LATEST)),
        answered=await _answered(sources, name, statements[:60], texts),
        timeline=_timeline(statements),
    )


def _counted(labels: Iterable[str]) -> tuple[Count, ...]:
    return tuple(Count(label, number) for label, number in Counter(labels).most_common())


async def _best(sources: Sources, statements: Sequence[Statement]) -> tuple[Passage, ...]:
    """The newest of each act, own words before reported ones, one an article before a second one."""
    found: list[Passage] = []
    for act in BEST:
        acted = sorted((one for one in statements if one.act == act), key=lambda one: one.kind == "indirect")
        first = {one.article: one.id for one in reversed(acted)}
        acted.sort(key=lambda one: one.id != first[one.article])
        found += shown_once(await cite(sources, acted[: 4 * BEST_EACH]), BEST_EACH)
    return tuple(found)


def _timeline(statements: Sequence[Statement]) -> tuple[Bucket, ...]:
    days = [one.published for one in statements if one.published]
    if not days:
        return ()
    by_week = (max(days) - min(days)).days <= _WEEKS

    def begin(day: date) -> date:
        return day - timedelta(days=day.weekday()) if by_week else day.replace(day=1)

    counted = Counter((begin(one.published), one.source) for one in statements if one.published)
    return tuple(Bucket(start, source, number) for (start, source), number in sorted(counted.items()))


async def _answered(
    sources: Sources, name: str, statements: Sequence[Statement], texts: Mapping[int, str]
) -> tuple[tuple[Passage, Passage], ...]:
    """Statements of theirs that follow another's on the same topic in one article."""
    others = await statements_of(sources, {statement.article for statement in statements})
    pairs = []
    for statement in statements:
        text = texts.get(statement.article, "")
        subject = _subject(text, statement)
        earlier = [
            one
            for one in others.get(statement.article, ())
            if one.end <= statement.start
            and one.speaker not in {None, name}
            and len(_subject(text, one) & subject) >= _SHARED
        ]
        if earlier:
            both = await cite(sources, [statement, earlier[-1]])
            if len(both) == 2:  # noqa: PLR2004 -- one sentence may hold both
                pairs.append((both[0], both[1]))
        if len(pairs) == ANSWERED:
            break
    return tuple(pairs)


def _subject(text: str, statement: Statement) -> set[str]:
    return set(terms(text[statement.start : statement.end])) - small_terms()
