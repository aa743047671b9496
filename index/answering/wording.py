"""Words compared as spoken: punctuation, quotation style, ellipses and "[sic]" do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.models import Difference, Span

MOST_WORDS = 200  # of what is asked
MOST_HELD = 1000  # of one statement
_NEAR_END = 5  # words between a difference and the end of a statement that belong to the difference
_SIC = re.compile(r"[\[(]\s*sic\.?\s*[\])]", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’ʼ.,][^\W_]+)*")
_FOLD = str.maketrans({"’": "'", "ʼ": "'", ",": None})


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a text as written, and as they are compared."""

    written: tuple[str, ...]
    compared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far asked words are found in a text: the share of them, in order, whether exactly, and how they
    differ."""

    share: float
    exact: bool
    differences: tuple[Difference, ...]


def worded(text: str, most: int = MOST_WORDS) -> Worded:
    """The words of a text, at most `most`."""
    written = [found.group() for found in _WORD.finditer(_SIC.sub(" ", text[: 20 * most]))][:most]
    return Worded(tuple(written), tuple(map(_compared, written)))


@lru_cache(maxsize=16_384)
def _compared(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().translate(_FOLD)


def most_shared(asked: Worded, text: str, spans: Sequence[Span]) -> NDArray[np.float64]:
    """At most so large a share of the asked words is in each of the spans of a text, in any order. The text
    is read once, however the spans overlap."""
    begins: list[int] = []
    places: dict[str, list[int]] = {word: [] for word in asked.compared}
    for place, found in enumerate(_WORD.finditer(text)):
        begins.append(found.start())
        held = places.get(_compared(found.group()))
        if held is not None:
            held.append(place)
    first = np.searchsorted(begins, [span.start for span in spans])
    last = np.searchsorted(begins, [span.end for span in spans])
    shared = np.zeros(len(spans))
    for held in places.values():
        shared += np.searchsorted(held, last) > np.searchsorted(held, first)
    return shared / (len(places) or 1)


def common(asked: Worded, held: Worded) -> float:
    """The share of the asked words that are in the text, in any order; quick."""
    return len(set(asked.compared) & set(held.compared)) / (len(set(asked.compared)) or 1)


def liken(asked: Worded, held: Worded) -> Likeness:
    """Compare word by word with the stretch of the text that is nearest to the asked words."""
    matcher = SequenceMatcher(None, asked.compared, held.compared, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Likeness(0.0, exact=False, differences=())
    first, last = _stretch(asked, held, blocks)
    stretch = SequenceMatcher(None, asked.compared, held.compared[first:last], autojunk=False)
    same = sum(block.size for block in stretch.get_matching_blocks())
    longer = max(len(asked.compared), 1)
    exact = same == longer and holds_words(asked, held)
    return Likeness(same / longer, exact, _differences(stretch, asked.written, held.written[first:last]))


def _stretch(asked: Worded, held: Worded, blocks: Sequence[Match]) -> tuple[int, int]:
    """From where to where the text answers to the asked words: as many words on as are asked beyond the first
    and the last ones that match, and to the end of the text where that is near, for no phrase is cut."""
    begun, ended = blocks[0], blocks[-1].b + blocks[-1].size
    left = len(asked.compared) - blocks[-1].a - blocks[-1].size
    first = max(0, begun.b - begun.a)
    last = ended + left
    last = (
        len(held.compared) if left and len(held.compared) - last <= _NEAR_END else min(last, len(held.compared))
    )
    return first, last


def holds_words(asked: Worded, held: Worded) -> bool:
    """Whether the asked words stand in a text on end."""
    return f" {' '.join(asked.compared)} " in f" {' '.join(held.compared)} "


def _differences(
    matcher: SequenceMatcher[str], asked: Sequence[str], held: Sequence[str]
) -> tuple[Difference, ...]:
    found: list[Difference] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            found.append(Difference("same", " ".join(held[c:d])))
            continue
        if b > a:
            found.append(Difference("missing", " ".join(asked[a:b])))
        if d > c:
            found.append(Difference("extra", " ".join(held[c:d])))
    return tuple(found)
