"""Cue verbs in a sentence: which words report speech, and the verb group they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotes.grammar import (
    AUXILIARIES,
    BE,
    NEGATIONS,
    PREPOSITIONS,
    QUESTION_WORDS,
    word_set,
)
from index.quotes.lexicon import PARTICLE_TAILS, Entry, Form, Verb, entries
from index.quotes.syntax import Sentence
from index.quotes.verbs import is_verb
from index.quotes.words import NAME, WORD

# Verbs that lead to an infinitive of saying: "went on to say", "continued to insist", "was quick to add".
_CHAINS = word_set(
    "went goes go going on continued continues continue continuing began begins begin started quick"
    " careful took takes keen eager came used wanted wants appeared appears seemed seems tried tries"
    " happy hastened rushed moved paused stopped proceeded able forced chose sought seeks"
)
# "refused to say", "declined to comment": nothing was said.
_SILENT = word_set("refused refuses declined declines failed fails refusing declining unwilling reluctant")
QUOTING = word_set("quote cite")
_QUOTED_WORDS = 16  # from the verb of quoting to "as saying"
_PASSIVE = BE | word_set("get gets got getting")
_SMALL_IN_HEADLINES = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group that reports speech: words `first`..`after` of its sentence, the verb itself at `verb`.

    `first` is its first helping word or adverb. `passive` groups ("was accused") have no speaker as subject,
    `hanging` ones ("adding", "going on to say") none of their own.
    """

    first: int
    verb: int
    after: int
    form: Form
    meaning: Verb
    passive: bool = False
    hanging: bool = False

    @property
    def frames(self) -> frozenset[str]:
        """What may follow; see `lexicon`."""
        return self.meaning.frames

    @property
    def lemma(self) -> str:
        """The verb without ending or particle."""
        return self.meaning.lemma


def find(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, in order."""
    known = entries()
    found: list[Cue] = []
    for index, lower in enumerate(sentence.lower):
        entry = known.get(lower)
        if entry is None or not _is_written_as_verb(sentence, index):
            continue
        cue = _cue(sentence, index, entry)
        if cue is not None:
            found.append(cue)
    return found


def _is_written_as_verb(sentence: Sentence, index: int) -> bool:
    """A capitalised verb counts only at the beginning and in headlines, where everything is capitalised."""
    kind = sentence.kinds[index]
    if kind == WORD or (kind == NAME and index == 0):
        return True
    return kind == NAME and all(
        word.kind != WORD or len(word.text) <= _SMALL_IN_HEADLINES for word in sentence.words
    )


def _cue(sentence: Sentence, index: int, entry: Entry) -> Cue | None:
    found = _with_particle(sentence, index, entry)
    if found is None:
        return None
    verb, after = found
    first, helpers, infinitive = _group(sentence, index)
    form = entry.form
    if verb.lemma == "ask" and form == "past" and _is_asked(sentence, index):
        return None
    if verb.lemma in QUOTING and (form == "ing" or quoted_at(sentence, _as_saying(sentence, after)) == index):
        return None  # "citing officials", "quoted Moor as saying": the words are somebody else's
    if form in ("past", "participle") and helpers & _PASSIVE:
        return Cue(first, index, after, form, verb, passive=True)
    if infinitive:
        if form != "base" or not helpers & _CHAINS:
            return None
    elif not is_verb(sentence, index, first, form, helpers):
        return None
    if helpers & (NEGATIONS | _SILENT) and verb.act != "denied":
        return None
    hanging = _hangs(sentence, first, index) and quoted_at(sentence, first) is None
    return Cue(first, index, after, form, verb, hanging=hanging)


def _is_asked(sentence: Sentence, index: int) -> bool:
    """Whether somebody is asked, between commas: "Moor, asked about the pier, answered"."""
    following = sentence.word(index + 1)
    return sentence.text(index - 1) == "," and (following in PREPOSITIONS or following in QUESTION_WORDS)


def quoted_at(sentence: Sentence, saying: int) -> int | None:
    """The verb of "quoted Moor as saying" where "saying" stands at `saying`; None in any other phrase.

    "Was quoted as saying" and "quoted by" are others: there the one who is quoted stands before.
    """
    if sentence.word(saying - 1) != "as":
        return None
    for at in range(saying - 3, max(-1, saying - _QUOTED_WORDS), -1):
        entry = entries().get(sentence.lower[at])
        if entry is not None and entry.verbs[-1].lemma in QUOTING:
            passive = sentence.word(at - 1) in _PASSIVE or sentence.word(at + 1) == "by"
            return None if passive else at
    return None


def _as_saying(sentence: Sentence, start: int) -> int:
    """Where "saying" stands behind "as" and close to word `start`; 0 where it does not."""
    for at in range(start + 1, min(len(sentence), start + _QUOTED_WORDS)):
        if sentence.lower[at] == "saying" and sentence.lower[at - 1] == "as":
            return at
    return 0


def _hangs(sentence: Sentence, first: int, verb: int) -> bool:
    """Whether the group is led by an -ing form: "adding", "later adding", "going on to say"."""
    while first < verb and sentence.is_adverb(first):
        first += 1
    return sentence.lower[first].endswith("ing")


def _with_particle(sentence: Sentence, index: int, entry: Entry) -> tuple[Verb, int] | None:
    following = sentence.word(index + 1)
    for verb in entry.verbs:
        if verb.particle and verb.particle == following:
            if verb.lemma == "go" and sentence.word(index + 2) == "to":
                return None  # "went on to say": the cue is "say"
            after = index + 2
            if following in PARTICLE_TAILS and sentence.word(after) in PARTICLE_TAILS[following]:
                after += 1
            return verb, after
    for verb in entry.verbs:
        if not verb.particle:
            return verb, index + 1
    return None


def _group(sentence: Sentence, index: int) -> tuple[int, frozenset[str], bool]:
    """The first word of the verb group that ends at `index`, its helping words, and whether it hangs on "to"."""
    at = index - 1
    helpers: set[str] = set()
    infinitive = False
    while at >= 0:
        lower = sentence.lower[at]
        if at > 0 and sentence.kinds[at] == NAME and sentence.kinds[index] == WORD:
            break  # "Ana May said"
        if lower in AUXILIARIES or lower in NEGATIONS:
            helpers.add(lower)
        elif lower == "to" and not helpers and not infinitive:
            infinitive = True
        elif infinitive and lower in _CHAINS | _SILENT:
            helpers.add(lower)
        elif not sentence.is_adverb(at):
            break
        at -= 1
    return at + 1, frozenset(helpers), infinitive
