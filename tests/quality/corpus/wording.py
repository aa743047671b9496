"""How the archive's people put things, and how its reporters attribute them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from index.models import Act
from tests.quality.corpus.people import Person
from tests.quality.corpus.topics import Topic

_SPOKEN: dict[Act, tuple[str, ...]] = {
    "promised": (
        "We will {deed}{tail}",
        "I give you my word that we will {deed}{tail}",
        "I promise to {deed}{tail}",
    ),
    "warned": ("If nothing is done, {harm}", "Unless we act now, {harm}", "I fear that {harm}{tail}"),
    "demanded": (
        "The government must {deed}{tail}",
        "It is high time to {deed}",
        "Somebody has to {deed}{tail}",
    ),
    "denied": (
        "It is simply not true that {claim}",
        "I never said that {claim}",
        "The tale that {claim} is pure invention",
    ),
    "said": ("{view}{tail}", "Let me be plain: {view}", "As I see it, {view}"),
}
_TOLD: dict[Act, tuple[str, ...]] = {
    "promised": ("promised to {deed}{tail}", "pledged to {deed}"),
    "warned": ("warned that {harm}", "warned that {harm}{tail}"),
    "demanded": ("demanded that the government {deed}", "called on the government to {deed}"),
    "denied": ("denied that {claim}", "denied on Tuesday that {claim}"),
    "said": ("said that {view}{tail}", "argued that {view}"),
}
_TAILS = (
    "",
    "",
    " before the summer recess",
    " whatever the price",
    " and everybody in this room knows it",
    " as my own family has seen",
    " with or without the council",
    " in spite of what the papers print",
)
_VERBS: dict[Act, tuple[str, ...]] = {
    "promised": ("promised", "said"),
    "warned": ("warned", "said"),
    "demanded": ("demanded", "insisted", "said"),
    "denied": ("insisted", "said", "replied"),
    "said": ("said", "added", "told reporters", "explained"),
}
ACTS: tuple[Act, ...] = tuple(_SPOKEN)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that holds one statement; `words` are the speaker's (or what is reported of them)."""

    paragraph: str
    words: str
    direct: bool


def spoken(chance: random.Random, topic: Topic, act: Act) -> str:
    """A sentence in the first person, without its full stop."""
    made = _filled(chance, _SPOKEN[act], topic)
    return made[0].upper() + made[1:]


def line(chance: random.Random, topic: Topic, act: Act, who: str, pronoun: str) -> Line:
    """A statement of `who` (as written here) in one of the ways in which newspapers attribute."""
    way = chance.randrange(6)
    verb = chance.choice(_VERBS[act])
    opening = who[0].upper() + who[1:]
    if way == 0:
        told = _filled(chance, _TOLD[act], topic)
        return Line(f"{opening} {told}.", told.split(" ", 1)[1], direct=False)
    words = spoken(chance, topic, act)
    if way == 1:
        return Line(f'{opening} {verb}: "{words}."', words, direct=True)
    if way == 2:
        return Line(f'"{words}," {verb} {who}, standing in the rain.', words, direct=True)
    if way == 3 and "," not in words:
        further = chance.choice(("Nothing else will do", "That is all there is to it", "Ask anyone you like"))
        return Line(f'"{words}," {who} {verb}. "{further}," {pronoun} added.', words, direct=True)
    return Line(f'"{words}," {who} {verb}.', words, direct=True)


def named(person: Person, *, clash: bool, again: bool, chance: random.Random) -> str:
    """How an article writes someone: in full first, then shorter, unless another bears the surname."""
    if not again:
        return f"{person.title} {person.name}"
    if clash:
        return person.name
    return chance.choice((person.surname, person.surname, person.pronoun, person.office))


def _filled(chance: random.Random, ways: tuple[str, ...], topic: Topic) -> str:
    return chance.choice(ways).format(
        deed=chance.choice(topic.deeds),
        harm=chance.choice(topic.harms),
        claim=chance.choice(topic.claims),
        view=chance.choice(topic.views),
        tail=chance.choice(_TAILS),
    )
