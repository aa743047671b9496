"""Runs of capitalised words: the raw stuff of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.names.joined import goes_on, is_one_body
from index.names.spelling import bare, fold
from index.names.titles import OFFICES, PARTISAN
from index.names.vocabulary import OPENERS, ORGANISATIONS, is_function_word

# A capitalised word with inner hyphens, apostrophes, dots ("U.S", "Jean-Marc", "O’Neill"). The class of first
# letters comes first, so that the search skips quickly to capitals; letters beyond ASCII are checked later. The
# bounded repeats keep it linear.
_WORD = re.compile(
    r"[A-Z\u00c0-\U0010ffff](?<=[^\W\d_])(?<!\w.)"
    r"(?:(?:\.[^\W\d_a-z]){1,5}(?![^\W_])|[^\W_]*(?:[-'’‘‐‑&\u0300-\u036f]{1,2}[^\W_]+)*[\u0300-\u036f]?)"
)
# What stands small before the capital of a name: "al-Khori", "d’Arc".
_PREFIX = re.compile(r"(?<!\w)(?:al|el|ul|ad|as|ash|at|ar|az|an|d|l|t|ibn|abd)[-'’‘]$")
_LONGEST_PREFIX = 4
# No particle between two words of a name is longer.
_FARTHEST = 12
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
# What may stand between the parts of a body's name ("Food and Drug Administration"), if more tells so.
_JOINING = frozenset({" and ", ", ", ", and ", " of ", " of the ", " in "})
_POSSESSIVES = frozenset({"'s ", "’s "})
# Bodies whose names go on with "on" and "and": "Committee on Trade and Fisheries".
_DELIBERATING = frozenset(
    {
        "department", "ministry", "centers", "centres", "committee", "subcommittee",
        "commission", "council", "conference",
        "center", "centre", "institute", "office", "forum",
    }
)  # fmt: skip
# Numbers that begin names of things within a sentence: "of One Harbour".
NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "First", "Second")
# Letters that are no first names.
_LETTERS = frozenset(
    {
        "us", "uk", "un", "eu", "uae", "dc", "ny", "nj", "nc", "sc", "nh", "nm", "nd", "sd", "ri", "la", "wv",
        "bc", "pr", "sf", "am", "pm", "ad", "ce", "gmt", "ie", "eg", "qa", "pc", "phd", "md", "ma", "ba", "fc",
        "tv", "id",
    }
)  # fmt: skip
_OPENINGS = frozenset({' "', " “", " (", " '", " ‘"})
_LONGEST_OPENING = 3
_CLOSINGS = frozenset({'" ', "” ", ") ", "' ", "’ "})
_WIDEST = 3
_DOTTED = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "st", "gen", "lt", "col", "sgt", "capt", "maj",
        "cpl", "cmdr", "cdr", "adm", "sen", "rep", "gov", "hon", "jr", "sr", "supt", "insp", "det", "amb",
        "pres", "messrs", "atty", "asst", "sens", "reps", "brig", "ph", "govs", "gens", "profs", "drs",
    }
)  # fmt: skip
# A longer run is a list or a shout, no name; cutting it keeps the work on each run small.
_LONGEST = 16
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Word(NamedTuple):
    """A word as written, without a possessive ending."""

    text: str
    start: int
    end: int


class Run(NamedTuple):
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
        if not words and found.group() in OPENERS and not _counts(text, found.start()):
            continue
        word = _word(text, found)
        if word is None:
            continue
        if words and (word.start - words[-1].end > 1 or text[word.start - 1] != " " or len(words) >= _LONGEST):
            if _is_nickname(text, words[-1].end, word):
                bridge, nickname = word.end + 2, word.text
                continue
            gap = (
                " "
                if word.start == bridge
                else text[words[-1].end : min(word.start, words[-1].end + _FARTHEST)]
            )
            link = _link(gap, words, word.text)
            if link is None and gap in _JOINING and len(words) < _LONGEST:
                link = _join(text, gap, words, linked, word)
            if link is None or len(words) >= _LONGEST:
                yield Run(tuple(words), _is_possessive(text, words[-1].end), linked, nickname)
                words, linked, nickname = [], None, ""
            elif link:
                linked = len(words) if linked is None else linked
        words.append(word)
    if words:
        yield Run(tuple(words), _is_possessive(text, words[-1].end), linked, nickname)


def _counts(text: str, start: int) -> bool:
    """Whether a number with a capital inside a sentence begins a name: "of One Harbour"."""
    return text.startswith(NUMBERS, start) and text[start - 2 : start - 1].islower() and text[start - 1] == " "


def _join(text: str, gap: str, words: list[Word], linked: int | None, following: Word) -> bool | None:
    """As `_link`, for the joints that need a look at more of a body's name."""
    if not linked:
        return (
            False
            if gap == " and " and is_one_body(text, words[0].start, words[-1].text, following.start)
            else None
        )
    inside = text[words[linked].start : words[-1].end]
    place = following.text, following.start
    is_body = fold(words[linked - 1].text) in ORGANISATIONS
    return True if is_body and goes_on(text, words[linked - 1].text, gap, inside, place) else None


