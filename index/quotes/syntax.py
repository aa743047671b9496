"""A sentence with what the rules ask about its words worked out once: finite verbs, adverbs, times."""

from __future__ import annotations

from functools import lru_cache

from index.quotes.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    CONTRACTED,
    DETERMINERS,
    DO,
    HAVE,
    INTRANSITIVE,
    MEANS,
    MODALS,
    NOT_ADVERBS,
    NOT_PAST,
    NOUN_VERBS,
    PERSONAL,
    PREPOSITIONS,
    TIME_LEADS,
    TIMES,
    UNSURE_TIMES,
    word_set,
)
from index.quotes.lexicon import NOUN_LIKE, entries
from index.quotes.words import NAME, WORD, Word

_FINITE = MODALS | HAVE | DO | (BE - {"be", "been", "being"})
_HOSTS = PERSONAL | word_set("there that who what")
_QUOTED_CLAUSE = 4  # words: a longer quotation may hold the verb of the clause it ends
_WORD_LENGTH = 5  # letters
_SHORTEST_ED = 5
_REMEMBERED = 1 << 13  # words
_NO_VERB, _AFTER_PRONOUN, _LIKELY, _SURE = range(4)


class Sentence:
    """The words of an outer sentence; `finite[i]` is 1 where word i is most likely a finite verb."""

    __slots__ = ("finite", "kinds", "lower", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.lower = [word.lower for word in words]
        self.kinds = [word.kind for word in words]
        self.finite = _finite(self.lower, self.kinds)

    def __len__(self) -> int:
        return len(self.words)

    def text(self, index: int) -> str:
        """The word as written; "" beyond the ends."""
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def word(self, index: int) -> str:
        """The word in lower case; "" beyond the ends."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def kind(self, index: int) -> str:
        """The kind of the word; "" beyond the ends."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else ""

    def has_finite(self, start: int, end: int) -> bool:
        """Whether a finite verb stands among these words."""
        return self.finite.find(1, max(start, 0), max(end, 0)) >= 0

    def is_clause(self, start: int, end: int) -> bool:
        """Whether these words hold a finite verb, perhaps inside a quotation: one that is longer or begins
        with a helping verb ("the pier “will fall”")."""
        if self.has_finite(start, end):
            return True
        for index in range(start, min(end, len(self.words))):
            segment = self.words[index].segment
            if segment is not None and (
                self.opens_with_verb(index)
                or segment.inner_end - segment.inner_start > _QUOTED_CLAUSE * _WORD_LENGTH
            ):
                return True
        return False

    def opens_with_verb(self, index: int) -> bool:
        """Whether a quotation stands here that begins with the verb of its clause: "the pier “will fall”"."""
        segment = self.words[index].segment
        if segment is None:
            return False
        return segment.opening in AUXILIARIES or _verb(segment.opening, WORD) == _LIKELY

    def ends_quotation(self, index: int) -> bool:
        """Whether quoted words end at word `index` with the sign that ends a speech within a sentence."""
        segment = self.words[index].segment
        return segment is not None and segment.last in ",?!"

    def ends_with_comma(self, index: int) -> bool:
        """Whether a quotation with a comma before its closing mark stands here."""
        segment = self.words[index].segment
        return segment is not None and segment.last == ","

    def is_adverb(self, index: int) -> bool:
        """Whether the word may stand beside a verb without being part of what is said."""
        return self.kind(index) == WORD and is_adverb(self.lower[index])

    def is_time(self, index: int) -> bool:
        """Whether a time begins here: "Monday", "last week", "two days later"."""
        word = self.word(index)
        if word in TIMES:
            return word not in UNSURE_TIMES or (word in ("may", "march") and self.kind(index) == NAME)
        return word in TIME_LEADS and self.word(index + 1) in TIMES


def _finite(words: list[str], kinds: list[str]) -> bytes:
    """For every word in lower case 1 where it is most likely a finite verb."""
    before = ""
    found = bytearray(len(words))
    for index, word in enumerate(words):
        if word == "by" and index > 1 and before.endswith("ed") and words[index - 2] not in BE:
            following = words[index + 1] if index + 1 < len(words) else ""
            if before not in INTRANSITIVE and following not in MEANS and not following.endswith("ing"):
                found[index - 1] = 0  # "officials quoted by"
        verb = _verb(word, kinds[index])
        if verb and (verb == _SURE or _stands_as_verb(verb, before)):
            found[index] = 1
        before = word
    return bytes(found)


@lru_cache(_REMEMBERED)
def _verb(word: str, kind: str) -> int:
    """Which finite verb a word in lower case can be, whatever stands before it."""
    if word.endswith(CONTRACTED) and kind in (WORD, NAME):
        host = word.partition("'")[0]
        return _SURE if host in _HOSTS and (host != "who" or kind == WORD) else _NO_VERB  # "WHO's" has a body
    if kind != WORD:
        return _NO_VERB
    if word in _FINITE:
        return _SURE
    if _is_past(word) or _is_known(word):
        return _LIKELY
    return _AFTER_PRONOUN if word.endswith("s") or word in COMMON_VERBS else _NO_VERB


def _stands_as_verb(verb: int, before: str) -> bool:
    if before in PERSONAL:
        return True
    if verb == _AFTER_PRONOUN or before in DETERMINERS or before in PREPOSITIONS:
        return False
    return before != "to" and not before.endswith("'s")


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) >= _SHORTEST_ED and word not in NOT_PAST and "-" not in word


def _is_known(word: str) -> bool:
    if word in COMMON_VERBS:
        return word not in NOUN_VERBS
    entry = entries().get(word)
    return entry is not None and entry.form in ("past", "s") and word not in NOUN_LIKE


@lru_cache(_REMEMBERED)
def is_adverb(lower: str) -> bool:
    """Whether a word in lower case is an adverb of time, manner or degree."""
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > len("ly") and lower not in NOT_ADVERBS)
