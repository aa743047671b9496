from __future__ import annotations

import json

import pytest

from index.errors import PageRefused
from index.models import Draft
from index.parsing import parse_page
from tests.index.parsing.layouts import BOILERPLATE, PARAGRAPHS, TITLE, URL, Layout, layouts

LAYOUTS = layouts()
FIELDS = ("title", "author", "source", "published", "language")


def read(layout: Layout) -> Draft:
    return parse_page(layout.html, layout.url)


def test_the_table_has_twenty_layouts_and_more() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) >= 20


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_paragraph_comes_out_and_nothing_of_the_site(layout: Layout) -> None:
    text = read(layout).text
    assert [paragraph for paragraph in layout.paragraphs if paragraph not in text] == []
    assert [words for words in BOILERPLATE if words in text] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_the_page_says_about_itself_is_read(layout: Layout) -> None:
    draft = read(layout)
    assert {name: getattr(draft, name) for name in FIELDS} == {name: getattr(layout, name) for name in FIELDS}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_looks_wrong_is_said_and_nothing_else(layout: Layout) -> None:
    assert set(read(layout).concerns) == layout.concerns


# The text is nothing but the paragraphs, a line each, on all layouts but these.
LOOSE = {"consent wall"}


def test_the_text_is_exactly_the_paragraphs() -> None:
    """The gate: it may only get stricter."""
    inexact = {layout.name for layout in LAYOUTS if _lines(read(layout).text) != list(layout.paragraphs)}
    assert inexact <= LOOSE, sorted(inexact - LOOSE)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(head: str = "", body: str = ARTICLE, url: str | None = URL) -> Draft:
    return parse_page(f"<html><head>{head}</head><body><article>{body}</article></body></html>", url)


@pytest.mark.parametrize(
    ("asked", "canonical", "kept"),
    [
        ("https://m.courier.example/a?utm_source=x", "https://courier.example/a", "https://courier.example/a"),
        ("https://courier.example/amp/a", "/a", "https://courier.example/a"),
        ("https://courier.example/a", "https://elsewhere.example/a", "https://courier.example/a"),
        ("https://courier.example/a", "https://courier.example/", "https://courier.example/a"),
        ("https://courier.example/a", "javascript:alert(1)", "https://courier.example/a"),
        ("https://courier.example/a", "https://user@courier.example/b", "https://courier.example/a"),
        ("https://courier.example/a", "https://[broken", "https://courier.example/a"),
        (None, "https://courier.example/a", "https://courier.example/a"),
        (None, "", None),
    ],
)
def test_the_canonical_address_counts_on_its_own_site(
    asked: str | None, canonical: str, kept: str | None
) -> None:
    assert page(f'<link rel="canonical" href="{canonical}">', url=asked).url == kept


@pytest.mark.parametrize("url", ["http://[broken", "no address", "http://courier.example:port/", "\u0000"])
def test_an_address_that_is_none_does_not_stop_the_page(url: str) -> None:
    assert page('<link rel="next" href="?page=2">', url=url).text == page().text


def test_a_fragment_without_its_frame_is_read() -> None:
    assert page().text == parse_page(ARTICLE, URL).text


def test_the_day_in_the_address_is_the_last_resort() -> None:
    dated = "https://courier.example/2023/03/14/vote"
    draft = page(url=dated)
    assert draft.published is not None
    assert draft.published.isoformat() == "2023-03-14"
    draft = page('<meta name="date" content="2023-03-15">', url=dated)
    assert draft.published is not None
    assert draft.published.isoformat() == "2023-03-15"


def test_broken_linked_data_is_passed_over() -> None:
    scripts = "".join(
        f'<script type="application/ld+json">{script}</script>'
        for script in (
            "{",
            "[" * 5000,
            '"text"',
            "null",
            '[[{"@type": 7}]]',
            '{"@type": "NewsArticle", "author": [[[]]]}',
        )
    )
    assert page(scripts).text.startswith(PARAGRAPHS[0])


def test_an_author_who_is_an_address_is_no_name() -> None:
    assert page('<meta name="author" content="https://courier.example/people/mt">').author == ""


def test_the_name_of_the_site_is_cut_off_the_title() -> None:
    head = (
        '<meta property="og:title" content="A vote | Courier"><meta property="og:site_name" content="Courier">'
    )
    assert page(head).title == "A vote"


