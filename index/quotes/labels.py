"""Names that stand beside a quotation without a verb: headlines, captions, signatures under a pulled quote."""

from __future__ import annotations

from index.models import Span
from index.names import gender
from index.names.titles import is_office
from index.quotes.found import span
from index.quotes.grammar import DASHES, DETERMINERS
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, QUOTE, Line

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
    """The name in a line that signs the quotation above it: "— Ana Moor, mayor", "— Mayor Ana Moor, to us"."""
    words = line.sentences[0]
    if words[0].text not in DASHES:
        return None
    sentence = Sentence(words)
    end = next((at for at, word in enumerate(words) if word.text in ",("), len(words))
    if end > _SIGNATURE or sentence.has_finite(0, end):
        return None
    whole = sentence.kinds[end - 1] == NAME or sentence.word(1) in DETERMINERS  # "— A Kelm spokesman"
    return span(sentence, 1, end if whole else _names(sentence, 1))


def signed(line: Line) -> Span | None:
    """The name behind the quotations that are all else of a line: "“We stay.” Queen Ana"."""
    *quoted, last = line.sentences
    kinds = {word.kind for words in quoted for word in words}
    if QUOTE not in kinds or not kinds <= {QUOTE, MARK}:
        return None
    known = is_office(last[0].text) or gender.is_first_name(last[0].text)
    if not known or len(last) not in range(2, _LONGEST) or any(word.kind != NAME for word in last):
        return None
    return Span(last[0].start, last[-1].end)


def _names(sentence: Sentence, start: int) -> int:
    """Where the capitals end that begin at word `start`."""
    end = start
    while end < min(len(sentence), start + _LONGEST) and sentence.kinds[end] == NAME:
        end += 1
    return end
