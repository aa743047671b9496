"""Who speaks in a sentence: the noun phrase that is the subject of a cue."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotes.cues import Cue
from index.quotes.grammar import DETERMINERS, PERSONAL, PREPOSITIONS, RELATIVES, SUBORDINATORS
from index.quotes.phrases import (
    WINDOW,
    has_finite,
    is_finite,
    is_time,
    noun_phrase_left,
    noun_phrase_right,
)
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD, Sentence

_PAUSES = frozenset((",", "—", "–", "-", "--", ")", "("))
_AFTER_INVERTED = frozenset((",", ".", ":", ";", "—", "–", "--", "-", "(", "?", "!"))


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `start`..`end` name the speaker; the clause that reports begins at `clause`.

    `inverted`: the speaker follows the verb. `shared`: the verb has no subject of its own in this place.
    """

    start: int
    end: int
    clause: int
    inverted: bool = False
    shared: bool = False


def subject_of(sentence: Sentence, cue: Cue, earlier: Subject | None) -> Subject | None:
    """The subject of `cue`, where the rules find one. `earlier` is the subject of the cue before it."""
    inverted = _inverted(sentence, cue)
    if inverted is not None:
        return inverted
    before = cue.first - 1
    if before < 0:
        return None
    word = sentence[before]
    if word.lower in ("and", "or", "but", "then") or _hangs_on(sentence, cue):
        return _shared(sentence, cue, earlier)
    if word.lower in RELATIVES and word.kind == WORD:
        end = before - 1 if before and sentence[before - 1].text == "," else before
        return _plain(sentence, end, before)
    if word.kind == MARK and word.text in _PAUSES:
        return _before_pause(sentence, before)
    return _plain(sentence, cue.first, None)


def main_subject(sentence: Sentence, limit: int) -> Subject | None:
    """The subject of the first finite verb before word `limit`."""
    for index in range(1, min(limit, WINDOW * 2)):
        if is_finite(sentence, index):
            at = index
            while at > 0 and sentence[at - 1].kind == WORD and sentence[at - 1].lower.endswith("ly"):
                at -= 1
            word = sentence[at - 1]
            if word.lower in RELATIVES:
                continue
            if word.kind == MARK and word.text in _PAUSES:
                found = _before_pause(sentence, at - 1)
            else:
                found = _plain(sentence, at, None)
            if found is not None:
                return found
    return None


def _hangs_on(sentence: Sentence, cue: Cue) -> bool:
    """A participle after a comma or a preposition: "…, adding that", "after accusing"."""
    if cue.form != "ing" or cue.first < cue.verb:
        return False
    word = sentence[cue.first - 1]
    return (
        word.text in _PAUSES or word.lower in PREPOSITIONS or word.kind == QUOTE or word.lower in SUBORDINATORS
    )


def _shared(sentence: Sentence, cue: Cue, earlier: Subject | None) -> Subject | None:
    found = earlier or main_subject(sentence, cue.first)
    if found is None:
        return None
    return Subject(found.start, found.end, cue.first, shared=True)


def _inverted(sentence: Sentence, cue: Cue) -> Subject | None:
    if "q" not in cue.frames or cue.form not in ("past", "s") or cue.first != cue.verb or cue.passive:
        return None
    if cue.first and not _may_precede_inverted(sentence, cue.first - 1):
        return None
    end = noun_phrase_right(sentence, cue.after, len(sentence))
    if end == cue.after or (sentence[cue.after].lower in PERSONAL and cue.first == 0):
        return None
    if is_time(sentence, cue.after) or sentence[cue.after].kind == NUMBER:
        return None
    if end < len(sentence) and not _may_follow_inverted(sentence, end):
        return None
    if not any(word.kind in (NAME, WORD) for word in sentence[cue.after : end]):
        return None
    return Subject(cue.after, end, cue.first, inverted=True)


def _may_precede_inverted(sentence: Sentence, at: int) -> bool:
    word = sentence[at]
    if word.kind == QUOTE:
        return True
    if word.text in ("—", "–", "--", "-"):
        return sentence[at - 1].kind == QUOTE
    if word.text != ",":
        return word.lower in ("as", "so", "thus")
    return sentence[at - 1].kind == QUOTE or has_finite(sentence, max(0, at - WINDOW), at)


