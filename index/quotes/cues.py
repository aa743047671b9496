"""Cue verbs in a sentence: which words report speech, and the verb group they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotes.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONTRACTED,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NOT_ADVERBS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    QUESTION_WORDS,
    word_set,
)
from index.quotes.lexicon import NOUN_LIKE, Entry, Form, Verb, entries
from index.quotes.words import MARK, NAME, QUOTE, WORD, Sentence

# Verbs that lead to an infinitive of saying: "went on to say", "continued to insist", "was quick to add".
_CHAINS = word_set(
    "went goes go going on continued continues continue continuing began begins begin started quick careful"
    " took takes keen eager right came used wanted wants appeared appears seemed seems tried tries happy hastened"
    " rushed moved paused stopped proceeded quick moving likely reluctant able forced chose sought seeks"
)
# "refused to say", "declined to comment": nothing was said.
_SILENT = word_set("refused refuses declined declines failed fails refusing declining unwilling reluctant")
_PERCEPTION = word_set("was were been be being is are am get gets got getting")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group that reports speech: words `first`..`after` of its sentence, the verb itself at `verb`."""

    first: int
    verb: int
    after: int
    form: Form
    verbs: tuple[Verb, ...]
    passive: bool
    infinitive: bool

    @property
    def frames(self) -> frozenset[str]:
        """What may follow, over all verbs that this form may be."""
        return self.verbs[0].frames

    @property
    def lemma(self) -> str:
        """The verb without ending or particle."""
        return self.verbs[0].lemma


def find(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, in order."""
    known = entries()
    found: list[Cue] = []
    for index, word in enumerate(sentence):
        if word.kind in (WORD, NAME):
            entry = known.get(word.lower)
            if entry is not None and (word.kind == WORD or index == 0 or _headline_verb(sentence)):
                cue = _cue(sentence, index, entry)
                if cue is not None:
                    found.append(cue)
    return found


def is_adverb(lower: str) -> bool:
    """Whether a word may stand inside a verb group or after a cue without being part of what is said."""
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > 3 and lower not in NOT_ADVERBS)  # noqa: PLR2004 - "ly" needs a stem


def _headline_verb(sentence: Sentence) -> bool:
    """A capitalised verb counts only where the whole sentence is capitalised, as in headlines."""
    return all(word.kind != WORD or len(word.text) <= 4 for word in sentence)  # noqa: PLR2004 - "with", "from"


def _cue(sentence: Sentence, index: int, entry: Entry) -> Cue | None:
    verbs, after = _with_particle(sentence, index, entry)
    if not verbs:
        return None
    first, helpers, infinitive = _group(sentence, index)
    form = entry.form
    if form in ("past", "participle") and helpers & _PERCEPTION:
        return Cue(first, index, after, form, verbs, passive=True, infinitive=False)
    if not _is_verb(sentence, index, first, form, helpers, infinitive=infinitive):
        return None
    if _is_negated(sentence, first, index) and verbs[0].act != "denied":
        return None
    return Cue(first, index, after, form, verbs, passive=False, infinitive=infinitive)


def _with_particle(sentence: Sentence, index: int, entry: Entry) -> tuple[tuple[Verb, ...], int]:
    following = sentence[index + 1].lower if index + 1 < len(sentence) else ""
    plain = tuple(verb for verb in entry.verbs if not verb.particle)
    for verb in entry.verbs:
        if verb.particle and verb.particle == following:
            after = index + 2
            if following in ("out", "tribute", "aim", "back") and after < len(sentence):
                after += sentence[after].lower in ("at", "against", "to", "about")
            return (verb,), after
    return plain, index + 1


def _group(sentence: Sentence, index: int) -> tuple[int, frozenset[str], bool]:
    """The first word of the verb group that ends at `index`, its helping words, and whether it hangs on "to"."""
    at = index - 1
    helpers: set[str] = set()
    infinitive = False
    while at >= 0:
        lower = sentence[at].lower
        if lower in AUXILIARIES or lower in NEGATIONS:
            helpers.add(lower)
        elif lower == "to" and at == index - 1 - len(helpers) and not infinitive:
            infinitive = True
        elif infinitive and (lower in _CHAINS or lower in _SILENT):
            helpers.add(lower)
        elif not (is_adverb(lower) and sentence[at].kind == WORD):
            break
        at -= 1
    first = at + 1
    while first < index and is_adverb(sentence[first].lower) and sentence[first].lower not in AUXILIARIES:
        first += 1
    return first, frozenset(helpers), infinitive


def _is_negated(sentence: Sentence, first: int, index: int) -> bool:
    return any(word.lower in NEGATIONS or word.lower in _SILENT for word in sentence[first:index])


def _is_verb(
    sentence: Sentence, index: int, first: int, form: Form, helpers: frozenset[str], *, infinitive: bool
) -> bool:
    if infinitive:
        return bool(helpers & _CHAINS) and form == "base"
    before = sentence[first - 1] if first else None
    following = sentence[index + 1] if index + 1 < len(sentence) else None
    if form == "ing":
        return _is_participle(before, helpers)
    if form == "base" and not helpers & (MODALS | DO):
        return before is not None and _is_plural_subject(before, sentence, first)
    if form == "participle":
        return bool(helpers & HAVE) or before is None
    if form in ("past", "s", "base") and before is not None and not helpers:
        if before.lower in DETERMINERS or before.lower in ("of", "'s") or before.lower.endswith(("'s", "s'")):
            return before.lower in ("this", "that", "some", "many", "others", "another", "all", "it's")
        if sentence[index].lower in NOUN_LIKE and before.lower in PREPOSITIONS:
            return False
        if form == "past" and following is not None and following.lower == "by":
            return False
    return True


def _is_participle(before: object, helpers: frozenset[str]) -> bool:
    if helpers & BE:
        return True
    lower = getattr(before, "lower", "")
    return lower not in DETERMINERS and not str(lower).endswith("'s") and lower not in ("of", "for", "no")


def _is_plural_subject(before: object, sentence: Sentence, first: int) -> bool:
    word = sentence[first - 1]
    del before
    if word.lower in PERSONAL or word.lower in ("who", "people", "police", "some", "many", "others", "critics"):
        return True
    if word.kind in (QUOTE, MARK):
        return word.text == "," and first > 2  # noqa: PLR2004 - a subject and its comma
    if word.lower in PREPOSITIONS or word.lower in DETERMINERS or word.lower in QUESTION_WORDS:
        return False
    if word.lower in OBJECT_PRONOUNS or word.lower.endswith(CONTRACTED):
        return False
    return word.lower.endswith("s") or word.kind == NAME or _has_and(sentence, first)


def _has_and(sentence: Sentence, first: int) -> bool:
    return any(word.lower == "and" for word in sentence[max(0, first - 4) : first])
