"""Whom a shared name means: who is quoted by far the most, or who alone speaks of the topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.limits import statement_limits
from index.answering.sources import Sources
from index.answering.speech import hear
from index.models import Coverage, Filters, Understanding
from index.names.runs import GENERATIONS
from index.names.spelling import fold
from index.text.tokens import terms

BY_FAR = 4  # times as many statements as anyone else of the name
_LOOKED_AT = 6  # people of one name


async def settled(
    sources: Sources, understood: Understanding, filters: Filters, coverage: Coverage
) -> tuple[Understanding, bool]:
    """What was understood, with only those who are meant among the speakers, and whether that is sure."""
    sure, groups, speakers = True, [], list(understood.speakers)
    said = frozenset(terms(understood.topic))
    for group in understood.namesakes:
        spoken_of = {name for name in group if said.intersection(terms(name)[-1:])}
        shared = set.intersection(*(set(name.split()) for name in group))
        if not shared and len(spoken_of) < len(group):  # of an office's holders who is spoken of does not speak
            group = tuple(name for name in group if name not in spoken_of)  # noqa: PLW2901
            speakers = [name for name in speakers if name not in spoken_of]
        meant = await _by_far(sources, group) or await _on_topic(sources, understood, filters, coverage, group)
        sure = sure and meant is not None
        if meant is not None:
            others = [name for name in group if not _is_form(meant, name)]
            speakers = [name for name in speakers if name not in others]
            group = (meant, *others)  # noqa: PLW2901 -- the same people in another order
        if len(group) > 1:
            groups.append(group)
    return replace(understood, speakers=tuple(speakers), namesakes=tuple(groups)), sure


async def heard_instead(
    sources: Sources, understood: Understanding, filters: Filters, coverage: Coverage
) -> tuple[tuple[str, ...], ...]:
    """Where whoever is surely meant said nothing of the kind: the namesakes who did, behind the one meant."""
    groups = []
    for meant, *others in understood.namesakes:
        heard = await _heard(sources, understood, filters, coverage, others)
        groups += [(meant, *heard)] if heard else []
    return tuple(groups)


async def _heard(
    sources: Sources, understood: Understanding, filters: Filters, coverage: Coverage, names: Sequence[str]
) -> list[str]:
    """Those of the first few names who said something of the kind."""
    looked_at = names[:_LOOKED_AT]
    return [one for one in looked_at if (await hear(sources, understood, filters, coverage, (one,))).enough]


async def _by_far(sources: Sources, group: Sequence[str]) -> str | None:
    counted = {name: await sources.count(statement_limits(Filters(), name)) for name in group}
    first = max(group, key=lambda name: counted[name])
    others = [name for name in group if not _is_form(first, name)]
    second = max((counted[name] for name in others), default=0)
    # The others may only be called after the first: "Orrin Rail", and "Old Orrin Rail Company".
    far = 1 if all(set(first.split()) < set(name.split()) for name in others) else BY_FAR
    return first if not others or counted[first] >= far * max(second, 1) else None


def apart(names: Sequence[str]) -> list[list[str]]:
    """Names by whom they mean: entries of one full name together, in the order of the first of each."""
    found: dict[str, list[str]] = {}
    for name in names:
        first = next((one for one in found if _is_form(one, name)), name)
        found.setdefault(first, []).append(name)
    return list(found.values())


def _is_form(name: str, other: str) -> bool:
    """Whether another entry is the same full name with a word more, or less of it; "Jr." is no such word."""
    one, two = set(name.split()), set(other.split())
    if any(fold(word) in GENERATIONS for word in one ^ two):
        return False
    return name == other or (len(one & two) > 1 and (one <= two or two <= one))


async def _on_topic(
    sources: Sources, understood: Understanding, filters: Filters, coverage: Coverage, group: Sequence[str]
) -> str | None:
    if not (understood.topic or understood.words or understood.acts):
        return None
    enough = await _heard(sources, understood, filters, coverage, group)
    return enough[0] if enough and all(_is_form(enough[0], name) for name in enough) else None
