"""Adverbials: what tells when, where, on which occasion and to whom something was said."""

from __future__ import annotations

from index.quotes.grammar import (
    AUXILIARIES,
    DETERMINERS,
    LISTENERS,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    QUANTITIES,
    SUBORDINATORS,
    TIMES,
    word_set,
)
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD

WINDOW = 40  # words; longer phrases than this are not looked through
INSIDE = frozenset("&-'/’.")  # marks inside phrases
_ADVERBIAL_LEADS = word_set("in on at during after before from to with by for following upon via through")
_ADVERBIAL_PREPOSITIONS = _ADVERBIAL_LEADS | word_set(
    "of about regarding near outside inside throughout until since under over amid within without"
    " against as toward towards along"
)
_YEAR_DIGITS = 4
_EXISTING = AUXILIARIES | word_set("remain remains remained seem seems seemed exists existed")


def begins_adverbial(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether "in", "on", "at" here begins a time or an occasion: "on Monday", "in a statement"."""
    if sentence.lower[at] not in _ADVERBIAL_LEADS:
        return False
    for index in range(at + 1, min(limit, at + 6)):
        word = sentence.lower[index]
        if sentence.is_time(index) or word in OCCASIONS or (word in LISTENERS and sentence.lower[at] == "to"):
            return True
        if sentence.kinds[index] == NUMBER and len(word) == _YEAR_DIGITS:
            return True
        if sentence.kinds[index] == MARK or word in PREPOSITIONS:
            return False
    return False


def skip_adverbials(sentence: Sentence, start: int, limit: int) -> int:
    """Pass over what tells when, where and to whom something was said."""
    at = start
    while at < limit:
        step = _skip_one(sentence, at, limit)
        if step == at:
            break
        at = step
    return at


def _skip_one(sentence: Sentence, at: int, limit: int) -> int:
    if sentence.kinds[at] == QUOTE:
        return at
    if sentence.is_time(at):
        end = _skip_time(sentence, at, limit)
        return at if sentence.word(end) in AUXILIARIES else end  # "said Monday was a feast"
    if sentence.is_adverb(at):
        return at if sentence.lower[at] in QUANTITIES or is_subject(sentence, at) else at + 1
    if sentence.kinds[at] == WORD and sentence.lower[at] in _ADVERBIAL_PREPOSITIONS and at + 1 < limit:
        return _skip_prepositional(sentence, at, limit)
    return at


def is_subject(sentence: Sentence, at: int) -> bool:
    """Whether "there" begins a clause: "said there are two piers"."""
    return sentence.lower[at] == "there" and sentence.word(at + 1) in _EXISTING


def _skip_time(sentence: Sentence, start: int, limit: int) -> int:
    at = start + 1
    while at < limit and (sentence.lower[at] in TIMES or sentence.kinds[at] == NUMBER):
        at += 1
    return at


def _skip_prepositional(sentence: Sentence, start: int, limit: int) -> int:
    """The end of a prepositional phrase and of those that hang on it."""
    if sentence.kinds[start + 1] == QUOTE or _counts(sentence, start):
        return start
    at = start + 2
    while at < min(limit, start + WINDOW):
        kind = sentence.kinds[at]
        word = sentence.lower[at]
        if (
            kind == QUOTE
            or word in PERSONAL
            or is_subject(sentence, at)
            or (kind == WORD and word in SUBORDINATORS and word != "and")
        ):
            break
        if kind == MARK and sentence.text(at) not in INSIDE and not _is_place_comma(sentence, at, limit):
            break
        if kind == WORD and word in DETERMINERS and not _hangs(sentence, at):
            break
        at += 1
    return at


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether the preposition belongs to a number: "about 20 people"."""
    return sentence.lower[at] in ("about", "over", "under") and sentence.kinds[at + 1] == NUMBER


def _is_place_comma(sentence: Sentence, at: int, limit: int) -> bool:
    """The commas of "in Port Haven, Norland, that": both before and after a name."""
    if sentence.text(at) != "," or at + 2 >= limit or at < 1:
        return False
    if sentence.kinds[at - 1] == NAME and sentence.kinds[at + 1] == NAME:
        return sentence.text(at + 2) == ","
    return (
        sentence.kinds[at - 1] == NAME
        and sentence.text(at - 2) == ","
        and sentence.lower[at + 1] in ("that", "in", "on")
    )


def _hangs(sentence: Sentence, at: int) -> bool:
    before = sentence.lower[at - 1]
    return before in PREPOSITIONS or before in ("and", "all", "both") or sentence.is_adverb(at - 1)
