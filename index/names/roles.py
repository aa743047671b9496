"""Roles that an article states of someone: before the name, after it, or with "is" and "who heads"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.names.appearances import Appearance
from index.names.layout import Layout
from index.names.phrases import Phrase, phrase
from index.names.posts import is_post
from index.names.spelling import bare, fold
from index.names.titles import is_courtesy, is_role
from index.names.vocabulary import is_function_word

_BEFORE, _AFTER = 110, 190
_WORD_BEFORE = re.compile(r"[^\s,;:()\"“”—–]+$")
_CLAUSE = re.compile(r"[^,;:()\"“”—–\n]*")
_PHRASE_START = re.compile(
    r"(?:an?|the|his|her|its|their|one of|former|ex|then|now|currently|formerly|himself|herself|both|also|\d{1,3}\b|[A-Z][\w.’'-]*[’']s?|"
    r"(?:[\w.’'-]+ ){0,4}[\w-]+)\b"
)  # fmt: skip
_LEADS = {
    "heads": "head", "headed": "head", "leads": "leader", "led": "leader", "runs": "head", "chairs": "chairman", "ran": "head",
    "chaired": "chairman", "founded": "founder", "co-founded": "founder", "coaches": "coach", "coached": "coach", "owns": "owner",
    "teaches": "teacher", "edits": "editor", "directs": "director", "directed": "director", "manages": "manager",
    "governs": "governor", "represents": "representative", "represented": "representative", "captains": "captain",
    "oversees": "head", "advises": "adviser", "advised": "adviser", "commands": "commander", "wrote": "author", "writes": "writer",
}  # fmt: skip
_IS = re.compile(
    r"(?:,? (?:who|and))?(?:,? (?:is|was|are|became|remains|remained|has been|had been|will be|has become|works as|worked as"
    r"|serves as|served as|acts as|took office as|was sworn in as|was (?:re-?)?(?:elected|appointed|named|made|chosen)"
    r"|has been (?:re-?)?(?:elected|appointed|named|made|chosen)|is known as)(?: now| also| currently| still)?(?: as)?"
    r"|,? (?:re-?)?(?:elected|appointed|named|made) (?:as )?) (?=(?:an?|the|[A-Z]\S*’s|[A-Z]\S*'s|former|prime|president|minister|governor|mayor|head|leader|chief|chair\S*)\b)"
)  # fmt: skip
_WHO = re.compile(r",? (?:who|and who|and)(?: has| had| now| also| currently| formerly)? ([a-z-]+) ")
_APPOINTING = tuple(
    f"{verb} "
    for verb in (
        "appointed",
        "appoints",
        "appoint",
        "appointing",
        "named",
        "names",
        "elected",
        "chose",
        "chosen",
    )
)
_FOLLOWS = re.compile(
    r"(?:,? who)?(?: has| had| will)? (?:succeed(?:ed|s)?|replaced?s?) "
    r"(him|her|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
)
_OF_PLACE = re.compile(
    r",? (?:of|from|with|at) (?:the )?((?:[A-Z][\w’'.-]*)(?: (?:of |for |and |the )?[A-Z][\w’'.-]*){0,4})"
)  # fmt: skip
_PARTY = re.compile(r",? \(?([RDI])-([A-Z][\w. ]{1,20})")
_PARTIES = {"R": "Republican", "D": "Democrat", "I": "independent"}
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|said|says|can|could|should|may|might|did|does)\b"
)  # fmt: skip
_STARTERS = frozenset(
    {
        "and", "but", "to", "by", "with", "said", "says", "while", "as", "when", "from", "for", "met", "saw",
        "told", "beat", "left", "won", "sent", "gave", "made", "took", "put", "held", "kept", "paid", "led",
    }
)  # fmt: skip
_OWNERS = frozenset({"his", "her", "their"})
_LONGEST_OWNED = 4
_NOT_ROLES = frozenset(
    {
        "who", "which", "that", "and", "but", "said", "says", "saying", "told", "he", "she", "it", "they",
        "we", "i", "while", "where", "when", "as", "in", "on", "at", "to", "for", "after", "before",
        "according", "including", "like", "such", "among", "if", "because", "has", "had", "have", "would",
        "will", "can", "could", "did", "does", "was", "is", "are", "were", "not",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """A role as an article states it: the words at start..end, taken apart."""

    start: int
    end: int
    meaning: Phrase

    @property
    def tells_work(self) -> bool:
        """Whether a noun of the role says what someone is: "the mayor", not "the others"."""
        return any(is_role(head.split()[-1]) for head in self.meaning.heads)


def stated_roles(text: str, plan: Layout, place: Appearance, following: int) -> Iterator[Stated]:
    """The roles stated around one appearance of a person; `following` is where the next person is named."""
    yield from _before(text, plan, place)
    yield from _leading_apposition(text, plan, place)
    if not place.possessive:
        yield from _after(text, place, following)


def _make(text: str, start: int, end: int) -> Iterator[Stated]:
    """The role between two offsets, without blanks around it."""
    while start < end and text[start] in " \u00a0":
        start += 1
    while end > start and text[end - 1] in " \u00a0.":
        end -= 1
    if end > start:
        meaning = phrase(text[start:end])
        if meaning.heads or meaning.age:
            yield Stated(start, end, meaning)


def _before(text: str, plan: Layout, place: Appearance) -> Iterator[Stated]:
    """For "Veltland's President" and "team member" directly before the name."""
    floor = max(plan.sentence_start(place.start), place.start - _BEFORE)
    has_title = any(not is_courtesy(word) for word in place.title)
    start = place.title_start if has_title else place.start
    if not has_title:
        word = _previous_word(text, floor, place.title_start)
        if word is None or not is_role(text[word : place.title_start].strip()) or place.title:
            return
        start = word
    for _ in range(5):
        word = _previous_word(text, floor, start)
        if word is None or not _belongs(text[word:start].strip(), has_title=has_title):
            break
        start = word
    word = _previous_word(text, floor, start)
    if word is not None and text[word:start].strip().lower() in _OWNERS:
        start = word
    yield from _make(text, start, place.start)


def _previous_word(text: str, floor: int, end: int) -> int | None:
    """Where the word begins that stands one blank before `end`, not before `floor`."""
    if end - 1 < floor or text[end - 1] not in " \u00a0":
        return None
    found = _WORD_BEFORE.search(text, floor, end - 1)
    return found.start() if found else None


def _belongs(word: str, *, has_title: bool) -> bool:
    """Whether a word further left is part of the role."""
    if word[0].isupper() or word[-2:] in {"'s", "’s"}:
        return not is_function_word(word)
    if is_function_word(word) or word.endswith(("ed", "ing")) or word in _STARTERS:
        return False
    return (
        not has_title
        or is_role(word)
        or word in {"former", "ex", "then", "acting", "deputy", "vice", "outgoing", "late"}
    )


def _leading_apposition(text: str, plan: Layout, place: Appearance) -> Iterator[Stated]:
    """For "The mayor of Kelm, Ana Moor," where the phrase opens its sentence or follows a connective."""
    if text[place.title_start - 2 : place.title_start] != ", " or text[place.end : place.end + 1] not in {
        ",",
        ".",
        ";",
        " ",
    }:
        return
    floor = max(plan.sentence_start(place.start), place.start - _BEFORE)
    start = max((text.rfind(mark, floor, place.title_start - 2) + 1 for mark in ',;:—"“”'), default=floor)
    start = max(start, floor)
    words = text[start : place.title_start - 2].split()
    while words and bare(words[0]).lower() in _STARTERS | {"according"}:
        start = text.index(words[0], start) + len(words[0])
        words = words[1:]
    if not words or len(words) > 12:  # noqa: PLR2004
        return
    owned = max((index for index, word in enumerate(words) if word.lower() in _OWNERS), default=0)
    if owned and len(words) - owned <= _LONGEST_OWNED:
        start = text.rindex(words[owned], start, place.title_start)
        words = words[owned:]
    first = words[0].lower()
    possessive = any(word[-2:] in {"'s", "’s"} for word in words[:3])
    determined = first in {"the", "its", "his", "her", "their", "our", "a", "an"} or possessive
    if not determined and not (words[0][0].isupper() and is_post([fold(word) for word in words])):
        return
    for role in _make(text, start, place.title_start - 2):
        if role.tells_work:
            yield role


def _after(text: str, place: Appearance, following: int) -> Iterator[Stated]:
    """Appositions, "is", "who heads" and "of Veltland" after the name."""
    end = place.end
    limit = min(end + _AFTER, len(text))
    if party := _PARTY.match(text, end, limit):
        yield Stated(party.start(1), party.end(), phrase(f"{party.group(2)} {_PARTIES[party.group(1)]}"))
        return
    if text.startswith((" as ", ", as "), end) and text.endswith(_APPOINTING, 0, place.title_start):
        yield from _clause(text, text.index("as ", end) + 3, limit, following)
        return
    if found := _IS.match(text, end, limit):
        yield from _clause(text, found.end(), limit, following)
        return
    if found := _FOLLOWS.match(text, end, limit):
        former = found.group(1)
        words = f"successor of {former}" if former[0].isupper() else "his successor"
        yield Stated(found.start(), found.end(), phrase(words))
        return
    if (found := _WHO.match(text, end, limit)) and found.group(1) in _LEADS:
        yield from _leading(text, found, limit)
        return
    if (place.title or not place.full) and (found := _OF_PLACE.match(text, end, min(limit, end + 60))):
        meaning = phrase(f"{' '.join(place.title) or 'person'} of {found.group(1)}")
        yield Stated(place.title_start, found.end(), meaning)
    yield from _appositions(text, end, limit, following)


def _leading(text: str, found: re.Match[str], limit: int) -> Iterator[Stated]:
    """For "who heads the port authority" is the head of the port authority."""
    clause = _CLAUSE.match(text, found.end(), min(limit, found.end() + 60))
    if clause and clause.group().strip():
        meaning = phrase(f"{_LEADS[found.group(1)]} of {clause.group().split('. ')[0]}")
        yield Stated(found.start(1), clause.start() + len(clause.group().split(". ")[0]), meaning)


def _appositions(text: str, end: int, limit: int, following: int) -> Iterator[Stated]:
    """Up to three phrases between commas, dashes or brackets after the name."""
    position = end
    for _ in range(3):
        opening = text[position : position + 2]
        if opening == ", ":
            position += 2
        elif opening in {" (", " —", " –"} and position == end:
            position += 3 if opening != " (" else 2
        else:
            return
        clause = _CLAUSE.match(text, position, limit)
        words = clause.group().split() if clause else []
        if clause is None or not words or bare(words[0]).lower() in _NOT_ROLES:
            if found := _WHO.match(text, position - 2, limit):
                if found.group(1) in _LEADS:
                    yield from _leading(text, found, limit)
                elif is_match := _IS.match(text, position - 2, limit):
                    yield from _clause(text, is_match.end(), limit, following)
            return
        yield from _clause(text, position, limit, following)
        position = clause.end()


def _clause(text: str, start: int, limit: int, following: int) -> Iterator[Stated]:
    """The role in the words from `start` to the next stop, unless they name someone else."""
    clause = _CLAUSE.match(text, start, limit)
    if clause is None:
        return
    words = _until_sentence_end(clause.group())
    end = start + len(words)
    if not words.strip() or (clause.end() == limit and limit < len(text)):
        end = start + len(words.rpartition(" ")[0])
    if start <= following < end:
        before = text[start:following].split()
        if not before or before[-1].lower() not in {"of", "for", "to", "with", "by", "under", "from"}:
            return
    if _FINITE.search(text, start, end):
        return
    first = text[start:end].split(maxsplit=1)[:1]
    for role in _make(text, start, end):
        determined = first and first[0].lower() in {
            "a",
            "an",
            "the",
            "one",
            "his",
            "her",
            "its",
            "their",
            "former",
        }
        if determined or role.meaning.age or role.tells_work:
            yield role


def _until_sentence_end(words: str) -> str:
    """The words up to a full stop that ends a sentence, and up to a relative clause."""
    for mark in (". ", "? ", "! ", " who ", " said ", " told ", " which ", " that "):
        words = words.partition(mark)[0]
    return words
