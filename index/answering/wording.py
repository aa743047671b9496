"""Words compared as spoken: punctuation, quotation style, ellipses and "[sic]" do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.models import Difference

MOST_WORDS = 200  # of what is asked
MOST_HELD = 1000  # of one statement
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
    compared = (unicodedata.normalize("NFKC", word).casefold().translate(_FOLD) for word in written)
    return Worded(tuple(written), tuple(compared))


def common(asked: Worded, held: Worded) -> float:
    """The share of the asked words that are in the text, in any order; quick."""
    return len(set(asked.compared) & set(held.compared)) / (len(set(asked.compared)) or 1)


def liken(asked: Worded, held: Worded) -> Likeness:
    """Compare word by word with the stretch of the text that is nearest to the asked words."""
    matcher = SequenceMatcher(None, asked.compared, held.compared, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Likeness(0.0, exact=False, differences=())
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    first, last = (
        max(0, first - blocks[0].a),
        min(len(held.compared), last + _left(asked, blocks[-1].a + blocks[-1].size)),
    )
    stretch = SequenceMatcher(None, asked.compared, held.compared[first:last], autojunk=False)
    same = sum(block.size for block in stretch.get_matching_blocks())
    longer = max(len(asked.compared), 1)
    exact = same == longer and holds_words(asked, held)
    return Likeness(same / longer, exact, _differences(stretch, asked.written, held.written[first:last]))


def _left(asked: Worded, place: int) -> int:
    return len(asked.compared) - place


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
