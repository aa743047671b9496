"""The words of an article, line by line, with every quoted segment as one opaque word.

What stands inside quotation marks is the speaker's; the grammar of the reporter's sentence is easier to see
when a whole quotation counts as a single word in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.quotes.grammar import word_set
from index.quotes.marks import Segment, segments
from index.text.sentences import is_abbreviation, opens_sentence

WORD, NAME, NUMBER, MARK, QUOTE = "word", "name", "number", "mark", "quote"
Kind = str


class Word(NamedTuple):
    """A word of the outer text. `lower` is casefolded with ’ as '; `segment` is set where `kind` is QUOTE."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    segment: Segment | None = None


Sentence = list[Word]

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,8}"  # U.S., e.g.
    r"|[@#$£€]?\d[\d,.:]*\d|[@#$£€]?\d|[@#][\w]+"
    r"|[^\W\d_](?:[\w&]*)(?:['’\-‑][^\W_]+)*"
    r"|--+|\.\.\.+|&[a-z]{2,6};|[^\w\s]"
)
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = frozenset(".!?…")
_LONGEST = 400


class Line(NamedTuple):
    """One line of the text: its place and its outer sentences."""

    start: int
    end: int
    sentences: list[Sentence]


def lines(text: str) -> Iterator[Line]:
    """Every line of `text` that is not blank, cut into outer sentences."""
    quoted = segments(text)
    place = 0
    for match in _LINE.finditer(text):
        if match.group().isspace():
            continue
        begin = place
        while place < len(quoted) and quoted[place].start < match.end():
            place += 1
        words = _words(text, match.start(), match.end(), quoted[begin:place])
        yield Line(match.start(), match.end(), list(_sentences(text, words)))


def _words(text: str, start: int, end: int, quoted: list[Segment]) -> list[Word]:
    found: list[Word] = []
    at = start
    for segment in quoted:
        _plain_words(text, at, segment.start, found)
        found.append(Word(segment.start, segment.end, "", "“”", QUOTE, segment))
        at = segment.end
    _plain_words(text, at, end, found)
    return found


def _plain_words(text: str, start: int, end: int, found: list[Word]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        first = word[0]
        stop = match.end()
        if first.isalpha():
            kind = NAME if first.isupper() else WORD
            if stop < end and text[stop] == "." and is_abbreviation(word):
                word += "."
                stop += 1
        elif first.isdigit() or (len(word) > 1 and first in "@#$£€"):
            kind = NAME if first == "@" else NUMBER
        else:
            kind = MARK
        if found and found[-1].end > match.start():
            continue
        found.append(Word(match.start(), stop, word, word.casefold().replace("’", "'"), kind))


def _sentences(text: str, words: list[Word]) -> Iterator[Sentence]:
    sentence: Sentence = []
    for index, word in enumerate(words):
        sentence.append(word)
        following = words[index + 1] if index + 1 < len(words) else None
        if following is None or len(sentence) >= _LONGEST or _ends(text, words, index, following):
            yield sentence
            sentence = []


def _ends(text: str, words: list[Word], index: int, following: Word) -> bool:
    word = words[index]
    if word.kind == MARK:
        if word.text[0] not in _ENDS:
            return False
        if following.kind == WORD or following.text in _CLOSING:
            return False
        return following.kind != MARK or following.text not in _ENDS
    if word.kind == QUOTE:
        return _quote_ends(text, words, index, following)
    if word.text.endswith(".") and following.kind == NAME and len(word.text) > len("A."):
        return word.lower.rstrip(".") not in _NAME_LEADS and opens_sentence(following.text)
    return word.text in _CLOSING and index > 0 and words[index - 1].text in _ENDS and following.kind != WORD


_CLOSING = frozenset(")]")
_NAME_LEADS = word_set("mr mrs ms dr sen rep gov gen prof rev lt sgt col capt st")


def _quote_ends(text: str, words: list[Word], index: int, following: Word) -> bool:
    segment = words[index].segment
    if segment is None or following.kind in (WORD, MARK):
        return False
    last = _last_sign(text, segment)
    if last not in _ENDS:
        return False
    if following.kind == QUOTE or last == ".":
        return True
    return not any(word.lower in _REPORTS for word in words[index + 1 : index + 9])


_REPORTS = word_set(
    "said says asked asks wondered wonders added adds cried shouted demanded replied wrote exclaimed told joked"
    " tweeted inquired quipped yelled continued screamed"
)


def _last_sign(text: str, segment: Segment) -> str:
    at = segment.inner_end - 1
    while at > segment.inner_start and (text[at].isspace() or text[at] in "’”'\"»)]"):
        at -= 1
    return text[at]
