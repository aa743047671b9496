"""Noun phrases and adverbials: the little syntax that finding speakers and contents needs.

All functions take a sentence and word indices and look at a bounded window, so that their time does not
depend on the length of the sentence.
"""

from __future__ import annotations

from index.quotes.adverbials import INSIDE, WINDOW, begins_adverbial
from index.quotes.grammar import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    NOUN_LINKS,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    SPOKEN_TO,
    SUBORDINATORS,
    TAKE_TO,
    TIME_LEADS,
    TIMES,
    word_set,
)
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD


def noun_phrase_left(sentence: Sentence, end: int, floor: int = 0) -> int:
    """Where the noun phrase begins that ends before word `end`; `end` itself where there is none."""
    lowest = max(floor, end - WINDOW)
    if end > lowest and sentence.lower[end - 1] in PERSONAL:
        return end - 1
    at = end - 1
    while at >= lowest:
        if sentence.text(at) == ")":
            at = opening_bracket(sentence, at, lowest) - 1
        elif _breaks(sentence, at, lowest):
            break
        else:
            at -= 1
    return _trim(sentence, max(at + 1, lowest), end)


def _breaks(sentence: Sentence, at: int, lowest: int) -> bool:
    """Whether a noun phrase cannot reach over this word to the left."""
    kind = sentence.kinds[at]
    word = sentence.lower[at]
    if kind == MARK:
        return sentence.text(at) not in INSIDE and not _is_before_form(sentence, at)
    if kind == QUOTE or word in PERSONAL or sentence.finite[at]:
        return True
    if kind == WORD and word in SUBORDINATORS:
        return word != "and" or not _coordinates(sentence, at, lowest)
    return False


def opening_bracket(sentence: Sentence, close: int, lowest: int) -> int:
    """The bracket that the one at `close` closes; `close` itself where there is none near."""
    for at in range(close - 1, max(lowest, close - 12) - 1, -1):
        if sentence.text(at) == "(":
            return at
    return close


def _coordinates(sentence: Sentence, at: int, lowest: int) -> bool:
    """Whether the "and" at `at` joins noun phrases: no verb between it and the beginning of its clause."""
    if at == lowest:
        return False
    for index in range(at - 1, lowest - 1, -1):
        word = sentence.lower[index]
        if sentence.kinds[index] == MARK and sentence.text(index) not in INSIDE:
            beside = sentence.lower[index + 1] in DETERMINERS or sentence.kinds[index + 1] == NAME
            return sentence.text(index) != "," or beside
        if word in PERSONAL or sentence.finite[index]:
            return False
        if sentence.kinds[index] == WORD and word in SUBORDINATORS and word != "and":
            return True
    return sentence.lower[lowest] not in PREPOSITIONS


def _trim(sentence: Sentence, start: int, end: int) -> int:
    """Move `start` past adverbs, times and prepositional phrases that stand before the noun phrase."""
    at = start
    while at < end and _leads(sentence, at, end):
        at += 1
    if at < end and sentence.lower[at] in PREPOSITIONS and sentence.kinds[at] in (WORD, NAME):
        at = _last_phrase(sentence, at, end)
    return at


def _leads(sentence: Sentence, at: int, end: int) -> bool:
    if at + 1 >= end:
        return sentence.kinds[at] == MARK
    word = sentence.lower[at]
    if sentence.kinds[at] == MARK or word in SUBORDINATORS:
        return True
    if is_lead_adverb(sentence, at) or word in _CLOCK:
        return True
    if word in TIMES:
        return sentence.lower[at + 1] != "of"
    return word in TIME_LEADS and at + 2 < end and sentence.lower[at + 1] in TIMES


def is_lead_adverb(sentence: Sentence, at: int) -> bool:
    """Whether the word is an adverb before a noun phrase, also with a capital: "Meanwhile Moor said"."""
    word = sentence.lower[at]
    if word in ("both", "all", "each", "many", "more"):
        return False
    return sentence.is_adverb(at) or (at == 0 and sentence.kinds[at] == NAME and _is_opening_adverb(word))


def _is_opening_adverb(word: str) -> bool:
    return word in _OPENING_ADVERBS or (
        word.endswith("ly") and word not in ("emily", "kelly", "sally", "billy")
    )


