from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from index.errors import PageRefused
from index.models import FetchedPage
from index.parsing import read_article
from tests.index.parsing.test_files import pdf

STORY = "https://courier.example/2026/03/04/harbour"
LONG = "The harbour master of Sarn counted {0} boats and wrote the figure into the book of the port. " * 8


@dataclass
class Shelf:
    """A web of a few pages."""

    pages: dict[str, FetchedPage] = field(default_factory=dict)

    def put(
        self, url: str, body: str | bytes, kind: str = "text/html", redirects: tuple[str, ...] = ()
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.pages[url] = FetchedPage(url, redirects, kind, "utf-8", data)

    async def page(self, url: str) -> FetchedPage:
        if url not in self.pages:
            raise PageRefused(url, "does not exist (404).")
        return self.pages[url]


def html(words: str, following: str = "", title: str = "Boats") -> str:
    link = f'<link rel="next" href="{following}">' if following else ""
    return (
        f'<html lang="en"><head><title>{title}</title>{link}</head>'
        f"<body><article><h1>{title}</h1><p>{LONG.format(words)}</p></article></body></html>"
    )


async def test_an_article_in_three_pages_is_stored_whole_and_known_by_each() -> None:
    web = Shelf()
    web.put(STORY, html("nine", f"{STORY}?page=2"), redirects=("https://c.example/x",))
    web.put(f"{STORY}?page=2", html("ten", "?page=3"))
    web.put(f"{STORY}?page=3", html("eleven"))
    draft = await read_article(STORY, web)
    places = [draft.text.index(f"counted {words} boats") for words in ("nine", "ten", "eleven")]
    assert places == sorted(places)
    assert draft.redirects == ("https://c.example/x", f"{STORY}?page=2", f"{STORY}?page=3")
    assert "teaser" not in draft.concerns
    assert draft.fetched


async def test_an_article_whose_further_page_cannot_be_had_is_said_to_be_a_part() -> None:
    web = Shelf()
    web.put(STORY, html("nine", f"{STORY}?page=2"))
    web.put(f"{STORY}?page=2", html("ten", f"{STORY}?page=3"))
    draft = await read_article(STORY, web)
    assert "counted ten boats" in draft.text
    assert "teaser" in draft.concerns


async def test_pages_that_lead_in_a_circle_or_repeat_themselves_end() -> None:
    web = Shelf()
    web.put(STORY, html("nine", f"{STORY}?page=2"))
    web.put(f"{STORY}?page=2", html("nine", STORY))
    draft = await read_article(STORY, web)
    assert draft.text.count("counted nine boats") == 8


async def test_an_article_of_endless_pages_is_a_part() -> None:
    web = Shelf()
    for number in range(1, 40):
        web.put(f"{STORY}?page={number}", html(f"{number}", f"{STORY}?page={number + 1}"))
    draft = await read_article(f"{STORY}?page=1", web)
    assert "teaser" in draft.concerns
    assert "counted 20 boats" in draft.text
    assert "counted 21 boats" not in draft.text


async def test_a_page_on_another_site_is_no_further_page() -> None:
    web = Shelf()
    web.put(STORY, html("nine", "https://other.example/2026/03/04/harbour?page=2"))
    draft = await read_article(STORY, web)
    assert draft.redirects == ()


async def test_a_text_file_keeps_its_line_breaks() -> None:
    web = Shelf()
    text = "Boats are counted\n\nThe harbour master counted.\nNine, he said.\n\n  “Nine boats,” he said.\n"
    web.put(STORY, text, "text/plain")
    draft = await read_article(STORY, web)
    assert draft.text.strip() in text
    assert "counted.\nNine" in draft.text
    assert (draft.title, draft.url, draft.source) == ("Boats are counted", STORY, "courier.example")
    assert draft.published == date(2026, 3, 4)


async def test_a_page_that_is_called_a_text_is_read_as_a_page() -> None:
    web = Shelf()
    web.put(STORY, "\n<!DOCTYPE html>" + html("nine"), "text/plain")
    assert "<p>" not in (await read_article(STORY, web)).text


async def test_an_empty_text_file_is_refused() -> None:
    web = Shelf()
    web.put(STORY, " \n", "text/plain")
    with pytest.raises(PageRefused):
        await read_article(STORY, web)


async def test_a_pdf_is_read_by_its_address() -> None:
    pytest.importorskip("pypdf")
    web = Shelf()
    web.put(STORY, pdf("Boats are counted", "", "The harbour master counted nine boats."), "application/pdf")
    draft = await read_article(STORY, web)
    assert "counted nine boats" in draft.text
    assert draft.url == STORY


async def test_a_damaged_pdf_is_refused() -> None:
    web = Shelf()
    web.put(STORY, b"%PDF-1.7 broken", "application/pdf")
    with pytest.raises(PageRefused):
        await read_article(STORY, web)
