"""The words of an article, line by line, with every quoted segment as one opaque word.

What stands inside quotation marks is the speaker's; the grammar of the reporter's sentence is easier to see
when a whole quotation counts as a single word in it. Quoted titles and nicknames are no speech: they become
names (`titles`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.quotes.grammar import DASHES, word_set
from index.quotes.marks import Segment, segments
from index.quotes.titles import is_title
from index.text.sentences import is_abbreviation, opens_sentence

WORD, NAME, NUMBER, MARK, QUOTE = "word", "name", "number", "mark", "quote"


class Word(NamedTuple):
    """A word of the outer text. `lower` is casefolded, with ' for ’; `segment` is set where `kind` is QUOTE."""

    start: int
    end: int
    text: str
    lower: str
    kind: str
    segment: Segment | None = None


class Line(NamedTuple):
    """One line of the text: its place and its outer sentences."""

    start: int
    end: int
    sentences: list[list[Word]]


# Inside words stand accents of their own and signs that were wrongly decoded: "FranÃ§ois".
_REST = r"[\w&\u0300-\u036f]*(?:[\x80-\x84\x86-\x9f¡-ª¬-º¼-¿]+[\w&]+)*(?:['’\-‑][^\W_]+)*"
_TOKEN = re.compile(
    rf"[^\W\d_]{{2}}{_REST}"  # most words: two letters tell them from U.S. and R-Va.
    r"|(?:[^\W\d_]\.){2,8}"  # U.S., e.g.
    r"|[RDI]-[A-Z][A-Za-z]{0,5}\.?(?:[A-Z]\.)?(?![\w-])"  # R-Va., D-N.Y.
    r"|[#$£€]?\d[\d,.:]*\d|[#$£€]?\d|@\w+"
    rf"|[^\W\d_]{_REST}"
    r"|--+|\.\.\.+|&[a-z]{2,6};|[^\w\s]"
)
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = frozenset(".!?…")
_CLOSING = frozenset(")]")
_BREAKING = (MARK, QUOTE)
_LONGEST = 400
_REMEMBERED = 1 << 13  # tokens: an article has some hundred different ones
_NAME_LEADS = word_set("mr mrs ms dr sen rep gov gen prof rev lt sgt col capt st")
_REPORTS = word_set(
    "said says asked asks wondered wonders added adds cried shouted demanded replied wrote exclaimed told"
    " joked tweeted inquired quipped yelled continued screamed chanted"
)
_DATELINE = 12
_AGENCIES = word_set("ap afp cnn reuters upi dpa xinhua bloomberg")
_REPORT_WINDOW = 20  # words


def lines(text: str, quoted: Sequence[Segment] | None = None) -> Iterator[Line]:
    """Every line of `text` that is not blank, cut into outer sentences; `quoted` are its segments."""
    quoted = segments(text) if quoted is None else quoted
    place = 0
    for match in _LINE.finditer(text):
        if match.group().isspace():
            continue
        begin = place
        while place < len(quoted) and quoted[place].start < match.end():
            place += 1
        words = _without_dateline(_words(text, match.start(), match.end(), quoted[begin:place]))
        if words:
            yield Line(match.start(), match.end(), list(_sentences(words)))


def _words(text: str, start: int, end: int, quoted: Sequence[Segment]) -> list[Word]:
    found: list[Word] = []
    at = start
    for segment in quoted:
        _plain_words(text, at, segment.start, found)
        if is_title(text, segment, start, end):
            title = text[segment.inner_start : segment.inner_end]
            found.append(Word(segment.start, segment.end, title, title.casefold(), NAME))
        else:
            found.append(Word(segment.start, segment.end, "", "“”", QUOTE, segment))
        at = segment.end
    _plain_words(text, at, end, found)
    return found


def _plain_words(text: str, start: int, end: int, found: list[Word]) -> None:
    """Add the words between two offsets.

    Only blanks stand between tokens, so that searching finds their places: faster than asking each match, and
    this is the innermost loop of the engine.
    """
    reached = start
    make = tuple.__new__
    taken = False  # the stop of an abbreviation, with it
    for token in _TOKEN.findall(text, start, end):
        if taken:
            taken = False
            continue
        begin = text.find(token, reached)
        word, lower, kind, abbreviation = _look_at(token)
        reached = begin + len(token)
        if abbreviation and reached < end and text[reached] == ".":
            word, lower, reached, taken = word + ".", lower + ".", reached + 1, True
        found.append(make(Word, (begin, reached, word, lower, kind, None)))


