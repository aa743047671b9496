"""The JSON lines of an export: an article as section 6 of the design has it, with what admins added to it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from index.models import Article, Outlet, Version
from index.store import articles, feeds, outlets, purged, rulings, settings
from index.store.articles import Stored
from index.store.rulings import Correction, Naming

FORMAT = 1


def head_lines(db: sqlite3.Connection) -> Iterator[str]:
    """The lines before the articles: format, settings, blocked outlets, feeds, namings, what was removed."""
    yield _line({"quotedesk": "library", "format": FORMAT})
    for name, value in sorted(settings.all_values(db).items()):
        yield _line({"quotedesk": "setting", "name": name, "value": json.loads(value)})
    for name in outlets.blocked(db):
        yield _line({"quotedesk": "blocked", "outlet": name})
    for url, title, paused, added in feeds.truth(db):
        yield _line({"quotedesk": "feed", "url": url, "title": title, "paused": paused, "added": added})
    for naming in rulings.all_namings(db):
        yield _line({"quotedesk": "naming", "written": naming.written, "name": naming.name})
    for digest in sorted(_withdrawn(db)):
        yield _line({"quotedesk": "purged", "digest": digest.hex()})


def _withdrawn(db: sqlite3.Connection) -> set[bytes]:
    """What feeds may not bring back, in this library and in one that reads the export."""
    removed = {purged.digest(name) for key in articles.removed(db) for name in articles.names(db, key)}
    return removed | purged.all_digests(db)


def article_line(db: sqlite3.Connection, key: int) -> str:
    """The line of one article."""
    stored = articles.get(db, key)
    assert stored is not None  # noqa: S101 -- keys come from the same snapshot
    article = stored.article
    fields: dict[str, Any] = {
        "quotedesk": "article",
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "author": article.author,
        "source": article.source,
        "published": _day(article.published),
        "language": article.language,
        "added": article.added.isoformat(),
        "version": article.version,
        "since": stored.since.isoformat(),
        "addresses": articles.addresses(db, key),
        "also": [
            {"id": copy, "source": one.source, "url": one.url, "published": _day(one.published)}
            for copy, one in zip(articles.printing_ids(db, key), article.also, strict=True)
        ],
        "versions": [_version(since, one) for since, one in articles.versions(db, key)],
        "corrections": [
            {"start": one.start, "end": one.end, "words": one.words, "name": one.name}
            for one in rulings.corrections(db, key)
        ],
        "text": article.text,
    }
    return _line({name: value for name, value in fields.items() if value not in ([], (), None, "")})


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article as `article_line` wrote it."""

    article: Article
    since: datetime
    addresses: tuple[str, ...]
    copies: tuple[tuple[str | None, Outlet], ...]
    versions: tuple[tuple[datetime, Version], ...]
    corrections: tuple[Correction, ...]

    @classmethod
    def of(cls, fields: dict[str, Any]) -> ArticleLine:
        """Read a line; raises KeyError, TypeError or ValueError where it is no article's."""
        article = Article(
            id=_text(fields["id"]),
            text=_text(fields["text"]),
            url=None if fields.get("url") is None else _text(fields["url"]),
            title=_text(fields.get("title", "")),
            author=_text(fields.get("author", "")),
            source=_text(fields.get("source", "")),
            published=_read_day(fields.get("published")),
            language=_text(fields.get("language", "")),
            added=datetime.fromisoformat(fields["added"]),
            version=int(fields["version"]),
        )
        return cls(
            article,
            datetime.fromisoformat(fields["since"]),
            tuple(_text(one) for one in fields.get("addresses", [])),
            tuple(
                (one["id"], Outlet(_text(one["source"]), one["url"], _read_day(one["published"])))
                for one in fields.get("also", [])
            ),
            tuple(_read_version(one) for one in fields.get("versions", [])),
            tuple(
                Correction(int(one["start"]), int(one["end"]), _text(one["words"]), one["name"])
                for one in fields.get("corrections", [])
            ),
        )

    def stored(self, key: int) -> Stored:
        """The article under its new key."""
        return Stored(key, self.since, self.article)


def naming_of(fields: dict[str, Any]) -> Naming:
    """Read the line of a naming."""
    return Naming(_text(fields["written"]), _text(fields["name"]))


def _version(since: datetime, one: Version) -> dict[str, Any]:
    return {
        "number": one.number,
        "title": one.title,
        "since": since.isoformat(),
        "replaced": one.replaced.isoformat(),
        "vanished": one.vanished,
        "text": one.text,
    }


def _read_version(one: dict[str, Any]) -> tuple[datetime, Version]:
    version = Version(
        int(one["number"]),
        _text(one["title"]),
        _text(one["text"]),
        datetime.fromisoformat(one["replaced"]),
        tuple(_text(words) for words in one["vanished"]),
    )
    return datetime.fromisoformat(one["since"]), version


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, found {type(value).__name__}")
    value.encode()
    return value


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _read_day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _line(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"
