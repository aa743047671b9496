"""Quotations without a cue of their own: the running speaker, paragraphs that go on, words after a colon."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Span
from index.quotes.speakers import main_subject
from index.quotes.statements import Found, statements
from index.quotes.words import MARK, QUOTE, WORD, Line, Sentence


@dataclass(slots=True)
class _State:
    """What is known of the speech so far, from line to line."""

    speaking: Found | None = None  # the last statement, whoever made it
    opened: bool = False  # the last quotation of the line before was left open
    colon: bool = False  # the line before ended in a colon


def of_lines(article: list[Line]) -> list[Found]:
    """All statements of an article, in text order."""
    state = _State()
    found: list[Found] = []
    for line in article:
        found.extend(_of_line(line, state))
    return found


def _of_line(line: Line, state: _State) -> list[Found]:
    found: list[Found] = []
    for sentence in line.sentences:
        here = statements(sentence)
        bare = _bare(sentence, here)
        for first, last in bare:
            words = Span(sentence[first].start, sentence[last].end)
            here.append(_running(words, sentence, first, found, state))
        here.sort(key=lambda item: item.words.start)
        found.extend(here)
    found = [item for item in found if item.mention is not None or item.follows]
    if found:
        state.speaking = found[-1]
    if not line.sentences:  # a line without a letter or a digit: "* * *"
        return found
    final = line.sentences[-1][-1]
    segment = final.segment
    state.opened = segment is not None and not segment.closed
    state.colon = final.text == ":"
    return found


def _bare(sentence: Sentence, here: list[Found]) -> list[tuple[int, int]]:
    """Quotations of the sentence that no statement covers and that stand like speech."""
    uncovered = [
        index
        for index, word in enumerate(sentence)
        if word.kind == QUOTE
        and not any(item.words.start <= word.start and word.end <= item.words.end for item in here)
    ]
    return [(index, index) for index in uncovered if _is_speech(sentence, index)]


def _is_speech(sentence: Sentence, index: int) -> bool:
    others = [word for word in sentence if word.kind not in (QUOTE, MARK)]
    if not others:
        return True
    before = sentence[index - 1] if index else None
    return before is not None and before.text == ":"


def _running(words: Span, sentence: Sentence, first: int, found: list[Found], state: _State) -> Found:
    if first > 0 and any(word.kind == WORD for word in sentence[:first]):
        subject = main_subject(sentence, first)
        if subject is not None:
            mention = Span(sentence[subject.start].start, sentence[subject.end - 1].end)
            return Found(words, mention, None, None)
    speaking = found[-1] if found else state.speaking
    if speaking is None:
        return Found(words, None, None, None)
    return Found(words, speaking.mention, None, None, follows=True)
