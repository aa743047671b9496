"""What is shown once: near-identical passages of several outlets, and words that stand in a passage already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from index.models import Outlet, Passage
from index.text.tokens import terms

_ALIKE = 0.8  # shared tokens of all tokens; wire copy that was lightly edited still reaches it


def shown_once(passages: Iterable[Passage], limit: int) -> list[Passage]:
    """The first `limit` passages that differ; the outlets of later twins become `also` of the first."""
    kept: list[tuple[Passage, frozenset[str]]] = []
    for passage in passages:
        tokens = frozenset(terms(_core(passage)))
        twin = next(
            (
                i
                for i, (seen, other) in enumerate(kept)
                if _same_speaker(seen, passage) and (_is_within(passage, seen) or _alike(tokens, other))
            ),
            None,
        )
        if twin is None:
            if len(kept) == limit:
                break
            kept.append((passage, tokens))
        else:
            kept[twin] = (_joined(kept[twin][0], passage), kept[twin][1])
    return [passage for passage, _ in kept]


def _is_within(passage: Passage, seen: Passage) -> bool:
    """Whether all its words are shown: another statement of the same sentences."""
    return passage.article == seen.article and seen.start <= passage.start and passage.end <= seen.end


def _same_speaker(one: Passage, other: Passage) -> bool:
    """Whether both are one person's, also where an article has the surname alone."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    short, long = sorted((one.speaker, other.speaker), key=len)
    return short == long or long.endswith(f" {short}")


def _core(passage: Passage) -> str:
    """The statement's own words where there is one, since outlets introduce it each in their way."""
    if passage.quote is None or passage.quote.end - passage.quote.start < 40:  # noqa: PLR2004 -- too short to tell
        return passage.text
    return passage.text[passage.quote.start - passage.start : passage.quote.end - passage.start]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other or not _ALIKE <= len(one) / len(other) <= 1 / _ALIKE:
        return one == other
    return len(one & other) >= _ALIKE * len(one | other)


def _joined(first: Passage, twin: Passage) -> Passage:
    known = {first.source, *(outlet.source for outlet in first.also)}
    if twin.article == first.article or twin.source in known or not twin.source:
        return first
    return replace(first, also=(*first.also, Outlet(twin.source, twin.url, twin.published)))
