"""Words compared as said, whatever the marks, dashes and capitals of their writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from index.models import Difference
from index.questions.wording import SMALL

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’ʼ][^\W_]+)*")
_SIC = re.compile(r"[\[(]\s?sic\s?[\])]", re.IGNORECASE)
_GAP = re.compile(r"[\[(]?(?:\.\s?\.\s?\.|…)[\])]?")
_INNER = re.compile(r"[^\w.]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands."""

    plain: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of text[start:end] with their offsets in `text`; "[sic]" is none."""
    end = len(text) if end is None else end
    skipped = [match.span() for match in _SIC.finditer(text, start, end)]
    found = _WORD.finditer(text, start, end)
    return [
        Word(_plain(match[0]), match.start(), match.end())
        for match in found
        if not any(first <= match.start() < last for first, last in skipped)
    ]


def _plain(word: str) -> str:
    return _INNER.sub("", unicodedata.normalize("NFKC", word).casefold())


def pieces(words: str) -> list[list[str]]:
    """The words between the ellipses of a quotation."""
    made = ([word.plain for word in words_of(part)] for part in _GAP.split(words))
    return [piece for piece in made if piece]


def place(asked: Sequence[Sequence[str]], words: Sequence[Word]) -> tuple[int, int] | None:
    """From which to which word (exclusive) the pieces stand in `words`, in their order; None where not."""
    joined = " " + " ".join(word.plain for word in words) + " "
    first, at = -1, 0
    for piece in asked:
        wanted = " " + " ".join(piece) + " "
        found = joined.find(wanted, at)
        if found < 0:
            return None
        first = found if first < 0 else first
        at = found + len(wanted) - 1
    if first < 0:
        return None
    return joined.count(" ", 0, first), joined.count(" ", 0, at)


def likeness(asked: Sequence[str], words: Sequence[Word]) -> tuple[float, int, int]:
    """How much of what carries sense is shared (0 to 1), and the words (from, to) that it stands for."""
    matcher = SequenceMatcher(None, asked, [word.plain for word in words], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0.0, 0, 0
    last = blocks[-1]
    first = max(0, blocks[0].b - blocks[0].a)
    end = min(len(words), last.b + last.size + len(asked) - last.a - last.size)
    shared = sum(_sense(asked[block.a : block.a + block.size]) for block in blocks)
    whole = _sense(asked) + _sense([word.plain for word in words[first:end]])
    return (2 * shared / whole if whole else 0.0), first, end


def _sense(words: Sequence[str]) -> float:
    """Words that carry a subject count whole, small ones a little."""
    return sum(0.2 if word in SMALL else 1.0 for word in words)


def differences(asked: str, said: str) -> tuple[Difference, ...]:
    """The two word by word, each as it is written."""
    return tuple(_differences(asked, said))


def _differences(asked: str, said: str) -> Iterator[Difference]:
    one, other = words_of(asked), words_of(said)
    matcher = SequenceMatcher(None, [w.plain for w in one], [w.plain for w in other], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield Difference("same", _written(said, other[c:d]))
            continue
        if a < b:
            yield Difference("missing", _written(asked, one[a:b]))
        if c < d:
            yield Difference("extra", _written(said, other[c:d]))


def _written(text: str, words: Sequence[Word]) -> str:
    """The words with a space between, or what little stands there in the text."""
    made = [text[words[0].start : words[0].end]]
    for before, word in pairwise(words):
        between = text[before.end : word.start]
        made.append((between if between in {"-", " ", ", "} else " ") + text[word.start : word.end])
    return "".join(made)
