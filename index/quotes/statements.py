"""Statements in one sentence: each with its words, the mention of its speaker and its cue, as offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.models import Span
from index.quotes.agents import by_agents
from index.quotes.appositions import Subject
from index.quotes.bounds import CLAUSES, floor_of, limit_of
from index.quotes.contents import Contents, contents_of
from index.quotes.cues import Cue, find
from index.quotes.found import Found, span
from index.quotes.nouns import by_nouns
from index.quotes.sources import from_sources
from index.quotes.speakers import begins_beside, subject_of
from index.quotes.syntax import Sentence
from index.quotes.words import MARK

# Verbs that carry on with the one who spoke last.
_CONTINUING = frozenset(("add", "continue", "go"))


@dataclass(frozen=True, slots=True)
class Reported:
    """A cue and its subject."""

    cue: Cue
    subject: Subject


def statements(sentence: Sentence) -> list[Found]:
    """The statements that cues in this sentence report, in text order."""
    reported = reports(sentence)
    found: list[Found] = []
    end = _end(sentence)
    beside = [(item.cue, item.subject) for item in reported]
    for index, item in enumerate(reported):
        limit = limit_of(sentence, beside, index, end)
        floor = floor_of(sentence, beside, index)
        contents = contents_of(sentence, item.cue, item.subject, limit, floor)
        found.extend(_found(sentence, item, contents))
    found += from_sources(sentence, end) + by_nouns(sentence, end) + by_agents(sentence, end)
    return sorted(_distinct(found), key=lambda item: (item.words.start, item.words.end))


def reports(sentence: Sentence) -> list[Reported]:
    """The cues of a sentence that have a subject."""
    reported: list[Reported] = []
    outer: Subject | None = None
    for cue in find(sentence):
        if cue.passive:
            continue
        subject = subject_of(sentence, cue, _within(sentence, reported, cue) or outer)
        if subject is None:
            continue
        reported.append(Reported(cue, subject))
        if outer is None or begins_beside(sentence, subject.clause) or subject.inverted:
            outer = subject
    return reported


def _within(sentence: Sentence, reported: Sequence[Reported], cue: Cue) -> Subject | None:
    """Whose clause a cue behind "and" belongs to, where that is a clause of time or reason and no comma ends
    it: "the mayor left after Moor attacked her and blamed the press"."""
    if not reported or sentence.word(cue.first - 1) not in ("and", "or"):
        return None
    last = reported[-1]
    before = sentence.word(last.subject.clause - 1)
    ends = any(sentence.text(at) == "," for at in range(last.cue.after, cue.first))
    return last.subject if before in CLAUSES and not ends and last.cue.form == cue.form else None


def _end(sentence: Sentence) -> int:
    end = len(sentence)
    while end and sentence.kinds[end - 1] == MARK and sentence.text(end - 1) not in ")%:":
        end -= 1
    return end


def _found(sentence: Sentence, item: Reported, contents: Contents) -> list[Found]:
    mention = span(sentence, item.subject.start, item.subject.end)
    cue = _cue_span(sentence, item.cue)
    addressed = None if contents.addressed is None else span(sentence, *contents.addressed)
    act = item.cue.meaning.act
    ranges = (span(sentence, start, end) for start, end in contents.ranges)
    continues = item.cue.lemma in _CONTINUING or any(
        sentence.lower[at] in ("went", "continued") for at in range(item.cue.first, item.cue.verb)
    )
    return [
        Found(words, mention, cue, act, addressed, continues=continues) for words in ranges if words is not None
    ]


def _cue_span(sentence: Sentence, cue: Cue) -> Span:
    first = cue.first
    while first < cue.verb and sentence.is_adverb(first):
        first += 1
    return Span(sentence.words[first].start, sentence.words[cue.after - 1].end)


def _distinct(found: list[Found]) -> list[Found]:
    """Each span of words once: of two cues for the same words the nearer one reports them."""
    kept: dict[Span, Found] = {}
    for item in found:
        other = kept.get(item.words)
        if other is None or _distance(item) < _distance(other):
            kept[item.words] = item
    return list(kept.values())


def _distance(item: Found) -> int:
    """Letters between a cue and its words."""
    if item.cue is None:
        return 0
    return max(item.words.start - item.cue.end, item.cue.start - item.words.end)
