"""Statements that a noun reports: "the mayor's claim that the pier is safe", "her promise to stay"."""

from __future__ import annotations

from index.models import Span
from index.models.quotes import Act
from index.quotes.found import Found, span
from index.quotes.grammar import COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS, SUBORDINATORS, word_set
from index.quotes.phrases import noun_phrase_left
from index.quotes.syntax import Sentence
from index.quotes.words import NAME

_ACTS: dict[str, Act] = {
    **dict.fromkeys(
        word_set(
            "claim claims assertion assertions statement statements remark remarks comment comments"
            " argument suggestion suggestions contention insistence admission acknowledgment"
            " acknowledgement allegation allegations report reports observation confirmation"
        ),
        "said",
    ),
    **dict.fromkeys(word_set("promise promises pledge pledges vow vows assurance assurances"), "promised"),
    **dict.fromkeys(word_set("warning warnings threat threats"), "warned"),
    **dict.fromkeys(word_set("demand demands"), "demanded"),
    **dict.fromkeys(word_set("denial denials"), "denied"),
    **dict.fromkeys(word_set("accusation accusations complaint complaints"), "accused"),
    **dict.fromkeys(word_set("announcement declaration"), "announced"),
    **dict.fromkeys(word_set("prediction predictions forecast"), "predicted"),
}
NOUNS = frozenset(_ACTS)
_COMMITTING = ("promised", "warned", "demanded")  # these also take "to": "her promise to stay"
_OWNERS = word_set("his her their")
_BETWEEN = 3  # adjectives: "the mayor's latest false claim"


def by_nouns(sentence: Sentence, end: int) -> list[Found]:
    """The statements before word `end` whose cue is a noun with an owner."""
    found: list[Found] = []
    if NOUNS.isdisjoint(sentence.lower):
        return found
    for at in range(1, end - 2):
        act = _ACTS.get(sentence.lower[at])
        if act is None or not _reports(sentence.lower[at + 1], act):
            continue
        mention = _owner(sentence, at)
        words = span(sentence, at + 1, _until(sentence, at, end))
        if mention is not None and words is not None:
            cue = Span(sentence.words[at].start, sentence.words[at].end)
            found.append(Found(words, mention, cue, act))
    return found


def _reports(following: str, act: Act) -> bool:
    return following == "that" or (following == "to" and act in _COMMITTING)


def _owner(sentence: Sentence, noun: int) -> Span | None:
    """The owner before the noun, without its possessive ending."""
    for at in range(noun - 1, max(-1, noun - 2 - _BETWEEN), -1):
        word = sentence.lower[at]
        if word in _OWNERS:
            return Span(sentence.words[at].start, sentence.words[at].end)
        if word.endswith(("'s", "s'")):
            owner = span(sentence, _owner_start(sentence, at), at + 1)
            return None if owner is None else Span(owner.start, owner.end - (2 if word.endswith("'s") else 1))
        if sentence.finite[at]:
            return None
    return None


def _owner_start(sentence: Sentence, last: int) -> int:
    """Where the owner begins: at its determiner or, of a name, at its first capital."""
    start = noun_phrase_left(sentence, last + 1)
    if sentence.kinds[last] != NAME:
        return start
    first = last
    while first > start and sentence.kinds[first - 1] == NAME:
        first -= 1
    titled = sentence.lower[start] in DETERMINERS and PREPOSITIONS.isdisjoint(sentence.lower[start:first])
    return start if titled else first


def _until(sentence: Sentence, noun: int, end: int) -> int:
    """Where the clause of the noun ends: at a comma, or at the verb of which the noun is the subject."""
    joined = sentence.lower[noun + 1] == "that"  # its own verb is still to come
    for at in range(noun + 2, end):
        if sentence.text(at) == "," or sentence.ends_with_comma(at - 1):
            return at
        if sentence.lower[at] in COORDINATORS or sentence.lower[at] in SUBORDINATORS:
            joined = True
        elif sentence.finite[at] and not sentence.finite[at - 1]:
            if not joined and sentence.kinds[at - 1] != NAME and sentence.lower[at - 1] not in PERSONAL:
                return at
            joined = False
    return end
