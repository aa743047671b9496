"""What every command shares: where it runs, where it prints, how an error becomes one line and an exit code."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from io import UnsupportedOperation
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from bot.render import Renderer
from index.errors import LibraryError, QuotedeskError
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from bot.config import Settings

T = TypeVar("T")
# Of whichever library of arguments typer is built on.
UsageError: type[Any] = typer.BadParameter.__mro__[1]

NO = 1
USAGE = 2
UNUSABLE = 3
INTERRUPTED = 130


# Who changes a library by the command line, as its log of changes names it.
BY = "cli"

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]


@dataclass(frozen=True)
class Console:
    """One run of the command line: its settings, its library's file, its wording."""

    settings: Settings
    path: Path

    @cached_property
    def renderer(self) -> Renderer:
        """The wording, read once."""
        return Renderer()

    def print(self, template: str, **values: Any) -> None:  # noqa: ANN401  # a template takes what it names
        """Print `templates/terminal/<template>.j2` with `values`."""
        typer.echo(self.renderer.text(f"terminal/{template}.j2", **values))

    def run(self, work: Callable[[Library], Awaitable[T]], *, create: bool = False) -> T:
        """Open the library, await `work` with it, close it. Raises LibraryError where it cannot be opened."""
        return asyncio.run(self._with(work, create=create))

    def read(self, work: Callable[[Library], Awaitable[T]]) -> T:
        """The same for what changes nothing, which also a library that may not be written lets be done."""
        return asyncio.run(self._with(work, read_only=self._may_only_be_read()))

    def _may_only_be_read(self) -> bool:
        """Whether the file may not be written; not while another writes, for it would be read half changed."""
        places = (self.path, self.path.parent)
        log = self.path.with_name(f"{self.path.name}-wal")
        writable = all(os.access(place, os.W_OK) for place in places)
        return self.path.exists() and not writable and not (log.exists() and log.stat().st_size)

    async def _with(
        self, work: Callable[[Library], Awaitable[T]], *, create: bool = False, read_only: bool = False
    ) -> T:
        async with Library.open(self.path, create=create, read_only=read_only) as library:
            return await work(library)


def warn(message: object) -> None:
    """One line on standard error."""
    typer.echo(" ".join(str(message).split()), err=True)


def encoded(given: str) -> str:
    """An argument that is looked up. Raises BadParameter where its bytes are of another encoding."""
    try:
        given.encode()
    except UnicodeEncodeError as error:
        raise typer.BadParameter("It is not UTF-8.") from error
    return given


def words(given: str | None) -> str | None:
    """The same of one that must not be blank."""
    if given is not None and not given.strip():
        raise typer.BadParameter("It is empty.")
    return given if given is None else encoded(given)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn an error of the tree, of the arguments or of a file into one line on standard error and its exit
    code."""
    try:
        yield
        sys.stdout.flush()
    except UsageError as error:
        warn(f"{error.format_message().rstrip('.')}. {_help(error.ctx)}")
        sys.exit(USAGE)
    except LibraryError as error:
        warn(error)
        sys.exit(UNUSABLE)
    except QuotedeskError as error:
        warn(error)
        sys.exit(NO)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough.
        _mute()
        sys.exit(0)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        warn(f"{place}{error.strerror or error}. Check the place and its permissions.")
        _mute()
        sys.exit(NO)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(INTERRUPTED)


def _help(context: typer.Context | None) -> str:
    return "" if context is None else f"See `{context.command_path} --help`."


def _mute() -> None:
    """Let Python not complain when it flushes at its end what nobody takes."""
    with suppress(UnsupportedOperation):  # a stream in memory, which nobody closes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
