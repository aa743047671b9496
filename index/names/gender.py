"""What tells a person's gender: courtesy titles, words for people, pronouns, and first names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from index.names.spelling import fold

Sex = Literal["female", "male"]

_FEMALE = frozenset(
    {
        "mrs", "ms", "miss", "madam", "madame", "mme", "lady", "dame", "sister", "queen", "princess",
        "duchess", "countess", "baroness", "empress", "senora", "signora", "senhora", "frau", "daw", "smt",
        "hajia", "mother", "mom",
        "mum", "wife", "widow", "daughter", "niece", "aunt", "grandmother", "granddaughter", "girl",
        "girlfriend", "woman", "women", "stepmother", "actress", "waitress", "heroine", "hostess",
        "stewardess", "chairwoman", "congresswoman", "councilwoman", "spokeswoman", "businesswoman",
        "policewoman", "saleswoman", "sportswoman", "anchorwoman", "assemblywoman", "alderwoman",
        "noblewoman", "horsewoman", "schoolgirl", "ballerina", "nun", "bride", "matriarch", "midwife",
    }
)  # fmt: skip
_MALE = frozenset(
    {
        "mr", "sir", "lord", "king", "prince", "duke", "count", "baron", "emperor", "senor", "signor",
        "senhor", "alhaji", "shri",
        "herr", "monsieur", "father", "dad", "husband", "widower", "son", "nephew", "uncle",
        "grandfather", "grandson", "boy", "boyfriend", "man", "men", "stepfather", "brother", "actor",
        "waiter", "hero", "chairman", "congressman", "councilman", "spokesman", "businessman",
        "policeman", "salesman", "sportsman", "anchorman", "assemblyman", "alderman", "nobleman",
        "horseman", "fireman", "fisherman", "schoolboy", "monk", "priest", "friar", "pope", "imam",
        "sheikh", "sheik", "ayatollah", "patriarch", "cardinal", "bridegroom", "mullah", "rabbi",
    }
)  # fmt: skip
# Words that end like a man's and are used for anyone.
_EITHER = frozenset({"actor", "hero", "imam", "rabbi", "priest", "count", "chairman", "fisherman", "cardinal"})


def of_word(word: str) -> Sex | None:
    """The gender that a title or a word for a person tells, in any case: "Mrs", "spokesman", "widow"."""
    folded = fold(word)
    if folded in _FEMALE or folded.endswith("woman"):
        return "female"
    return "male" if folded in _MALE and folded not in _EITHER else None


def of_pronoun(word: str) -> Sex | None:
    """The gender of "he", "her", "himself" and the like, in lower case."""
    if word in {"she", "her", "hers", "herself"}:
        return "female"
    return "male" if word in {"he", "him", "his", "himself"} else None


def of_first_name(name: str) -> Sex | None:
    """The gender that nearly all who bear the first name have; double names where their parts agree,
    "Jean-Marc" as
    "Marc"."""
    folded = fold(name)
    sex = _of_single(folded)
    if sex or folded.count("-") != 1:
        return sex
    first, last = folded.split("-")
    told = {sex for part in ((last,) if first == "jean" else (first, last)) if (sex := _of_single(part))}
    return told.pop() if len(told) == 1 else None


def _of_single(folded: str) -> Sex | None:
    """The gender of a first name as the tables have it."""
    if folded in _first_names("female"):
        return "female"
    return "male" if folded in _first_names("male") else None


def is_first_name(name: str) -> bool:
    """Whether the word is a first name, one that both men and women bear ("Kim") or one of either."""
    return fold(name) in _first_names("either") or of_first_name(name) is not None


@cache
def _first_names(sex: Literal["female", "male", "either"]) -> frozenset[str]:
    """The first names of data/female.txt, data/male.txt or data/either.txt, read when first needed."""
    return frozenset(files("index.names").joinpath("data", f"{sex}.txt").read_text(encoding="ascii").split())