def _may_follow_inverted(sentence: Sentence, at: int) -> bool:
    word = sentence[at]
    if word.kind == QUOTE:
        return True
    if word.kind == MARK:
        return word.text in _AFTER_INVERTED
    return (
        word.lower in PREPOSITIONS
        or word.lower in ("who", "and", "when", "while", "as", "after")
        or is_time(sentence, at)
    )


def _plain(sentence: Sentence, end: int, clause_from: int | None) -> Subject | None:
    start = noun_phrase_left(sentence, end)
    if not _can_speak(sentence, start, end):
        return None
    return Subject(start, end, start if clause_from is None else min(start, clause_from))


def _can_speak(sentence: Sentence, start: int, end: int) -> bool:
    if start >= end:
        return False
    words = sentence[start:end]
    if all(word.kind in (MARK, NUMBER, QUOTE) for word in words):
        return False
    last = words[-1]
    return not (last.kind == WORD and (last.lower in PREPOSITIONS or last.lower in SUBORDINATORS - {"who"}))


def _before_pause(sentence: Sentence, pause: int) -> Subject | None:
    """The host of the appositions before a cue: "Moor, the minister, who came late, said"."""
    end = pause
    lowest = max(0, pause - 2 * WINDOW)
    while end > lowest:
        begin = _chunk_start(sentence, end, lowest)
        if _is_host(sentence, begin, end):
            start = noun_phrase_left(sentence, end, begin)
            if _can_speak(sentence, start, end):
                return Subject(_title_before(sentence, begin, start), end, start)
            return None
        if begin <= lowest:
            return None
        end = begin - 1
    return None


def _chunk_start(sentence: Sentence, end: int, lowest: int) -> int:
    depth = 0
    at = end - 1
    while at >= lowest:
        text = sentence[at].text
        if text == ")":
            depth += 1
        elif text == "(" and depth:
            depth -= 1
        elif (depth == 0 and sentence[at].kind == MARK and text in _PAUSES | {";", ":"}) or (
            sentence[at].kind == QUOTE and depth == 0
        ):
            return at + 1
        at -= 1
    return lowest


def _is_host(sentence: Sentence, begin: int, end: int) -> bool:
    if begin >= end:
        return False
    first = sentence[begin]
    lower = first.lower
    if first.kind == NUMBER or lower in RELATIVES or lower in ("then", "now", "formerly"):
        return False
    if (
        first.kind == WORD
        and (lower in PREPOSITIONS or lower.endswith("ing"))
        and not has_finite(sentence, begin, end)
    ):
        return False
    if first.kind == WORD and lower.endswith("ed") and begin > 0:
        return False
    if begin == 0 or sentence[begin - 1].kind == QUOTE:
        return True
    if lower in PERSONAL or lower in SUBORDINATORS:
        return True
    return not _is_apposition(sentence, begin, end)


def _is_apposition(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the chunk explains the noun phrase before its comma."""
    before = _chunk_start(sentence, begin - 1, max(0, begin - WINDOW))
    words = sentence[before : begin - 1]
    if not words or has_finite(sentence, begin, end):
        return False
    names_before = words[-1].kind == NAME or words[-1].text == ")"
    if sentence[before].lower in PREPOSITIONS | SUBORDINATORS and before == 0:
        return False
    if has_finite(sentence, before, begin - 1) and sentence[begin].kind == NAME:
        return False
    return names_before or sentence[begin].kind == WORD


def _title_before(sentence: Sentence, begin: int, start: int) -> int:
    """ "the president, Ana Moor, said": the description before the name belongs to the mention."""
    if start != begin or begin < 2 or sentence[begin - 1].text != "," or sentence[begin].kind != NAME:  # noqa: PLR2004 - a word and a comma
        return start
    before = _chunk_start(sentence, begin - 1, max(0, begin - WINDOW))
    first = sentence[before]
    if before < begin - 1 and (first.lower in DETERMINERS or first.lower.endswith("'s")) and before == 0:
        return before if not has_finite(sentence, before, begin - 1) else start
    return start
