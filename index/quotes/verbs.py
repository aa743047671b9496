"""Whether a form that is as often a noun, an adjective or a name is a verb of reporting in its sentence."""

from __future__ import annotations

from index.quotes.grammar import (
    BE,
    CONTRACTED,
    DETERMINERS,
    DO,
    HAVE,
    MEANS,
    MODALS,
    PERSONAL,
    PREPOSITIONS,
    QUESTION_WORDS,
    SPOKEN_TO,
    SUBORDINATORS,
    word_set,
)
from index.quotes.lexicon import NOUN_LIKE, Form, entries
from index.quotes.phrases import noun_phrase_left
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, NUMBER, QUOTE, WORD

_PLURALS = word_set("people police some many others critics both who that most few several those")
_PRONOUN_LIKE = word_set("this that some many others another all it's these those most both")
_PERCEIVED = word_set(
    "heard hear hears hearing saw see sees seen watched watch let make makes made have had has help"
)
_SEVERAL = word_set("these those some many others most both")


def is_verb(sentence: Sentence, index: int, first: int, form: Form, helpers: frozenset[str]) -> bool:
    """Whether the form at `index` is a verb here; its group begins at `first` and has these helping words."""
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
    if form in ("s", "base") and sentence.lower[index].startswith("refer"):
        return False  # "a chain refers to the shops": what a word means
    if form == "past" and (_is_done_by(sentence, index) or _is_called(sentence, index)):
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


def _is_done_by(sentence: Sentence, index: int) -> bool:
    """Whether "by" and who did it follow, unlike "said by phone"."""
    return sentence.word(index + 1) == "by" and sentence.word(index + 2) not in MEANS


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
    """Whether quoted words end at word `at` with a sign that leaves them to be reported: "“We stay,” the letter
    reads"."""
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
    """Whether a form that is as often a noun only parts a name and a title: "Norland state Senator Moor"."""
    noun = sentence.lower[index] in NOUN_LIKE and "and" not in sentence.lower[max(0, index - 4) : index]
    return noun and NAME == sentence.kinds[index - 1] == sentence.kind(index + 1)
