"""The process that is killed: does the steps of a seed in a library and says on standard output what is
done."""

from __future__ import annotations

import asyncio
import io
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from index import schema
from index.library import Library
from index.models import Poll
from index.store import opening
from tests.crash.plan import Step, draft, steps


def say(words: object) -> None:
    """Tell the parent; what was told must survive."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


async def work(path: Path, seed: int, number: int) -> None:
    """Do the steps, one line on standard output each when it is done."""
    async with Library.open(path) as library:
        feed = await library.feeds.add(f"https://lantern.example/{seed}", by="cli")
        say("ready")
        for place, (step, _) in enumerate(steps(seed, number), 1):
            await do(library, step, path, feed.id)
            say(place)


async def do(library: Library, step: Step, path: Path, feed: int) -> None:
    """One step."""
    if step.kind in {"add", "add-many"}:
        await library.articles.add_many([draft(key) for key in step.ids], by="cli")
    elif step.kind == "poll":
        await library.articles.add_many([draft(key) for key in step.ids], by="feed")
        later = datetime.now(UTC) + timedelta(hours=1)
        await library.feeds.record(feed, Poll("ok", later, stored=len(step.ids), entries=frozenset(step.ids)))
    elif step.kind == "edit":
        await library.articles.edit(step.ids[0], by="cli", text=step.text)
    elif step.kind == "remove":
        await library.articles.remove(step.ids[0], by="cli")
    elif step.kind == "restore":
        await library.articles.restore(step.ids[0], by="cli")
    elif step.kind == "undo":
        await library.audit.undo(by="cli")
    elif step.kind == "backup":
        await library.upkeep.backup(path.with_suffix(".backup"))
    else:
        await library.upkeep.rebuild()


async def read_export(path: Path, export: str) -> None:
    """Import an export into a new library."""
    say("ready")
    async with Library.open(path) as library:
        await library.upkeep.import_(io.StringIO(export))
    say("done")


def migrate(path: Path) -> None:
    """Bring a library to an invented next version, in steps that rewrite much of it."""
    say("ready")
    steps_to_next = {
        schema.VERSION: "CREATE TABLE next AS SELECT * FROM article;\n"
        "UPDATE person SET gender = 'unknown';\n"
        "ALTER TABLE reading ADD COLUMN next INTEGER NOT NULL DEFAULT 0;\n"
    }
    opening.make_current(path, schema.VERSION, steps=steps_to_next, goal=schema.VERSION + 1)
    say("done")


async def upgrade(path: Path) -> None:
    """Open a library of an earlier layout, which makes it a current one."""
    say("ready")
    async with Library.open(path):
        say("done")


async def back_up(path: Path) -> None:
    """Write one backup over the other while articles come in, one line each."""
    async with Library.open(path) as library:
        say("ready")
        for number in range(200):
            await library.articles.add(draft(f"b{number}"), by="cli")
            await library.upkeep.backup(path.with_suffix(".backup"))
            say(number + 1)


def version(path: Path) -> int:
    """The version that a file says it has."""
    with sqlite3.connect(path) as connection:
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return found


if __name__ == "__main__":
    task, where, *rest = sys.argv[1:]
    if task == "work":
        asyncio.run(work(Path(where), int(rest[0]), int(rest[1])))
    elif task == "import":
        asyncio.run(read_export(Path(where), Path(rest[0]).read_text(encoding="utf-8")))
    elif task == "upgrade":
        asyncio.run(upgrade(Path(where)))
    elif task == "backup":
        asyncio.run(back_up(Path(where)))
    else:
        migrate(Path(where))