_CLOCK = word_set("a.m. p.m. am pm gmt")
_OPENING_ADVERBS = word_set(
    "meanwhile then later still also now yesterday today again however instead nevertheless first once"
    " earlier afterward afterwards perhaps even"
)


def _last_phrase(sentence: Sentence, start: int, end: int) -> int:
    """Where the last noun phrase of "in an interview the president" begins."""
    at = end - 1
    if sentence.kinds[at] == NAME:
        while at > start + 1 and (step := _name_step(sentence, at)) and at - step > start:
            at -= step
        while at > start + 1 and _stands_before_name(sentence, at - 1):
            at -= 1
        return at
    while at > start + 1:
        if sentence.lower[at] in DETERMINERS:
            return at
        at -= 1
    return end - 1


def _name_step(sentence: Sentence, at: int) -> int:
    """How many words to the left the name at word `at` goes on: one, or over the "of" of "Ministry of Trade"."""
    if sentence.kinds[at - 1] == NAME:
        return int(sentence.lower[at - 1] not in TIMES)
    return 2 * int(sentence.lower[at - 1] in ("of", "for") and sentence.kind(at - 2) == NAME)


def _stands_before_name(sentence: Sentence, at: int) -> bool:
    word = sentence.lower[at]
    if word in _CLOCK:
        return False
    return (
        sentence.kinds[at] == WORD and word not in PREPOSITIONS and word not in TIMES and word not in OCCASIONS
    )


def noun_phrase_right(sentence: Sentence, start: int, limit: int) -> int:
    """Where the noun phrase ends that begins at word `start`; `start` itself where there is none."""
    stop = min(limit, start + WINDOW)
    if start < stop and sentence.lower[start] in SPOKEN_TO | PERSONAL:
        return start + 1
    at = start
    while at < stop and _continues(sentence, at, start, stop):
        at += 1
    while at > start and (sentence.lower[at - 1] in _LOOSE_ENDS or sentence.text(at - 1) in INSIDE):
        at -= 1
    return at


_FORMS = word_set("inc llc ltd plc corp llp")
_LOOSE_ENDS = NOUN_LINKS | DETERMINERS | {"and", "to"}


def _continues(sentence: Sentence, at: int, start: int, stop: int) -> bool:
    kind = sentence.kinds[at]
    word = sentence.lower[at]
    if kind == MARK:
        return sentence.text(at) in INSIDE and sentence.text(at) != "."
    if kind == QUOTE:
        return at > start and sentence.kind(at + 1) == NAME
    if kind in (NAME, NUMBER):
        return at == start or not sentence.is_time(at)
    if word in PREPOSITIONS or word in SUBORDINATORS:
        return at > start and at + 1 < stop and _links_on(sentence, at, stop)
    return _is_noun_part(sentence, at, start)


def _links_on(sentence: Sentence, at: int, stop: int) -> bool:
    word = sentence.lower[at]
    if word == "and":
        return sentence.kinds[at + 1] == NAME or sentence.lower[at + 1] in DETERMINERS
    if word == "to":
        return sentence.lower[at - 1] in TAKE_TO and not sentence.is_time(at + 1)
    return word in NOUN_LINKS and not begins_adverbial(sentence, at, stop)


def _is_noun_part(sentence: Sentence, at: int, start: int) -> bool:
    word = sentence.lower[at]
    if word in PERSONAL or (sentence.is_adverb(at) and word not in ("both", "all", "most")):
        return False
    if at == start:
        return True
    if word in DETERMINERS:
        return sentence.lower[at - 1] in PREPOSITIONS or sentence.lower[at - 1] in ("and", "all", "both")
    return not (word in AUXILIARIES or sentence.finite[at] or sentence.is_time(at))


def _is_before_form(sentence: Sentence, at: int) -> bool:
    """Whether a comma stands between a company and what it is by law: "Norvane Foods, Inc."."""
    return sentence.text(at) == "," and sentence.word(at + 1).rstrip(".") in _FORMS


def is_pause(sentence: Sentence, at: int) -> bool:
    """Whether a comma, dash or bracket stands here."""
    text = sentence.text(at)
    if _is_before_form(sentence, at):
        return False
    if text == "-" and 0 < at < len(sentence) - 1:
        return sentence.words[at - 1].end < sentence.words[at].start  # none in "the 30-year-old"
    return text in (",", "(", ")") or text in DASHES
