"""What someone mostly speaks about: phrases that are common with them and rare in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from index.answering.query import small_terms
from index.answering.sources import Sources, Statement
from index.models import Count
from index.text.tokens import terms, token_spans

TOPICS = 5
_CANDIDATES = 60
_LONGEST = 3  # words of a phrase
_LONGER = 0.6  # that each further word of a phrase adds to its weight
_EVEN = 0.5  # so that in a small library what all articles hold may still be a topic
_SHORT = 4  # letters; a shorter word is hardly a topic
_OFTEN = 6  # statements; where there are so many, what only one of them holds is no topic
# A phrase after one of these is a thing that is spoken of, hardly a deed.
_BEFORE = frozenset(
    [
        *(
            "a",
            "about",
            "against",
            "all",
            "an",
            "any",
            "at",
            "by",
            "each",
            "every",
            "for",
            "from",
            "her",
            "his",
        ),
        *("in", "into", "its", "my", "no", "of", "on", "our", "over", "some", "that", "the", "their", "these"),
        *("this", "those", "under", "with", "without", "your"),
    ]
)
Phrase = tuple[str, ...]


async def main_topics(
    sources: Sources, name: str, statements: Sequence[Statement], texts: Mapping[int, str]
) -> tuple[Count, ...]:
    """The main topics, each as it is mostly written, with the number of statements that have it."""
    own = small_terms() | set(terms(name))
    held: Counter[Phrase] = Counter()
    written: dict[Phrase, Counter[str]] = {}
    for statement in statements:
        words = texts.get(statement.article, "")[statement.start : statement.end]
        found = dict(_phrases(words, own))
        held.update(found.keys())
        for phrase, form in found.items():
            written.setdefault(phrase, Counter())[form] += 1
    least = 2 if len(statements) >= _OFTEN else 1
    common = [phrase for phrase, count in held.most_common(_CANDIDATES) if count >= least]
    idf = await _weights(sources, common)

    def weight(phrase: Phrase) -> float:
        mean = sum(idf.get(term, 0.0) + _EVEN for term in phrase) / len(phrase)
        return held[phrase] * mean * (1 + _LONGER * (len(phrase) - 1))

    common.sort(key=lambda phrase: (-weight(phrase), phrase))
    chosen = _apart(_whole(phrase, common, held) for phrase in common)
    return tuple(Count(written[phrase].most_common(1)[0][0], held[phrase]) for phrase in chosen)


async def _weights(sources: Sources, phrases: Iterable[Phrase]) -> Mapping[str, float]:
    words = list(dict.fromkeys(term for phrase in phrases for term in phrase))
    return (await sources.body(words, (), 1)).idf if words else {}


def _phrases(words: str, own: AbstractSet[str]) -> Iterator[tuple[Phrase, str]]:
    """Each run of up to three subject words after a word that things stand behind, and its beginnings."""
    spans = token_spans(words)
    for place, (_, first, last) in enumerate(spans):
        if words[first:last].casefold() not in _BEFORE:
            continue
        phrase, begun, done = Phrase(), last, last
        for term, start, end in spans[place + 1 : place + 1 + _LONGEST]:
            if term in own or not _is_subject(words[start:end]) or words[done:start].strip(" -"):
                break
            begun, done = begun if phrase else start, end
            phrase = (*phrase, term)
            yield phrase, words[begun:end].removesuffix("'s").removesuffix("’s")


def _whole(phrase: Phrase, among: Iterable[Phrase], held: Mapping[Phrase, int]) -> Phrase:
    """The longest phrase that this one begins in half of its statements or more."""
    longer = [one for one in among if one[: len(phrase)] == phrase and 2 * held[one] >= held[phrase]]
    return max(longer, key=lambda one: (len(one), held[one]))


def _apart(phrases: Iterable[Phrase]) -> list[Phrase]:
    """The first phrases that share no word."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if len(kept) < TOPICS and not any(set(phrase) & set(other) for other in kept):
            kept.append(phrase)
    return kept


def _is_subject(word: str) -> bool:
    """Whether a word as written may be part of a topic's name: no number, and by its ending rather a noun."""
    if len(word) < _SHORT or word[0].isdigit():
        return False
    return not word.islower() or not word.endswith(
        ("ed", "ing", "ly", "n't", "n’t", "'ll", "’ll", "'ve", "’ve")
    )
