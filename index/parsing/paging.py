"""Articles that go on at another address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NUMBER = re.compile(r"(?:[?&](?:page|p|pg|seite)=\d+|/(?:page/)?\d{1,2}/?|[-_]p?\d{1,2})$")


def next_page(tree: HtmlElement, url: str | None) -> str | None:
    """The address at which the page says that its article goes on; "next" is often the next article."""
    for link in tree.xpath('//link[@rel="next"]/@href | //a[@rel="next"]/@href'):
        try:
            address: str = urljoin(url or "", link).partition("#")[0]
            host = urlsplit(address).hostname
        except ValueError:
            continue
        if _same_article(url or "", address) and (host is None or host == urlsplit(url or "").hostname):
            return address
    return None


def _same_article(one: str, other: str) -> bool:
    """Whether two addresses differ by a page number only."""

    def stem(address: str) -> str:
        return _NUMBER.sub("", address.partition("#")[0]).rstrip("/").lower()

    return one != other and stem(one) == stem(other)
