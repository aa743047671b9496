"""How far the words of a cue can reach: to the next reporting clause, or to where the reporter goes on."""

from __future__ import annotations

from collections.abc import Sequence

from index.quotes.adverbials import begins_adverbial, skip_adverbials
from index.quotes.appositions import Subject
from index.quotes.cues import Cue
from index.quotes.grammar import COORDINATORS, DASHES, PREPOSITIONS, RELATIVES, SUBORDINATORS
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, QUOTE, WORD

Clause = tuple[Cue, Subject]
_WORD_FRAMES = frozenset("nbk")  # what was said is a noun phrase: it ends before a clause of time or reason
_LOOK_AHEAD = 12  # reporting clauses, or words to the verb of a clause; what is farther is not looked at
CLAUSES = frozenset(
    ("when", "while", "whilst", "because", "although", "though", "since", "after", "before", "as", "once", "if")
)
_OPENING = 3  # words before the subject of a sentence's first clause: "Back when he said"
_OCCASION_LEADS = frozenset(("in", "on", "at", "during", "after", "before"))
_NO_PARTICIPLES = frozenset(("including", "during", "nothing", "something", "anything", "everything"))
_AFTER_NOUNS = frozenset(
    ("when", "while", "whilst", "because", "although", "though", "since", "until", "after", "before")
)


def limit_of(sentence: Sentence, clauses: Sequence[Clause], index: int, end: int) -> int:
    """Where the contents of clause `index` end at the latest."""
    cue, subject = clauses[index]
    begin = max(cue.after, subject.end if subject.inverted else 0)
    if _opens(sentence, cue, subject):
        end = _first_comma(sentence, begin, end)
    elif _is_subordinate(sentence, subject):
        end = _main_clause(sentence, begin, end)
    elif _is_inserted(sentence, cue, subject):
        end = _main_verb(sentence, begin, end)
    for later in clauses[index + 1 : index + 1 + _LOOK_AHEAD]:
        cut = _cut_before(sentence, cue, later, begin, end)
        if cut is not None:
            end = min(end, cut)
            break
    return _where_reporter_goes_on(sentence, cue, begin, end)


def floor_of(sentence: Sentence, clauses: Sequence[Clause], index: int) -> int:
    """Where words before clause `index` begin at the earliest: after a clause beside it."""
    if index == 0:
        return 0
    cue, subject = clauses[index]
    earlier_cue, earlier = clauses[index - 1]
    reached = max(earlier_cue.after, earlier.end)
    quoted = subject.clause > 0 and sentence.kinds[subject.clause - 1] == QUOTE
    if not quoted and is_postposed(sentence, cue, subject) and not earlier.inverted:
        return 0
    return reached


def is_postposed(sentence: Sentence, cue: Cue, subject: Subject) -> bool:
    """Whether nothing but adverbials follows: "..., the officials said on Monday"."""
    begin = subject.end if subject.inverted else cue.after
    at = skip_adverbials(sentence, begin, len(sentence))
    return at >= len(sentence) or sentence.text(at) in (".", ";", "?", "!")


def _opens(sentence: Sentence, cue: Cue, subject: Subject) -> bool:
    """A participle in an opening phrase: "In a statement announcing the deal, the union ..."."""
    if cue.form != "ing" or sentence.has_finite(0, cue.verb):
        return False
    return sentence.word(0) in PREPOSITIONS or sentence.word(0) in SUBORDINATORS or subject.start > cue.after


def _is_subordinate(sentence: Sentence, subject: Subject) -> bool:
    """Whether the clause depends on the one behind it: "After Moor said ..., the council met"."""
    before = sentence.word(subject.clause - 1)
    return before in CLAUSES and (
        subject.clause < _OPENING or sentence.kinds[subject.clause - 2] in (MARK, QUOTE)
    )


def _main_clause(sentence: Sentence, begin: int, end: int) -> int:
    """The comma behind which a clause with a subject of its own begins."""
    for at in range(begin, end - 1):
        if sentence.text(at) != "," and not sentence.ends_with_comma(at):
            continue
        following = sentence.lower[at + 1]
        if following in RELATIVES or following in COORDINATORS or sentence.kinds[at + 1] == QUOTE:
            continue
        if sentence.has_finite(at + 1, min(end, at + 1 + _LOOK_AHEAD)):
            return at + 1 if sentence.ends_with_comma(at) else at
    return end


def _is_inserted(sentence: Sentence, cue: Cue, subject: Subject) -> bool:
    """A relative clause between commas: "Moor, who said ..., stepped down"."""
    return sentence.text(subject.end) == "," and any(
        sentence.lower[at] in RELATIVES for at in range(subject.end, cue.first)
    )


