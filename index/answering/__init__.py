"""Answers: the right passages first, or an honest no."""

from __future__ import annotations

from index.answering.asking import ask
from index.answering.sources import Card, Chunk, Found, Limits, Sources, Statement

__all__ = ["Card", "Chunk", "Found", "Limits", "Sources", "Statement", "ask"]
