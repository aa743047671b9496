"""What is said: the words of a sentence that a cue reports, before it, after it or on both sides."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotes.adverbials import is_subject, skip_adverbials
from index.quotes.appositions import Subject
from index.quotes.cues import Cue
from index.quotes.grammar import (
    COORDINATORS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    QUANTITIES,
    QUESTION_WORDS,
    SUBORDINATORS,
)
from index.quotes.listeners import listener_end
from index.quotes.preceding import Range, around, ends, is_parenthesis, preceding, tight
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD

# Behind "said" these tell of the reporting: "said when he left", "said and did".
_NO_CLAUSES = frozenset(("when", "while", "whilst", "because", "until", "and", "or"))
_NEGATIONS = frozenset(("not", "never"))
_BEFORE_TIMES = frozenset(("on", "in", "at", "this", "last", "late", "early"))
_CLAUSE = 4  # words: no noun phrase of this length stands behind "said"


@dataclass(frozen=True, slots=True)
class Contents:
    """Word ranges of what is said, and the listener where the cue has one."""

    ranges: tuple[Range, ...]
    addressed: Range | None = None


@dataclass(frozen=True, slots=True)
class _After:
    """What follows a cue. `sure`: a sign (that, a mark, a colon, the verb's own frame) introduces it."""

    words: Range | None
    addressed: Range | None = None
    sure: bool = False


def contents_of(sentence: Sentence, cue: Cue, subject: Subject, limit: int, floor: int) -> Contents:
    """The contents of `cue` between words `floor` and `limit`."""
    begin = subject.end if subject.inverted else cue.after
    after = (
        _after_inverted(sentence, cue, begin, limit)
        if subject.inverted
        else _after(sentence, cue, begin, limit)
    )
    before = None if subject.shared or cue.hanging else preceding(sentence, subject.clause, floor)
    if before is not None and sentence.kinds[before[1] - 1] == QUOTE:
        ranges = [tight(sentence, before)]
        if after.words is not None and after.sure and QUOTE in sentence.kinds[slice(*after.words)]:
            ranges.append(after.words)
    elif (
        before is not None
        and cue.frames & {"c", "t"}
        and is_parenthesis(sentence, subject, begin, limit, before)
    ):
        ranges = around(sentence, before, begin, limit)
    elif after.words is not None:
        ranges = [after.words]
    elif before is not None and "c" in cue.frames and ends(sentence, cue, subject, before):
        ranges = [before]
    else:
        ranges = []
    return Contents(tuple(ranges), after.addressed)


def _after_inverted(sentence: Sentence, cue: Cue, begin: int, limit: int) -> _After:
    for at in (begin, skip_adverbials(sentence, begin, limit)):
        marked = _marked(sentence, at, limit, cue.frames - {"n"})
        if marked is not None and (sentence.kinds[marked] == QUOTE or sentence.text(marked - 1) == ":"):
            return _After((marked, _speech_end(sentence, marked, limit)), sure=True)
    return _After(None)


def _after(sentence: Sentence, cue: Cue, begin: int, limit: int) -> _After:
    at = _skip_adverbs(sentence, begin, limit)
    marked = _marked(sentence, at, limit, cue.frames)
    if marked is not None:
        return _After((marked, _speech_end(sentence, marked, limit)), sure=True)
    infinitive = _infinitive(sentence, begin, limit) if "i" in cue.frames else None
    if infinitive is not None:
        return _After((infinitive, limit), sure=True)
    if cue.lemma == "agree" and sentence.word(at) == "to":
        return _After(None)  # "agreed to a deal that"
    if cue.frames & {"a", "o"}:
        end = listener_end(sentence, at, limit)
        if end > at and not (end < limit and sentence.finite[end]):
            return _addressed(sentence, cue, at, end, limit)
    return _unmarked(sentence, cue, at, limit)


def _infinitive(sentence: Sentence, at: int, limit: int) -> int | None:
    """Where an infinitive begins, with its "not", behind adverbs and a time: "vowed on Monday not to yield"."""
    while at < limit and sentence.lower[at] not in _NEGATIONS and _tells_when(sentence, at):
        at += 1
    to = at + (at < limit and sentence.lower[at] in _NEGATIONS)
    return at if to < limit and _is_infinitive(sentence, to) else None


def _tells_when(sentence: Sentence, at: int) -> bool:
    """Whether an adverb, or a word of "on 3 May", "late last week" stands here."""
    kind, word = sentence.kinds[at], sentence.lower[at]
    return sentence.is_adverb(at) or sentence.is_time(at) or kind == NUMBER or word in _BEFORE_TIMES


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether "to" and a verb stand here, not "to the deal"."""
    following = sentence.word(at + 1)
    return (
        sentence.word(at) == "to"
        and following not in DETERMINERS
        and sentence.kind(at + 1) not in (NAME, NUMBER)
    )


def _addressed(sentence: Sentence, cue: Cue, at: int, end: int, limit: int) -> _After:
    """What is said to the listener at words `at`..`end`."""
    addressed = (at, end)
    if "o" in cue.frames and end < limit and sentence.lower[end] in ("to", "not", "never"):
        return _After((end if cue.lemma == "ask" else at, limit), addressed, sure=True)
    following = skip_adverbials(sentence, end, limit)
    marked = _marked(sentence, following, limit, cue.frames)
    if marked is not None:
        return _After((marked, _speech_end(sentence, marked, limit)), addressed, sure=True)
    if "a" in cue.frames and following < limit and sentence.is_clause(following, limit):
        return _After((following, limit), addressed)
    if "n" in cue.frames and _is_object(sentence, at, cue.frames):
        return _After((at, limit), None, sure=True)
    return _After(None, addressed)


def _unmarked(sentence: Sentence, cue: Cue, at: int, limit: int) -> _After:
    passed = skip_adverbials(sentence, at, limit)
    marked = _marked(sentence, passed, limit, cue.frames)
    if marked is not None:
        return _After((marked, _speech_end(sentence, marked, limit)), sure=True)
    if cue.meaning.particle in ("out", "up"):
        at = _skip_to_topic(sentence, at, limit)
        passed = at
    if passed >= limit or sentence.text(passed) in (",", ".", ";", "("):
        return _After(None)
    if "c" in cue.frames and sentence.lower[passed] in _NO_CLAUSES:
        return _After(None)
    if "c" in cue.frames and (sentence.is_clause(passed, limit) or _is_long(sentence, cue, passed, limit)):
        return _After((passed, limit))
    if cue.frames & {"n", "b", "k"} and passed == at and _is_object(sentence, at, cue.frames):
        return _After((at, limit), sure=True)
    return _After(None)


def _is_long(sentence: Sentence, cue: Cue, at: int, limit: int) -> bool:
    """Whether what follows "said" is a clause even where its verb is not known."""
    if cue.lemma != "say" or limit - at < _CLAUSE:
        return False
    return sentence.lower[at] not in PREPOSITIONS and sentence.lower[at] not in SUBORDINATORS


def _speech_end(sentence: Sentence, start: int, limit: int) -> int:
    """Where a speech ends that begins with the quotation at `start`: behind it and those joined to it."""
    end = start
    while end < limit and sentence.kinds[end] == QUOTE:
        if not sentence.ends_quotation(end):
            return limit
        end += 1
        if end < limit and sentence.lower[end] in COORDINATORS and sentence.kind(end + 1) == QUOTE:
            end += 1
    return end if end > start else limit


def _skip_to_topic(sentence: Sentence, at: int, limit: int) -> int:
    """Pass over the time in "spoke out Tuesday about"."""
    while at < limit and (sentence.is_time(at) or sentence.is_adverb(at)):
        at += 1
    return at + 1 if sentence.word(at) in ("about", "against", "at", "for") and at < limit else at


def _is_object(sentence: Sentence, at: int, frames: frozenset[str]) -> bool:
    word = sentence.lower[at]
    if sentence.kinds[at] == MARK:
        return False
    if "b" in frames and word == "as":
        return True
    if word in SUBORDINATORS and word not in QUESTION_WORDS:
        return False
    return word not in PREPOSITIONS and word not in ("so", "as")


def _skip_adverbs(sentence: Sentence, at: int, limit: int) -> int:
    while at < limit and sentence.is_adverb(at) and sentence.lower[at] not in QUANTITIES:
        if is_subject(sentence, at):
            break
        at += 1
    return at


def _marked(sentence: Sentence, at: int, limit: int, frames: frozenset[str]) -> int | None:
    """Where what is said begins, if a sign introduces it here."""
    if at >= limit:
        return None
    text = sentence.text(at)
    if text in (",", ":") or text in DASHES:
        return _behind_mark(sentence, at, limit)
    if sentence.kinds[at] == QUOTE:
        return at
    if sentence.kinds[at] != WORD:
        return None
    if text == "that":
        return at if frames & {"c", "t", "q"} and at + 1 < limit else None
    return at if text in QUESTION_WORDS and frames & {"t", "n", "c"} else None


def _behind_mark(sentence: Sentence, at: int, limit: int) -> int | None:
    """What begins behind a comma or dash (a quotation, "but" and a quotation, "that") or a colon (anything)."""
    following = at + 1
    if following >= limit:
        return None
    if sentence.text(at) == ":" or sentence.kinds[following] == QUOTE or sentence.lower[following] == "that":
        return following
    lead = following
    while lead < limit and (
        sentence.lower[lead] in ("and", "but", "still", "yet", "or") or sentence.is_adverb(lead)
    ):
        lead += 1
    return lead if lead < limit and lead > following and sentence.kinds[lead] == QUOTE else None
