"""The articles that a command line names: files, folders, `-` for standard input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePath

from index.models import Draft, Refused
from index.parsing import parse_file, readable

JSON_SUFFIXES = {".json", ".jsonl", ".ndjson"}


@dataclass(frozen=True, slots=True)
class Input:
    """One article of a file. `name` is the file (and the place in it), `is_json` what kind of file."""

    name: str
    draft: Draft | Refused
    is_json: bool


def files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that `paths` name, folders walked in the order of names; an absent path is yielded as it is."""
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*") if found.is_file() and readable(found.name))
        else:
            yield path


def is_json(path: PurePath) -> bool:
    """Whether a file holds articles as JSON, also when packed (.jsonl.gz)."""
    return not JSON_SUFFIXES.isdisjoint(path.suffixes)


def read_inputs(paths: Sequence[Path]) -> Iterator[Input]:
    """Every article of `paths`, in order, and a `Refused` for each part that is none."""
    for path in files(paths):
        numbers = count(1)
        for draft in parse_file(str(path), path):
            number = next(numbers)
            name = f"{path}:{number}" if is_json(path) else str(path)
            yield Input(name, draft, is_json(path))
