"""A question as it is answered: with its limits, and what of it found no match."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from index.models import Coverage, Filters, Understanding
from index.questions.wording import SMALL, words
from index.text.tokens import terms

ARTICLES = 10  # ids in an answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its limits, the library's coverage, and the day of asking where it counts."""

    question: str
    understood: Understanding
    limits: Filters
    coverage: Coverage
    as_of: date | None


def missing(understood: Understanding, lacking: AbstractSet[str]) -> tuple[str, ...]:
    """Names nobody bears, and words of the topic that the best article lacks, as the question writes them."""
    unmatched = [
        word
        for word in dict.fromkeys(words(understood.topic))
        if word not in SMALL and (made := terms(word)) and set(made) <= lacking
    ]
    return (*understood.unknown, *understood.dropped, *unmatched)
