"""Front matter of markdown files: a block of `key: value` lines between two `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.parsing.bylines import Byline
from index.parsing.dates import read_date

_BLOCK = re.compile(r"[\s\ufeff]{0,80}---[ \t]*\r?\n")
_FIELD = re.compile(r"^\s*([A-Za-z_-]{2,20})\s*:\s*(.*?)\s*$")
# More lines between two rules are an article that begins with a rule, not a block of fields.
_MOST_FIELDS = 40


@dataclass(frozen=True, slots=True)
class Matter:
    """What the block says; `end` is where the document goes on (0 where there is no block)."""

    title: str = ""
    byline: Byline = field(default_factory=Byline)
    language: str = ""
    end: int = 0


def front_matter(text: str) -> Matter:
    """Read the block at the top of `text`, if there is one."""
    opening = _BLOCK.match(text)
    if opening is None:
        return Matter()
    fields: dict[str, str] = {}
    place = opening.end()
    for _ in range(_MOST_FIELDS):
        newline = text.find("\n", place)
        line = text[place : newline if newline >= 0 else len(text)].rstrip("\r")
        place = newline + 1 if newline >= 0 else len(text)
        if line.strip() == "---":
            return _matter(fields, place)
        entry = _FIELD.match(line[:1000])
        if entry is not None:
            fields[entry[1].lower()] = entry[2].strip("\"'")
        elif line.strip() and not line.startswith((" ", "-")):
            return Matter()
        if newline < 0:
            break
    return Matter()


def _matter(fields: dict[str, str], end: int) -> Matter:
    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    url = first("url", "link", "canonical")
    byline = Byline(
        author=first("author", "authors", "byline").strip("[]"),
        source=first("source", "outlet", "publisher", "site"),
        published=read_date(first("published", "date", "pubdate")),
        url=url if url.startswith(("http://", "https://")) else None,
    )
    return Matter(first("title", "headline"), byline, first("language", "lang"), end)
