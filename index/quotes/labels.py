"""Names that stand beside a quotation without a verb: headlines, captions, signatures under a pulled quote."""

from __future__ import annotations

from index.models import Span
from index.quotes.found import span
from index.quotes.grammar import DASHES
from index.quotes.syntax import Sentence
from index.quotes.words import NAME, QUOTE, Line

_LONGEST = 6  # words of a name
_SIGNATURE = 12  # words of a line that signs
_AFTER_NAME = frozenset((":", ",", "(", "to", "on", "in", "at"))


def headed(sentence: Sentence) -> Span | None:
    """The name behind a quotation that opens its line: "“We stay”: Ana Moor on piers", "“We stay” — Moor"."""
    if sentence.kind(0) != QUOTE or not (sentence.text(1) == ":" or sentence.text(1) in DASHES):
        return None
    return span(sentence, 2, _names(sentence, 2))


def is_pointer(sentence: Sentence) -> bool:
    """Whether a colon without a blank behind it parts a quotation from another article's headline: "“We
    stay”:Pier is saved"."""
    return sentence.kind(0) == QUOTE and sentence.text(1) == ":" and _is_joined(sentence, 1)


def _is_joined(sentence: Sentence, at: int) -> bool:
    """Whether the next word stands right behind word `at`."""
    return at + 1 < len(sentence) and sentence.words[at].end == sentence.words[at + 1].start


def labelled(sentence: Sentence, index: int) -> Span | None:
    """The name before a colon and the quotation at word `index`: "Ana Moor, mayor of Port Haven: “We stay”"."""
    if sentence.text(index - 1) != ":" or sentence.has_finite(0, index):
        return None
    end = _names(sentence, 0)
    if sentence.text(end) == ":" and end + 1 < index and _is_joined(sentence, end):
        return None  # "MORE:Kelm pays: “We stay”"
    return span(sentence, 0, end) if sentence.word(end) in _AFTER_NAME else None


def signature(line: Line) -> Span | None:
    """The name in a line that only signs the quotation above it: "— Ana Moor, mayor"."""
    words = line.sentences[0]
    if words[0].text not in DASHES or len(words) > _SIGNATURE:
        return None
    sentence = Sentence(words)
    return None if sentence.has_finite(0, len(sentence)) else span(sentence, 1, _names(sentence, 1))


def _names(sentence: Sentence, start: int) -> int:
    """Where the capitals end that begin at word `start`."""
    end = start
    while end < min(len(sentence), start + _LONGEST) and sentence.kinds[end] == NAME:
        end += 1
    return end
