"""Statements as passages, with the articles that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.passages import statement_passage
from index.answering.sources import Sources, Statement, statements_of
from index.models import Passage


async def cite(sources: Sources, statements: Sequence[Statement]) -> list[Passage]:
    """The sentences around each statement, in their order, each place once; what is gone is left out."""
    articles = list(dict.fromkeys(statement.article for statement in statements))
    cards, texts = await sources.cards(articles), await sources.texts(articles)
    beside = await statements_of(sources, articles)
    made: dict[tuple[str, int, int], Passage] = {}
    for statement in statements:
        key = statement.article
        if key in cards and key in texts:
            passage = statement_passage(cards[key], texts[key], statement, beside.get(key, ()))
            made.setdefault((passage.article, passage.start, passage.end), passage)
    return list(made.values())
