"""Answers: the right passages first, or an honest no."""

from __future__ import annotations

from index.answering.asking import ask
from index.answering.comparing import compare
from index.answering.examples import examples
from index.answering.listing import quotes
from index.answering.profiling import profile
from index.answering.sources import Card, Chunk, Found, Limits, Sources, Statement
from index.answering.surroundings import context
from index.answering.verifying import verify

__all__ = [
    "Card",
    "Chunk",
    "Found",
    "Limits",
    "Sources",
    "Statement",
    "ask",
    "compare",
    "context",
    "examples",
    "profile",
    "quotes",
    "verify",
]
