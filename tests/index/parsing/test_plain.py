from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import FileRefused
from index.models import Draft
from index.parsing import parse_text
from tests.index.parsing.layouts import PARAGRAPHS, TITLE

BODY = "\n\n".join(PARAGRAPHS)
SUBHEAD = "Skippers in the gallery laughed, the shipwright did not."
BYLINE = "By News Desk - March 14 2023"


def parse(text: str) -> Draft:
    return parse_text(text, "vote.txt")


def test_the_first_line_is_the_title_and_the_rest_the_article() -> None:
    draft = parse(f"{TITLE}\n\n{BODY}\n")
    assert (draft.title, draft.text, draft.concerns) == (TITLE, BODY, ("no-date",))


def test_after_a_byline_the_article_begins() -> None:
    draft = parse(f"{TITLE}\n{BYLINE}\n\n{BODY}")
    assert (draft.author, draft.published, draft.text) == ("News Desk", date(2023, 3, 14), BODY)


def test_a_subhead_before_the_byline_stays_in_the_article_with_it() -> None:
    draft = parse(f"{TITLE}\n{SUBHEAD}\n{BYLINE}\n\n{BODY}")
    assert draft.text == f"{SUBHEAD}\n{BYLINE}\n\n{BODY}"
    assert (draft.title, draft.author, draft.published) == (TITLE, "News Desk", date(2023, 3, 14))


def test_a_byline_may_have_several_lines() -> None:
    byline = "By Mirela Tasch\nThe Orvane Courier | 14 March 2023\nhttps://courier.example/a\n4 min read"
    draft = parse(f"{TITLE}\n\n{byline}\n\n{BODY}")
    assert (draft.author, draft.source, draft.url) == (
        "Mirela Tasch",
        "The Orvane Courier",
        "https://courier.example/a",
    )
    assert (draft.published, draft.text) == (date(2023, 3, 14), BODY)


def test_a_byline_deep_in_the_article_is_the_articles_own() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nBy Mirela Tasch"
    draft = parse(text)
    assert (draft.author, draft.text) == ("", f"{BODY}\n\nBy Mirela Tasch")


@pytest.mark.parametrize(
    "tail",
    [
        "Most Popular",
        "Most Popular \u00a0",
        "MOST READ\n1. Ten castles to see before summer\n2. Heat wave reaches the islands",
        "Related Articles\n- Ten castles to see before summer\n- Heat wave reaches the islands",
        "Share this article\nFacebook | Twitter | Email",
        "Tags: harbour, salt",
        "© 2023 The Orvane Courier. All rights reserved.",
        "Sign up for our newsletter",
        "More from The Orvane Courier\nTen castles to see before summer\n\nComments (12)",
        "Read more: Ten castles to see before summer\n\nAdvertisement",
    ],
)
def test_what_the_site_prints_below_is_not_part_of_the_article(tail: str) -> None:
    assert parse(f"{TITLE}\n\n{BODY}\n\n{tail}\n").text == BODY


@pytest.mark.parametrize(
    "ending",
    [
        "“Most popular?” she said. “Hardly.”",
        "Related\n\nThe wall had been mended twice before, and twice the sea had taken it.",
        "Share the water, share the work, she told them.",
        "Winners of the day\nCaspar Lunde, rowing\nDorit Helvane, diving",
        "Comments were not allowed at the meeting, which ended at midnight.",
    ],
)
def test_what_reads_as_the_article_stays(ending: str) -> None:
    assert parse(f"{TITLE}\n\n{BODY}\n\n{ending}").text.endswith(ending)


def test_carriage_returns_and_odd_blanks_are_untouched() -> None:
    body = BODY.replace("\n", "\r\n").replace("the gallery", "the\u00a0gallery")
    text = f"\ufeff{TITLE}\r\n\r\n{body}\r\n"
    draft = parse(text)
    assert (draft.title, draft.text) == (TITLE, body)


@pytest.mark.parametrize(
    "title", [f"# {TITLE}", f"**{TITLE}**", f"{TITLE}\n=====", f"  {TITLE}  ", f"## {TITLE} ##"]
)
def test_a_markdown_title_loses_its_marks(title: str) -> None:
    draft = parse(f"{title}\n\n{BODY}")
    assert (draft.title, draft.text) == (TITLE, BODY)


def test_front_matter_is_read() -> None:
    fields = (
        f'title: "{TITLE}"',
        "author: Mirela Tasch",
        "date: 2023-03-14",
        "source: Courier",
        "url: https://courier.example/a",
    )
    matter = "\n".join(["---", *fields, "---", ""])
    draft = parse(f"{matter}\n{BODY}")
    assert (draft.title, draft.author, draft.source) == (TITLE, "Mirela Tasch", "Courier")
    assert (draft.published, draft.url) == (date(2023, 3, 14), "https://courier.example/a")
    assert draft.text == BODY


def test_a_text_between_rules_is_no_front_matter() -> None:
    assert SUBHEAD in parse(f"---\n{TITLE}\n\n{SUBHEAD}\n---\n{BODY}").text


def test_a_long_first_paragraph_is_no_title() -> None:
    draft = parse(f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}\n\n{BODY}")
    assert draft.title == ""
    assert "no-title" in draft.concerns
    assert draft.text.startswith(PARAGRAPHS[0])


def test_one_line_is_an_article_without_a_title() -> None:
    draft = parse(PARAGRAPHS[0])
    assert (draft.title, draft.text) == ("", PARAGRAPHS[0])
    assert draft.concerns == ("short", "no-date", "no-title")


@pytest.mark.parametrize("text", ["", "  \n\t\n", "***\n---\n", "\u200b\ufeff"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(FileRefused, match=r"vote\.txt") as caught:
        parse(text)
    assert caught.value.advice


LINES = st.sampled_from(
    [
        TITLE,
        SUBHEAD,
        BYLINE,
        "",
        " ",
        "Most Popular",
        "---",
        "title: x",
        "# Head",
        "Share",
        PARAGRAPHS[1],
        "\ufeff",
        "By Mirela Tasch",
    ]
)


@given(st.lists(LINES | st.text(max_size=40), max_size=20), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_the_text_is_always_one_slice_of_the_input(lines: list[str], ending: str) -> None:
    text = ending.join(lines)
    try:
        draft = parse(text)
    except FileRefused:
        return
    assert draft.text in text
    assert draft.text == draft.text.strip() or not draft.text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 1_000_000,
        f"{TITLE}\n" + "\n" * 1_000_000,
        f"{TITLE}\n" + "headline without an end\n" * 200_000,
        f"{TITLE}\n" + "Share\n" * 200_000,
        f"{TITLE}\n{BODY}" + " " * 2_000_000 + "Most Popular",
        "By " * 300_000,
        "---\n" * 300_000,
        "“" * 10_000 + BODY,
    ],
    ids=["letters", "words", "newlines", "headlines", "shares", "blanks", "by", "rules", "marks"],
)
def test_a_text_made_to_hurt_ends(text: str) -> None:
    try:
        assert parse(text).text in text
    except FileRefused as error:
        assert error.advice  # noqa: PT017 (either is right)
