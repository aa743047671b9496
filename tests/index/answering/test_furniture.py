from __future__ import annotations

import pytest

from index.answering.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "By News Desk - November 28 2021",
        "By Ana Moor and Tomas Wick",
        "By Dela Brant, The Orrin Post, 4:15 pm",
        "28 November 2021",
        "Tuesday, Feb. 3, 2026 at 9:15 a.m. GMT",
        "Updated: 3 March 2026",
        "Photo: Ole Rand",
    ],
)
def test_a_byline_and_a_date_alone_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By Tuesday the ferry was full.",
        "By the end of May nobody took the tram.",
        "On Tuesday the pier fell.",
        "In 1908 it burnt.",
        "Updated rules apply to ferries.",
        "Photo shops close.",
        "Nobody came.",
    ],
)
def test_a_sentence_that_tells_something_is_none(line: str) -> None:
    assert not is_furniture(line)
