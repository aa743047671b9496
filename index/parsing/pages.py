"""Web pages become drafts: trafilatura finds the text, the page's own data say what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from index.errors import FileRefused, PageRefused
from index.models import Draft
from index.parsing.bylines import Byline, read_byline
from index.parsing.concerns import page_concerns
from index.parsing.dates import read_date
from index.parsing.decoding import decode
from index.parsing.furniture import body_end
from index.parsing.paging import next_page
from index.parsing.pruning import prune, unfold_tables
from index.parsing.structured import Facts, read_facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The largest news pages have 3 MB; a page of nothing but links takes 4 s a MB.
LONGEST_PAGE = 5_000_000
_PASTE = "Paste the article's text instead."
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_NO_SIGN_OF_UTF_8 = re.compile("[\x00-\x7f\ufffd]+")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_HEAD_LINES = 6
_SITE_SUFFIX = re.compile(r"\s+[|·•–—-]\s+[^|·•–—]{2,60}$")


@dataclass(frozen=True, slots=True)
class PageRead:
    """The article of a page, and the address at which it goes on (None: it is whole)."""

    draft: Draft
    following: str | None


def parse_page(html: bytes | str, url: str | None, *, charset: str | None = None) -> Draft:
    """Return the article of a page from `url` (None: the page's canonical address is taken).

    `charset` is what the server said. The draft's `concerns` name what looks wrong. Raises PageRefused where
    the page holds no article at all.
    """
    return read_page(html, url, charset=charset).draft


def read_page(html: bytes | str, url: str | None, *, charset: str | None = None) -> PageRead:
    """Return what `parse_page` does, and where the article goes on."""
    name = url or "the page"
    if len(html) > LONGEST_PAGE:
        raise PageRefused(name, f"is larger than {LONGEST_PAGE // 1_000_000} MB.", _PASTE)
    tree = _tree(html if isinstance(html, str) else _decoded(html, name, charset), name)
    facts = read_facts(tree)
    figures, following = len(tree.findall(".//figure")), next_page(tree, url)
    heading = _heading(tree)
    unfold_tables(tree)
    signs = prune(tree)
    text, fallback = _extract(tree, url, name)
    if facts.body and text.split() == facts.body.split():
        # Where the text came out of the page's data, take it with its paragraphs.
        text = facts.body
    title = _title(facts, heading, fallback.title)
    text, byline = _body(text, title, facts)
    facts = facts.joined(Facts(author=byline.author, outlet=byline.source, published=byline.published))
    facts = facts.joined(Facts(published=url_day(url))).joined(fallback)
    if not text:
        raise PageRefused(name, "holds no article text.", _PASTE)
    address = _address(url, facts.canonical)
    concerns = page_concerns(
        text,
        title,
        facts,
        signs,
        url=url or address or "",
        figures=figures,
        more_pages=following is not None,
    )
    draft = Draft(
        text=text,
        url=address,
        title=title,
        author=facts.author,
        source=facts.outlet or host_of(address),
        published=facts.published,
        language=facts.language,
        concerns=concerns,
    )
    return PageRead(draft, following)


def _decoded(html: bytes, name: str, charset: str | None) -> str:
    """Return the characters of a page; one with a few bad bytes is shown by browsers, and so it is read."""
    declared = _CHARSET.search(html[:4096])
    told = (charset or (declared[1].decode("ascii") if declared else "")).lower()
    is_utf8 = told.replace("-", "") == "utf8"
    lenient = html.decode("utf-8", errors="replace")
    if (is_utf8 or not told) and 0 < lenient.count("\ufffd") <= len(_NO_SIGN_OF_UTF_8.sub("", lenient)):
        return lenient
    try:
        return decode(html, name, charset=told)
    except FileRefused as error:
        if is_utf8 and "encoding" in error.reason:
            return lenient
        raise PageRefused(name, error.reason, _PASTE) from error


def _tree(html: str, name: str) -> HtmlElement:
    from trafilatura.utils import load_html

    html = html.replace("\x00", "")
    # A fragment (feeds and JSON have them) is not recognised as HTML without its frame.
    if "<html" not in html[:5000].lower():
        html = f"<html><body>{html}</body></html>"
    tree: HtmlElement | None = load_html(html)
    if tree is None:
        raise PageRefused(name, "is not an HTML page.", _PASTE)
    return tree


def _extract(tree: HtmlElement, url: str | None, name: str) -> tuple[str, Facts]:
    """Return the text that trafilatura finds and what else it made out."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise PageRefused(name, "cannot be taken apart.", _PASTE) from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise PageRefused(name, "holds no article text (it may need a browser, or an account).", _PASTE)
    return found.text or "", Facts(
        title=found.title or "",
        author=(found.author or "").replace("; ", ", "),
        published=read_date(found.date or ""),
    )


def _body(text: str, title: str, facts: Facts) -> tuple[str, Byline]:
    """Cut title, byline and furniture off the ends of `text`; return the rest and what the byline said."""
    start, byline = 0, Byline()
    for _ in range(_HEAD_LINES):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)].strip()
        read = read_byline(line)
        known = {title, facts.author, f"By {facts.author}", facts.outlet}
        if line and line not in known and read is None:
            if title and line.startswith(title + " "):
                start = text.index(title, start) + len(title)
            break
        byline = byline.joined(read or Byline())
        if end < 0:
            start = len(text)
            break
        start = end + 1
    body = text[start : body_end(text, start)].strip()
    return re.sub(r"^(?:\|\s*)+|(?:\s*\|)+$", "", body).strip(), byline


def _title(facts: Facts, heading: str, fallback: str) -> str:
    title = facts.title or heading or " ".join(fallback.split())
    if title.endswith(("…", "...")) and heading.startswith(title.rstrip("….").rstrip()):
        return heading
    suffix = _SITE_SUFFIX.search(title)
    if suffix is not None and (
        title[: suffix.start()] == heading or suffix[0].strip(" |·•–—-") == facts.outlet
    ):
        title = title[: suffix.start()]
    return title


def _heading(tree: HtmlElement) -> str:
    """Return the page's only `<h1>`; where there are several, none of them can be told to be the title."""
    found = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    return found[0] if len(found) == 1 else ""


def _address(url: str | None, canonical: str) -> str | None:
    """Return the canonical address where the page's own site names it, else the one asked for."""
    try:
        joined = urljoin(url or "", canonical) if canonical else ""
        parts, asked = urlsplit(joined), urlsplit(url or joined)
    except ValueError:
        return url
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        return url
    ours, theirs = _site(asked.hostname or ""), _site(parts.hostname)
    same = ours == theirs or ours.endswith("." + theirs) or theirs.endswith("." + ours)
    # A front page as the canonical address of every article is a known mistake of templates.
    is_front = parts.path in {"", "/"} and not parts.query and asked.path not in {"", "/"}
    return joined if same and not is_front else url


def _site(host: str) -> str:
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", host.lower())


def host_of(address: str | None) -> str:
    """Return the site of an address, "" where there is none: an outlet's name where nothing better is said."""
    try:
        return _site(urlsplit(address or "").hostname or "")
    except ValueError:
        return ""


def url_day(url: str | None) -> date | None:
    """Return the day that an address names."""
    found = _URL_DAY.search(url or "")
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
