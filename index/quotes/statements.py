"""Statements in one sentence: each with its words, the mention of its speaker and its cue, as offsets."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Span
from index.models.quotes import Act
from index.quotes.bounds import floor_of, limit_of
from index.quotes.contents import Contents, contents_of
from index.quotes.cues import Cue, find
from index.quotes.phrases import noun_phrase_right
from index.quotes.speakers import Subject, begins_beside, subject_of
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, QUOTE

# Verbs that carry on with the one who spoke last.
_CONTINUING = frozenset(("add", "continue", "go"))


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as the sentence shows it, its speaker not yet resolved to a name.

    `mention` is None where nobody is named. `follows` says that the running speaker goes on, whose mention
    it then carries.
    """

    words: Span
    mention: Span | None
    cue: Span | None
    act: Act | None
    addressed: Span | None = None
    follows: bool = False
    continues: bool = False
    verbatim: bool = False


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
    found.extend(_according_to(sentence, end))
    return sorted(_distinct(found), key=lambda item: (item.words.start, item.words.end))


def reports(sentence: Sentence) -> list[Reported]:
    """The cues of a sentence that have a subject."""
    reported: list[Reported] = []
    outer: Subject | None = None
    for cue in find(sentence):
        if cue.passive:
            continue
        subject = subject_of(sentence, cue, outer)
        if subject is None:
            continue
        reported.append(Reported(cue, subject))
        if outer is None or begins_beside(sentence, subject.clause) or subject.inverted:
            outer = subject
    return reported


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


def span(sentence: Sentence, start: int, end: int) -> Span | None:
    """The text from word `start` to `end`, without the punctuation at its edges."""
    while start < end and sentence.kinds[start] == MARK and sentence.text(start)[0] in ",;:—–-―.)":
        start += 1
    while end > start and sentence.kinds[end - 1] == MARK and sentence.text(end - 1)[0] in ",;:—–-―.(":
        end -= 1
    return Span(sentence.words[start].start, sentence.words[end - 1].end) if start < end else None


def _according_to(sentence: Sentence, end: int) -> list[Found]:
    found = []
    for at in range(len(sentence) - 2):
        if sentence.lower[at] != "according" or sentence.lower[at + 1] != "to":
            continue
        source_end = noun_phrase_right(sentence, at + 2, len(sentence))
        mention = span(sentence, at + 2, source_end)
        words = _claimed(sentence, at, source_end, end)
        if words is not None and mention is not None:
            cue = Span(sentence.words[at].start, sentence.words[at + 1].end)
            found.append(Found(words, mention, cue, "said"))
    return found


def _claimed(sentence: Sentence, at: int, source_end: int, end: int) -> Span | None:
    """The clause that a source is given for: after it at the sentence's head, else before it."""
    if at > 0 and (at > 1 or sentence.kinds[0] == QUOTE):
        return span(sentence, 0, at)
    begin = source_end
    while begin < end and sentence.text(begin) != "," and sentence.kinds[begin] != QUOTE:
        begin += 1
    return span(sentence, begin, end)


def _distinct(found: list[Found]) -> list[Found]:
    """Each span of words once: of two cues for the same words the first one found stays."""
    seen: set[Span] = set()
    kept = []
    for item in found:
        if item.words not in seen:
            seen.add(item.words)
            kept.append(item)
    return kept
