from __future__ import annotations

import pytest

from index.names.book import Listing, NameBook

BOOK = NameBook(
    Listing(name, forms, (), 1, "unknown", is_person=True)
    for name, forms in (
        ("Ana Korvel", ("Ана Корвел",)),
        ("Tomas Ried", ()),
        ("Pavel Ried", ()),
        ("Ülo Ødegård", ()),
        ("张 伟", ()),
    )
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "Ana Korvel"),
        ("korv", "Ana Korvel"),
        ("Korvle", "Ana Korvel"),
        ("Gorvel", "Ana Korvel"),
        ("A. Korvel", "Ana Korvel"),
        ("Корв", "Ana Korvel"),
        ("rie", "Tomas Ried"),
        ("odegard", "Ülo Ødegård"),
        ("伟", "张 伟"),
    ],
)
def test_a_name_is_completed_by_beginnings_misspellings_and_other_scripts(typed: str, first: str) -> None:
    assert BOOK.suggest(typed)[0] == first


@pytest.mark.parametrize("typed", ["Xyzzyq", "!!!", "\u202e", "\x00", "a" * 6000])
def test_what_is_like_no_name_offers_nothing_and_raises_nothing(typed: str) -> None:
    assert BOOK.suggest(typed) in ([], [*BOOK.suggest("")])


def test_no_more_are_offered_than_asked_for() -> None:
    assert BOOK.suggest("ried", limit=1) == ["Tomas Ried"]
