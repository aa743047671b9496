"""The whole index is held to rank-bm25, score for score, through any history of adds and removals."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping, Sequence

import aiosqlite
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search import SEARCH_SCHEMA, Entry, Hits, SearchIndex, ranking, writing
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


def is_the_oracles(hits: Hits, corpus: Mapping[int, str], terms: Sequence[str], limit: int) -> bool:
    passages, scores = expected(corpus, terms)
    return bool(hits.passages.tolist() == passages[:limit] and hits.scores.tolist() == scores[:limit])


async def live(history: Sequence[tuple[int, str]], query: Sequence[str], limit: int) -> None:
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
        hits = await BODY.search(db, query, limit=limit)
        assert is_the_oracles(hits, corpus, query, limit)
        await in_full(db, corpus, query)


async def in_full(db: aiosqlite.Connection, corpus: Mapping[int, str], query: Sequence[str]) -> None:
    """Scores asked for by passage are the same ones, and nothing has drifted."""
    passages, scores = expected(corpus, query)
    assert (await BODY.scores(db, query, passages)).tolist() == scores
    assert await BODY.check(db, [Entry(key, text) for key, text in corpus.items()]) == []


@pytest.fixture
def short_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold and cut rows at a few postings, so that small corpora have many."""
    monkeypatch.setattr(writing, "TAIL", 2)
    monkeypatch.setattr(writing, "FOLD", 3)
    monkeypatch.setattr(writing, "ROW", 7)
    monkeypatch.setattr(writing, "BATCH", 60)
    monkeypatch.setattr(ranking, "SMALL", 5)


queries = st.lists(st.sampled_from([*WORDS, "unknown"]), max_size=6).map(" ".join)


@given(histories, queries, st.integers(1, 13))
@settings(deadline=None)
def test_every_history_of_adds_and_removals_scores_as_rank_bm25_does(
    history: list[tuple[int, str]], query: str, limit: int
) -> None:
    asyncio.run(live(history, tokens.terms(query), limit))


async def a_long_history(db: aiosqlite.Connection, seed: int) -> dict[int, str]:
    """Passages come in batches, some leave, some come back among the others; common and rare words."""
    chance = random.Random(seed)
    corpus: dict[int, str] = {}
    gone: dict[int, str] = {}
    key = 0
    for _ in range(12):
        batch = {}
        for _ in range(chance.randint(1, 40)):
            key += chance.choice([1, 1, 1, 50])
            words = chance.choices(WORDS, weights=[64, 32, 16, 8, 4, 2, 1, 1], k=chance.randint(0, 14))
            batch[key] = " ".join(words)
        await BODY.add(db, [Entry(key, text) for key, text in batch.items()])
        corpus |= batch
        leaving = dict(chance.sample(sorted(corpus.items()), k=len(corpus) // 5))
        await BODY.remove(db, [Entry(key, text) for key, text in leaving.items()])
        corpus = {key: text for key, text in corpus.items() if key not in leaving}
        gone |= leaving
        back = dict(chance.sample(sorted(gone.items()), k=len(gone) // 3))
        await BODY.add(db, [Entry(key, text) for key, text in back.items()])
        corpus |= back
        gone = {key: text for key, text in gone.items() if key not in back}
    return corpus


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("few", [0, 12])
@pytest.mark.usefixtures("three_slices", "short_rows")
async def test_rows_that_are_folded_cut_and_mended_score_as_rank_bm25_does(
    db: aiosqlite.Connection, monkeypatch: pytest.MonkeyPatch, seed: int, few: int
) -> None:
    monkeypatch.setattr(ranking, "FEW", few)
    corpus = await a_long_history(db, seed)
    for query in (["dam"], ["talk", "dam"], ["border", "water", "river"], [tokens.terms(w)[0] for w in WORDS]):
        for limit in (1, 5, 1000):
            hits = await BODY.search(db, query, limit=limit)
            assert is_the_oracles(hits, corpus, query, limit)
        await in_full(db, corpus, query)
    everything = [Entry(key, text) for key, text in corpus.items()]
    await BODY.remove(db, everything)
    assert await BODY.check(db, []) == []
    async with db.execute(
        "SELECT (SELECT count(*) FROM search_term), (SELECT count(*) FROM search_posting)"
    ) as c:
        assert await c.fetchone() == (0, 0)


TAGS = ["source:the herald", "source:the courier", "month:2031-03", "month:2031-04"]
tagged = st.lists(st.tuples(texts, st.sets(st.sampled_from(TAGS))), max_size=40)
groups = st.lists(st.lists(st.sampled_from([*TAGS, "source:nobody"]), max_size=3), max_size=2)


async def filtered(
    entries: Sequence[tuple[str, set[str]]], query: Sequence[str], required: Sequence[Sequence[str]], limit: int
) -> None:
    """A filter changes which passages are hits, and no score."""
    async with aiosqlite.connect(":memory:") as db:
        await db.executescript(SEARCH_SCHEMA)
        await BODY.add(db, [Entry(key, text, tuple(tags)) for key, (text, tags) in enumerate(entries, 1)])
        hits = await BODY.search(db, query, required=required, limit=limit)
    passages, scores = expected({key: text for key, (text, _) in enumerate(entries, 1)}, query)
    kept = [
        (key, score)
        for key, score in zip(passages, scores, strict=True)
        if all(entries[key - 1][1] & set(group) for group in required)
    ][:limit]
    assert list(zip(hits.passages.tolist(), hits.scores.tolist(), strict=True)) == kept


@given(tagged, queries, groups, st.integers(1, 13), st.sampled_from([0, 16]))
@settings(deadline=None)
def test_a_filter_leaves_the_scores_of_rank_bm25_and_the_passages_with_a_tag_of_each_group(
    entries: list[tuple[str, set[str]]],
    query: str,
    required: list[list[str]],
    limit: int,
    few: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranking, "FEW", few)
        patch.setattr(ranking, "SMALL", 0)
        asyncio.run(filtered(entries, tokens.terms(query), required, limit))


def test_the_weight_of_a_term_is_above_zero_even_where_every_passage_has_it() -> None:
    assert idf(1, 1) > 0
    assert idf(1_000_000, 1_000_000) > 0


def test_an_oracle_of_nothing_is_built_without_a_crash() -> None:
    assert Oracle([]).get_scores(["dam"]).tolist() == []
