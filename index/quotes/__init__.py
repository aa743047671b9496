"""The quote engine: every statement in an article, its exact words and who made it."""

from __future__ import annotations

from index.quotes.reading import read

__all__ = ["read"]
