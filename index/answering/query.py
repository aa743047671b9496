"""What a question looks for: its search terms, which of them are names, and what sort of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from index.answering.answer_types import AnswerType, wanted
from index.questions.wording import SMALL
from index.text.tokens import terms, token_spans

MOST_TERMS = 64
_SENTENCE_END = ".?!:"
# Said of the asking, not of the subject.
_ASKING = (
    "week month recently recent latest lately today according following happened happen happens news update"
    " say says said name named called question questions know known"
)


@cache
def small_terms() -> frozenset[str]:
    """Search terms that carry no subject."""
    return frozenset(terms(" ".join(SMALL))) | frozenset(terms(_ASKING))


@dataclass(frozen=True, slots=True)
class Query:
    """`terms` once each, in the question's order; `names` are those written as names or numbers; `pairs` are
    neighbours of which at least one is a term; `wants` is the sort of answer."""

    terms: tuple[str, ...]
    names: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    wants: AnswerType

    @property
    def idle(self) -> bool:
        """Whether no term carries a subject: "what happened?"."""
        return small_terms().issuperset(self.terms)

    def weight(self, idf: Mapping[str, float]) -> float:
        """The idf sum of the terms: what a text that holds every term could weigh."""
        return sum(idf.get(term, 0.0) for term in self.terms)


def make_query(topic: str, question: str = "") -> Query:
    """Read the terms out of `topic` and the sort of answer out of `question` (default: the topic)."""
    spans = _subject_spans(topic)
    small = small_terms()
    subject = [term for term, _, _ in spans if term not in small] or [
        term for term, _, _ in spans if len(term) > 1
    ]
    kept = tuple(dict.fromkeys(subject))[:MOST_TERMS]
    names = {term for term, start, _ in spans if term in kept and _is_name(topic, start)}
    return Query(kept, frozenset(names), pairs([term for term, _, _ in spans], kept), wanted(question or topic))


def _subject_spans(topic: str) -> list[tuple[str, int, int]]:
    """The tokens without the measure that is asked for: the "long" of "how long", the "old" of "how old"."""
    spans = token_spans(topic)
    return [
        span
        for place, span in enumerate(spans)
        if not place or topic[spans[place - 1][1] : spans[place - 1][2]].lower() != "how"
    ]


def pairs(tokens: list[str], among: Collection[str]) -> frozenset[tuple[str, str]]:
    """Neighbouring tokens, where one of the two is `among` the terms of a question."""
    return frozenset((a, b) for a, b in pairwise(tokens) if a in among or b in among)


def _is_name(text: str, start: int) -> bool:
    """Whether the word at `start` is capitalised inside a sentence, or a number."""
    if text[start].isdigit():
        return True
    if not text[start].isupper():
        return False
    before = re.sub(r"[\s\"'“”‘’(\[]+$", "", text[max(0, start - 12) : start])
    return bool(before) and before[-1] not in _SENTENCE_END