def _main_verb(sentence: Sentence, begin: int, end: int) -> int:
    """Where the clause around an inserted one goes on: a comma and a finite verb."""
    for at in range(begin, end - 1):
        if sentence.text(at) == "," or sentence.ends_with_comma(at):
            verb = at + 1
            while verb < end - 1 and sentence.is_adverb(verb):
                verb += 1
            if sentence.finite[verb]:
                return at + 1 if sentence.ends_with_comma(at) else at
    return end


def _first_comma(sentence: Sentence, begin: int, end: int) -> int:
    for at in range(begin, end):
        if sentence.text(at) == ",":
            return at
        if sentence.ends_with_comma(at):
            return at + 1
    return end


def _cut_before(sentence: Sentence, cue: Cue, later: Clause, begin: int, end: int) -> int | None:
    """Where a later reporting clause stands beside this one rather than inside its words."""
    later_cue, subject = later
    clause = min(subject.clause, later_cue.first)
    before = clause - 1
    if clause <= begin or clause > end:
        return None
    text = sentence.text(before)
    if text == ";":
        return before
    if not subject.shared and sentence.kinds[before] == QUOTE and sentence.text(before - 1) == ":":
        return before - 1  # "he said it was late: “Go,” the mayor warned"
    if not subject.shared and text == "," and is_postposed(sentence, later_cue, subject):
        return before
    joined = before
    while joined > begin and sentence.lower[joined] in SUBORDINATORS:
        joined -= 1
    if joined < before and (sentence.text(joined) in (",", ";") or sentence.text(joined) in DASHES):
        return joined
    return _cut_shared(sentence, cue, later_cue, subject, before)


def _cut_shared(sentence: Sentence, cue: Cue, later: Cue, subject: Subject, before: int) -> int | None:
    if not subject.shared:
        if sentence.word(before) in ("and", "but") and cue.form == later.form and cue.form == "past":
            return before
        return None
    text = sentence.text(before)
    if later.form == "ing" and (text == "," or text in DASHES):
        return before
    if later.form == cue.form and text in ("and", "but") and "c" in later.frames | cue.frames:
        return before - 1 if sentence.text(before - 1) == "," else before
    return None


def _where_reporter_goes_on(sentence: Sentence, cue: Cue, begin: int, end: int) -> int:
    """The first place where words follow that are not what was said."""
    nouns = _takes_nouns(sentence, cue, begin)
    names = bool(cue.frames & {"k", "b"})
    for at in range(begin + 1, end - 1):
        if sentence.text(at) == "," and _leaves(sentence, at, nouns=nouns):
            return at
        if names and sentence.ends_with_comma(at - 1) and sentence.has_finite(at, end):
            return at  # "what she called “a mistake,” the council did"
        if sentence.ends_quotation(at - 1) and sentence.lower[at] in CLAUSES:
            return at  # "said, “We stay,” when the council met"
        if nouns and at > begin + 1 and _adds(sentence, at, end):
            return at
    return end


def _takes_nouns(sentence: Sentence, cue: Cue, begin: int) -> bool:
    """Whether what was said is a noun phrase or an infinitive rather than a clause."""
    if sentence.word(begin) == "to" and "i" in cue.frames:
        return True
    return bool(cue.frames & _WORD_FRAMES) and "c" not in cue.frames


def _leaves(sentence: Sentence, comma: int, *, nouns: bool) -> bool:
    following = sentence.word(comma + 1)
    if following == "according" and sentence.word(comma + 2) == "to":
        return True
    if following in ("although", "though"):
        return True
    if not nouns:
        return False
    if following.endswith("ing") and sentence.kind(comma + 1) == WORD:
        return following not in _NO_PARTICIPLES
    clause = min(len(sentence), comma + _LOOK_AHEAD)
    return following in COORDINATORS and sentence.has_finite(comma + 1, clause)


def _adds(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the reporter adds behind a noun phrase when it was said, where, or what came next."""
    if sentence.lower[at] in _AFTER_NOUNS:
        return True
    if sentence.is_time(at) and sentence.kinds[at - 1] == QUOTE:
        return QUOTE not in sentence.kinds[at:end]
    if sentence.lower[at] in _OCCASION_LEADS and begins_adverbial(sentence, at, end):
        return QUOTE not in sentence.kinds[at:end]  # "blasted her in a speech as “a joke”"
    return sentence.lower[at] in ("and", "but") and _is_verb_next(sentence, at + 1, end)


def _is_verb_next(sentence: Sentence, at: int, end: int) -> bool:
    while at < end and sentence.is_adverb(at):
        at += 1
    return at < end and bool(sentence.finite[at])
