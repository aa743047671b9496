"""Commands that answer: ask, person, verify, and quotes (extraction alone)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import formats
from bot.cli.console import NO, AsJson, Console, warn, words
from bot.cli.inputs import opened, read_inputs
from index.errors import FileRefused
from index.models import Draft, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.library import Library
    from index.models import Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of a questions file: the question, its id, and the day on which it was asked."""

    question: str
    id: str | None = None
    day: date | None = None


def _day_option(what: str) -> object:
    return typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help=what)


def register(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    app.command()(ask)
    app.command()(person)
    app.command()(verify)
    app.command()(quotes)


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="A question in plain words.", callback=words)] = None,
    *,
    questions: Annotated[
        Path | None, typer.Option(help='JSON lines: {"id", "question", "asked"?}; answers in order.')
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Only statements of this person.")] = None,
    source: Annotated[str | None, typer.Option(help="Only this outlet.")] = None,
    since: Annotated[datetime | None, _day_option("Only articles from this day on.")] = None,
    until: Annotated[datetime | None, _day_option("Only articles up to this day.")] = None,
    as_of: Annotated[datetime | None, _day_option("As if asked on this day: what is new, “last week”.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="How many passages.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Answer a question with passages of the stored articles, or say honestly that there is none."""
    console: Console = context.obj
    if (question is None) == (questions is None):
        raise typer.BadParameter("Give a question, or --questions FILE.")
    options: dict[str, Any] = {
        "speaker": speaker,
        "source": source,
        "since": _day(since),
        "until": _day(until),
        "limit": limit,
    }

    async def one(library: Library, asked: Asked) -> Answer:
        return await library.ask(asked.question, as_of=asked.day or _day(as_of), **options)

    async def work(library: Library) -> bool:
        answered = True
        for asked in [Asked(question)] if question is not None else _asked(questions):
            result = await one(library, asked)
            answered = result.answered
            if as_json:
                typer.echo(formats.line(formats.answer(result, asked.id)))
            else:
                console.print("answer", answer=result)
        return answered or questions is not None

    if not console.read(work):
        raise typer.Exit(NO)


def _asked(path: Path | None) -> Iterator[Asked]:
    """The questions of a JSON lines file. Raises FileRefused naming the line that is broken."""
    assert path is not None  # noqa: S101  # the caller has seen to it
    with opened(path) as lines:
        for number, text in enumerate(lines, 1):
            if text.strip():
                yield _asked_line(path, number, text)


def _asked_line(path: Path, number: int, text: str) -> Asked:
    try:
        value = json.loads(text)
        question = value["question"]
        question.encode()
        day = date.fromisoformat(value["asked"][:10]) if value.get("asked") else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        question = day = value = None
    if not isinstance(question, str):
        raise FileRefused(
            str(path),
            "is no question.",
            'Each line is {"id": ..., "question": "...", "asked": "YYYY-MM-DD"}.',
            line=number,
        )
    return Asked(question, value.get("id"), day)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def person(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A name, or a part of one.", callback=words)],
    *,
    as_json: AsJson = False,
) -> None:
    """Sum up what a person has said: counts, roles, promises, warnings, denials, the latest."""
    console: Console = context.obj
    found = console.read(lambda library: library.person(name))
    if as_json:
        typer.echo(formats.line(formats.profile(found)))
    else:
        console.print("person", person=found)


def verify(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="The words to look for.", callback=words)],
    *,
    speaker: Annotated[str | None, typer.Option(help="Who is supposed to have said them.")] = None,
    as_json: AsJson = False,
) -> None:
    """Look for words: said exactly, in other words, by someone else, only reported, or not found here."""
    console: Console = context.obj
    result = console.read(lambda library: library.verify(words, speaker=speaker))
    if as_json:
        typer.echo(formats.line(formats.verification(result)))
    else:
        console.print("verdict", result=result)
    if result.verdict == "not-found":
        raise typer.Exit(NO)


def quotes(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files of articles; nothing is stored.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Extract the statements of articles without storing anything."""
    from index.quotes import read

    console: Console = context.obj
    refused = False
    for found in read_inputs(paths):
        if isinstance(found.draft, Refused):
            warn(found.draft.message)
            refused = True
            continue
        draft: Draft = found.draft
        reading = read(draft.text, draft.title)
        if as_json:
            text = None if found.is_json else draft.text
            typer.echo(formats.line(formats.quotes(draft.id or found.name, reading.quotes, text)))
        else:
            console.print("quotes", draft=draft, quotes=reading.quotes)
    if refused:
        raise typer.Exit(NO)
