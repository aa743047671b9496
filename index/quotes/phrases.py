"""Noun phrases, adverbials and finite verbs: the little syntax that finding speakers and contents needs.

All functions take a sentence and word indices and look at a bounded window, so that their time does not
depend on the length of the sentence.
"""

from __future__ import annotations

from index.quotes.cues import is_adverb
from index.quotes.grammar import (
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    CONTRACTED,
    DETERMINERS,
    DO,
    HAVE,
    LISTENERS,
    MODALS,
    NOT_PAST,
    NOUN_LINKS,
    OBJECT_PRONOUNS,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBORDINATORS,
    TIME_LEADS,
    TIMES,
    word_set,
)
from index.quotes.lexicon import NOUN_LIKE, entries
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD, Sentence

WINDOW = 40  # words; longer phrases than this are not looked through
_FINITE = MODALS | HAVE | DO | (BE - {"be", "been", "being"})
_INSIDE = frozenset("&-'/’")


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether the word is most likely a finite verb (or a pronoun with one: "he'd")."""
    word = sentence[index]
    lower = word.lower
    if word.kind != WORD:
        return word.kind == NAME and lower.endswith(CONTRACTED) and lower.split("'")[0] in PERSONAL
    if lower in _FINITE:
        return True
    before = sentence[index - 1].lower if index else ""
    if lower in COMMON_VERBS:
        return before not in DETERMINERS and before not in ("to", "of")
    if lower.endswith("ed") and len(lower) > 4 and lower not in NOT_PAST:  # noqa: PLR2004 - "shed", "need"
        return before not in DETERMINERS and not before.endswith("'s") and before not in PREPOSITIONS
    if lower.endswith(CONTRACTED):
        return lower.split("'")[0] in PERSONAL or lower.split("'")[0] in ("there", "that", "who")
    if before in PERSONAL and lower.endswith("s"):
        return True
    entry = entries().get(lower)
    return entry is not None and entry.form in ("past", "s") and lower not in NOUN_LIKE


def has_finite(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a finite verb stands among these words (the first `WINDOW` of them)."""
    return any(is_finite(sentence, index) for index in range(start, min(end, start + WINDOW)))


def noun_phrase_left(sentence: Sentence, end: int, floor: int = 0) -> int:
    """Where the noun phrase begins that ends before word `end`; `end` itself where there is none."""
    at = end - 1
    lowest = max(floor, end - WINDOW)
    while at >= lowest:
        word = sentence[at]
        if word.lower in PERSONAL and not (at == end - 1 and word.kind == NAME and word.lower == "us"):
            return at if at == end - 1 else _trim(sentence, at + 1, end)
        if word.kind == MARK:
            if word.text == ")" and (opening := _opening(sentence, at, lowest)) is not None:
                at = opening - 1
                continue
            if word.text not in _INSIDE:
                break
        elif word.kind == QUOTE:
            if at == end - 1 or at == lowest or sentence[at - 1].kind != NAME:
                break  # only a nickname stands inside a name
        elif word.lower in SUBORDINATORS and word.kind == WORD:
            if word.lower != "and" or not _coordinates(sentence, at, lowest):
                break
        elif is_finite(sentence, at):
            break
        at -= 1
    return _trim(sentence, at + 1, end)


def _opening(sentence: Sentence, close: int, lowest: int) -> int | None:
    for at in range(close - 1, max(lowest, close - 12) - 1, -1):
        if sentence[at].text == "(":
            return at
    return None


def _coordinates(sentence: Sentence, at: int, lowest: int) -> bool:
    """Whether the "and" at `at` joins noun phrases: no finite verb between it and the clause's beginning."""
    if at == lowest:
        return False
    for index in range(at - 1, lowest - 1, -1):
        word = sentence[index]
        if word.kind == MARK and word.text not in "-&'":
            return word.text != ","
        if word.lower in PERSONAL or is_finite(sentence, index):
            return False
        if word.kind == WORD and word.lower in SUBORDINATORS and word.lower != "and":
            return True
    return sentence[lowest].lower not in PREPOSITIONS


def _trim(sentence: Sentence, start: int, end: int) -> int:
    """Move `start` past adverbs, time words and prepositional phrases that stand before the noun phrase."""
    at = start
    while at < end and _leads(sentence, at, end):
        at += 1
    if at < end and sentence[at].lower in PREPOSITIONS:
        at = _last_phrase(sentence, at, end)
    return at


def _leads(sentence: Sentence, at: int, end: int) -> bool:
    word = sentence[at]
    if word.kind == MARK or word.lower in SUBORDINATORS:
        return True
    if is_adverb(word.lower) and word.lower not in ("both", "all") and at + 1 < end:
        return True
    if word.lower in TIMES and at + 1 < end and word.kind != NUMBER:
        return sentence[at + 1].lower != "of"
    return word.lower in TIME_LEADS and at + 2 < end and sentence[at + 1].lower in TIMES


def _last_phrase(sentence: Sentence, start: int, end: int) -> int:
    """Where the last noun phrase of "in an interview the president" begins."""
    at = end - 1
    if sentence[at].kind == NAME:
        while at > start and sentence[at - 1].kind == NAME and sentence[at - 1].lower not in TIMES:
            at -= 1
        while at > start and _may_stand_before_name(sentence, at - 1):
            at -= 1
        return at
    while at > start + 1:
        if sentence[at].lower in DETERMINERS:
            return at
        at -= 1
    return end - 1


