"""Descriptions of people taken apart: "the former Veltish prime minister" is a prime minister, of Veltland,
former."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.names.nations import nations
from index.names.spelling import bare, fold, stem
from index.names.titles import PARTISAN, is_role, singular
from index.names.vocabulary import PREPOSITIONS

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*|[,;:()—–]")
_AGE = re.compile(r"^(\d{1,3})(?:-year-olds?)?$")
_DETERMINERS = frozenset(
    {
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my",
        "one", "some", "any", "each", "every", "both", "all", "another", "other",
    }
)  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "both"})
_POSSESSIVE = re.compile(r"^(?:[\w.-]+ ){0,3}[\w.-]+[’'](?:s\b|(?=\s))")
_STOPS = frozenset(
    {",", ";", ":", "(", ")", "—", "–", "who", "whose", "which", "that", "when", "where", "was", "is"}
)  # fmt: skip
# Offices of two words.
COMPOUNDS = frozenset(
    {
        ("prime", "minister"), ("vice", "president"), ("attorney", "general"), ("first", "lady"), ("chief", "executive"),
        ("press", "secretary"), ("running", "mate"), ("secretary", "general"), ("chief", "justice"), ("crown", "prince"),
        ("lieutenant", "governor"), ("district", "attorney"), ("foreign", "secretary"), ("home", "secretary"),
        ("solicitor", "general"), ("governor", "general"),
    }
)  # fmt: skip
# Modifiers that make another office of one.
_RANKS = frozenset(
    {"vice", "deputy", "acting", "assistant", "associate", "under", "shadow", "interim", "junior"}
)  # fmt: skip
_PAST = frozenset(
    {"former", "ex", "onetime", "erstwhile", "late", "then", "past", "retired", "outgoing", "ousted"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase for someone.

    `heads` are the nouns ("prime minister", "mayor"), `modifiers` stems of the other words, `countries`
    those they name, `proper` stems of the others with a capital, `parties` theirs, `rank` words such as
    "vice". `definite` says that it begins with "the", "his" or an owner.
    """

    heads: tuple[str, ...]
    modifiers: frozenset[str]
    countries: frozenset[str]
    proper: frozenset[str]
    parties: frozenset[str]
    rank: frozenset[str]
    former: bool
    definite: bool
    plural: bool
    age: int | None
    owner: str | None


@lru_cache(maxsize=1024)
def phrase(words: str) -> Phrase:
    """Take a description apart. Words after a comma or "who" count as modifiers."""
    tokens = [bare(token) for token in _TOKEN.findall(words)]
    folded = [fold(token) for token in tokens]
    capital = {fold(token) for token in tokens[1:] if token[:1].isupper()}
    definite = bool(folded) and (folded[0] in _DEFINITE or _POSSESSIVE.search(words) is not None)
    heads: list[str] = []
    rest: list[str] = []
    plural = False
    for chunk in _chunks(folded):
        head, is_plural, others = _head(chunk)
        if head and not (heads and not is_role(head)):
            heads.append(head)
            plural = plural or is_plural
        elif head:
            rest.append(head)
        rest.extend(others)
    rest = [word for word in rest if word not in _DETERMINERS]
    age = next((int(found.group(1)) for token in folded if (found := _AGE.match(token))), None)
    return Phrase(
        heads=tuple(dict.fromkeys(heads)),
        modifiers=frozenset(stem(word) for word in rest if len(word) > 1),
        countries=_countries(rest),
        proper=frozenset(stem(word) for word in rest if word in capital and not nations().is_country(word)),
        parties=frozenset(stem(word) for word in (*rest, *heads) if word in PARTISAN),
        rank=frozenset(rest) & _RANKS,
        former=not _PAST.isdisjoint(rest),
        definite=definite,
        plural=plural,
        age=age,
        owner=folded[0] if folded and folded[0] in {"his", "her", "their", "its"} else None,
    )


def _chunks(folded: list[str]) -> list[list[str]]:
    """The words cut at "and" and at stops; what follows a preposition stays with what it belongs to."""
    chunks: list[list[str]] = [[]]
    for word in folded:
        if word in _STOPS or word == "and":
            chunks.append([])
        else:
            chunks[-1].append(word)
    return [chunk for chunk in chunks if chunk]


def _head(chunk: list[str]) -> tuple[str | None, bool, list[str]]:
    """The head noun (two words where they are one office), whether it is plural, and the other words."""
    end = next((index for index, word in enumerate(chunk) if word in PREPOSITIONS and index), len(chunk))
    if end == 0:
        return None, False, chunk
    word = chunk[end - 1]
    single = singular(word)
    after = [other for other in chunk[end + 1 :] if other not in PREPOSITIONS]
    if end > 1 and (chunk[end - 2], single) in COMPOUNDS:
        return f"{chunk[end - 2]} {single}", single != word, chunk[: end - 2] + after
    if single == "secretary" and after[:1] == ["state"]:
        return "secretary of state", single != word, chunk[: end - 1] + after[1:]
    return single, single != word, chunk[: end - 1] + after


def _countries(words: list[str]) -> frozenset[str]:
    """The countries that the words name, two words taken together first ("south korean")."""
    found: set[str] = set()
    table = nations()
    index = 0
    while index < len(words):
        pair = table.of(" ".join(words[index : index + 2])) if index + 1 < len(words) else frozenset()
        found |= pair or table.of(words[index])
        index += 2 if pair else 1
    return frozenset(found)
