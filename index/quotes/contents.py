"""What is said: the words of a sentence that a cue reports, before it, after it or on both sides."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotes.cues import Cue, is_adverb
from index.quotes.grammar import (
    DETERMINERS,
    LISTENERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBORDINATORS,
)
from index.quotes.phrases import has_finite, is_finite, is_time, noun_phrase_right, skip_adverbials
from index.quotes.speakers import Subject
from index.quotes.words import MARK, NAME, QUOTE, WORD, Sentence

Range = tuple[int, int]
_DASHES = frozenset(("—", "–", "--", "-"))


@dataclass(frozen=True, slots=True)
class Contents:
    """Word ranges of what is said, and the listener where the cue has one."""

    ranges: tuple[Range, ...]
    addressed: Range | None = None


def contents_of(sentence: Sentence, cue: Cue, subject: Subject, limit: int, floor: int) -> Contents:
    """The contents of `cue` between words `floor` and `limit`."""
    begin = subject.end if subject.inverted else cue.after
    after, addressed, explicit = _after(sentence, cue, begin, limit, inverted=subject.inverted)
    before = None if subject.shared else _before(sentence, subject.clause, floor)
    quoted_before = before is not None and _ends_in_quote(sentence, before)
    ranges: list[Range] = []
    if before is not None and quoted_before:
        ranges.append(_tight(sentence, before))
        if after is not None and explicit:
            ranges.append(after)
    elif _is_parenthesis(sentence, begin, limit, before):
        ranges = _around(sentence, before, begin, limit)
    elif after is not None and (explicit or not subject.inverted):
        ranges.append(after)
    elif before is not None and "q" in cue.frames and has_finite(sentence, *before):
        ranges.append(before)
    return Contents(tuple(ranges), addressed)


def _before(sentence: Sentence, clause: int, floor: int) -> Range | None:
    at = clause - 1
    while at > floor and sentence[at].kind == WORD and sentence[at].lower in ("and", "but", "as", "so", "then"):
        at -= 1
    if at <= floor - 1 or at < floor:
        return None
    word = sentence[at]
    if word.kind == QUOTE:
        return (floor, at + 1)
    if word.kind == MARK and (word.text == "," or word.text in _DASHES or word.text in "?!") and at > floor:
        return (floor, at)
    return None


def _ends_in_quote(sentence: Sentence, span: Range) -> bool:
    return sentence[span[1] - 1].kind == QUOTE


def _tight(sentence: Sentence, span: Range) -> Range:
    """The quotation alone where the words before it are no clause."""
    start, end = span
    first = end - 1
    for index in range(end - 1, max(start, end - 60) - 1, -1):
        if sentence[index].kind == QUOTE:
            first = index
    if first > start and has_finite(sentence, start, first):
        return (_skip_leads(sentence, start, end), end)
    return (first, end)


def _skip_leads(sentence: Sentence, start: int, end: int) -> int:
    while start < end - 1 and sentence[start].lower in ("and", "but", "so", ","):
        start += 1
    return start


def _is_parenthesis(sentence: Sentence, begin: int, limit: int, before: Range | None) -> bool:
    """ "The museum, he said, would ...": a comma on both sides, words on both sides."""
    if before is None:
        return False
    at = skip_adverbials(sentence, begin, limit)
    if at >= limit - 1 or sentence[at].text != ",":
        return False
    following = sentence[at + 1]
    if following.kind == QUOTE or following.lower in (
        "that",
        "adding",
        "referring",
        "according",
        "who",
        "which",
    ):
        return False
    if following.kind == WORD and following.lower.endswith("ing"):
        return False
    return sentence[before[1]].text == ","


def _around(sentence: Sentence, before: Range | None, begin: int, limit: int) -> list[Range]:
    at = skip_adverbials(sentence, begin, limit) + 1
    ranges: list[Range] = []
    if before is not None:
        lead = sentence[before[0]].lower
        if not (lead in PREPOSITIONS and not has_finite(sentence, *before)) or has_finite(sentence, *before):
            ranges.append(before)
    ranges.append((at, limit))
    return ranges


def _after(
    sentence: Sentence, cue: Cue, begin: int, limit: int, *, inverted: bool
) -> tuple[Range | None, Range | None, bool]:
    """What follows the cue: the range, the listener, and whether a sign (that, a mark) introduces it."""
    frames = cue.frames
    at = _skip_adverbs(sentence, begin, limit)
    marked = _marked(sentence, at, limit, frames)
    if marked is not None:
        return (marked, limit), None, True
    if inverted:
        at = skip_adverbials(sentence, at, limit)
        marked = _marked(sentence, at, limit, frames)
        return ((marked, limit), None, True) if marked is not None else (None, None, False)
    if "i" in frames and at < limit and sentence[at].lower == "to":
        return (at, limit), None, True
    addressed = None
    if frames & {"a", "o"}:
        listener_end = _listener(sentence, at, limit, frames)
        if listener_end > at and not (listener_end < limit and is_finite(sentence, listener_end)):
            addressed = (at, listener_end)
            following = skip_adverbials(sentence, listener_end, limit)
            if "o" in frames and listener_end < limit and sentence[listener_end].lower == "to":
                return (at, limit), addressed, True
            marked = _marked(sentence, following, limit, frames)
            if marked is not None:
                return (marked, limit), addressed, True
            if "c" in frames or "a" in frames:
                if has_finite(sentence, following, limit):
                    return (following, limit), addressed, False
                if "n" not in frames:
                    return None, addressed, False
    return _unmarked(sentence, cue, at, limit, addressed)


def _unmarked(
    sentence: Sentence, cue: Cue, at: int, limit: int, addressed: Range | None
) -> tuple[Range | None, Range | None, bool]:
    frames = cue.frames
    passed = skip_adverbials(sentence, at, limit)
    marked = _marked(sentence, passed, limit, frames)
    if marked is not None:
        return (marked, limit), addressed, True
    if passed >= limit or sentence[passed].text in (",", ".", ";"):
        return None, addressed, False
    if "c" in frames and has_finite(sentence, passed, limit):
        return (passed, limit), addressed, False
    if frames & {"n", "b", "k"} and passed == at and _is_object(sentence, at):
        return (at, limit), addressed, True
    return None, addressed, False


def _is_object(sentence: Sentence, at: int) -> bool:
    word = sentence[at]
    if word.kind == MARK or word.lower in SUBORDINATORS - {"what", "how", "why", "whether"}:
        return False
    return word.lower not in PREPOSITIONS


def _skip_adverbs(sentence: Sentence, at: int, limit: int) -> int:
    while at < limit and sentence[at].kind == WORD and is_adverb(sentence[at].lower):
        at += 1
    return at


def _marked(sentence: Sentence, at: int, limit: int, frames: frozenset[str]) -> int | None:
    """Where what is said begins, if a sign introduces it here."""
    if at >= limit:
        return None
    word = sentence[at]
    if word.text in (",", ":") or word.text in _DASHES:
        if at + 1 >= limit:
            return None
        following = sentence[at + 1]
        if word.text == ":" or following.kind == QUOTE or (following.lower == "that" and word.text == ","):
            return at + 1
        return None
    if word.kind == QUOTE:
        return at
    if word.lower == "that" and frames & {"c", "t", "q"} and not _is_demonstrative(sentence, at, limit):
        return at
    if word.lower in QUESTION_WORDS and frames & {"t", "n", "c"} and word.kind == WORD:
        return at if word.lower in ("whether", "how", "why", "what", "if") else None
    return None


def _is_demonstrative(sentence: Sentence, at: int, limit: int) -> bool:
    del sentence
    return at + 1 >= limit


def _listener(sentence: Sentence, at: int, limit: int, frames: frozenset[str]) -> int:
    """Where the listener ends that begins at `at`: "reporters", "him", "the audience", "Moor and Tesk"."""
    if at >= limit:
        return at
    word = sentence[at]
    if word.lower in OBJECT_PRONOUNS:
        return at + 1
    if word.lower == "to" and at + 1 < limit and "o" not in frames:
        return noun_phrase_right(sentence, at + 1, limit)
    if word.lower in LISTENERS:
        return at + 1
    if is_time(sentence, at) or word.lower in SUBORDINATORS or word.lower in PREPOSITIONS:
        return at
    if word.kind == NAME:
        return _names(sentence, at, limit)
    if word.lower in DETERMINERS or word.kind == WORD:
        return noun_phrase_right(sentence, at, limit)
    return at


def _names(sentence: Sentence, at: int, limit: int) -> int:
    end = at
    while end < limit and (
        sentence[end].kind == NAME
        or (sentence[end].text in ("&", "-", "/") and end > at)
        or (
            sentence[end].kind == QUOTE
            and end > at
            and sentence[end - 1].lower.endswith("'s")
            and not is_time(sentence, end)
        )
        or (sentence[end].lower in ("and", "of") and end + 1 < limit and sentence[end + 1].kind == NAME)
        or (end > at and sentence[end - 1].lower.endswith("'s") and sentence[end].kind == WORD)
    ):
        if end > at and is_time(sentence, end):
            break
        end += 1
    return end
