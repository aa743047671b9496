"""Cue verbs in a sentence: which words report speech, and the verb group they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotes.grammar import (
    AUXILIARIES,
    BE,
    CONTRACTED,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PREPOSITIONS,
    QUESTION_WORDS,
    SPOKEN_TO,
    SUBORDINATORS,
    word_set,
)
from index.quotes.lexicon import NOUN_LIKE, PARTICLE_TAILS, Entry, Form, Verb, entries
from index.quotes.phrases import noun_phrase_left
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD

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
_PLURALS = word_set("people police some many others critics both who that most few several those")
_PRONOUN_LIKE = word_set("this that some many others another all it's these those most both")
_PERCEIVED = word_set(
    "heard hear hears hearing saw see sees seen watched watch let make makes made have had has help"
)
_SEVERAL = word_set("these those some many others most both")
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
    elif not _is_verb(sentence, index, first, form, helpers):
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


def _is_verb(sentence: Sentence, index: int, first: int, form: Form, helpers: frozenset[str]) -> bool:
    if form == "ing":
        return bool(helpers & BE) or _is_participle(sentence, first - 1)
    if form == "participle":
        return bool(helpers & HAVE) or first == 0
    if helpers & (MODALS | DO | HAVE):
        return True
    if first == 0:
        return form != "base"
    if form == "base" and not _is_plural_subject(sentence, first):
        return False
    if form == "base" and first == index and _is_between_names(sentence, index):
        return False
    if form == "past" and (sentence.word(index + 1) == "by" or _is_called(sentence, index)):
        return False
    if sentence.lower[index] in NOUN_LIKE and (
        _is_before_verb(sentence, index) or not _is_verb_in_context(sentence, index, first)
    ):
        return False
    before = sentence.lower[first - 1]
    if form == "s" and before in _SEVERAL:
        return False  # "in those states"
    return (
        not (before in DETERMINERS or before.endswith(("'s", "s'")) or before == "of")
        or before in _PRONOUN_LIKE
    )


def _is_before_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb follows, so that the word is its subject: "early reports indicate"."""
    if index + 1 >= len(sentence):
        return False
    following = entries().get(sentence.lower[index + 1])
    return bool(sentence.finite[index + 1]) or (following is not None and following.form == "base")


def _is_participle(sentence: Sentence, before: int) -> bool:
    if any(sentence.word(at).endswith(("'s", "s'")) for at in (before, before - 1)):
        return False  # "the mayor's latest warning"
    return sentence.word(before) not in DETERMINERS | {"of", "for", "no"}


def _is_called(sentence: Sentence, index: int) -> bool:
    """Whether this only names: "a stream called Hollow Brook", unlike "what she called a trick"."""
    if sentence.lower[index] not in ("called", "named", "dubbed", "labeled", "labelled"):
        return False
    before = sentence.lower[index - 1] if index else ""
    return sentence.kind(index + 1) == NAME and before not in PERSONAL and sentence.kind(index - 1) == WORD


def _is_verb_in_context(sentence: Sentence, index: int, first: int) -> bool:
    """Whether a form that is as often a noun has a subject before it and something said after it."""
    before = sentence.lower[first - 1]
    if before in PERSONAL or before in ("who", "and") or _follows_quotation(sentence, first - 1):
        return True
    if before in PREPOSITIONS or before in SUBORDINATORS or sentence.kinds[first - 1] == NUMBER:
        return False
    start = noun_phrase_left(sentence, first)
    if start >= first or sentence.word(start - 1) in PREPOSITIONS or sentence.finite[start - 1 if start else 0]:
        return False
    if _follows_quotation(sentence, start - 1):
        return True
    following = sentence.word(index + 1)
    if sentence.kind(index + 1) == QUOTE or following in ("that", ":", ",") or following in QUESTION_WORDS:
        return True
    if sentence.lower[index] in ("state", "states", "like"):
        return False
    if following in PREPOSITIONS and following != "to":
        return sentence.kinds[first - 1] == NAME and following in ("for", "on", "about", "in", "at")
    return sentence.kinds[first - 1] == NAME or following in DETERMINERS or following in PERSONAL | SPOKEN_TO


def _follows_quotation(sentence: Sentence, at: int) -> bool:
    """Whether quoted words end at word `at` with a sign that leaves them to be reported: "“We stay,” the letter reads"."""
    return at >= 0 and sentence.ends_quotation(at)


def _is_plural_subject(sentence: Sentence, first: int) -> bool:
    """Whether what stands before a bare form can be its subject: "they", "officials", "Moor and Tesk"."""
    word = sentence.lower[first - 1]
    kind = sentence.kinds[first - 1]
    if word in PERSONAL or word in _PLURALS:
        return True
    if kind in (QUOTE, MARK):
        return sentence.text(first - 1) in (",", ")") and first > len("a,")
    if word in PREPOSITIONS or word in DETERMINERS or word in SUBORDINATORS or word in SPOKEN_TO:
        return False
    if word.endswith(CONTRACTED) or word == "please":
        return False
    joined = "and" in sentence.lower[max(0, first - 4) : first]
    return word.endswith(("s", "ch", "sh", "ese")) or joined or (kind == NAME and _is_of_many(sentence, first))


def _is_of_many(sentence: Sentence, end: int) -> bool:
    """Whether a noun phrase that ends with a name is of several ("residents of Kelm say") or of whom somebody
    hears say it."""
    start = noun_phrase_left(sentence, end)
    if sentence.word(start - 1) in _PERCEIVED:
        return True
    links = (at for at in range(start, end) if sentence.kinds[at] == WORD)
    return any(sentence.lower[at] in PREPOSITIONS or sentence.lower[at] == "and" for at in links)


def _is_between_names(sentence: Sentence, index: int) -> bool:
    """Whether a form that is as often a noun only parts a name and a title: "Norland state Senator Ana Moor"."""
    noun = sentence.lower[index] in NOUN_LIKE and "and" not in sentence.lower[max(0, index - 4) : index]
    return noun and NAME == sentence.kinds[index - 1] == sentence.kind(index + 1)
