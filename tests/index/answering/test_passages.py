"""Passages around statements: nobody's quotation stands under another's name."""

from __future__ import annotations

from datetime import date

import pytest

from index.answering.passages import statement_passage
from index.answering.sources import Card, Statement
from index.models import QuoteKind

TEXT = (
    "“The boats can burn,” Karst wrote in a post that echoed Moor’s warning that the harbour would be closed"
    " for good. Moor said fees would rise, and “that is a lie,” Karst replied."
)
CARD = Card(1, "a1", "Harbour row", "The Orrin Post", None, date(2026, 2, 1))


def said(key: int, words: str, mention: str, speaker: str, kind: QuoteKind) -> Statement:
    start, named = TEXT.index(words), TEXT.index(mention)
    return Statement(
        id=key,
        article=1,
        start=start,
        end=start + len(words),
        kind=kind,
        mention_start=named,
        mention_end=named + len(mention),
        speaker=speaker,
        act="said",
        certainty="named",
        published=None,
        source="",
    )


BURN = said(1, "“The boats can burn,”", "Karst wrote", "Olle Karst", "direct")
CLOSED = said(2, "that the harbour would be closed for good", "Moor’s", "Ana Moor", "indirect")
FEES = said(3, "fees would rise", "Moor said", "Ana Moor", "indirect")
LIE = said(4, "“that is a lie,”", "Karst replied", "Olle Karst", "direct")
ALL = (BURN, CLOSED, FEES, LIE)


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        (BURN, TEXT[: TEXT.index(" Moor said")]),
        (CLOSED, TEXT[TEXT.index("Karst wrote") : TEXT.index(" Moor said")]),
        (FEES, "Moor said fees would rise, and"),
    ],
)
def test_what_another_says_word_for_word_is_cut_from_a_passage(statement: Statement, passage: str) -> None:
    found = statement_passage(CARD, TEXT, statement, ALL)
    assert found.text == passage == TEXT[found.start : found.end]
