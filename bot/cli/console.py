"""What every command shares: where it runs, where it prints, how an error becomes one line and an exit code."""

from __future__ import annotations

import asyncio
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from bot.libraries import library_path
from bot.render import Renderer
from index.errors import LibraryError, QuotedeskError
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from bot.config import Settings

T = TypeVar("T")

NO = 1
USAGE = 2
UNUSABLE = 3


@dataclass(frozen=True)
class Console:
    """One run of the command line: its settings, its library's name, its wording."""

    settings: Settings
    library: str

    @cached_property
    def renderer(self) -> Renderer:
        """The wording, read once."""
        return Renderer()

    @property
    def path(self) -> Path:
        """The library's file."""
        return library_path(self.settings.data, self.library)

    def print(self, template: str, **values: Any) -> None:  # noqa: ANN401  # a template takes what it names
        """Print `templates/terminal/<template>.j2` with `values`."""
        typer.echo(self.renderer.text(f"terminal/{template}.j2", **values))

    def run(self, work: Callable[[Library], Awaitable[T]], *, create: bool = False) -> T:
        """Open the library, await `work` with it, close it. Raises LibraryError where it cannot be opened."""

        async def opened() -> T:
            async with Library.open(self.path, create=create) as library:
                return await work(library)

        return asyncio.run(opened())


def warn(message: object) -> None:
    """One line on standard error."""
    typer.echo(" ".join(str(message).split()), err=True)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn an error of the tree into one line on standard error and its exit code."""
    try:
        yield
    except LibraryError as error:
        warn(error)
        sys.exit(UNUSABLE)
    except QuotedeskError as error:
        warn(error)
        sys.exit(NO)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough; Python must not complain while flushing.
        sys.stdout = None
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