def test_a_shortened_headline_gives_way_to_the_whole_one() -> None:
    head = f'<meta property="og:title" content="{TITLE[:20]}…">'
    assert page(head, f"<h1>{TITLE}</h1>{ARTICLE}").title == TITLE


def test_entities_encoded_twice_are_decoded() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Salt &amp;amp; tide"})
    assert page(f'<script type="application/ld+json">{data}</script>').title == "Salt & tide"


def test_an_article_about_data_protection_is_no_consent_wall() -> None:
    body = ARTICLE + "<p>The council also spoke of cookies, of consent and of personal data for a while.</p>"
    assert "consent" not in page(body=body).concerns


def test_a_long_article_with_a_meter_is_not_behind_a_wall() -> None:
    body = ARTICLE * 2 + "<div><p>Already a subscriber? Log in.</p></div>"
    draft = page(body=body)
    assert "paywall" not in draft.concerns
    assert "subscriber" not in draft.text


@pytest.mark.parametrize("link", ["?page=2", "/news/salt-harbour-vote/2", "/news/salt-harbour-vote?p=2"])
def test_an_article_that_goes_on_elsewhere_is_a_part(link: str) -> None:
    assert "teaser" in page(f'<link rel="next" href="{link}">').concerns


def test_the_next_article_is_no_next_page() -> None:
    assert "teaser" not in page('<link rel="next" href="/news/another-story">').concerns


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<html><body><script>run()</script></body></html>", b"\x00" * 50]
)
def test_a_page_without_an_article_is_refused(html: str | bytes) -> None:
    with pytest.raises(PageRefused) as caught:
        parse_page(html, URL)
    assert caught.value.advice


@pytest.mark.parametrize("words", ["gulls", "“gulls”, the café’s"])
@pytest.mark.parametrize("bad", [b"\xff", b"\xe2\x80", b"\x81"])
def test_a_page_with_a_few_bad_bytes_is_read_as_a_browser_reads_it(words: str, bad: bytes) -> None:
    body = ARTICLE + f"<p>On the quay they watched {words} and waited for the tide to turn. BAD</p>"
    html = f'<html><head><meta charset="utf-8"></head><body><article>{body}</article></body></html>'
    draft = parse_page(html.encode().replace(b"BAD", bad), URL)
    assert PARAGRAPHS[0] in draft.text
    assert f"watched {words} and" in draft.text


@pytest.mark.parametrize("declared", ["iso-8859-1", "us-ascii", "Latin1"])
def test_quotation_marks_of_a_page_that_calls_itself_latin_1_are_kept(declared: str) -> None:
    said = "<p>“The harbour — our café — will open,” said the mayor on the quay that night.</p>" * 9
    html = f'<html><head><meta charset="{declared}"></head><body><article>{said}</article></body></html>'
    assert "“The harbour — our café — will open,”" in parse_page(html.encode("cp1252"), URL).text


def test_what_the_server_says_about_the_charset_counts() -> None:
    words = "Стена гавани рухнула ночью. " * 30
    draft = parse_page(f"<html><body><p>{words}</p></body></html>".encode("koi8-r"), URL, charset="koi8-r")
    assert draft.text.startswith("Стена гавани")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + ARTICLE,
        "<b>" * 50_000 + ARTICLE,
        "<" * 200_000,
        "&" * 200_000,
        f"<p a='{'x' * 1_000_000}'>hello</p>",
        f"<p>{'word ' * 200_000}</p>",
        "<h3>Related</h3><p>x</p>" * 5_000 + ARTICLE,
        "<table><tr><td>" * 2_000 + ARTICLE,
        f'<script type="application/ld+json">{"[" * 200_000}</script>{ARTICLE}',
    ],
    ids=["divs", "bolds", "brackets", "ampersands", "attribute", "line", "headings", "tables", "json"],
)
def test_a_page_made_to_hurt_ends_as_a_draft_or_a_refusal(html: str) -> None:
    try:
        assert parse_page(html, URL).text
    except PageRefused as error:
        assert error.advice  # noqa: PT017 (either is right)


def test_a_page_too_large_to_be_one_is_refused() -> None:
    with pytest.raises(PageRefused, match="larger than 5 MB"):
        parse_page("x" * 5_000_001, URL)
