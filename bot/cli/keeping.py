"""Commands that keep a library: list, show, remove, restore, export, import, backup, check, rebuild, stats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import formats
from bot.cli.console import BY, NO, AsJson, Console, encoded, words
from bot.cli.inputs import opened
from index.errors import FileRefused

if TYPE_CHECKING:
    from index.library import Library

ArticleId = Annotated[str, typer.Argument(help="An article's id, as `list` shows it.", callback=words)]


def register(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    app.command("list")(list_articles)
    for command in (show, remove, restore, export, backup, check, rebuild, stats):
        app.command()(command)
    app.command("import")(import_library)


def list_articles(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Words of the title or the outlet.", callback=encoded)] = "",
    *,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many articles.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the stored articles, the newest first."""
    console: Console = context.obj
    page = console.read(lambda library: library.articles.list(query=query, limit=limit))
    if as_json:
        for card in page.items:
            typer.echo(formats.line(formats.card(card)))
    else:
        console.print("list", page=page, query=query)


def show(context: typer.Context, article: ArticleId, *, as_json: AsJson = False) -> None:
    """Show one article, character for character."""
    console: Console = context.obj
    found = console.read(lambda library: library.articles.get(article))
    if as_json:
        typer.echo(formats.line(formats.article(found)))
    else:
        console.print("article", article=found)


def remove(context: typer.Context, article: ArticleId) -> None:
    """Take an article out of all answers; `restore` brings it back within 24 hours."""
    console: Console = context.obj
    console.run(lambda library: library.articles.remove(article, by=BY))
    console.print("removed", article=article)


def restore(context: typer.Context, article: ArticleId) -> None:
    """Bring back an article that was removed within the last 24 hours."""
    console: Console = context.obj
    console.run(lambda library: library.articles.restore(article, by=BY))
    console.print("restored", article=article)


def export(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="Where to write; standard output without it.")] = None,
) -> None:
    """Write the whole library as JSON lines; `import` reads them back."""
    console: Console = context.obj

    async def work(library: Library) -> None:
        if file is None:
            await library.upkeep.export(sys.stdout)
            return
        with opened(file, "w") as stream:
            await library.upkeep.export(stream)

    console.read(work)


def import_library(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="JSON lines that `export` wrote.")]
) -> None:
    """Read a whole library from JSON lines."""
    console: Console = context.obj

    async def work(library: Library) -> int:
        with opened(file) as stream:
            return await library.upkeep.import_(stream, by=BY)

    console.print("imported", count=console.run(work, create=True))


def backup(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="The copy's file; must not exist.")]
) -> None:
    """Copy the library to a file, also while the bot is running."""
    console: Console = context.obj
    if file.exists():
        raise FileRefused(str(file), "is there already.", "Choose another name, or delete it first.")
    console.read(lambda library: library.upkeep.backup(file))
    console.print("backed_up", file=file)


def check(context: typer.Context) -> None:
    """Compare articles, statements and the search index; exit code 1 where they differ."""
    console: Console = context.obj
    faults = console.read(lambda library: library.upkeep.check())
    console.print("check", faults=faults)
    if faults:
        raise typer.Exit(NO)


def rebuild(context: typer.Context) -> None:
    """Make everything that is derived from the articles anew: passages, statements, the search index."""
    console: Console = context.obj
    console.run(lambda library: library.upkeep.rebuild())
    console.print("rebuilt")


def stats(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Count what the library holds."""
    console: Console = context.obj
    counts = console.read(lambda library: library.upkeep.stats())
    if as_json:
        typer.echo(formats.line(formats.plain(counts)))
    else:
        console.print("stats", stats=counts)
