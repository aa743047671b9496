"""What is said before its cue, and on both sides of one that stands between commas."""

from __future__ import annotations

from index.quotes.adverbials import skip_adverbials
from index.quotes.appositions import Subject
from index.quotes.bounds import is_postposed
from index.quotes.cues import Cue
from index.quotes.grammar import COORDINATORS, DASHES, DETERMINERS, PERSONAL, PREPOSITIONS
from index.quotes.lexicon import entries
from index.quotes.syntax import Sentence
from index.quotes.words import MARK, QUOTE, WORD

Range = tuple[int, int]


def preceding(sentence: Sentence, clause: int, floor: int) -> Range | None:
    """The words before a clause, from word `floor` on, where a sign tells that it may report them."""
    at = clause - 1
    while (
        at > floor and sentence.kinds[at] == WORD and sentence.lower[at] in ("and", "but", "as", "so", "then")
    ):
        at -= 1
    if at < floor:
        return None
    if sentence.kinds[at] == QUOTE:
        return None if _is_part_of_subject(sentence, at) else (floor, at + 1)
    text = sentence.text(at)
    if sentence.kinds[at] == MARK and at > floor and (text == "," or text in DASHES or text in "?!"):
        return (floor, at)
    return None


def ends(sentence: Sentence, cue: Cue, subject: Subject, before: Range) -> bool:
    """Whether a cue reports the clause before it; whoever "added a pier" has added no words."""
    return sentence.is_clause(*before) and (cue.lemma != "add" or is_postposed(sentence, cue, subject))


def _is_part_of_subject(sentence: Sentence, at: int) -> bool:
    """Whether the quotation belongs to the noun behind it: "the “History” section says"."""
    segment = sentence.words[at].segment
    open_ended = segment is not None and segment.closed and segment.last not in ",.?!…-—–"
    noun = sentence.kind(at + 1) == WORD and sentence.word(at + 1) not in DETERMINERS | PERSONAL
    return open_ended and noun and (at == 0 or sentence.word(at - 1) in DETERMINERS)


def tight(sentence: Sentence, span: Range) -> Range:
    """The quotation alone where the words before it are no clause that it ends."""
    start, end = span
    first = next(index for index in range(start, end) if sentence.kinds[index] == QUOTE)
    lead = start
    while lead < first and (sentence.lower[lead] in COORDINATORS or sentence.kinds[lead] == MARK):
        lead += 1
    if sentence.text(first - 1) == ":":
        return (first, end)
    if sentence.has_finite(lead, first) or _is_subject_of_quote(sentence, lead, first):
        return (lead, end)
    return (first, end)


def _is_subject_of_quote(sentence: Sentence, lead: int, first: int) -> bool:
    """Whether the words before the mark belong to its clause: "Moor “is the only one,” she said"."""
    if lead >= first or sentence.kinds[first - 1] == MARK or sentence.lower[lead] in PREPOSITIONS:
        return False
    return not any(sentence.is_adverb(index) for index in range(lead, first))


def is_parenthesis(sentence: Sentence, subject: Subject, begin: int, limit: int, before: Range) -> bool:
    """Whether a comma and words stand on both sides: "The museum, he said, would ..."."""
    at = skip_adverbials(sentence, begin, limit)
    if at >= limit - 1 or sentence.text(at) != "," or sentence.text(before[1]) != ",":
        return False
    following = sentence.lower[at + 1]
    if sentence.kinds[at + 1] == QUOTE or following in ("that", "according", "who", "which", "where", "not"):
        return False
    if subject.inverted:
        return bool(sentence.finite[at + 1]) and not sentence.has_finite(*before)
    if following in COORDINATORS or following in (
        "while",
        "whilst",
        "though",
        "although",
        "as",
        "because",
        "when",
    ):
        return False
    entry = entries().get(following)
    return entry is None or entry.form != "ing"


def around(sentence: Sentence, before: Range, begin: int, limit: int) -> list[Range]:
    """What is said on both sides of a parenthesis that ends before word `begin`."""
    at = skip_adverbials(sentence, begin, limit) + 1
    after = (at, limit)
    lead = sentence.lower[before[0]]
    if lead in PREPOSITIONS and not sentence.has_finite(*before):
        return [after]
    return [before, after]
