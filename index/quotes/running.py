"""Quotations without a cue of their own: the running speaker, paragraphs that go on, words after a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.models import Span
from index.quotes.found import Found, span
from index.quotes.labels import headed, is_pointer, labelled, signature, signed
from index.quotes.lexicon import entries
from index.quotes.nouns import NOUNS
from index.quotes.speakers import main_subject
from index.quotes.statements import reports, statements
from index.quotes.syntax import Sentence
from index.quotes.transcripts import turns
from index.quotes.words import MARK, QUOTE, Line, Word

_NOWHERE = Span(0, 0)
_OTHER_CUES = NOUNS | {"according", "words"}


@dataclass(slots=True)
class _State:
    """What is known of the speech so far, from line to line."""

    speaking: Found | None = None  # the last statement, whoever made it
    announced: Found | None = None  # "The mayor said:" at the end of the line before


def of_lines(article: Sequence[Line]) -> list[Found]:
    """All statements of an article, in text order."""
    spoken = turns(article)
    state = _State()
    found: list[Found] = []
    waiting: list[int] = []  # bare quotations left open: whoever is named in the next line said them
    before: Line | None = None
    for line in article:
        below = signature(line)
        if below is not None and found and found[-1].cue is None and before is not None and _is_bare(before):
            found[-1] = replace(found[-1], mention=below, follows=False)
        turn = spoken.get(line.start)
        here, opened = _of_line(line, state) if turn is None else ([turn], False)
        if turn is not None:
            state.speaking = turn
        if waiting and here and here[0].mention is not None and not here[0].follows:
            for index in waiting:
                found[index] = Found(found[index].words, here[0].mention, None, None)
            waiting = []
        elif not here:
            waiting = []
        found.extend(here)
        if here and opened and (here[-1].follows or here[-1].mention is None):
            waiting.append(len(found) - 1)
        before = line
    return [item for item in found if item.mention is not None]


def _is_bare(line: Line) -> bool:
    """Whether a line holds nothing but quotations."""
    return all(word.kind in (QUOTE, MARK) for words in line.sentences for word in words)


def _of_line(line: Line, state: _State) -> tuple[list[Found], bool]:
    block = None if state.announced is None else _as_announced(line, state.announced)
    if block is not None:
        state.speaking, state.announced = block, None
        return [block], False
    if (name := signed(line)) is not None:
        marked = [word for words in line.sentences for word in words if word.kind == QUOTE]
        said = [Found(Span(word.start, word.end), name, None, None) for word in marked]
        state.speaking, state.announced = said[-1], None
        return said, False
    found: list[Found] = []
    before: list[Word] | None = None
    for words in line.sentences:
        found.extend(_of_sentence(words, found, before, state))
        before = words
    if found:
        state.speaking = found[-1]
    last = line.sentences[-1][-1]
    state.announced = _announced(Sentence(line.sentences[-1])) if last.text == ":" else None
    return found, last.segment is not None and not last.segment.closed


def _of_sentence(
    words: list[Word], found: list[Found], before: list[Word] | None, state: _State
) -> list[Found]:
    """The statements of a sentence; `found` are those of its line before it, `before` its last sentence."""
    reports, quotes = _may_report(words), any(word.kind == QUOTE for word in words)
    if not reports and not quotes:
        return []
    sentence = Sentence(words)
    here = statements(sentence) if reports else []
    if quotes:
        here += _running(sentence, _bare(sentence, here), found, before, state)
        here.sort(key=lambda item: item.words.start)
    return here


def _as_announced(line: Line, announced: Found) -> Found | None:
    """A paragraph without marks that a line ending in "she added:" introduces."""
    words = [word for sentence in line.sentences for word in sentence]
    if announced.act is None or any(word.kind == QUOTE for word in words):
        return None
    return Found(Span(words[0].start, words[-1].end), announced.mention, announced.cue, announced.act)


def _may_report(words: list[Word]) -> bool:
    known = entries()
    return any(word.lower in known or word.lower in _OTHER_CUES for word in words)


def _bare(sentence: Sentence, here: list[Found]) -> list[int]:
    """Quotations of the sentence that no statement covers and that stand like speech."""
    if is_pointer(sentence):
        return []
    alone = _is_alone(sentence) or headed(sentence) is not None
    return [
        index
        for index, word in enumerate(sentence.words)
        if word.kind == QUOTE
        and (alone or sentence.text(index - 1) == ":")
        and not any(item.words.start <= word.start and word.end <= item.words.end for item in here)
    ]


def _is_alone(sentence: Sentence) -> bool:
    """Whether nothing but quotations stands in a sentence, and what brackets hold: "“We stay” (in Veltish)"."""
    depth = 0
    for index, kind in enumerate(sentence.kinds):
        if kind == MARK:
            depth += (sentence.text(index) == "(") - (sentence.text(index) == ")")
        elif kind != QUOTE and depth <= 0:
            return False
    return True


def _running(
    sentence: Sentence, quotes: list[int], found: list[Found], before: list[Word] | None, state: _State
) -> list[Found]:
    """The quotations `quotes` of a sentence with who says them; `found` are those of its line so far."""
    if not quotes:
        return []
    nearby = _nearby(found, before, state)
    return [_bare_statement(sentence, index, nearby) for index in quotes]


def _bare_statement(sentence: Sentence, index: int, nearby: Found) -> Found:
    words = Span(sentence.words[index].start, sentence.words[index].end)
    name = labelled(sentence, index) or headed(sentence)
    if name is not None:
        return Found(words, name, None, None, label=True)
    subject = main_subject(sentence, 0, index) if index else None
    if subject is not None:
        return Found(words, span(sentence, subject.start, subject.end), None, None)
    return replace(nearby, words=words)


def _nearby(found: list[Found], before: list[Word] | None, state: _State) -> Found:
    """Who says a quotation that its own sentence explains by nothing; the words are those of no one yet."""
    if found:
        return Found(found[-1].words, found[-1].mention, None, None, follows=True)
    if before is None and state.announced is not None:
        return state.announced
    if before is not None:
        earlier = Sentence(before)
        subject = main_subject(earlier, 0, len(earlier))
        if subject is not None:
            return Found(_NOWHERE, span(earlier, subject.start, subject.end), None, None)
    mention = None if state.speaking is None else state.speaking.mention
    return Found(_NOWHERE, mention, None, None, follows=mention is not None)


def _announced(sentence: Sentence) -> Found | None:
    """The speaker of a line that ends in a colon: "The mayor continued:"."""
    reported = reports(sentence)
    if not reported:
        subject = main_subject(sentence, 0, len(sentence))
        mention = None if subject is None else span(sentence, subject.start, subject.end)
        return None if mention is None else Found(mention, mention, None, None)
    cue, subject = reported[-1].cue, reported[-1].subject
    mention = span(sentence, subject.start, subject.end)
    verb = Span(sentence.words[cue.verb].start, sentence.words[cue.after - 1].end)
    return Found(verb, mention, verb, cue.meaning.act)
