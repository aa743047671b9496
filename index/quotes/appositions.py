"""The noun phrase before a pause, about which a clause is: "Moor, the minister, who came late, said"."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotes.adverbials import WINDOW
from index.quotes.grammar import COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS, RELATIVES, SUBORDINATORS
from index.quotes.phrases import is_lead_adverb, is_pause, noun_phrase_left
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD

_JOINING = COORDINATORS | {"even"}
_ABOUT_SOMEBODY = frozenset(("who", "whose", "whom", "which"))
_PARTIES = ("d-", "r-", "i-")  # "Sen. Ana Moor, D-Kelm,"
_POSTPOSED = 5  # words from the pause to the end of "…, Moor, a baker, told reporters Monday."


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `start`..`end` name the speaker; the clause that reports begins at `clause`.

    `inverted`: the speaker follows the verb. `shared`: the verb has no subject of its own in this place.
    """

    start: int
    end: int
    clause: int
    inverted: bool = False
    shared: bool = False


def can_speak(sentence: Sentence, start: int, end: int) -> bool:
    """Whether these words can name a speaker."""
    if start >= end or all(kind in (MARK, NUMBER, QUOTE) for kind in sentence.kinds[start:end]):
        return False
    if sentence.kinds[end - 1] != WORD:
        return True
    last = sentence.lower[end - 1]
    return last == "who" or not (last in PREPOSITIONS or last in SUBORDINATORS or sentence.is_adverb(end - 1))


def before_pause(sentence: Sentence, pause: int) -> Subject | None:
    """The host of the appositions before a cue: "Moor, the minister, who came late, said"."""
    end = pause
    lowest = max(0, pause - 2 * WINDOW)
    while end > lowest:
        begin = _chunk_start(sentence, end, lowest)
        if _is_host(sentence, begin, end, inside=len(sentence) - pause > _POSTPOSED):
            start = noun_phrase_left(sentence, end, begin)
            return _with_others(sentence, begin, start, end) if can_speak(sentence, start, end) else None
        if begin <= lowest:
            return None
        end = begin - 1
    return None


def _with_others(sentence: Sentence, begin: int, start: int, end: int) -> Subject:
    """The host that ends before word `end`, with the title before it and whoever speaks beside it: "Moor, a
    baker, and Tesk, a miner, said"."""
    clause = _with_title_before(sentence, begin, start)
    named = NAME in sentence.kinds[clause:start] and "and" not in sentence.lower[clause:start]
    if sentence.lower[begin] == "and" and sentence.text(begin - 1) == ",":
        others = _others(sentence, begin)
        if others is not None:
            return Subject(others, end, others)
    return Subject(start if named else clause, end, clause)


def _others(sentence: Sentence, joined: int) -> int | None:
    """Where those begin who are named before ", and" at word `joined`; None where a clause ends there."""
    beside = before_pause(sentence, joined - 1)
    near = _chunk_start(sentence, joined - 1, max(0, joined - WINDOW))
    if beside is not None:
        opening = _chunk_start(sentence, beside.end, max(0, beside.end - WINDOW))
        if not sentence.has_finite(opening, joined):
            return beside.start
    listed = sentence.kind(near) == NAME and not sentence.has_finite(near, joined)
    return near if listed else None


def _chunk_start(sentence: Sentence, end: int, lowest: int) -> int:
    """Where the words begin that end before the pause at `end`: after the pause before them."""
    depth = 0
    for at in range(end - 1, lowest - 1, -1):
        text = sentence.text(at)
        if text == ")":
            depth += 1
        elif text == "(" and depth:
            depth -= 1
        elif depth == 0 and (sentence.kinds[at] == QUOTE or text in (";", ":") or is_pause(sentence, at)):
            return at + 1
    return lowest


def _is_host(sentence: Sentence, begin: int, end: int, *, inside: bool) -> bool:
    """Whether the words between two pauses name whom a clause is about; `inside` says that it goes on."""
    if begin >= end or sentence.kinds[begin] == NUMBER or (end == 1 and is_lead_adverb(sentence, 0)):
        return False
    first = _bare(sentence, begin)
    if first.startswith(_PARTIES) and sentence.kinds[begin] == NAME:
        return False
    if first in RELATIVES or first in ("then", "now", "formerly"):
        return False
    clause = _has_verb(sentence, begin, end)
    if sentence.kind(begin - 1) == MARK and _is_predicate(sentence, begin, end):
        return False
    if first in SUBORDINATORS and begin + 1 < end and sentence.lower[begin + 1].endswith(("ed", "ing")):
        return False  # "when asked about it"
    if begin == 0 and _opens_with_participle(sentence) and not clause:
        return False
    if sentence.kinds[begin] == WORD:
        if not clause and (first in PREPOSITIONS or first.endswith("ing")):
            return False
        if first.endswith("ed") and begin > 0:
            return False
    if begin == 0 or sentence.kinds[begin - 1] == QUOTE or first in PERSONAL or first in SUBORDINATORS:
        return True
    return clause or not _is_apposition(sentence, begin, inside=inside)


