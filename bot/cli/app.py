"""The console script `quotedesk`: global options, and the commands of the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import adding, asking, keeping, running
from bot.cli.console import Console, one_line_errors
from bot.config import load
from bot.libraries import DEFAULT_NAME

Data = Annotated[Path | None, typer.Option(envvar="QUOTEDESK_DATA", help="Folder of the libraries.")]
Name = Annotated[str, typer.Option(help="Which library: a name, or a Discord server's id.")]

app = typer.Typer(
    name="quotedesk",
    help="Answers questions about the news with the exact words and their source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _start(context: typer.Context, data: Data = None, library: Name = DEFAULT_NAME) -> None:
    settings = load()
    if data is not None:
        settings = settings.model_copy(update={"data": data})
    context.obj = Console(settings, library)


for module in (asking, adding, keeping, running):
    module.register(app)


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 an honest no or refusals, 2 usage, 3 library unusable."""
    with one_line_errors():
        app()
