"""Commands that start something: run (the Discord bot), demo, doctor."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import BY, NO, Console
from bot.demo import QUESTION, sample_drafts
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator


def register(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    for command in (run, demo, doctor):
        app.command()(command)


def run(context: typer.Context) -> None:
    """Run the Discord bot (DISCORD_TOKEN in the environment or .env)."""
    from bot.app import run as run_bot

    console: Console = context.obj
    raise typer.Exit(run_bot(console.settings))


def demo(
    context: typer.Context,
    *,
    keep: Annotated[Path | None, typer.Option(help="Keep the sample library in this file.")] = None,
) -> None:
    """Answer a question from nine sample articles, then prompt for yours. Needs no token and stores nothing."""
    console: Console = context.obj
    with tempfile.TemporaryDirectory(prefix="quotedesk-demo-") as folder:
        asyncio.run(_demo(console, keep or Path(folder) / "demo.sqlite"))


async def _demo(console: Console, path: Path) -> None:
    async with Library.open(path, create=True) as library:
        drafts = sample_drafts()
        await library.articles.add_many(drafts, by=BY)
        console.print("demo", count=len(drafts), question=QUESTION)
        console.print("answer", answer=await library.ask(QUESTION))
        console.print("demo_prompt", examples=await library.examples(limit=3))
        for question in _typed():
            console.print("answer", answer=await library.ask(question))


def _typed() -> Iterator[str]:
    """Questions typed at a terminal until an empty line or the end; none where there is no terminal."""
    while sys.stdin.isatty():
        try:
            question = input("> ").strip()
        except EOFError:
            return
        if not question:
            return
        yield question


def doctor(context: typer.Context) -> None:
    """Say what is wrong with the set-up, one sentence a fault; exit code 1 where there is any."""
    from bot.doctor import examine
    from bot.portal import ask

    console: Console = context.obj
    findings = asyncio.run(examine(console.settings, ask))
    console.print("doctor", findings=findings)
    if any(finding.fault for finding in findings):
        raise typer.Exit(NO)
