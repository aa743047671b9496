"""BM25 over postings in SQLite: incremental, exact, and derived from the articles."""

from __future__ import annotations

from index.search.entries import Entry, Hits, Passages, Scores
from index.search.indexes import SearchIndex
from index.search.schema import SEARCH_SCHEMA

__all__ = ["SEARCH_SCHEMA", "Entry", "Hits", "Passages", "Scores", "SearchIndex"]
