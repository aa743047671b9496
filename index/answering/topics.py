"""What someone mostly speaks about: words that are common with them and rare in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from index.answering.query import small_terms
from index.answering.sources import Sources, Statement
from index.models import Count
from index.text.tokens import terms, token_spans

TOPICS = 5
_CANDIDATES = 40
_EVEN = 0.5  # so that in a small library what all articles hold may still be a topic
_SHORT = 4  # letters; a shorter word is hardly a topic


async def main_topics(
    sources: Sources, name: str, statements: Sequence[Statement], texts: Mapping[int, str]
) -> tuple[Count, ...]:
    """The main topics, each as it is mostly written, with the number of statements that have it."""
    small = small_terms() | set(terms(name))
    held: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for statement in statements:
        words = texts.get(statement.article, "")[statement.start : statement.end]
        found = {}
        for term, start, end in token_spans(words):
            if term not in small and _is_subject(words[start:end]):
                found[term] = words[start:end]
        held.update(found.keys())
        for term, word in found.items():
            written.setdefault(term, Counter())[word] += 1
    common = [term for term, _ in held.most_common(_CANDIDATES)]
    idf = (await sources.body(common, (), 1)).idf if common else {}
    common.sort(key=lambda term: (-held[term] * (idf.get(term, 0.0) + _EVEN), term))
    return tuple(Count(written[term].most_common(1)[0][0], held[term]) for term in common[:TOPICS])


def _is_subject(word: str) -> bool:
    """Whether a word as written may name a topic: no number, and by its ending rather a noun."""
    if len(word) < _SHORT or word[0].isdigit():
        return False
    return not word.islower() or not word.endswith(
        ("ed", "ing", "ly", "n't", "n’t", "'ll", "’ll", "'ve", "’ve")
    )
