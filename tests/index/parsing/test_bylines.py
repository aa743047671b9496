from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.parsing.bylines import Byline, read_byline

WHO, WHERE, DAY = "Mirela Tasch", "The Orvane Courier", date(2023, 3, 14)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By News Desk - March 14 2023", Byline("News Desk", "", DAY)),
        ("By Mirela Tasch", Byline(WHO)),
        ("by Mirela Tasch", Byline(WHO)),
        ("BY MIRELA TASCH", Byline("MIRELA TASCH")),
        ("**By Mirela Tasch**", Byline(WHO)),
        ("Written by Mirela Tasch", Byline(WHO)),
        ("By Mirela Tasch in Orvane", Byline(WHO)),
        ("By Mirela Tasch, Political Correspondent", Byline(WHO)),
        ("By Dr. Mirela Tasch Jr.", Byline("Dr. Mirela Tasch Jr.")),
        ("By Jean-Luc de la Roche", Byline("Jean-Luc de la Roche")),
        (
            "By Mirela Tasch, Caspar Lunde and Dorit Helvane",
            Byline("Mirela Tasch, Caspar Lunde and Dorit Helvane"),
        ),
        ("By Mirela Tasch, The Orvane Courier", Byline(WHO, WHERE)),
        ("By Mirela Tasch for The Orvane Courier", Byline(WHO, WHERE)),
        ("By Mirela Tasch/Coastal Wire", Byline(WHO, "Coastal Wire")),
        ("By Mirela Tasch, Staff Writer | The Orvane Courier | March 14, 2023", Byline(WHO, WHERE, DAY)),
        ("Mirela Tasch, Coastal Wire, 14 March 2023", Byline(WHO, "Coastal Wire", DAY)),
        ("By Mirela Tasch | Coastal Wire | Mar. 14, 2023 at 5:30 p.m. EST", Byline(WHO, "Coastal Wire", DAY)),
        ("By Mirela Tasch • Published March 14, 2023 • Updated March 15, 2023", Byline(WHO, "", DAY)),
        ("Posted by Mirela Tasch on March 14, 2023", Byline(WHO, "", DAY)),
        ("The Orvane Courier | 14 March 2023", Byline("", WHERE, DAY)),
        ("14 March 2023", Byline("", "", DAY)),
        ("Tuesday, March 14th, 2023", Byline("", "", DAY)),
        ("Published March 14, 2023 8:30 AM ET", Byline("", "", DAY)),
        ("Last updated: 14 March 2023, 10.15 GMT", Byline("", "", DAY)),
        ("2023-03-14T08:30:00+01:00", Byline("", "", DAY)),
        ("Tue, 14 Mar 2023 08:30:00 +0100", Byline("", "", DAY)),
        ("14.03.2023", Byline("", "", DAY)),
        ("03/05/2023", Byline()),
        ("March 14, 2023 · 4 min read", Byline("", "", DAY)),
        ("Share | Tweet | Email", Byline()),
        ("Author: Mirela Tasch", Byline(WHO)),
        ("Source: The Orvane Courier", Byline("", WHERE)),
        ("https://courier.example/story", Byline(url="https://courier.example/story")),
    ],
)
def test_a_byline_is_read_in_many_forms(line: str, byline: Byline) -> None:
    assert read_byline(line) == byline


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By midnight the strike was over.",
        "By Tuesday, the harbour was empty",
        "By the time the boats came in on 14 March 2023 the harbour was empty.",
        "By voting for the wall, the council has spent its last crown",
        "By far the largest boat in Orvane",
        "“By God,” he said",
        "The summit on 14 March 2023 ended without a deal",
        "Mayor says wall will stand by 14 March 2024",
        "ORVANE, March 14 2023 (Coastal Wire) - The council voted on Tuesday to reopen the harbour.",
        "On 14 March 2023, the council of Orvane voted.",
        "Source of the trouble remains unknown",
        "Author of salt novel dies at 90",
        "Updated rules for pilots come into force on 14 March 2023",
        "Share prices of the salt works fell",
        "The council met in March 2023.",
    ],
)
def test_the_articles_own_prose_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


@given(st.text(max_size=300) | st.text(alphabet="By ,|-–/.:0123 MarT\t", max_size=300))
def test_no_line_raises(line: str) -> None:
    assert read_byline(line) is None or isinstance(read_byline(line), Byline)
