"""Direct counts over a library."""

from __future__ import annotations

import sqlite3

from index.models import Stats


def stats(db: sqlite3.Connection) -> Stats:
    """Count everything."""
    articles, oldest, newest, outlets = db.execute(
        "SELECT count(*), min(published), max(published), count(DISTINCT nullif(source, ''))"
        " FROM article WHERE removed IS NULL"
    ).fetchone()
    statements, unclear = db.execute("SELECT count(*), count(*) - count(person) FROM quote").fetchone()
    return Stats(
        articles=articles,
        statements=statements,
        unclear=unclear,
        people=db.execute("SELECT count(*) FROM person").fetchone()[0],
        outlets=outlets,
        oldest=oldest,
        newest=newest,
        passages=db.execute("SELECT count(*) FROM passage").fetchone()[0],
        bytes=db.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[
            0
        ],
    )
