"""JSON lines, streamed: memory holds one line, and a broken line costs that line only."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import IO

from index.errors import FileRefused
from index.models import Draft, Refused
from index.parsing.decoding import refuse_binary
from index.parsing.records import load, read_record

_SPLIT = "Split the article, or take the line out."
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(name: str, stream: IO[bytes], *, longest: int, total: int | None) -> Iterator[Draft | Refused]:
    """Yield an article, or a `Refused` with its number, for each line of `stream` that is not blank.

    `longest` bounds a line and `total` the whole stream, both in bytes. Raises FileRefused where the stream
    as a whole is no JSON lines.
    """
    number, size, seen = 0, 0, False
    while True:
        line = stream.readline(longest + 1)
        if not line:
            break
        number, size = number + 1, size + len(line)
        if number == 1:
            line = _opening(name, line)
        if len(line) > longest and not line.endswith(b"\n"):
            size += _skip_line(stream)
            yield refused(FileRefused(name, f"is longer than {longest // 1_000_000} MB.", _SPLIT, line=number))
        elif not line.isspace():
            yield _one(name, line, number)
        if total is not None and size > total:
            raise FileRefused(
                name,
                f"unpacks to more than {total // 1_000_000} MB; the lines so far were read.",
                "Split it.",
                line=number,
            )
        seen = seen or not line.isspace()
    if not seen:
        raise FileRefused(name, "is empty.", "Add a file with an article in it.")


def _one(name: str, line: bytes, number: int) -> Draft | Refused:
    try:
        return read_record(load(line, name, number), name, number)
    except FileRefused as error:
        return refused(error)


def refused(error: FileRefused) -> Refused:
    """The refusal of a file, or of a line of it, as a value."""
    return Refused(error.name, error.line, str(error))


def _opening(name: str, line: bytes) -> bytes:
    """Check the first line for what makes the whole file no JSON lines; return it without its mark."""
    if line.startswith(_WIDE):
        raise FileRefused(name, "is UTF-16; JSON lines are UTF-8.", "Save it as UTF-8 and add it again.")
    line = line.removeprefix(codecs.BOM_UTF8)
    refuse_binary(line[:65_536], name)
    return line


def _skip_line(stream: IO[bytes]) -> int:
    """Read on to the next line without keeping anything; return how many bytes that was."""
    skipped = 0
    while True:
        piece = stream.readline(1 << 20)
        skipped += len(piece)
        if not piece or piece.endswith(b"\n"):
            return skipped
