"""Files become articles, one at a time: a bad file or line is one `Refused`, the others go on."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import IO

from index.errors import FileRefused, PageRefused
from index.models import Draft, Refused
from index.parsing.decoding import KINDS, decode
from index.parsing.lines import read_lines, refused
from index.parsing.plain import parse_text
from index.parsing.records import load, read_record

LINES = frozenset({".jsonl", ".ndjson"})
_TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_KINDS = LINES | _TEXTS | _PAGES | {".json", ".eml", ".pdf"}
_PACKED = frozenset({".gz", ".xz"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read. `file` and `line` count bytes after unpacking.

    A whole file is one article (or a list of them) and is held in memory: the longest books have 5 MB. JSON
    lines are streamed, so only one `line` counts there; `total` bounds what an untrusted upload may unpack to.
    """

    file: int = 20_000_000
    line: int = 20_000_000
    total: int | None = None


def readable(name: str) -> bool:
    """Whether a file's name is of a kind that `parse_file` reads; for walking folders."""
    return _suffix(name)[0] in _KINDS


def holds_json(name: str) -> bool:
    """Whether a file of this name holds articles as JSON, also when packed (.jsonl.gz)."""
    return _suffix(name)[0] in LINES | {".json"}


def parse_file(name: str, data: bytes | Path, *, limits: Limits | None = None) -> Iterator[Draft | Refused]:
    """Yield the articles of one file in order, and a `Refused` for each part that is none.

    `name` tells the kind and is named in refusals; `data` is the content, or the path to read it from.
    A `Refused.message` is whole: it names the file and the line and says what to do. Raises nothing.
    """
    limits = limits or Limits()
    try:
        with _opened(name, data) as stream:
            yield from _read(name, stream, limits)
    except FileRefused as error:
        yield refused(error)
    except OSError as error:
        reason = (error.strerror or str(error) or "input error").lower()
        yield refused(FileRefused(name, f"cannot be read ({reason}).", "Check the path and its permissions."))


def _read(name: str, stream: IO[bytes], limits: Limits) -> Iterator[Draft | Refused]:
    suffix, packing = _suffix(name)
    if packing and suffix in {".tar", ""}:
        raise FileRefused(
            name,
            "is packed, and what is in it is not told by its name.",
            "Unpack it, or name it like articles.jsonl.gz.",
        )
    unpacked = _unpacked(stream, packing)
    try:
        if suffix in LINES:
            yield from read_lines(name, unpacked, longest=limits.line, total=limits.total)
        else:
            yield from _whole(suffix)(name, _all_of(name, unpacked, limits.file))
    except (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile) as error:
        raise FileRefused(
            name, f"is damaged: it does not unpack ({packing[1:]}).", "Pack it again and add it again."
        ) from error


def _whole(suffix: str) -> Callable[[str, bytes], Iterator[Draft | Refused]]:
    """Return the reader of a kind of file that is read whole."""
    from index.parsing.mail import read_mail
    from index.parsing.pdf import read_pdf

    readers: dict[str, Callable[[str, bytes], Iterator[Draft | Refused]]] = {
        ".json": _json,
        ".eml": read_mail,
        ".pdf": read_pdf,
        **dict.fromkeys(_PAGES, _page),
        **dict.fromkeys(_TEXTS | {""}, _text),
    }
    return readers.get(suffix, partial(_unknown, suffix))


def _unknown(suffix: str, name: str, _data: bytes) -> Iterator[Draft | Refused]:
    raise FileRefused(name, f"is of a kind that is not read ({suffix}).", KINDS)


def _text(name: str, data: bytes) -> Iterator[Draft | Refused]:
    yield parse_text(decode(data, name), name)


def _page(name: str, data: bytes) -> Iterator[Draft | Refused]:
    from index.parsing.pages import parse_page

    try:
        yield parse_page(data, None)
    except PageRefused as error:
        raise FileRefused(name, error.reason, error.advice) from error


def _json(name: str, data: bytes) -> Iterator[Draft | Refused]:
    """Read one article, a list of them, or lines that came under the wrong suffix."""
    text = decode(data, name)
    try:
        value = load(text, name)
    except FileRefused as error:
        first, _, rest = text.strip().partition("\n")
        if "Extra data" in error.reason and rest.strip() and first.strip().endswith("}"):
            yield from read_lines(name, io.BytesIO(data), longest=len(data) + 1, total=None)
            return
        raise
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            try:
                yield read_record(item, f"{name}, article {number}")
            except FileRefused as error:
                yield Refused(name, None, str(error))
        if not value:
            raise FileRefused(name, "is an empty list.", "Add a file with an article in it.")
        return
    yield read_record(value, name)


def _opened(name: str, data: bytes | Path) -> IO[bytes]:
    if isinstance(data, bytes):
        return io.BytesIO(data)
    if data.is_dir():
        raise FileRefused(name, "is a folder without articles.", KINDS)
    return data.open("rb")


def _unpacked(stream: IO[bytes], packing: str) -> IO[bytes]:
    if packing == ".gz":
        return io.BufferedReader(gzip.GzipFile(fileobj=stream, mode="rb"), 1 << 18)
    if packing == ".xz":
        # The buffer makes reading lines fast; LZMAFile alone hands out small pieces.
        return io.BufferedReader(lzma.LZMAFile(stream, "rb"), 1 << 18)
    return stream


def _all_of(name: str, stream: IO[bytes], most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise FileRefused(
            name,
            f"is larger than {most // 1_000_000} MB.",
            "Split it, or make it JSON lines (.jsonl), which may be of any size.",
        )
    return data


def _suffix(name: str) -> tuple[str, str]:
    """Return the kind and the packing of a file by its name."""
    path = PurePath(name.lower())
    if path.suffix in _PACKED:
        return PurePath(path.stem).suffix, path.suffix
    return path.suffix, ""
