"""Who speaks in a sentence: the noun phrase that is the subject of a cue."""

from __future__ import annotations

from index.quotes.adverbials import WINDOW, skip_adverbials
from index.quotes.appositions import Subject, before_pause, can_speak
from index.quotes.bounds import CLAUSES
from index.quotes.cues import Cue, quoted_at
from index.quotes.grammar import (
    COORDINATORS,
    DETERMINERS,
    MONTHS,
    NOBODY,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    UNSURE_TIMES,
    WEEKDAYS,
    word_set,
)
from index.quotes.inversions import inverted
from index.quotes.phrases import (
    is_pause,
    noun_phrase_left,
    noun_phrase_right,
    opening_bracket,
)
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD

_THINGS = word_set("it")
_PAPERS = word_set("statement letter tweet post memo email e-mail note message petition resolution release")
_ISSUES = word_set(
    "issue issues issued issuing release releases released send sends sent sending write writes wrote writing"
    " post posts posted publish publishes published sign signs signed circulate circulated deliver delivered"
    " make made give gave share shared read"
)
_TIME_WORDS = 6
_REFLEXIVE = word_set("himself herself themselves itself")
_WHERE = word_set("in at on near outside across")
_SIGNS = word_set("suggest underscore underline signal indicate imply reflect mean reveal detail")


def subject_of(sentence: Sentence, cue: Cue, earlier: Subject | None) -> Subject | None:
    """The subject of `cue`, where the rules find one. `earlier` is the subject that a participle shares."""
    found = _quoted(sentence, cue) or inverted(sentence, cue) or _before(sentence, cue, earlier)
    if found is None or sentence.lower[found.end - 1] in NOBODY:
        return None
    if sentence.lower[found.end - 1] in _THINGS and cue.lemma in _SIGNS:
        return None
    return found


def _quoted(sentence: Sentence, cue: Cue) -> Subject | None:
    """The one whom somebody "quoted as saying" something."""
    verb = quoted_at(sentence, cue.first)
    if verb is None:
        return None
    end = noun_phrase_right(sentence, verb + 1, cue.first - 1)
    return Subject(verb + 1, end, noun_phrase_left(sentence, verb)) if end > verb + 1 else None


def main_subject(sentence: Sentence, start: int, limit: int) -> Subject | None:
    """The subject of the first finite verb between words `start` and `limit`."""
    start = _behind_opening(sentence, start, limit)
    for index in range(start + 1, min(limit, start + 2 * WINDOW)):
        if not sentence.finite[index]:
            continue
        at = index
        while at > start + 1 and sentence.is_adverb(at - 1):
            at -= 1
        if sentence.lower[at - 1] in RELATIVES:
            continue
        found = before_pause(sentence, at - 1) if is_pause(sentence, at - 1) else _plain(sentence, at, None)
        if found is not None and sentence.lower[found.end - 1] not in NOBODY:
            return _main(sentence, found, index, limit) or found
    return None


def _main(sentence: Sentence, found: Subject, verb: int, limit: int) -> Subject | None:
    """The subject behind the comma of a clause of time or reason: "Days after it fell, Moor left"."""
    if sentence.word(found.clause - 1) not in CLAUSES:
        return None
    comma = next((at for at in range(verb, limit) if sentence.text(at) == ","), limit)
    return main_subject(sentence, comma + 1, limit) if sentence.has_finite(comma + 1, limit) else None


def _behind_opening(sentence: Sentence, start: int, limit: int) -> int:
    """Where the main clause begins behind an opening phrase: "With officials worried, the mayor left"; `start`
    where there is no such phrase."""
    if sentence.word(start) not in PREPOSITIONS or sentence.word(start) == "as":
        return start
    for at in range(start + 1, min(limit, start + WINDOW)):
        if sentence.text(at) == ",":
            return at + 1 if sentence.has_finite(at + 1, limit) else start
    return start


def _before(sentence: Sentence, cue: Cue, earlier: Subject | None) -> Subject | None:
    before = cue.first - 1
    if before < 0 or sentence.lower[before] in ("and", "or", "but", "then") or _hangs_on(sentence, cue):
        return _shared(sentence, cue, earlier)
    relative = _relative_before(sentence, cue.first)
    if relative is not None:
        end = relative - 1 if sentence.text(relative - 1) == "," else relative
        return _plain(sentence, end, relative)
    if sentence.text(before) == ")":
        return _plain(sentence, opening_bracket(sentence, before, 0), None)
    if is_pause(sentence, before):
        return before_pause(sentence, before)
    timeless = _without_time(sentence, cue.first)
    if timeless < cue.first and is_pause(sentence, timeless - 1):
        return before_pause(sentence, timeless - 1)  # "Moor, the mayor, on Monday said"
    if cue.hanging and sentence.lower[before] in _PAPERS and _is_issued(sentence, cue.first):
        return _shared(sentence, cue, earlier)  # "Moor issued a statement calling"
    if cue.hanging and sentence.word(cue.after) in _REFLEXIVE:
        return _shared(sentence, cue, earlier)  # "filed with the Board declaring herself"
    if cue.hanging and (sentence.kinds[timeless - 1] == NAME or timeless < cue.first):
        return _hanging(sentence, cue, timeless, earlier)
    return _plain(sentence, cue.first, None)


def _is_issued(sentence: Sentence, end: int) -> bool:
    """Whether somebody sends out the paper whose noun phrase ends at word `end`."""
    return sentence.word(noun_phrase_left(sentence, end) - 1) in _ISSUES