def _bare(sentence: Sentence, at: int) -> str:
    """The word without a contracted verb: "who" of "who's", but not of "WHO's"."""
    return sentence.lower[at].partition("'")[0] if sentence.kinds[at] == WORD else sentence.lower[at]


def _opens_with_participle(sentence: Sentence) -> bool:
    """Whether a phrase like "Writing in the Herald" is the head of the sentence."""
    return sentence.lower[0].endswith("ing") and sentence.word(1) in PREPOSITIONS | DETERMINERS


def _is_predicate(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a clause without its subject stands here: "has never met Tesk" of "Moor, who, like us, has never
    met Tesk, said"."""
    while begin < end - 1 and sentence.is_adverb(begin):
        begin += 1
    others = (
        sentence.lower[at] for at in range(begin, end) if sentence.lower[at] not in RELATIVES | COORDINATORS
    )
    return bool(sentence.finite[begin]) and SUBORDINATORS.isdisjoint(others)


def _has_verb(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the words are a clause: a finite verb before any relative one ("a man who came late"), and no
    participle ("in a letter sent to Tesk", "a group led by Tesk")."""
    first = sentence.lower[begin]
    phrase = begin > 0 and first in PREPOSITIONS | DETERMINERS and first not in SUBORDINATORS
    for at in range(begin, end):
        if at > begin and _bare(sentence, at) in _ABOUT_SOMEBODY:
            return False
        if sentence.finite[at] and not (phrase and _is_participle(sentence, at)):
            return True
    return False


def _is_participle(sentence: Sentence, at: int) -> bool:
    """Whether a form in -ed belongs to the noun before it: "sent to", "released Friday"."""
    following = sentence.word(at + 1)
    return sentence.lower[at].endswith("ed") and (following in PREPOSITIONS or sentence.is_time(at + 1))


def _is_apposition(sentence: Sentence, begin: int, *, inside: bool) -> bool:
    """Whether the words at `begin` explain the noun phrase before their comma."""
    before = _chunk_start(sentence, begin - 1, max(0, begin - WINDOW))
    if before >= begin - 1:
        return False
    if _bare(sentence, before) in _ABOUT_SOMEBODY and (inside or not sentence.has_finite(before, begin - 1)):
        return True  # "Moor, whose son, Bo, died"
    first = sentence.lower[1 if sentence.lower[0] in _JOINING and begin > 1 else 0]
    opening = first in PREPOSITIONS or first in SUBORDINATORS or _opens_with_participle(sentence)
    opening = opening or (begin == 2 and is_lead_adverb(sentence, 0))  # noqa: PLR2004 - "Meanwhile, Moor"
    if before == 0 and opening:
        return False
    if sentence.kinds[begin] == NAME and sentence.has_finite(before, begin - 1):
        return False
    if _is_titled(sentence, before) and _is_full_name(sentence, begin):
        return False
    return sentence.kinds[begin] == WORD or sentence.kinds[begin - 2] == NAME or sentence.text(begin - 2) == ")"


def _with_title_before(sentence: Sentence, begin: int, start: int) -> int:
    """Keep "the president" of "the president, Ana Moor, said" in the mention, and "Moor and her deputy" before
    the deputy's name."""
    if start != begin or sentence.text(begin - 1) != "," or sentence.kinds[begin] != NAME:
        return start
    before = _chunk_start(sentence, begin - 1, max(0, begin - WINDOW))
    opens = before == 0 or sentence.kinds[before - 1] == QUOTE
    if (
        opens
        and before < begin - 1
        and (_is_titled(sentence, before) or "and" in sentence.lower[before + 1 : begin - 1])
        and not sentence.has_finite(before, begin - 1)
    ):
        return before
    return start


def _is_titled(sentence: Sentence, at: int) -> bool:
    """Whether a description begins at word `at`: "a spokesman for", "Norland's leader"."""
    first = sentence.word(at)
    described = first in DETERMINERS and sentence.kind(at + 1) == WORD
    return described or first.endswith("'s")


def _is_full_name(sentence: Sentence, at: int) -> bool:
    """Whether two words of a name and a pause stand here: "…, Bo Tesk, said"."""
    return sentence.kind(at) == NAME and sentence.kind(at + 1) == NAME and is_pause(sentence, at + 2)
