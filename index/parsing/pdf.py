"""The text of PDF files, by pypdf (an optional extra: `pip install quotedesk[pdf]`)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

from index.errors import FileRefused
from index.models import Draft, Refused
from index.parsing.bylines import read_byline
from index.parsing.plain import parse_text

# A longer document is a report or a book; its text takes minutes to take out.
MOST_PAGES = 200
_HEAD_LINES = 5
_PASTE = "Copy the text out of it and add that."
# A line that goes on: no end of sentence, and the next line is neither blank nor indented.
_WRAPPED = re.compile(r"(?<=[^\s.!?”\"’:])[ \t]*\n(?=[^\s•])")
_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read_pdf(name: str, data: bytes) -> Iterator[Draft | Refused]:
    """Yield the article of one PDF, its wrapped lines joined (no quote crosses a line break)."""
    try:
        text, title = _text_of(name, data)
    except ModuleNotFoundError as error:
        advice = "Install quotedesk[pdf], or copy the text out of it and add that."
        raise FileRefused(name, "is a PDF, and pypdf is not installed.", advice) from error
    except FileRefused:
        raise
    except Exception as error:  # pypdf raises a dozen kinds on damaged files; all mean the same here
        raise FileRefused(name, "is a damaged PDF.", _PASTE) from error
    if not text.strip():
        raise FileRefused(name, "is a PDF of pictures, without text.", _PASTE)
    draft = parse_text(_unwrapped(text), name)
    yield replace(draft, title=draft.title or title)


def _text_of(name: str, data: bytes) -> tuple[str, str]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileRefused(name, "is a PDF behind a password.", _PASTE)
    if len(reader.pages) > MOST_PAGES:
        raise FileRefused(name, f"is a PDF of more than {MOST_PAGES} pages.", "Add the article's pages only.")
    title = reader.metadata.title if reader.metadata is not None else None
    return "\n\n".join(page.extract_text() for page in reader.pages), " ".join((title or "").split())


def _unwrapped(text: str) -> str:
    """Join the lines of each paragraph; the title and the byline keep their lines."""
    lines = text.lstrip().split("\n", _HEAD_LINES)
    bylines = [number for number, line in enumerate(lines[:_HEAD_LINES]) if read_byline(line) is not None]
    head = 1 + max(bylines, default=0)
    rest = "\n".join(lines[head:])
    return "\n".join([*lines[:head], _WRAPPED.sub(" ", _HYPHENATED.sub("", rest))])