def _hanging(sentence: Sentence, cue: Cue, end: int, earlier: Subject | None) -> Subject | None:
    """Who says what a participle without a comma reports, whose words before it end at word `end`, a time apart:
    the name there or, where that is a place or none, the subject of the clause."""
    named = sentence.kinds[end - 1] == NAME
    if named and not _is_place(sentence, end):
        return _name_before(sentence, end)
    found = _shared(sentence, cue, earlier)
    if found is not None and found.start > cue.first and "," in sentence.lower[: cue.first]:
        return None
    return found


def _is_place(sentence: Sentence, end: int) -> bool:
    """Whether the name that ends at word `end` tells where, or to whom: "appeared in Kelm", "wrote to Moor"."""
    start = _name_before(sentence, end).start
    while start > 0 and (sentence.lower[start - 1] in DETERMINERS or sentence.kinds[start - 1] == NUMBER):
        start -= 1
    lead = sentence.word(start - 1)
    return lead in _WHERE or (lead == "to" and sentence.word(start - 2) in _ISSUES | _PAPERS)


def _name_before(sentence: Sentence, end: int) -> Subject:
    """The name that ends at word `end`: "a film of Ana Moor saying"."""
    start = end - 1
    while start > 0 and sentence.kinds[start - 1] == NAME:
        start -= 1
    return Subject(start, end, start)


def _relative_before(sentence: Sentence, first: int) -> int | None:
    """The "who" whose verb stands at `first`, perhaps behind a time: "who in 2010 said"."""
    for at in range(first - 1, max(-1, first - 1 - _TIME_WORDS), -1):
        if sentence.kinds[at] == WORD and sentence.lower[at] in RELATIVES:
            clear = at == first - 1 or skip_adverbials(sentence, at + 1, first) == first
            return at if clear and at > 0 else None
        if sentence.kinds[at] in (MARK, QUOTE) or sentence.finite[at]:
            return None
    return None


def _hangs_on(sentence: Sentence, cue: Cue) -> bool:
    """A participle after a comma or a preposition: "…, adding that", "after accusing"."""
    if not cue.hanging:
        return False
    before = cue.first - 1
    word = sentence.lower[before]
    return (
        is_pause(sentence, before)
        or word in PREPOSITIONS
        or sentence.kinds[before] == QUOTE
        or word in SUBORDINATORS
    )


def _shared(sentence: Sentence, cue: Cue, earlier: Subject | None) -> Subject | None:
    found = earlier or main_subject(sentence, 0, cue.first)
    if found is None and cue.hanging and cue.first > 1 and sentence.text(cue.first - 1) == ",":
        found = before_pause(sentence, cue.first - 1)  # "Moor, adding that …, left"
    if found is None and cue.hanging:
        found = _after_opening(sentence, cue)
    if found is None:
        return None
    return Subject(found.start, found.end, cue.first, shared=True)


def _after_opening(sentence: Sentence, cue: Cue) -> Subject | None:
    """The subject of the main clause behind an opening participle: "After warning ..., the mayor left"."""
    for at in range(cue.after, min(len(sentence), cue.after + 2 * WINDOW)):
        if sentence.text(at) == "," or sentence.ends_with_comma(at):
            return main_subject(sentence, at + 1, len(sentence))
    return None


def _plain(sentence: Sentence, end: int, clause_from: int | None) -> Subject | None:
    end = _without_time(sentence, end) if clause_from is None else end
    start = noun_phrase_left(sentence, end)
    if clause_from is not None and sentence.text(start - 1) == ",":
        start = _last_listed(sentence, start, end)
    if not can_speak(sentence, start, end):
        return None
    if clause_from is None and (host := _host(sentence, start)) is not None:
        return Subject(host, start - 1, host)
    return Subject(start, end, start if clause_from is None else min(start, clause_from))


def _last_listed(sentence: Sentence, start: int, end: int) -> int:
    """Where the last of a list begins, to whom a "who" behind it belongs: "Moor, Tesk and Brod, who joked"."""
    return next((at + 1 for at in range(end - 1, start, -1) if sentence.lower[at] == "and"), start)


def _without_time(sentence: Sentence, end: int) -> int:
    """Where the words that end before word `end` end without a time: "Moor last week", "officials on Monday"."""
    at = end
    while at > 1 and _tells_time(sentence, at - 1, last=at == end):
        at -= 1
    if at < end and at > 1 and sentence.lower[at - 1] in ("on", "in"):
        at -= 1
    before = sentence.lower[at - 1]
    if at < end and at > 1 and before.endswith("ed") and sentence.finite[at - 1]:
        return at - 1  # "the letter published Monday"
    return end if before in DETERMINERS or before in PREPOSITIONS or sentence.finite[at - 1] else at


def _tells_time(sentence: Sentence, at: int, *, last: bool) -> bool:
    """Whether the word is a time, not somebody called May, or leads to one: "last", "early"."""
    word = sentence.lower[at]
    if word in TIMES:
        led = sentence.lower[at - 1] in ("in", "last", "late", "early")
        return (
            word in WEEKDAYS
            or (led and word in MONTHS)
            or (sentence.kinds[at] == WORD and word not in UNSURE_TIMES)
        )
    return not last and word in ("last", "this", "next", "late", "early")


def _host(sentence: Sentence, start: int) -> int | None:
    """Where the name begins that stands right behind a quotation and before its apposition, which no comma ends:
    "“We stay,” Ana Moor, Kelm Harbour Director said"."""
    at = start - 1
    if sentence.text(at) != "," or not (sentence.kind(start) == NAME or sentence.word(start) in DETERMINERS):
        return None
    while at > 0 and sentence.kinds[at - 1] == NAME:
        at -= 1
    return at if 0 < at < start - 2 and sentence.kinds[at - 1] == QUOTE else None


def begins_beside(sentence: Sentence, at: int) -> bool:
    """Whether a coordinator or a semicolon stands before word `at`."""
    return sentence.word(at - 1) in COORDINATORS or sentence.text(at - 1) == ";"
