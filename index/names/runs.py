"""Runs of capitalised words: the raw stuff of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.names.spelling import bare, fold
from index.names.titles import OFFICES
from index.names.vocabulary import ORGANISATIONS, is_function_word

# A capitalised word with inner hyphens, apostrophes, dots ("U.S", "Jean-Marc", "O’Neill", "al-Khori"). The
# bounded repeats keep it linear.
_WORD = re.compile(
    r"(?<!\w)(?:(?:al|el|ul|ad|as|ash|at|ar|az|an|d|l|t|ibn|abd)[-'’‘])?"
    r"[^\W\d_a-z](?:(?:\.[^\W\d_a-z]){1,5}(?![^\W_])|[^\W_]*(?:[-'’‘‐‑&\u0300-\u036f]{1,2}[^\W_]+)*[\u0300-\u036f]?)"
)  # fmt: skip
_PARTICLES = frozenset(
    f" {words} "
    for words in (
        "de", "de la", "de las", "de los", "del", "della", "di", "da", "das", "dos", "do", "du", "des",
        "e", "y", "i",
        "van", "van de", "van den", "van der", "van 't", "ter", "ten", "von", "von der", "von dem", "zu", "vom",
        "bin", "ibn", "bint", "ben", "al", "el", "ul", "ud", "la", "le", "af", "av",
    )
)  # fmt: skip
# Particles that are written with a capital where no given name stands before them.
CAPITAL_PARTICLES = frozenset(
    {
        "de", "del", "della", "di", "da", "das", "dos", "do", "du", "des", "van", "von", "der", "den", "la",
        "le", "bin", "ter", "ten",
    }
)  # fmt: skip
_OF = frozenset({" of ", " of the ", " for the ", " for ", " to the "})
_ABOUT = frozenset({" on ", " on the "})
_POSSESSIVES = frozenset({"'s ", "’s "})
# Bodies whose names go on with "on" and "and": "Committee on Trade and Fisheries".
_DELIBERATING = frozenset(
    {
        "department", "ministry", "centers", "centres", "committee", "subcommittee",
        "commission", "council", "conference",
        "center", "centre", "institute", "office", "forum",
    }
)  # fmt: skip
_OPENINGS = frozenset({' "', " “", " (", " '", " ‘"})
_CLOSINGS = frozenset({'" ', "” ", ") ", "' ", "’ "})
_SPACES = frozenset({" ", "\u00a0", "\u202f", "  "})
_DOTTED = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "st", "gen", "lt", "col", "sgt", "capt", "maj",
        "cpl", "cmdr", "cdr", "adm", "sen", "rep", "gov", "hon", "jr", "sr", "supt", "insp", "det", "amb",
        "pres", "messrs", "atty", "asst", "sens", "reps", "brig", "ph",
    }
)  # fmt: skip
# A longer run is a list or a shout, no name; cutting it keeps the work on each run small.
_LONGEST = 16
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, without a possessive ending."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words with nothing but blanks, particles and the inside of an organisation's name between them."""

    words: tuple[Word, ...]
    possessive: bool
    linked: int | None = None
    nickname: str = ""

    @property
    def start(self) -> int:
        """Where the run begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the run ends."""
        return self.words[-1].end


def runs(text: str) -> Iterator[Run]:
    """The runs of capitalised words of a text, in order."""
    words: list[Word] = []
    linked: int | None = None
    nickname = ""
    bridge = 0
    for found in _WORD.finditer(text):
        written = found.group()
        if not written.isascii() and not _is_capital(written):
            continue
        word = Word(bare(written), found.start(), found.start() + len(bare(written)))
        if words:
            if _is_nickname(text, words[-1].end, word):
                bridge, nickname = word.end + 2, word.text
                continue
            gap = " " if word.start == bridge else text[words[-1].end : word.start]
            link = _link(gap, words, linked, word.text)
            if link is None or len(words) >= _LONGEST:
                yield Run(tuple(words), _is_possessive(text, words[-1].end), linked, nickname)
                words, linked, nickname = [], None, ""
            elif link:
                linked = len(words) if linked is None else linked
        words.append(word)
    if words:
        yield Run(tuple(words), _is_possessive(text, words[-1].end), linked, nickname)


def _is_nickname(text: str, end: int, word: Word) -> bool:
    """Whether a word stands in marks or brackets between a first name and a surname: 'Ana "Nan" Moor'."""
    opening = text[end : word.start]
    if opening[:1] == "." and text[end - 1 : end].isupper():
        opening = opening[1:]  # after an initial: 'Ana C. "Nan" Moor'
    if opening not in _OPENINGS or text[word.end : word.end + 2] not in _CLOSINGS:
        return False
    return text[word.end + 2 : word.end + 3].isupper()


def _heads(word: str) -> bool:
    """Whether a word goes on after "U.S." and the like: an office, or what a body is called."""
    folded = fold(word)
    return folded in OFFICES or folded in ORGANISATIONS


def _is_capital(written: str) -> bool:
    """Whether a word that is not plain ASCII begins with a capital or has a capital after a prefix."""
    return written[0].isupper() or (
        not written[0].isupper() and any(letter.isupper() for letter in written[:5])
    )


def _is_possessive(text: str, end: int) -> bool:
    """Whether a possessive ending follows a word."""
    return text[end : end + 2] in {"'s", "’s"} or (text[end : end + 1] in {"'", "’"} and text[end - 1] in "szx")


def _link(gap: str, words: list[Word], linked: int | None, following: str) -> bool | None:
    """None: the following word begins a new run; False: it goes on; True: it goes on after "of" and the
    like."""
    if gap in _SPACES:
        return False
    last = fold(words[-1].text)
    if gap[0] == ".":
        dotted = len(last) == 1 or last in _DOTTED or ("." in words[-1].text and _heads(following))
        return False if gap == ". " and dotted else None
    if gap == ", ":
        return False if fold(following) in _GENERATIONS else None
    if gap in _OF and (last in ORGANISATIONS or last in OFFICES):
        return True
    if gap in _ABOUT and last in _DELIBERATING and not is_function_word(following):
        return True
    if gap in _POSSESSIVES:
        return False if last in OFFICES and fold(following) in ORGANISATIONS else None
    if gap == " & ":
        return True
    if gap == " and ":
        return True if linked is not None and any(fold(word.text) in _DELIBERATING for word in words) else None
    return False if gap in _PARTICLES else None
