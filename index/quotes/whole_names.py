"""Names with commas inside as one word: "the Ministry of Grain, Dyes and Fisheries said" is one clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.models import Span
from index.quotes.words import NAME, Line, Word


def whole(text: str, article: Sequence[Line], names: Sequence[Span]) -> list[Line]:
    """The lines of an article with the words of each of `names` (in text order) joined."""
    if not names:
        return list(article)
    joined: list[Line] = []
    place = 0
    for line in article:
        while place < len(names) and names[place].start < line.start:
            place += 1
        first = place
        while place < len(names) and names[place].end <= line.end:
            place += 1
        here = names[first:place]
        sentences = [list(_joined(text, words, here)) for words in line.sentences] if here else line.sentences
        joined.append(Line(line.start, line.end, sentences))
    return joined


def _joined(text: str, words: Sequence[Word], names: Sequence[Span]) -> Iterator[Word]:
    """The words, those inside a name as one."""
    place = 0
    for word in words:
        while place < len(names) and names[place].end <= word.start:
            place += 1
        if place == len(names) or word.start < names[place].start:
            yield word
        elif word.start == names[place].start:
            name = text[word.start : names[place].end]
            yield Word(word.start, names[place].end, name, name.casefold(), NAME)
