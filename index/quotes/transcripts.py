"""Transcripts: lines that begin with who speaks, "MOOR: We stay." or "Ana Moor: We stay."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from index.models import Span
from index.names import gender
from index.names.titles import is_courtesy, is_role
from index.quotes.found import Found
from index.quotes.grammar import DASHES, word_set
from index.quotes.words import NAME, QUOTE, WORD, Line

_LONGEST = 5  # words of a label
_TURNS = 3  # lines with a label that make a transcript
_MOST_PARAGRAPHS = 6  # lines from one label to the next
_NO_SPEAKERS = word_set(
    "update updated note notes correction editor photo photos image video watch read related source sources"
    " breaking live listen exclusive q question opinion analysis caption more also update: tags topics contact"
)


def turns(article: Sequence[Line]) -> dict[int, Found]:
    """The turns of a transcript by the start of their line; none where too few lines are labelled.

    Lines without a label between two turns belong to the turn before them.
    """
    labelled = {place: found for place, line in enumerate(article) if (found := _turn(line)) is not None}
    if not _is_conversation(article, labelled):
        return {}
    spoken = {article[place].start: turn for place, (_, turn) in labelled.items()}
    for place, following in pairwise(labelled):
        for line in article[place + 1 : following]:
            if following - place <= _MOST_PARAGRAPHS and _is_spoken(line):
                words = [word for sentence in line.sentences for word in sentence]
                said = Span(words[0].start, words[-1].end)
                spoken[line.start] = replace(labelled[place][1], words=said)
    return spoken


def _is_conversation(article: Sequence[Line], labelled: Mapping[int, tuple[str, Found]]) -> bool:
    """Whether most turns are of those who speak twice, among three turns or after questions, and they are
    people: a list of prices, towns or kinds of news has labels too."""
    counts = Counter(label for label, _ in labelled.values())
    again = {label for label, count in counts.items() if count > 1}
    if not again or 2 * sum(counts[label] for label in again) < len(labelled):
        return False
    near = sum(later - place <= _MOST_PARAGRAPHS for place, later in pairwise(labelled))
    if 2 * near < len(labelled) - 1:
        return False
    asked = sum(place > 0 and _asks(article[place - 1]) for place in labelled)
    if len(labelled) < _TURNS and asked < len(labelled):
        return False
    if len(counts) == 1 and 2 * asked < len(labelled):
        return False  # "Winner:" before each prize
    elsewhere = _names_elsewhere(article, labelled)
    people = sum(counts[label] for label in again if _is_person(label, elsewhere))
    return 2 * people >= sum(counts[label] for label in again)


def _names_elsewhere(article: Sequence[Line], labelled: Mapping[int, tuple[str, Found]]) -> set[str]:
    """The words with a capital, in small letters, that do not stand in labels, but for those that the article
    writes small too."""
    found: set[str] = set()
    small: set[str] = set()
    for place, line in enumerate(article):
        skipped = len(labelled[place][0].split()) if place in labelled else 0
        for sentence in line.sentences:
            found.update(word.lower for word in sentence[skipped:] if word.kind == NAME)
            small.update(word.lower for word in sentence if word.kind == WORD)
            skipped = 0
    return found - small


def _is_person(label: str, elsewhere: set[str]) -> bool:
    """Whether a label (in small letters, capitals where it is written in capitals) may be a speaker's."""
    words = label.split()
    if label.isupper():
        return label in ("Q", "A") or any(word in elsewhere or is_role(word) for word in label.lower().split())
    return (
        any(word in elsewhere or is_role(word) for word in words)
        or gender.of_first_name(words[0]) is not None
        or (len(words) > 1 and is_courtesy(words[0]))
    )


def _asks(line: Line) -> bool:
    return line.sentences[-1][-1].text == "?"


def _is_spoken(line: Line) -> bool:
    """Whether a line without a label may be a further paragraph of a turn: no marks, and no question."""
    if line.sentences[0][0].text in DASHES:
        return False  # "- Ana Moor" signs what stands above
    return not _asks(line) and not any(word.kind == QUOTE for sentence in line.sentences for word in sentence)


def _turn(line: Line) -> tuple[str, Found] | None:
    words = line.sentences[0] if line.sentences else []
    for index, word in enumerate(words[: _LONGEST + 1]):
        if word.text == ":" and index:
            break
        if word.kind != NAME or word.segment is not None:
            return None
    else:
        return None
    label = words[:index]
    rest = [word for sentence in line.sentences for word in sentence][index + 1 :]
    if not rest or rest[0].start == words[index].end or label[0].lower in _NO_SPEAKERS or rest[0].kind == QUOTE:
        return None
    if not any(word.kind in (WORD, NAME) for word in rest):
        return None
    mention = Span(label[0].start, label[-1].end)
    name = " ".join(word.text if word.text.isupper() else word.lower for word in label)
    return name, Found(Span(rest[0].start, rest[-1].end), mention, None, None, verbatim=True)