def _may_stand_before_name(sentence: Sentence, at: int) -> bool:
    word = sentence[at]
    return word.kind == WORD and word.lower not in PREPOSITIONS and word.lower not in TIMES | OCCASIONS


def noun_phrase_right(sentence: Sentence, start: int, limit: int) -> int:
    """Where the noun phrase ends that begins at word `start`; `start` itself where there is none."""
    at = start
    stop = min(limit, start + WINDOW)
    if at < stop and sentence[at].lower in OBJECT_PRONOUNS | PERSONAL:
        return at + 1
    while at < stop and _continues_phrase(sentence, at, start, stop):
        at += 1
    while at > start and sentence[at - 1].lower in NOUN_LINKS | DETERMINERS | {"and"}:
        at -= 1
    return at


def _continues_phrase(sentence: Sentence, at: int, start: int, stop: int) -> bool:
    word = sentence[at]
    lower = word.lower
    if word.kind == QUOTE:
        return at > start and at + 1 < stop and sentence[at + 1].kind == NAME
    if word.kind == MARK:
        return word.text in _INSIDE
    if lower in PREPOSITIONS:
        return lower in NOUN_LINKS and at > start and at + 1 < stop and not begins_adverbial(sentence, at, stop)
    if word.kind == WORD and lower in SUBORDINATORS:
        return lower == "and" and at > start and at + 1 < stop and _joins(sentence, at)
    if lower in PERSONAL or (at > start and is_time(sentence, at)):
        return False
    if lower in DETERMINERS and at > start and not _links(sentence, at):
        return False
    if is_adverb(lower) and word.kind == WORD and lower not in ("both", "all", "then"):
        return False
    return not (at > start and lower in AUXILIARIES) and not (at > start and is_finite(sentence, at))


def _joins(sentence: Sentence, at: int) -> bool:
    return sentence[at + 1].kind == NAME or sentence[at + 1].lower in DETERMINERS


def is_time(sentence: Sentence, at: int) -> bool:
    """Whether a time begins here: "Monday", "last week", "two days later"."""
    lower = sentence[at].lower
    if lower in TIMES and lower not in ("may", "march", "fall", "second", "time", "day", "moment"):
        return True
    following = sentence[at + 1].lower if at + 1 < len(sentence) else ""
    return lower in TIME_LEADS and following in TIMES


def begins_adverbial(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether "in", "on", "at" here begins a time or an occasion: "on Monday", "in a statement"."""
    if sentence[at].lower not in (
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "from",
        "to",
        "with",
        "by",
        "for",
    ):
        return False
    for index in range(at + 1, min(limit, at + 6)):
        lower = sentence[index].lower
        if (
            is_time(sentence, index)
            or lower in OCCASIONS
            or (lower in LISTENERS and sentence[at].lower == "to")
        ):
            return True
        if sentence[index].kind == NUMBER and len(lower) == 4:  # noqa: PLR2004 - a year
            return True
        if sentence[index].kind == MARK or lower in PREPOSITIONS:
            return False
    return False


def skip_adverbials(sentence: Sentence, start: int, limit: int) -> int:
    """Pass over what tells when, where and to whom something was said."""
    at = start
    while at < limit:
        word = sentence[at]
        step = at
        if word.kind != QUOTE and is_time(sentence, at):
            step = _skip_time(sentence, at, limit)
        elif word.kind == WORD and is_adverb(word.lower):
            step = at + 1
        elif word.kind == WORD and word.lower in _ADVERBIAL_PREPOSITIONS and at + 1 < limit:
            step = _skip_prepositional(sentence, at, limit)
        if step == at:
            break
        at = step
    return at


_ADVERBIAL_PREPOSITIONS = word_set(
    "in on at during after before to from by via through with for of about regarding following upon near outside"
    " inside throughout until since under over amid within without against as"
)


def _skip_time(sentence: Sentence, start: int, limit: int) -> int:
    at = start + 1
    while at < limit and (sentence[at].lower in TIMES or sentence[at].kind == NUMBER):
        at += 1
    return at


def _skip_prepositional(sentence: Sentence, start: int, limit: int) -> int:
    if sentence[start + 1].kind == QUOTE:
        return start
    at = start + 1
    at += 1
    while at < limit and at < start + WINDOW:
        word = sentence[at]
        if (
            word.kind == QUOTE
            or word.lower in PERSONAL
            or (word.kind == WORD and word.lower in SUBORDINATORS - {"and"})
        ):
            break
        if word.kind == MARK and word.text not in "-&'/.":
            break
        if word.kind == WORD and word.lower in DETERMINERS and at > start + 1 and not _links(sentence, at):
            break
        at += 1
    return at


def _links(sentence: Sentence, at: int) -> bool:
    before = sentence[at - 1]
    return (
        before.lower in PREPOSITIONS
        or before.lower in ("and", "with")
        or before.kind == MARK
        or is_adverb(before.lower)
    )


def is_question_word(lower: str) -> bool:
    """Whether an indirect question may begin with this word."""
    return lower in QUESTION_WORDS
