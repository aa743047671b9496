"""The engines that are compared, each behind the same two methods; all score with BM25."""

from __future__ import annotations

import asyncio
import sqlite3
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import aiosqlite
import numpy as np

from index.search import SEARCH_SCHEMA, Counted, Entry, SearchIndex
from index.search.oracle import Oracle
from index.search.postings import shape
from tests.bench.corpus import Corpus

TOP = 10
_AT_ONCE = 20_000

# Passages, best first, and their scores where an engine gives them.
Found = tuple[list[int], list[float]]


class Engine(ABC):
    """An index over a corpus in `folder`; passages count from 1."""

    def __init__(self, corpus: Corpus, folder: Path) -> None:
        self.corpus = corpus
        self.folder = folder

    @abstractmethod
    def build(self) -> None:
        """Index every passage."""

    @abstractmethod
    def search(self, terms: list[str]) -> Found:
        """The TOP best passages."""

    def close(self) -> None:
        """Let go of files and threads."""
        return


class Ours(Engine):
    """The search index of this project, over aiosqlite as the bot uses it."""

    def build(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._index = SearchIndex("body")
        self._loop.run_until_complete(self._build())

    def search(self, terms: list[str]) -> Found:
        hits = self._loop.run_until_complete(self._index.search(self._db, terms, limit=TOP))
        return hits.passages.tolist(), hits.scores.tolist()

    def close(self) -> None:
        self._loop.run_until_complete(self._db.close())
        self._loop.close()

    async def _build(self) -> None:
        path = self.folder / "ours.sqlite"
        new = not path.exists()
        self._db = await open_library(path)
        if new:
            await self._db.executescript(SEARCH_SCHEMA)
            passages = enumerate(self.corpus.passages(), 1)
            while chunk := entries(islice(passages, _AT_ONCE)):
                await self._db.execute("BEGIN IMMEDIATE")
                await self._index.add(self._db, chunk)
                await self._db.execute("COMMIT")
            await self._db.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")


def entries(passages: Iterable[tuple[int, Sequence[str]]]) -> list[Entry]:
    """Passages as the index takes them, counted: every engine gets tokens, and in the bot workers count."""
    return [Entry(key, "", (), _counted(words)) for key, words in passages]


def _counted(words: Sequence[str]) -> Counted:
    counts = Counter(words)
    return Counted(tuple(counts), tuple(shape(often, len(words)) for often in counts.values()), len(words))


async def open_library(path: Path) -> aiosqlite.Connection:
    """A connection with the settings of a library (index/store/database.py)."""
    db = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
    pragmas = ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 4000", "cache_size = -16384")
    for pragma in pragmas:
        await db.execute_fetchall(f"PRAGMA {pragma}")
    return db


class RankBm25(Engine):
    """rank_bm25 itself, with our idf and order of terms: what our scores are held to."""

    def build(self) -> None:
        self._oracle = Oracle(list(self.corpus.passages()))

    def search(self, terms: list[str]) -> Found:
        rarest_first = sorted(terms, key=lambda term: (-self._oracle.idf.get(term, 0.0), term))
        scores = self._oracle.get_scores(rarest_first)
        best = np.flatnonzero(scores >= np.partition(scores, -TOP)[-TOP])
        best = best[np.lexsort((best, -scores[best]))][:TOP]
        best = best[scores[best] > 0]
        return (best + 1).tolist(), scores[best].tolist()


class Bm25s(Engine):
    """bm25s with its numba backend."""

    def build(self) -> None:
        import bm25s

        self._retriever = bm25s.BM25(method="lucene", k1=1.5, b=0.75, backend="numba")
        self._retriever.index(list(self.corpus.passages()), show_progress=False)

    def search(self, terms: list[str]) -> Found:
        found, _ = self._retriever.retrieve([terms], k=TOP, show_progress=False, n_threads=1)
        return [int(place) + 1 for place in found[0]], []


class Tantivy(Engine):
    """tantivy; only its addresses are asked for, not the stored keys."""

    def build(self) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        self._tantivy = tantivy
        index = tantivy.Index(self._schema)
        writer = index.writer(heap_size=400_000_000, num_threads=1)
        for words in self.corpus.passages():
            writer.add_document(tantivy.Document(body=[" ".join(words)]))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def search(self, terms: list[str]) -> Found:
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        words = [(should, query.term_query(self._schema, "body", term)) for term in terms]
        hits = self._searcher.search(query.boolean_query(words), TOP, count=False).hits
        return [address.doc for _, address in hits], []


class Fts5(Engine):
    """SQLite's own full-text search, best first by its bm25()."""

    def build(self) -> None:
        self._db = sqlite3.connect(self.folder / "fts5.sqlite", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("CREATE VIRTUAL TABLE body USING fts5 (text, content = '')")
        self._db.execute("BEGIN")
        rows = ((key, " ".join(words)) for key, words in enumerate(self.corpus.passages(), 1))
        self._db.executemany("INSERT INTO body (rowid, text) VALUES (?, ?)", rows)
        self._db.execute("COMMIT")

    def search(self, terms: list[str]) -> Found:
        match = " OR ".join(terms)
        found = self._db.execute(
            "SELECT rowid FROM body WHERE body MATCH ? ORDER BY rank LIMIT ?", (match, TOP)
        )
        return [key for (key,) in found], []

    def close(self) -> None:
        self._db.close()


# In the order of the table; the second is the package that the engine needs.
ENGINES: dict[str, tuple[type[Engine], str]] = {
    "ours": (Ours, "index"),
    "tantivy": (Tantivy, "tantivy"),
    "bm25s": (Bm25s, "numba"),
    "fts5": (Fts5, "sqlite3"),
    "rank_bm25": (RankBm25, "rank_bm25"),
}
