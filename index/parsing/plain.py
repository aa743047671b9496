"""Plain text and markdown: the first line is the title, a byline may follow, the rest is the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.errors import FileRefused
from index.models import Concern, Draft, Span
from index.parsing.bylines import Byline, read_byline
from index.parsing.furniture import BLANK, body_end
from index.parsing.matter import front_matter

# No headline is longer; a first line that is, is a paragraph and the file has no title.
LONGEST_TITLE = 300
# A subhead or two may stand between title and byline; deeper down "By ..." is the article's own.
MOST_SUBHEADS = 2
LONGEST_SUBHEAD = 400
# With fewer words a text is a teaser or a headline; the shortest agency items have about 60.
FEWEST_WORDS = 50
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"^[#>\s*_=]+|[\s#*_=]+$")
_UNDERLINE = re.compile(r"^\s*(?:={3,}|-{3,})\s*$")
# Only the first lines can be head; looking at more of a million-line file would be work for nothing.
_HEAD_LINES = 24
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the body begins, and what stood before it."""

    title: str
    byline: Byline
    start: int


def parse_text(text: str, name: str) -> Draft:
    """Return the article in a plain text or markdown file called `name`.

    The draft's text is one contiguous slice of `text`. Raises FileRefused where there are no words
    under the head.
    """
    if not _WORD.search(text):
        raise FileRefused(name, "has no text in it.", "Put the article in it, the title on the first line.")
    matter = front_matter(text)
    head = _head(text, matter.end, matter.title)
    end = body_end(text, head.start)
    body = text[head.start : end]
    if not body.strip():
        raise FileRefused(name, "has a head and no text.", "Put the article under its title.")
    byline = matter.byline.joined(head.byline)
    title = matter.title or head.title
    return Draft(
        text=body,
        url=byline.url,
        title=title,
        author=byline.author,
        source=byline.source,
        published=byline.published,
        language=matter.language,
        concerns=text_concerns(body, titled=bool(title), dated=byline.published is not None),
    )


def text_concerns(body: str, *, titled: bool, dated: bool) -> tuple[Concern, ...]:
    """Return what looks wrong about an article that came as text."""
    concerns: list[Concern] = []
    if is_short(body):
        concerns.append("short")
    if not dated:
        concerns.append("no-date")
    if not titled:
        concerns.append("no-title")
    return tuple(concerns)


def is_short(body: str) -> bool:
    """Whether a text has too few words for an article; only the first few thousand characters are counted."""
    return len(body) < FEWEST_WORDS * 40 and len(body.split()) < FEWEST_WORDS


def _head(text: str, start: int, known: str) -> _Head:
    """Find the head of `text[start:]`; where the title is `known`, a first line that is another is no title."""
    lines = _lines(text, start)
    if known and lines and _plain(text, lines[0]) != known:
        return _under_title(text, known, lines)
    if len(lines) < 2 or not _is_title(text, lines[0]):  # noqa: PLR2004 (a title and something under it)
        return _Head("", Byline(), lines[0].start if lines else start)
    rest = lines[1:]
    if _UNDERLINE.match(text[rest[0].start : rest[0].end]) and len(rest) > 1:
        rest = rest[1:]
    return _under_title(text, _plain(text, lines[0]), rest)


def _under_title(text: str, title: str, rest: list[Span]) -> _Head:
    first = _first_byline(text, rest)
    if first is None:
        return _Head(title, Byline(), rest[0].start)
    byline, after = Byline(), first
    while after < len(rest):
        read = read_byline(text[rest[after].start : rest[after].end])
        if read is None:
            break
        byline, after = byline.joined(read), after + 1
    body = rest[after].start if first == 0 and after < len(rest) else rest[0].start
    return _Head(title, byline, body)


def _plain(text: str, line: Span) -> str:
    """Return a title line without the marks of markdown."""
    return " ".join(_MARKS.sub("", text[line.start : line.end]).split())


def _first_byline(text: str, lines: list[Span]) -> int | None:
    """Return the place of the byline among the lines under the title, past at most two subheads."""
    for place, line in enumerate(lines[: MOST_SUBHEADS + 1]):
        if line.end - line.start > LONGEST_SUBHEAD:
            return None
        read = read_byline(text[line.start : line.end])
        if read is not None and (place == 0 or read != Byline()):
            return place
    return None


def _is_title(text: str, line: Span) -> bool:
    words = text[line.start : line.end]
    if len(words) > LONGEST_TITLE or not _WORD.search(words):
        return False
    read = read_byline(words)
    return read is None or (read.published is None and not read.url and not words.lower().startswith("by "))


def _lines(text: str, start: int) -> list[Span]:
    """Return the first lines from `start` on that are not blank, without outer white space."""
    spans: list[Span] = []
    while start < len(text) and len(spans) < _HEAD_LINES:
        match = _LINE.match(text, start)
        if match is None or match.end() == start:
            break
        line = match[0]
        left = start + len(line) - len(line.lstrip(BLANK))
        right = start + len(line.rstrip(BLANK))
        if left < right:
            spans.append(Span(left, right))
        start = match.end()
    return spans