@lru_cache(_REMEMBERED)
def _look_at(word: str) -> tuple[str, str, str, bool]:
    """A token with its lower case, its kind and whether a stop behind it belongs to it."""
    first = word[0]
    lower = word.casefold().replace("’", "'")
    if first.isalpha():
        return word, lower, NAME if first.isupper() else WORD, is_abbreviation(word)
    if first.isdigit() or (len(word) > 1 and first in "@#$£€"):
        return word, lower, NAME if first == "@" else NUMBER, False
    return word, lower, MARK, False


def _without_dateline(words: list[Word]) -> list[Word]:
    """The line without "PORT HAVEN, Oct. 3 (NNA) —" or "Port Haven (NNA)" before it."""
    agency = _behind_agency(words)
    if agency:
        return words[agency:]
    if not words or not (words[0].kind == NAME and words[0].text.isupper() and len(words[0].text) > 2):  # noqa: PLR2004 - "A", "US" begin sentences
        return words
    for index, word in enumerate(words[1:_DATELINE], start=1):
        if word.text in DASHES:
            return words[index + 1 :]
        if word.kind == QUOTE or (word.kind == MARK and word.text in "!?:;"):
            break
    return words


def _behind_agency(words: list[Word]) -> int:
    """Where the sentence begins behind a place and an agency in brackets that open a line; 0 where none do."""
    at = 0
    while at < min(len(words), _DATELINE) and (words[at].kind == NAME or words[at].text == ","):
        at += 1
    if at + 3 >= len(words) or words[at].text != "(" or words[at + 1].lower not in _AGENCIES:
        return 0
    close = at + 2 if words[at + 2].text == ")" else at + 3
    return close + 1 if words[close].text == ")" and close + 1 < len(words) else 0


def _sentences(words: list[Word]) -> Iterator[list[Word]]:
    start = 0
    for index, word in enumerate(words[:-1]):
        long = index + 1 - start >= _LONGEST
        if not long and word.kind not in _BREAKING and word.text[-1] not in _ENDS:
            continue
        if long or _ends(words, index, words[index + 1]):
            yield words[start : index + 1]
            start = index + 1
    yield words[start:]


def _ends(words: list[Word], index: int, following: Word) -> bool:
    word = words[index]
    if word.kind == QUOTE:
        return _quote_ends(words, index, following)
    if word.kind == MARK:
        return _mark_ends(words, index, following)
    if word.text.endswith(".") and following.kind == NAME and len(word.text) > len("J."):
        return word.lower.rstrip(".") not in _NAME_LEADS and opens_sentence(following.text)
    return (
        word.segment is None
        and word.text[-1:] in _ENDS
        and following.kind in (NAME, QUOTE)
        and " " in word.text
    )


def _mark_ends(words: list[Word], index: int, following: Word) -> bool:
    text = words[index].text
    if text[0] in _ENDS:
        if following.kind == WORD or following.text in _CLOSING:
            return False
        return following.kind != MARK or following.text not in _ENDS
    return text in _CLOSING and index > 0 and words[index - 1].text in _ENDS and following.kind != WORD


def _quote_ends(words: list[Word], index: int, following: Word) -> bool:
    segment = words[index].segment
    if segment is None or following.kind == WORD or (following.kind == MARK and following.text != "("):
        return False
    if segment.last not in _ENDS:
        return False
    if following.kind == QUOTE or segment.last == ".":
        return True
    return not _is_reported(words, index + 1)


def _is_reported(words: list[Word], start: int) -> bool:
    """Whether a verb of reporting follows before another sentence: "“Go!” his friend, the mayor, shouted"."""
    for word in words[start : start + _REPORT_WINDOW]:
        if word.lower in _REPORTS:
            return True
        if word.kind == QUOTE or word.text in _ENDS:
            return False
    return False
