"""The files that a command line names: articles, folders of them, lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal, TextIO

from index.errors import FileRefused
from index.models import Draft, Refused
from index.parsing import holds_json, parse_file, readable


@dataclass(frozen=True, slots=True)
class Input:
    """One article of a file. `name` is the file (and the place in it), `is_json` what kind of file."""

    name: str
    draft: Draft | Refused
    is_json: bool


def files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that `paths` name, folders walked in the order of names; what leads to none is yielded as it
    is."""
    for path in paths:
        found: list[Path] = []
        with suppress(OSError):  # told when the path itself is read
            found = [file for file in path.rglob("*") if file.is_file() and readable(file.name)]
        yield from sorted(found) or [path]


def read_inputs(paths: Sequence[Path]) -> Iterator[Input]:
    """Every article of `paths`, in order, and a `Refused` for each part that is none."""
    for path in files(paths):
        numbers = count(1)
        is_json = holds_json(path.name)
        for draft in parse_file(str(path), path):
            number = next(numbers)
            yield Input(f"{path}:{number}" if is_json else str(path), draft, is_json)


def opened(path: Path, mode: Literal["r", "w"] = "r") -> TextIO:
    """A file of lines in UTF-8; bytes that are none are read as lone surrogates, so that whoever reads can
    name the line. Raises FileRefused where it cannot be opened."""
    reading = mode == "r"
    try:
        return path.open(
            mode, encoding="utf-8-sig" if reading else "utf-8", errors="surrogateescape" if reading else None
        )
    except OSError as error:
        reason = f"cannot be {'read' if reading else 'written'} ({error.strerror})."
        raise FileRefused(str(path), reason, "Check the path and its permissions.") from error
