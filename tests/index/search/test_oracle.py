"""The whole index is held to rank-bm25, score for score, through any history of adds and removals."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

import aiosqlite
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search import SEARCH_SCHEMA, Entry, Hits, SearchIndex
from index.search.oracle import Oracle, idf
from index.text import tokens

WORDS = ["dam", "river", "summit", "said", "minister", "water", "border", "talks"]
BODY = SearchIndex("body")

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
histories = st.lists(st.tuples(st.integers(1, 12), texts), max_size=30)


def expected(corpus: Mapping[int, str], terms: Sequence[str]) -> tuple[list[int], list[float]]:
    """What rank-bm25 makes of the corpus: the hits in order, and their scores."""
    keys = sorted(corpus)
    oracle = Oracle([tokens.terms(corpus[key]) for key in keys])
    holding = {term: sum(term in counts for counts in oracle.doc_freqs) for term in set(terms)}
    order = sorted(holding, key=lambda term: (holding[term], term))
    found = oracle.get_scores(order) if keys else np.empty(0)
    hits = sorted((-score, key) for score, key in zip(found, keys, strict=True) if score > 0)
    return [key for _, key in hits], [-score for score, _ in hits]


def is_the_oracles(hits: Hits, corpus: Mapping[int, str], terms: Sequence[str]) -> bool:
    passages, scores = expected(corpus, terms)
    return bool(hits.passages.tolist() == passages and hits.scores.tolist() == scores)


async def live(history: Sequence[tuple[int, str]], query: Sequence[str]) -> None:
    """Each step puts a passage in, or takes out the one that is there under its key."""
    async with aiosqlite.connect(":memory:") as db:
        await db.executescript(SEARCH_SCHEMA)
        corpus: dict[int, str] = {}
        for key, text in history:
            if key in corpus:
                await BODY.remove(db, [Entry(key, corpus.pop(key))])
            else:
                corpus[key] = text
                await BODY.add(db, [Entry(key, text)])
        hits = await BODY.search(db, query, limit=50)
        assert is_the_oracles(hits, corpus, query)
        assert await BODY.check(db, [Entry(key, text) for key, text in corpus.items()]) == []


@given(histories, st.lists(st.sampled_from([*WORDS, "unknown"]), max_size=6).map(" ".join))
@settings(deadline=None)
def test_every_history_of_adds_and_removals_scores_as_rank_bm25_does(
    history: list[tuple[int, str]], query: str
) -> None:
    asyncio.run(live(history, tokens.terms(query)))


def test_the_weight_of_a_term_is_above_zero_even_where_every_passage_has_it() -> None:
    assert idf(1, 1) > 0
    assert idf(1_000_000, 1_000_000) > 0


def test_an_oracle_of_nothing_is_built_without_a_crash() -> None:
    assert Oracle([]).get_scores(["dam"]).tolist() == []
