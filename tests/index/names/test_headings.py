"""Labels of lines are nobody, and a plain plural behind one is as it is at the head of a sentence."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


@pytest.mark.parametrize("label", ["Verdict", "Synopsis", "Background"])
def test_a_word_that_only_labels_lines_is_nobody(label: str) -> None:
    assert set(
        _speakers(f"The pier is old.\n{label}: “It is true.”\nThe hall is new.\n{label}: “It is not.”")
    ) <= {None}
    assert label not in {person.name for person in read(f"Hm.\n{label}: it is true.").people}


@pytest.mark.parametrize("text", ["They met Tesk in Kelm.", "They met Bo Tesk in Kelm."])
def test_a_label_that_is_a_name_elsewhere_is_a_name(text: str) -> None:
    assert _speakers(f"{text}\nTesk: “It is true.”")[-1] in {"Tesk", "Bo Tesk"}


@pytest.mark.parametrize("many", ["Officials", "Authorities", "Police", "Experts", "Lawyers"])
@pytest.mark.parametrize("before", ["Kelm: ", "NORVELT\nOrvik Township: ", "► ", "• "])
def test_a_plural_behind_a_label_is_nobody(before: str, many: str) -> None:
    assert _speakers(f"{before}{many} said the pier was open.") == [None]


@pytest.mark.parametrize("before", ["Kelm: ", "► "])
def test_a_name_behind_a_label_is_one(before: str) -> None:
    assert _speakers(f"{before}Ana Moor said the pier was open.") == ["Ana Moor"]


def test_a_dateline_of_its_own_is_nobody() -> None:
    text = "Kelm NNA —\n\nThe pier is old, NNA reported. “It is closed,” NNA said."
    assert _speakers(text) == ["NNA", "NNA"]
    assert "Kelm NNA" not in {person.name for person in read(text).people}
