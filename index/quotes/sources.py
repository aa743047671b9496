"""Statements whose source is named by a phrase: "according to the mayor", "in the words of Ana Moor"."""

from __future__ import annotations

from index.models import Span
from index.quotes.found import Found, span
from index.quotes.phrases import noun_phrase_right
from index.quotes.syntax import Sentence
from index.quotes.words import QUOTE

_PHRASES = (("according", "to"), ("in", "the", "words", "of"))


def from_sources(sentence: Sentence, end: int) -> list[Found]:
    """The statements before word `end` that such a phrase gives to a source."""
    found: list[Found] = []
    if not any(phrase[0] in sentence.lower and phrase[-2] in sentence.lower for phrase in _PHRASES):
        return found
    for at in range(len(sentence) - 2):
        for phrase in _PHRASES:
            if sentence.lower[at] == phrase[0] and tuple(sentence.lower[at : at + len(phrase)]) == phrase:
                found += _from_source(sentence, at, at + len(phrase), end)
    return found


def _from_source(sentence: Sentence, at: int, begin: int, end: int) -> list[Found]:
    source_end = noun_phrase_right(sentence, begin, len(sentence))
    mention = span(sentence, begin, source_end)
    words = _claimed(sentence, at, source_end, end)
    if words is None or mention is None:
        return []
    cue = Span(sentence.words[at].start, sentence.words[begin - 1].end)
    return [Found(words, mention, cue, "said")]


def _claimed(sentence: Sentence, at: int, source_end: int, end: int) -> Span | None:
    """The clause that a source is given for: after it at the sentence's head, else before it."""
    if at > 1 or (at == 1 and sentence.kinds[0] == QUOTE):
        return span(sentence, 0, at)
    begin = source_end
    while begin < end and sentence.text(begin) != "," and sentence.kinds[begin] != QUOTE:
        begin += 1
    return span(sentence, begin, end)
