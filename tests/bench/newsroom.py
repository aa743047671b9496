"""Invented news articles of a given length: words by Zipf's law, people who speak, outlets, days."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np


def _words(line: str) -> list[str]:
    return line.split()


# What English has most of, so that sentences have their shape; all other words are made of syllables.
_COMMON = _words(
    "the of to and a in that for is on with was by as at be from it has have will not are but his her they its"
    " this had were been their an which who would after more than about one all there when new also over out"
)
_SYLLABLES = _words(
    "ba dor ke lin mo ra sel ti vun za gre pla sto fen qua lor mi nes pu har ted wo cas bel dri nu"
)
_KERNEL = 5000
_FIRST = _words("Anna Oskar Mira Tomas Elena Viktor Sofia Pavel Ines Jonas Klara Marek Nadia Leon Vera Hugo")
_ENDS = ("son", "ov", "berg", "ini", "ard", "escu", "mann", "ez")
_CUES = ("said", "told reporters", "warned", "promised", "added", "denied", "announced", "argued")
_ROLES = ("minister", "spokeswoman", "mayor", "analyst", "professor", "chairman")
_OUTLETS = ("Harbour Post", "Daily Lantern", "Northgate Review", "Veltish Times", "The Mill", "Coast Wire")


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Writes the same articles for the same `seed`; article n does not depend on how many follow."""

    characters: int = 4000
    vocabulary: int = 400_000
    people: int = 20_000
    seed: int = 11

    def lines(self, count: int) -> Iterator[str]:
        """Articles as JSON lines."""
        words = [*_COMMON, *(_word(rank) for rank in range(self.vocabulary - len(_COMMON)))]
        ranks = np.arange(len(words)) + 2.7
        # Two regimes: past some thousand words the frequencies of English fall twice as steeply (Ferrer i
        # Cancho and Solé 2001, "Two regimes in the frequency of words").
        weights = np.cumsum(np.where(ranks < _KERNEL, 1 / ranks, _KERNEL / ranks**2))
        for number in range(count):
            generator = np.random.default_rng([self.seed, number])
            places = np.searchsorted(weights, generator.random(self.characters // 3) * weights[-1])
            stream = iter([words[place] for place in places.tolist()])
            yield json.dumps(self._article(number, stream, generator), ensure_ascii=False)

    def _article(self, number: int, words: Iterator[str], generator: np.random.Generator) -> dict[str, str]:
        speakers = [_person(int(rank)) for rank in generator.zipf(1.3, 5) % self.people]
        sentences, length = [], 0
        while length < self.characters:
            sentences.append(_sentence(words, speakers, generator))
            length += len(sentences[-1]) + 1
        paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
        outlet = _OUTLETS[number % len(_OUTLETS)]
        return {
            "id": f"n{number}",
            "url": f"https://{outlet.casefold().replace(' ', '')}.example/{number}",
            "title": _sentence(words, [], generator).rstrip("."),
            "source": outlet,
            "published": str(date(2024, 1, 1) + timedelta(days=number % 700)),
            "text": "\n\n".join(paragraphs)[: self.characters],
        }


def _sentence(words: Iterator[str], speakers: list[str], generator: np.random.Generator) -> str:
    plain = " ".join(next(words) for _ in range(int(generator.integers(8, 28))))
    plain = plain[0].upper() + plain[1:]
    kind = generator.random()
    if not speakers or kind > 0.45:
        return f"{plain}."
    person = speakers[int(generator.integers(len(speakers)))]
    cue = _CUES[int(generator.integers(len(_CUES)))]
    if kind < 0.15:
        return f"“{plain},” {person.split()[-1]} {cue}."
    if kind < 0.3:
        role = _ROLES[int(generator.integers(len(_ROLES)))]
        return f"The {role}, {person}, {cue} that {plain[0].lower()}{plain[1:]}."
    return f"{plain}, according to {person}."


def _person(rank: int) -> str:
    surname = _word(rank * 7 + 500).capitalize() + _ENDS[rank % len(_ENDS)]
    return f"{_FIRST[rank % len(_FIRST)]} {surname}"


def _word(rank: int) -> str:
    """A made-up word for each number: frequent ones are short."""
    syllables = []
    rank += len(_SYLLABLES)
    while rank:
        rank, place = divmod(rank, len(_SYLLABLES))
        syllables.append(_SYLLABLES[place])
    return "".join(syllables)
