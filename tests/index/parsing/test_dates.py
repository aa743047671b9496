from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.parsing.dates import find_date, read_date

DAY = date(2023, 3, 14)


@pytest.mark.parametrize(
    "written",
    [
        "2023-03-14",
        "2023-03-14T08:30:00Z",
        "2023-03-14 08:30:00",
        "2023/03/14",
        "20230314",
        "14 March 2023",
        "14 Mar. 2023",
        "14th of March, 2023",
        "14-Mar-2023",
        "March 14, 2023",
        "Mar 14 2023",
        "Tue, 14 Mar 2023 08:30:00 +0100",
        "Tuesday, March 14th, 2023 at 8:30 a.m.",
        "14.03.2023",
        "14/03/2023",
        "03/14/2023",
        "14 mars 2023",
        "14 марта 2023 г.",
        "14. März 2023",
    ],
)
def test_a_date_is_read_in_many_notations(written: str) -> None:
    assert read_date(written) == DAY


@pytest.mark.parametrize(
    "written", ["", "soon", "yesterday", "March 2023", "2023-13-45", "31 February 2023", "99999999"]
)
def test_what_is_no_certain_day_is_none(written: str) -> None:
    assert read_date(written) is None


def test_a_date_that_could_be_two_is_found_and_not_read() -> None:
    found = find_date("on 05/06/2023 at noon")
    assert found is not None
    assert (found.day, found.start, found.end) == (None, 3, 13)
    assert read_date("05/06/2023") is None
    assert read_date("05/05/2023") == date(2023, 5, 5)


def test_the_first_of_two_dates_counts() -> None:
    found = find_date("March 14, 2023, updated 2023-03-20")
    assert found is not None
    assert found.day == DAY


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    for notation in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%a, %d %b %Y"):
        assert read_date(day.strftime(notation)) == day


@given(st.text(max_size=80))
@settings(deadline=None)  # the first odd date loads the parser of odd dates
def test_no_string_raises(written: str) -> None:
    assert read_date(written) is None or isinstance(read_date(written), date)
