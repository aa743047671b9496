"""Statements in one sentence: each with its words, the mention of its speaker and its cue, as offsets."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Span
from index.models.quotes import Act
from index.quotes.contents import Contents, contents_of
from index.quotes.cues import Cue, find
from index.quotes.grammar import SUBORDINATORS
from index.quotes.phrases import has_finite, noun_phrase_right
from index.quotes.speakers import Subject, subject_of
from index.quotes.words import MARK, QUOTE, Sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as the sentence shows it, its speaker not yet resolved to a name.

    `mention` is None where the speaker is understood from before; then `follows` says that the running
    speaker goes on.
    """

    words: Span
    mention: Span | None
    cue: Span | None
    act: Act | None
    addressed: Span | None = None
    follows: bool = False


@dataclass(frozen=True, slots=True)
class _Reported:
    cue: Cue
    subject: Subject


def statements(sentence: Sentence) -> list[Found]:
    """The statements that cues in this sentence report, in text order."""
    reported = _reported(sentence)
    found: list[Found] = []
    end = _end(sentence)
    for index, item in enumerate(reported):
        limit = _limit(sentence, reported, index, end)
        floor = _floor(reported, index)
        contents = contents_of(sentence, item.cue, item.subject, limit, floor)
        found.extend(_found(sentence, item, contents))
    found.extend(_according_to(sentence, end))
    return sorted(_distinct(found), key=lambda item: (item.words.start, item.words.end))


def _reported(sentence: Sentence) -> list[_Reported]:
    reported: list[_Reported] = []
    earlier: Subject | None = None
    for cue in find(sentence):
        if cue.passive:
            continue
        subject = subject_of(sentence, cue, earlier)
        if subject is not None:
            reported.append(_Reported(cue, subject))
            earlier = subject
    return reported


def _end(sentence: Sentence) -> int:
    end = len(sentence)
    while end and sentence[end - 1].kind == MARK and sentence[end - 1].text not in ")%:":
        end -= 1
    return end


def _limit(sentence: Sentence, reported: list[_Reported], index: int, end: int) -> int:
    """Where the contents of a cue end at the latest: the next reporting clause beside it."""
    cue = reported[index].cue
    for later in reported[index + 1 :]:
        clause = min(later.subject.clause, later.cue.first)
        if clause <= cue.after:
            continue
        before = clause - 1
        joined = before
        while joined > cue.after and sentence[joined].lower in SUBORDINATORS:
            joined -= 1
        if joined < before and sentence[joined].text in (",", ";", "—", "–", "--"):
            return joined
        if later.subject.shared and later.cue.form == "ing" and sentence[before].text in (",", "—", "–", "--"):
            return before
        if later.subject.shared and later.cue.form == cue.form and sentence[before].lower in ("and", "but"):
            return before - 1 if sentence[before - 1].text == "," else before
        if sentence[before].text == ";":
            return before
    return _before_source(sentence, cue.after, end)


def _before_source(sentence: Sentence, start: int, end: int) -> int:
    for at in range(start + 1, end - 2):
        if (
            sentence[at].lower == "according"
            and sentence[at + 1].lower == "to"
            and sentence[at - 1].text == ","
        ):
            return at - 1
    return end


def _floor(reported: list[_Reported], index: int) -> int:
    """Where words before a cue can begin at the earliest: after the reporting clause before it."""
    if index == 0:
        return 0
    earlier = reported[index - 1]
    return max(earlier.cue.after, earlier.subject.end if earlier.subject.inverted else 0)


def _found(sentence: Sentence, item: _Reported, contents: Contents) -> list[Found]:
    mention = _span(sentence, item.subject.start, item.subject.end)
    cue = Span(sentence[item.cue.first].start, sentence[item.cue.after - 1].end)
    addressed = None if contents.addressed is None else _span(sentence, *contents.addressed)
    found = []
    for start, end in contents.ranges:
        words = _span(sentence, start, end)
        if words is not None:
            found.append(Found(words, mention, cue, item.cue.verbs[0].act, addressed))
    return found


def _span(sentence: Sentence, start: int, end: int) -> Span | None:
    """The text from word `start` to `end`, without the punctuation at its edges."""
    while start < end and sentence[start].kind == MARK and sentence[start].text in ",;:—–--.)":
        start += 1
    while end > start and sentence[end - 1].kind == MARK and sentence[end - 1].text in ",;:—–--.(":
        end -= 1
    if start >= end:
        return None
    return Span(sentence[start].start, _without_possessive(sentence, end - 1))


def _without_possessive(sentence: Sentence, last: int) -> int:
    return sentence[last].end


def _according_to(sentence: Sentence, end: int) -> list[Found]:
    found = []
    for at in range(len(sentence) - 2):
        if sentence[at].lower != "according" or sentence[at + 1].lower != "to":
            continue
        source_end = noun_phrase_right(sentence, at + 2, len(sentence))
        if source_end == at + 2:
            continue
        words = _claimed(sentence, at, source_end, end)
        mention = _span(sentence, at + 2, source_end)
        if words is not None and mention is not None:
            found.append(Found(words, mention, Span(sentence[at].start, sentence[at + 1].end), "said"))
    return found


def _claimed(sentence: Sentence, at: int, source_end: int, end: int) -> Span | None:
    """The clause that a source is given for: after it at the sentence's head, else before it."""
    if at <= 1:
        begin = source_end
        while begin < end and sentence[begin].text != "," and sentence[begin].kind != QUOTE:
            begin += 1
        return _span(sentence, begin, end) if has_finite(sentence, begin, end) or begin < end else None
    return _span(sentence, 0, at)


def _distinct(found: list[Found]) -> list[Found]:
    """Each span of words once: of two cues for the same words the first one found stays."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for item in found:
        key = (item.words.start, item.words.end)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept
