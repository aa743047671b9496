"""Articles as JSON objects: {"id"?, "url"?, "title"?, "author"?, "source"?, "published"?, "text" | "html"}."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from index.errors import FileRefused, PageRefused
from index.models import Concern, Draft
from index.parsing.dates import read_date
from index.parsing.plain import text_concerns

_SHAPE = 'Each article is {"title", "source", "published", "url", "text"} with at least "text" or "html".'


def read_record(value: object, name: str, line: int | None = None) -> Draft:
    """Return the article that one parsed JSON value holds; its text is kept character for character.

    Raises FileRefused, which names the file and the line, for anything else.
    """
    if not isinstance(value, dict):
        raise FileRefused(name, "is not a JSON object.", _SHAPE, line=line)
    text = _string(value, "text", name, line)
    if not text.strip():
        html = _string(value, "html", name, line)
        if html.strip():
            return _from_page(value, html, name, line)
        raise FileRefused(name, 'has no "text" and no "html".', _SHAPE, line=line)
    title = " ".join(_string(value, "title", name, line).split())
    published = _published(value, name, line)
    return Draft(
        text=text,
        id=_identity(value, name, line),
        url=_string(value, "url", name, line).strip() or None,
        title=title,
        author=_author(value, name, line),
        source=_string(value, "source", name, line).strip(),
        published=published,
        language=_string(value, "language", name, line).strip(),
        concerns=text_concerns(text, titled=bool(title), dated=published is not None),
    )


def load(data: str | bytes, name: str, line: int | None = None) -> object:
    """Parse JSON; raises FileRefused with the place of the fault."""
    try:
        value: object = json.loads(data)
    except json.JSONDecodeError as error:
        where = (
            f"at character {error.pos + 1}"
            if line is not None
            else f"at line {error.lineno}, character {error.colno}"
        )
        raise FileRefused(
            name, f"is not valid JSON ({error.msg} {where}).", "Mend it and add the file again.", line=line
        ) from error
    except UnicodeDecodeError as error:
        raise FileRefused(name, "is not UTF-8.", "Save it as UTF-8 and add it again.", line=line) from error
    except (RecursionError, ValueError) as error:
        raise FileRefused(
            name, "is JSON nested or numbered beyond reason.", "Mend it and add the file again.", line=line
        ) from error
    return value


def _from_page(value: dict[str, object], html: str, name: str, line: int | None) -> Draft:
    """Parse "html"; what the record itself says comes before what the page says."""
    from index.parsing.pages import parse_page

    url = _string(value, "url", name, line).strip() or None
    try:
        page = parse_page(html, url)
    except PageRefused as error:
        raise FileRefused(name, f'"html" {error.reason}', error.advice, line=line) from error
    title = " ".join(_string(value, "title", name, line).split()) or page.title
    published = _published(value, name, line) or page.published
    settled: set[Concern] = {"no-title"} if title else set()
    settled |= {"no-date"} if published else set()
    return replace(
        page,
        id=_identity(value, name, line),
        url=url or page.url,
        title=title,
        author=_author(value, name, line) or page.author,
        source=_string(value, "source", name, line).strip() or page.source,
        published=published,
        concerns=tuple(concern for concern in page.concerns if concern not in settled),
    )


def _string(value: dict[str, object], key: str, name: str, line: int | None) -> str:
    found = value.get(key)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise FileRefused(name, f'"{key}" is not a string.', _SHAPE, line=line)
    if not found.isascii():
        try:
            found.encode()
        except UnicodeEncodeError as error:
            raise FileRefused(
                name,
                f'"{key}" holds half a character (a lone surrogate).',
                "Mend it and add the file again.",
                line=line,
            ) from error
    return found


def _identity(value: dict[str, object], name: str, line: int | None) -> str | None:
    found = value.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return _string(value, "id", name, line).strip() or None


def _author(value: dict[str, object], name: str, line: int | None) -> str:
    found = value.get("author")
    if isinstance(found, list) and all(isinstance(author, str) for author in found):
        return ", ".join(found)
    return _string(value, "author", name, line).strip()


def _published(value: dict[str, object], name: str, line: int | None) -> date | None:
    """Read the date; one that cannot be read leaves the article undated, which its concerns say."""
    written = _string(value, "published", name, line)
    return read_date(written) if written else None
