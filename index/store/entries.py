"""What an article has in the search index, from its rows."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from index.search import Counted, Entry


def body(
    db: sqlite3.Connection, articles: Sequence[int], counts: Mapping[int, Sequence[Counted]] | None = None
) -> list[Entry]:
    """The passages of these articles, tagged with their outlet, day, month, speakers and acts of speech.

    `counts`: article -> the terms of its passages in their order, where they were counted already.
    """
    rows = db.execute(
        "SELECT key, source, published, text FROM article"
        " WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key",
        (json.dumps(list(articles)),),
    ).fetchall()
    found: list[Entry] = []
    for key, source, published, text in rows:
        common = _common_tags(source, published)
        said = db.execute(
            "SELECT start, max(end), person, act FROM quote WHERE article = ? GROUP BY key ORDER BY start",
            (key,),
        ).fetchall()
        chunks = db.execute(
            "SELECT key, start, end FROM passage WHERE article = ? ORDER BY start, key", (key,)
        ).fetchall()
        starts = [row[0] for row in said]
        counted: Sequence[Counted | None] = (counts or {}).get(key) or [None] * len(chunks)
        reach = max((end - start for start, end, _, _ in said), default=0)
        for (passage, start, end), terms in zip(chunks, counted, strict=True):
            near = said[bisect_left(starts, start - reach) : bisect_left(starts, end)]
            tags = [tag for row in near if row[1] > start for tag in _tags(row[2], row[3])]
            found.append(Entry(passage, text[start:end], (*common, *dict.fromkeys(tags)), terms))
    return found


def titles(db: sqlite3.Connection, articles: Sequence[int]) -> list[Entry]:
    """The titles of those of these articles that are read; an article's key stands for a passage's."""
    rows = db.execute(
        "SELECT key, title FROM article WHERE key IN (SELECT value FROM json_each(?))"
        " AND key IN (SELECT article FROM reading) ORDER BY key",
        (json.dumps(list(articles)),),
    )
    return [Entry(key, title) for key, title in rows]


def speaker_tag(person: int) -> str:
    """The tag of a person's passages."""
    return f"speaker:{person}"


def _tags(person: int | None, act: str) -> tuple[str, ...]:
    return (f"act:{act}",) if person is None else (speaker_tag(person), f"act:{act}")


def _common_tags(source: str, published: str | None) -> tuple[str, ...]:
    tags = [f"source:{source.casefold()}"] if source else []
    if published is not None:
        tags += [f"month:{published[:7]}", f"day:{published}"]
    return tuple(tags)
