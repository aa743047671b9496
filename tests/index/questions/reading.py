"""A question read as the tests read it: a small name book, three outlets, a Wednesday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from index.models import Understanding
from index.questions import understand

TODAY = date(2026, 1, 14)  # a Wednesday
PEOPLE = {
    "brant": "Dela Brant",
    "dela brant": "Dela Brant",
    "brants": "Dela Brant",
    "wick": "Tomas Wick",
    "the veltish president": "Ana Moor",
    "norway": "Norway",
    "cold": "Cold",
    "general": "Orrin General",
    "solicitor general": "Orrin General",
    "winder": "Jonas Wind",
}


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    names: tuple[str, ...]


class Names:
    def find(self, text: str) -> list[Found]:
        forms = "|".join(sorted(PEOPLE, key=len, reverse=True))
        return [
            Found(found.start(), found.end(), (PEOPLE[found.group().lower()],))
            for found in re.finditer(rf"(?i)\b(?:{forms})\b", text)
        ]


def read(question: str, after: Understanding | None = None) -> Understanding:
    sources = ["The Orrin Post", "Week", "The Brack Courier"]
    return understand(question, names=Names(), sources=sources, today=TODAY, after=after)
