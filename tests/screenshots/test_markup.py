"""Discord's markdown, drawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.screenshots.markup import Markup

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = int(datetime(2026, 11, 21, 12, tzinfo=UTC).timestamp())


@pytest.fixture
def markup() -> Markup:
    return Markup(NOW, {"7": "news-desk", "8": "Ines"})


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** and *soft*", "<strong>bold</strong> and <em>soft</em>"),
        (r"\*not soft\*", "*not soft*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        (
            "[The Post](https://post.example/a_(b)#:~:text=x)",
            '<a href="https://post.example/a_(b)#:~:text=x">The Post</a>',
        ),
        ("`code **x**`", "<code>code **x**</code>"),
        ("<#7> <@8>", '<span class="mention">#news-desk</span> <span class="mention">@Ines</span>'),
        (f"<t:{DAY}:D>", "<time>21 November 2026</time>"),
        (f"<t:{DAY}:R>", "<time>3 days ago</time>"),
        ("<script>", "&lt;script&gt;"),
        ("~~old~~ __new__ ||who||", '<s>old</s> <u>new</u> <span class="spoiler">who</span>'),
    ],
)
def test_words_within_a_line(markup: Markup, text: str, html: str) -> None:
    assert markup.inline(text) == html


def test_quotes_headings_small_print_and_lists_are_blocks(markup: Markup) -> None:
    html = markup.blocks("### Title\n> one\n> two\n-# small\n- first\n1. second\nplain")
    assert html == (
        "<h3>Title</h3>"
        '<blockquote><div class="line">one</div><div class="line">two</div></blockquote>'
        '<div class="subtext">small</div>'
        '<div class="item d0"><span class="mark">•</span>first</div>'
        '<div class="item d0"><span class="mark">1.</span>second</div>'
        '<div class="line">plain</div>'
    )


def test_a_quote_of_three_marks_goes_to_the_end(markup: Markup) -> None:
    assert markup.blocks(">>> one\n\ntwo").count("<blockquote>") == 1
