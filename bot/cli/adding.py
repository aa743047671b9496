"""The command `add`: files, folders and pages into the library, with a progress bar and a report."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.cli import formats
from bot.cli.bulk import Result, items, prepared, work
from bot.cli.console import BY, NO, AsJson, Console, warn
from bot.cli.inputs import files, opened
from index.errors import PageRefused
from index.models import Added, Refused
from index.parsing import LINES, holds_json

if TYPE_CHECKING:
    from rich.progress import Progress

    from index.library import Library


def register(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command()(add)


@dataclass
class Tally:
    """What became of the inputs so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    started: float = field(default_factory=monotonic)

    def count(self, result: Added | Refused) -> None:
        """Count one input."""
        if isinstance(result, Refused):
            self.outcomes["refused"] += 1
        else:
            self.outcomes[result.outcome] += 1
            self.statements += result.statements

    @property
    def done(self) -> int:
        """How many inputs are done."""
        return self.outcomes.total()

    @property
    def rate(self) -> int:
        """Articles a second since the start."""
        return round(self.done / max(monotonic() - self.started, 0.001))


def add(
    context: typer.Context,
    inputs: Annotated[
        list[str], typer.Argument(help="Files, folders, addresses of pages.", metavar="PATH|URL ...")
    ],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; store nothing.")] = False,
    report: Annotated[Path | None, typer.Option(help="Write the refused inputs here, as JSON lines.")] = None,
    as_json: AsJson = False,
) -> None:
    """Add articles: .txt .md .html .json .jsonl .eml .pdf (also .gz, .xz), folders, or pages by address."""
    console: Console = context.obj
    if not all(inputs):
        raise typer.BadParameter("An input is empty.")  # as a path it would be this very folder
    urls = [text for text in inputs if "://" in text]
    paths = [Path(text) for text in inputs if text not in urls]
    tally = Tally()

    async def run(library: Library) -> None:
        with ExitStack() as stack:
            sink = None if report is None else stack.enter_context(opened(report, "w"))
            bar = stack.enter_context(_progress())
            task = bar.add_task("", total=_expected(paths, urls), rate=0, refused=0)
            async for result in _results(library, paths, urls, console.settings.contact, dry_run=dry_run):
                tally.count(result)
                bar.update(task, completed=tally.done, rate=tally.rate, refused=tally.outcomes["refused"])
                _say(result, sink, as_json=as_json)

    console.run(run, create=True)
    if not as_json:
        console.print("added", outcomes=tally.outcomes, statements=tally.statements, dry_run=dry_run)
    if tally.outcomes["refused"]:
        raise typer.Exit(NO)


async def _results(
    library: Library, paths: list[Path], urls: list[str], contact: str, *, dry_run: bool
) -> AsyncIterator[Added | Refused]:
    """What became of every article, in order, as the writer commits it."""
    async for batch in prepared(items(files(paths))):
        for result in await _stored(library, batch, dry_run=dry_run):
            yield result
    async for batch in _pages(urls, contact):
        for result in await _stored(library, batch, dry_run=dry_run):
            yield result


async def _stored(library: Library, batch: list[Result], *, dry_run: bool) -> list[Added | Refused]:
    """Store one batch in one transaction, keeping refusals in their place."""
    ready = [result for result in batch if not isinstance(result, Refused)]
    if dry_run:
        outcomes = iter([await library.articles.would(result) for result in ready])
    else:
        outcomes = iter(await library.articles.store(ready, by=BY))
    return [result if isinstance(result, Refused) else next(outcomes) for result in batch]


async def _pages(urls: list[str], contact: str) -> AsyncIterator[list[Result]]:
    """The pages behind `urls`, each fetched and read when its turn comes."""
    if not urls:
        return
    from index.fetch import Fetcher
    from index.parsing import read_article

    async with Fetcher(contact=contact) as fetcher:
        for url in urls:
            try:
                draft = await read_article(url, fetcher)
                yield await asyncio.to_thread(work, [draft])
            except PageRefused as error:
                yield [Refused(url, None, str(error))]


def _say(result: Added | Refused, report: TextIO | None, *, as_json: bool) -> None:
    """Print what became of one input: refusals to standard error and the report, the rest as JSON."""
    if isinstance(result, Refused):
        warn(result.message)
        if report is not None:
            report.write(formats.line(formats.plain(result)) + "\n")
    elif as_json:
        typer.echo(formats.line(formats.plain(result)))


def _expected(paths: list[Path], urls: list[str]) -> int | None:
    """How many articles there are, for the bar; None where only unpacking would tell."""
    total = len(urls)
    for path in files(paths):
        if not holds_json(path.name):
            total += 1
        elif path.suffix.lower() in LINES and os.access(path, os.R_OK) and path.is_file():
            with path.open("rb") as stream:
                total += sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
        else:
            return None
    return total


def _progress() -> Progress:
    """A bar with rate, time left and refusals, on standard error; silent where that is no terminal."""
    from rich.console import Console as Terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} articles/s, {task.fields[refused]} refused"),
        TimeRemainingColumn(),
        console=Terminal(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )
