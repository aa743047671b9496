"""Passages: an article cut into runs of whole sentences, the unit that search ranks."""

from __future__ import annotations

import re

from index.models import Span
from index.text.sentences import paragraphs, sentences

# On RealTime QA 2022 chunks of 256 tokens found the right article best (design, section 4).
MOST = 256
# A chunk that is this full ends with its paragraph.
ENOUGH = 192
_WORD = re.compile(r"\w+")
# Scripts without spaces have no words to count; about so many characters weigh as one.
_CHARACTERS_A_WORD = 12


def chunks(text: str) -> tuple[Span, ...]:
    """Cut `text` into passages of whole sentences, up to 256 words each where a sentence is no longer than
    that."""
    found: list[Span] = []
    start = end = -1
    words = 0
    for paragraph in paragraphs(text):
        for sentence in sentences(text, paragraph.start, paragraph.end):
            size = _size(text, sentence)
            if start >= 0 and words + size > MOST:
                found.append(Span(start, end))
                start, words = -1, 0
            start = sentence.start if start < 0 else start
            end = sentence.end
            words += size
        if start >= 0 and words >= ENOUGH:
            found.append(Span(start, end))
            start, words = -1, 0
    if start >= 0:
        found.append(Span(start, end))
    return tuple(found)


def _size(text: str, sentence: Span) -> int:
    words = sum(1 for _ in _WORD.finditer(text, sentence.start, sentence.end))
    return max(words, (sentence.end - sentence.start) // _CHARACTERS_A_WORD)
