"""Speakers who stand behind their verb: "“We stay,” said Ana Moor"."""

from __future__ import annotations

from index.quotes.appositions import Subject
from index.quotes.cues import Cue
from index.quotes.grammar import DASHES, PERSONAL, PREPOSITIONS, word_set
from index.quotes.phrases import noun_phrase_right
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, NAME, QUOTE, WORD

_AFTER_INVERTED = frozenset((",", ".", ":", ";", "(", "?", "!")) | DASHES
_NEVER_INVERTED = word_set("tell remind assure inform notify reassure advise thank call describe")


def inverted(sentence: Sentence, cue: Cue) -> Subject | None:
    """The subject of `cue` where it stands behind the verb."""
    if "q" not in cue.frames or cue.form not in ("past", "s") or cue.first != cue.verb or cue.passive:
        return None
    if cue.lemma in _NEVER_INVERTED or not _may_precede_inverted(sentence, cue):
        return None
    end = noun_phrase_right(sentence, cue.after, len(sentence))
    if end == cue.after or not _may_follow_inverted(sentence, end):
        return None
    pronoun = sentence.lower[cue.after] in PERSONAL
    if sentence.is_time(cue.after) or (pronoun and (cue.first == 0 or sentence.finite[end : end + 1] == b"\1")):
        return None
    if not any(kind in (NAME, WORD) for kind in sentence.kinds[cue.after : end]):
        return None
    return Subject(cue.after, _before_participle(sentence, cue.after, end), cue.first, inverted=True)


def _before_participle(sentence: Sentence, start: int, end: int) -> int:
    """Where a name ends that has a participle behind it: "said Ana Moor speaking by phone"."""
    last = end - 1
    if (
        last > start
        and sentence.kinds[start] == NAME == sentence.kinds[last - 1]
        and sentence.kinds[last] == WORD
    ):
        return last if sentence.lower[last].endswith("ing") else end
    return end


def _may_precede_inverted(sentence: Sentence, cue: Cue) -> bool:
    at = cue.first - 1
    if at < 0 or sentence.kinds[at] == QUOTE:
        return True
    text = sentence.text(at)
    if text in DASHES or text in ")…":
        return sentence.kind(at - 1) == QUOTE
    if text != ",":
        return sentence.lower[at] in ("as", "so", "thus")
    return sentence.kind(at - 1) == QUOTE or (
        "c" in cue.frames and cue.meaning.act not in ("accused", "praised") and sentence.has_finite(0, at)
    )


def _may_follow_inverted(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence):
        return True
    if sentence.kinds[at] == QUOTE:
        return not sentence.opens_with_verb(at)  # "says the pier “is not safe”"
    if sentence.kinds[at] == MARK:
        return sentence.text(at) in _AFTER_INVERTED
    word = sentence.lower[at]
    if word.endswith("ed") and sentence.word(at + 1) in PREPOSITIONS:
        return True  # "said an aide focused on the pier"
    return word in PREPOSITIONS or word in ("who", "and", "when", "while", "as") or sentence.is_time(at)
