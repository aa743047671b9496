"""The console script `quotedesk`: global options, and the commands of the modules beside this one."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import adding, asking, keeping, running
from bot.cli.console import USAGE, Console, one_line_errors, warn
from bot.config import load
from bot.libraries import DEFAULT_NAME, library_path
from index.errors import InputError

Data = Annotated[Path | None, typer.Option(envvar="QUOTEDESK_DATA", help="Folder of the libraries.")]
Name = Annotated[str, typer.Option(help="Which library: a name, or a Discord server's id.")]

app = typer.Typer(
    name="quotedesk",
    help="Answers questions about the news with the exact words and their source.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _start(context: typer.Context, data: Data = None, library: Name = DEFAULT_NAME) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(USAGE)
    try:
        settings = load()
        path = library_path(data or settings.data, library)
    except InputError as error:
        warn(error)
        raise typer.Exit(USAGE) from error
    context.obj = Console(settings.model_copy(update={"data": path.parent}), path)


for module in (asking, adding, keeping, running):
    module.register(app)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line. Exit codes: 0 done, 1 an honest no or refusals, 2 usage, 3 library unusable."""
    sys.stdout = sys.stdout or io.StringIO()  # where the caller closed it
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a terminal of another encoding cannot show is written out.
            stream.reconfigure(errors="backslashreplace")
    with one_line_errors():
        code = app(arguments, standalone_mode=False)
    sys.exit(code or 0)
