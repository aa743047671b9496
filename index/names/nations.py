"""Countries, their peoples and their capitals (the tables are described in data/README.md)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from index.names.spelling import fold

# Capitals that stand for something else as often: a state, a union, and seats that go by their own name.
_NO_GOVERNMENT = frozenset(
    {"washington", "brussels", "kremlin", "white house", "downing street", "whitehall", "holyrood"}
)


@dataclass(frozen=True, slots=True)
class Nations:
    """Folded words to the countries they may mean; a country is known by its first name in the table."""

    countries: dict[str, frozenset[str]]
    peoples: dict[str, frozenset[str]]
    capitals: dict[str, frozenset[str]]

    def of(self, word: str) -> frozenset[str]:
        """The countries that a name, a word for a people or a capital stands for; empty for other words."""
        folded = fold(word)
        for column in (self.peoples, self.countries, self.capitals):
            if folded in column:
                return column[folded]
        return frozenset()

    def governed_from(self, city: str) -> frozenset[str]:
        """The countries for whose government a capital's name stands: "Baku" for Azerbaijan's; empty
        for other words."""
        folded = fold(city)
        return frozenset() if folded in _NO_GOVERNMENT else self.capitals.get(folded, frozenset())

    def is_place(self, word: str) -> bool:
        """Whether the word is the name of a country or a capital."""
        folded = fold(word)
        return folded in self.countries or folded in self.capitals

    def is_country(self, word: str) -> bool:
        """Whether the word is the name of a country or of its people, not of a city in it."""
        folded = fold(word)
        return folded in self.countries or folded in self.peoples

    def is_people(self, word: str) -> bool:
        """Whether the word is an adjective or a noun for a country's people."""
        return fold(word) in self.peoples


@cache
def nations() -> Nations:
    """Read the tables, about 18 kB, when they are first needed."""
    columns: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for table in ("nations.txt", "nations-more.txt"):
        for line in files("index.names").joinpath("data", table).read_text(encoding="utf-8").splitlines():
            cells = [cell.split("; ") for cell in line.split("\t")]
            for column, words in zip(columns, cells, strict=False):
                for word in filter(None, words):
                    column.setdefault(fold(word), set()).add(cells[0][0])
    return Nations(*({word: frozenset(found) for word, found in column.items()} for column in columns))
