"""Who is spoken to: the noun phrase between a verb like "told" and what was said."""

from __future__ import annotations

from index.quotes.grammar import DETERMINERS, LISTENERS, PREPOSITIONS, SPOKEN_TO, SUBORDINATORS
from index.quotes.phrases import noun_phrase_right
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, QUOTE, WORD

_INSIDE_NAMES = frozenset("&-/")


def listener_end(sentence: Sentence, at: int, limit: int) -> int:
    """Where the listener ends that begins at word `at` ("reporters", "him", "the audience"); `at` for none."""
    if at >= limit or sentence.is_time(at) or sentence.kinds[at] in (MARK, QUOTE):
        return at
    word = sentence.lower[at]
    if word in SPOKEN_TO:
        return at + 1
    if word in SUBORDINATORS or word in PREPOSITIONS:
        return at
    if sentence.kinds[at] == NAME:
        return _names(sentence, at, limit)
    if word in LISTENERS:
        return _plural(sentence, at, limit)
    end = noun_phrase_right(sentence, at, limit)
    return end if word in DETERMINERS or end < limit else at


def _plural(sentence: Sentence, at: int, limit: int) -> int:
    end = at + 1
    while end < limit and sentence.kinds[end] == WORD and sentence.lower[end] in LISTENERS:
        end += 1
    return end


def _names(sentence: Sentence, at: int, limit: int) -> int:
    end = at + 1
    while end < limit and not sentence.is_time(end) and _goes_on(sentence, end, limit):
        end += 1
    return end


def _goes_on(sentence: Sentence, at: int, limit: int) -> bool:
    if sentence.kinds[at] == NAME or sentence.text(at) in _INSIDE_NAMES:
        return True
    if sentence.kinds[at] == QUOTE or sentence.kinds[at] == MARK or sentence.finite[at]:
        return False
    before = sentence.lower[at - 1]
    name_follows = at + 1 < limit and sentence.kinds[at + 1] == NAME
    word = sentence.lower[at]
    if word in ("and", "of"):
        return name_follows
    if before.endswith("'s") and word not in PREPOSITIONS:
        return True
    return name_follows and word not in PREPOSITIONS and word not in SUBORDINATORS and word not in DETERMINERS
