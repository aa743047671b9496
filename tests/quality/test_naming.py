"""The curve of precision against share answered, on an invented article."""

from __future__ import annotations

import pytest

from index.quotes import read
from tests.quality.naming import PINS, Judged, Row, curve, held, is_same, judge, table

TEXT = "“The pier is safe,” said Mara Ostrel. “It was worth it,” she said.\n\n“So it is,” one visitor said."


def test_a_statement_is_judged_by_the_name_that_was_found_for_it() -> None:
    def gold(words: str, name: str) -> dict[str, object]:
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words), "kind": "direct", "canonical": name}

    quotes = [
        gold("The pier is safe", "Ostrel"),
        gold("It was worth it", "Ana Sorrel"),
        gold("So it is", "Mara Ostrel"),
    ]
    judged = list(judge({"text": TEXT, "quotes": quotes}, read(TEXT).quotes))
    assert judged == [
        Judged("named", right=True),
        Judged("pronoun", right=False),
        Judged("nobody named", right=False),
    ]


def test_the_surest_evidence_comes_first_and_the_shares_add_up() -> None:
    judged = [Judged("named", right=True)] * 6 + [Judged("pronoun", right=True), Judged("pronoun", right=False)]
    rows = curve([*judged, Judged("nobody named", right=False), Judged("nobody named", right=False)])
    assert rows == [Row("named", 6, 100.0, 60.0, 100.0), Row("pronoun", 2, 50.0, 80.0, 87.5)]


def test_the_pins_hold_precision_and_share() -> None:
    precision, answered = PINS["polnear"]
    assert held("polnear", [Row("named", 1, 0.0, answered, precision)])
    for row in (
        Row("named", 1, 0.0, answered - 0.1, precision),
        Row("named", 1, 0.0, answered, precision - 0.1),
    ):
        assert not held("polnear", [row])
        assert "BELOW THE PIN" in table("polnear", [row])
    assert not held("polnear", [])


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("Mara Ostrel", "Ostrel", True), ("M. Ostrel", "Mara Ostrel", True), ("Mara Ostrel", "Ana Ostrel", False)],
)
def test_names_are_compared_as_one_persons(left: str, right: str, same: bool) -> None:  # noqa: FBT001 - the expected
    assert is_same(left, right) is same
