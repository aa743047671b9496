"""Ask a library the questions of an archive, and count what it got right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.library import Library
from index.models import Answer, Draft, Passage
from tests.quality.corpus.asking import Asked
from tests.quality.corpus.writing import Said

TOP = 3
_OVERLAP = 0.5
_COPIED = 5  # words that are no coincidence
_MARKS = "\"“”'‘’"  # around a nickname


@dataclass(slots=True)
class Figures:
    """Shares from 0 to 1 by kind of question, and the questions that went wrong with what was answered."""

    asked: dict[str, int] = field(default_factory=dict)
    person: dict[str, int] = field(default_factory=dict)
    quote: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def right_person(self, *kinds: str) -> float:
        """Of the questions, those for which every passage of an answer is by the right person, "who said"
        judged by the first one. A "no" is nobody's words: it counts against the quote alone."""
        return self._share(self.person, kinds)

    def right_quote(self, *kinds: str) -> float:
        """Of the questions, those with a right statement among the first three; of those that nothing
        answers, those refused."""
        return self._share(self.quote, kinds)

    def _share(self, found: dict[str, int], kinds: Iterable[str]) -> float:
        wanted = list(kinds or self.asked)
        return sum(found.get(kind, 0) for kind in wanted) / (
            sum(self.asked.get(kind, 0) for kind in wanted) or 1
        )

    def count(self, asked: Asked, answer: Answer) -> None:
        """Judge one answer."""
        kind = asked.kind
        judged = answer.passages[:1] if kind == "who" else answer.passages
        answers = answer.answered and asked.speaker is not None
        person = not answers or all(_is_by(one, asked.speaker or "") for one in judged)
        quote = answer.answered and any(is_one_of(one, asked.gold) for one in answer.passages[:TOP])
        if not asked.gold:
            person = quote = not answer.answered
        self.asked[kind] = self.asked.get(kind, 0) + 1
        self.person[kind] = self.person.get(kind, 0) + person
        self.quote[kind] = self.quote.get(kind, 0) + quote
        if not (person and quote):
            shown = " | ".join(f"{one.speaker}: {one.text[:90]}" for one in answer.passages[:TOP])
            self.wrong.append(f"{kind}: {asked.question} -> {answer.answered} {answer.score:.2f} {shown}")


def _is_by(passage: Passage, name: str) -> bool:
    """Whether a passage is by that person, with or without a title or a second name."""
    one, other = ({word.strip(_MARKS) for word in full.split()} for full in (passage.speaker or "", name))
    return bool(one) and (one <= other or other <= one)


def is_one_of(passage: Passage, gold: Sequence[Said]) -> bool:
    """Whether a passage holds at least half of a statement of `gold`, or a copy of its words elsewhere."""
    return any(
        min(passage.end, one.end) - max(passage.start, one.start) >= _OVERLAP * (one.end - one.start)
        if passage.article == one.article
        else len(one.words.split()) >= _COPIED and one.words.strip(_MARKS) in passage.text
        for one in gold
    )


async def fill(path: Path, drafts: Sequence[Draft]) -> None:
    """Make a library of `drafts`."""
    async with Library.open(path) as library:
        await library.articles.add_many(drafts, by="cli")


async def measure(library: Library, asked: Sequence[Asked]) -> Figures:
    """Ask every question."""
    figures = Figures()
    for one in asked:
        figures.count(one, await library.ask(one.question))
    return figures