def _is_nickname(text: str, end: int, word: Word) -> bool:
    """Whether a word stands in marks or brackets between a first name and a surname: 'Ana "Nan" Moor'."""
    if word.start - end > _LONGEST_OPENING:
        return False
    opening = text[end : word.start]
    if opening[:1] == "." and text[end - 1 : end].isupper():
        opening = opening[1:]  # after an initial: 'Ana C. "Nan" Moor'
    if opening == " (" and len(word.text) > 1 and word.text.isupper():
        return False  # an agency behind the place of a dateline: "Kelm (NNA)"
    if opening not in _OPENINGS or text[word.end : word.end + 2] not in _CLOSINGS:
        return False
    return text[word.end + 2 : word.end + 3].isupper()


def _is_given(words: list[Word]) -> bool:
    """Whether letters with full stops are somebody's: "J.D. Moor"."""
    if len(words) > 1 and fold(words[-2].text) not in OFFICES | PARTISAN:
        return False
    return len(words[-1].text) <= len("J.R.R") and fold(words[-1].text) not in _LETTERS


def _heads(word: str) -> bool:
    """Whether a word goes on after "U.S." and the like: an office, or what a body is called."""
    folded = fold(word)
    return folded in OFFICES or folded in ORGANISATIONS


def _word(text: str, found: re.Match[str]) -> Word | None:
    """The word of a match with what belongs to it before its capital, without a possessive ending; None
    where it
    begins with no capital after all."""
    written, start = found.group(), found.start()
    if not written.isascii() and not any(letter.isupper() for letter in written[:5]):
        return None
    if start and text[start - 1] in "-'’‘":
        prefix = _PREFIX.search(text, max(0, start - _LONGEST_PREFIX), start)
        start = prefix.start() if prefix else start
    end = found.end() if "'" not in written and "’" not in written else found.start() + len(bare(written))
    return Word(text[start:end], start, end)


def _is_possessive(text: str, end: int) -> bool:
    """Whether a possessive ending follows a word."""
    return text[end : end + 2] in {"'s", "’s"} or (text[end : end + 1] in {"'", "’"} and text[end - 1] in "szx")


def _link(gap: str, words: list[Word], following: str) -> bool | None:
    """None: the following word begins a new run; False: it goes on; True: it goes on after "of" and the
    like."""
    if gap.isspace() and "\n" not in gap and len(gap) <= _WIDEST:
        return False
    last = fold(words[-1].text)
    if gap[0] == ".":
        lettered = "." in words[-1].text
        dotted = len(last) == 1 or last in _DOTTED or (lettered and (_heads(following) or _is_given(words)))
        return False if gap == ". " and dotted else None
    if gap == ", ":
        return False if fold(following) in GENERATIONS else None
    if gap in _OF and (last in ORGANISATIONS or last in OFFICES):
        return True
    if gap in _ABOUT and last in _DELIBERATING and not is_function_word(following):
        return True
    if gap in _POSSESSIVES:
        return False if last in OFFICES and fold(following) in ORGANISATIONS else None
    if gap == " & ":
        return True
    return False if gap in _PARTICLES else None
