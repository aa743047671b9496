"""Passages with their citations, for flags and digests."""

from __future__ import annotations

from index.answering.passages import make_passage, statement_passage, whole_sentences
from index.library.sources import LibrarySources
from index.models import Passage


async def statement(sources: LibrarySources, statement_id: int) -> Passage | None:
    """The sentences around a statement; None where it is gone."""
    found = await sources.statement(statement_id)
    if found is None:
        return None
    cards = await sources.cards([found.article])
    texts = await sources.texts([found.article])
    others = await sources.statements_in([found.article])
    return statement_passage(cards[found.article], texts[found.article], found, others)


async def words(sources: LibrarySources, article: int, start: int, end: int) -> Passage | None:
    """The sentences that a slice of an article touches; None where the article is gone or has no such slice."""
    cards = await sources.cards([article])
    text = (await sources.texts([article])).get(article, "")
    if article not in cards or not 0 <= start < end <= len(text):
        return None
    others = await sources.statements_in([article])
    return make_passage(cards[article], text, whole_sentences(text, start, end), others)
