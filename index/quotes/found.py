"""A statement as a sentence shows it, its speaker not yet resolved to a name."""

from __future__ import annotations

from dataclasses import dataclass

from index.models import Span
from index.models.quotes import Act
from index.quotes.syntax import Sentence
from index.quotes.words import MARK


@dataclass(frozen=True, slots=True)
class Found:
    """Words, the mention of who said them and the cue, as offsets.

    `mention` is None where nobody is named. `follows` says that the running speaker goes on, whose mention
    it then carries, `label` that a name without a verb stands beside the words.
    """

    words: Span
    mention: Span | None
    cue: Span | None
    act: Act | None
    addressed: Span | None = None
    follows: bool = False
    continues: bool = False
    verbatim: bool = False
    label: bool = False


def span(sentence: Sentence, start: int, end: int) -> Span | None:
    """The text from word `start` to `end`, without the punctuation at its edges."""
    while start < end and sentence.kinds[start] == MARK and sentence.text(start)[0] in ",;:—–-―.)":
        start += 1
    while end > start and sentence.kinds[end - 1] == MARK and sentence.text(end - 1)[0] in ",;:—–-―.(":
        end -= 1
    return Span(sentence.words[start].start, sentence.words[end - 1].end) if start < end else None
