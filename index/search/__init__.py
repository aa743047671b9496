"""BM25 over postings in SQLite: incremental, exact, and derived from the articles."""

from __future__ import annotations

from index.search.entries import Counted, Entry, Hits, Passages, Scores, count
from index.search.indexes import SearchIndex
from index.search.schema import SEARCH_SCHEMA

__all__ = ["SEARCH_SCHEMA", "Counted", "Entry", "Hits", "Passages", "Scores", "SearchIndex", "count"]
