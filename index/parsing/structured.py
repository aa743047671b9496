"""What a page says about itself: JSON-LD first, then microdata, then meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from index.parsing.dates import read_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_GALLERIES = frozenset({"ImageGallery", "MediaGallery"})
# Real scripts of linked data have a few kilobytes; more is not read.
_LONGEST_SCRIPT = 500_000
_MOST_NODES = 2000
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "citation_title"),
    "author": (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "citation_author",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "citation_publication_date",
    ),
    "language": ("language", "og:locale", "dc.language"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """One source's word on a page; "" and None where it says nothing."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    published: date | None = None
    language: str = ""
    canonical: str = ""
    kinds: frozenset[str] = frozenset()
    locked: bool = False
    body: str = ""

    def joined(self, other: Facts) -> Facts:
        """Return both as one; what stands first wins."""
        return Facts(
            self.title or other.title,
            self.author or other.author,
            self.outlet or other.outlet,
            self.published or other.published,
            self.language or other.language,
            self.canonical or other.canonical,
            self.kinds | other.kinds,
            self.locked or other.locked,
            self.body or other.body,
        )


def read_facts(tree: HtmlElement) -> Facts:
    """Return what the page `tree` says about its article."""
    return linked_data(tree).joined(microdata(tree)).joined(meta_tags(tree))


def linked_data(tree: HtmlElement) -> Facts:
    """Read the JSON-LD scripts; a broken one is passed over."""
    nodes = [
        node for script in tree.iter("script") if _is_linked_data(script) for node in _nodes(script.text or "")
    ]
    by_id = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    kinds = frozenset(kind for node in nodes for kind in _types(node))
    ranked = [
        node for node in nodes if any(_ARTICLES.search(kind) or kind in _GALLERIES for kind in _types(node))
    ]
    ranked.sort(key=lambda node: not (node.get("headline") and node.get("datePublished")))
    facts = Facts(kinds=kinds & (_GALLERIES | {"LiveBlogPosting"}))
    for node in ranked:
        facts = facts.joined(_article(node, by_id))
    return facts


def microdata(tree: HtmlElement) -> Facts:
    """Read `itemprop` attributes."""

    def value(name: str) -> str:
        for element in tree.xpath(f'//*[@itemprop="{name}"]'):
            inner = element.xpath('.//*[@itemprop="name"]') if name in {"author", "publisher"} else []
            element = inner[0] if inner else element  # noqa: PLW2901 (the name inside stands for its holder)
            found = element.get("content") or element.get("datetime") or _clean(element.text_content())
            if found.strip():
                return str(found)
        return ""

    return Facts(
        title=_clean(value("headline")),
        author=person(value("author")),
        outlet=_clean(value("publisher")),
        published=read_date(value("datePublished")),
        language=language(value("inLanguage")),
        locked=value("isAccessibleForFree").lower() == "false",
    )


def meta_tags(tree: HtmlElement) -> Facts:
    """Read `<meta>`, `<link rel=canonical>` and `<html lang>`."""
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        if name and element.get("content", "").strip():
            values.setdefault(name, element.get("content").strip())

    def first(field: str) -> str:
        return next((values[name] for name in _META[field] if name in values), "")

    links = tree.xpath('//link[@rel="canonical"]/@href')
    dates = (read_date(values[name]) for name in _META["published"] if name in values)
    return Facts(
        title=_clean(first("title")),
        author=next(filter(None, (person(values[name]) for name in _META["author"] if name in values)), ""),
        outlet=_clean(first("outlet")),
        published=next((day for day in dates if day is not None), None),
        language=language(tree.get("lang") or "") or language(first("language")),
        canonical=(links[0] if links else values.get("og:url", "")).strip(),
        locked=values.get("article:content_tier", "").lower() in {"locked", "metered"},
    )


def person(name: str) -> str:
    """Return an author's name without "By"; "" for an address of a profile page."""
    name = re.sub(r"^by\s+", "", _clean(name), flags=re.IGNORECASE)
    return "" if "://" in name or name.startswith(("www.", "@")) else name


def language(tag: str) -> str:
    """Return the two letters of a language tag ("en_GB" gives "en"), "" where it is none."""
    found = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", tag)
    return found[1].lower() if found else ""


def _article(node: dict[str, object], by_id: dict[str, dict[str, object]]) -> Facts:
    page = node.get("mainEntityOfPage")
    return Facts(
        title=_clean(_text(node.get("headline") or node.get("name"))),
        author=", ".join(filter(None, map(person, _names(node.get("author"), by_id)))),
        outlet=", ".join(_names(node.get("publisher"), by_id)[:1]),
        published=read_date(_text(node.get("datePublished"))),
        language=language(_text(node.get("inLanguage"))),
        canonical=_text(node.get("url")) or _text(page if isinstance(page, str) else ""),
        locked=_text(node.get("isAccessibleForFree")).lower() in {"false", "http://schema.org/false"},
        body=unescape(_text(node.get("articleBody"))),
    )


def _is_linked_data(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower() and len(script.text or "") <= _LONGEST_SCRIPT


def _nodes(script: str) -> Iterator[dict[str, object]]:
    """Yield all objects of one script, outer ones first."""
    try:
        waiting: list[object] = [json.loads(_COMMENT.sub("", script).strip(), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            waiting.extend(value[:_MOST_NODES])


def _types(node: dict[str, object]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _names(value: object, by_id: dict[str, dict[str, object]]) -> list[str]:
    """Return the names in an author or publisher: a string, an object, a reference, or a list of them."""
    names: list[str] = []
    for item in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(item, dict):
            identity = item.get("@id")
            known = by_id.get(identity, item) if isinstance(identity, str) and not item.get("name") else item
            names.append(_clean(_text(known.get("name"))))
        else:
            names.append(_clean(_text(item)))
    return [name for name in names if name]


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value) if isinstance(value, str | bool) else ""


def _clean(words: str) -> str:
    """Return one line with entities decoded (many sites encode them twice)."""
    return " ".join(unescape(unescape(words[:2000])).split())
