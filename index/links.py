"""Links that land on the very words: URL text fragments (`#:~:text=prefix-,start,end,-suffix`)."""

from __future__ import annotations

import re
from urllib.parse import quote

LIMIT = 512  # characters; Discord's limit for the address of a button
_LONG = 90  # characters of a passage that are still written out whole
_ENDS = 5  # words at each end that stand for a long passage
_CONTEXT = (3, 6, 10)  # words before and after that are tried until the place is unique
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[\n\r]")
_MARK = ":~:"


def text_fragment(url: str | None, text: str, start: int, end: int, *, limit: int = LIMIT) -> str | None:
    """The link to text[start:end] on the page `url`; the plain link where none within `limit` can be made.

    `text` is the article as it stands on the page. Long passages and those over several lines are given by
    their first and last words; words before and after are added where the passage's words occur twice.
    None where there is no url.
    """
    if not url:
        return None
    start, end = _trimmed(text, start, end)
    if start >= end:
        return url
    link = _joined(url, _fragment(text, start, end))
    return link if len(link) <= limit else url


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The slice without outer spaces, grown to whole words, since browsers match whole words only."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return start, end
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _fragment(text: str, start: int, end: int) -> str:
    """The shortest directive that names the place without doubt, as far as there is one."""
    passage = text[start:end]
    first, last = _directive(passage)
    body = _encoded(first) if last is None else f"{_encoded(first)},{_encoded(last)}"
    if text.count(first) == 1:
        return body
    before = after = ""
    for words in _CONTEXT:
        before = _tail(text[max(0, start - 40 * words) : start], words)
        after = _head(text[end : end + 40 * words], words)
        if _unique(text, before, first, start):
            break
        if last is None and after and _count_pair(text, first, after) == 1:
            return f"{body},-{_encoded(after)}"
    if before:
        return f"{_encoded(before)}-,{body}"
    return f"{body},-{_encoded(after)}" if after else body


def _directive(passage: str) -> tuple[str, str | None]:
    """The words to look for: the whole passage, or its first and last words."""
    words = list(_WORD.finditer(passage))
    if (len(passage) <= _LONG and not _LINE.search(passage)) or len(words) < 2 * _ENDS:
        line = _LINE.search(passage)
        if line is None:
            return passage, None
        return passage[: line.start()].rstrip(), re.split(r"[\n\r]", passage)[-1].lstrip()
    first = _LINE.split(passage[: words[_ENDS - 1].end()])[0].rstrip()
    last = _LINE.split(passage[words[-_ENDS].start() :])[-1].lstrip()
    return first, last


def _unique(text: str, before: str, first: str, start: int) -> bool:
    """Whether no other place has these words before `first`."""
    if not before:
        return False
    pattern = text[max(0, start - len(before) - 2) : start + len(first)]
    return before in pattern and text.count(pattern.lstrip()) == 1


def _count_pair(text: str, first: str, after: str) -> int:
    place, count = text.find(first), 0
    while place >= 0:
        rest = text[place + len(first) : place + len(first) + len(after) + 4]
        count += rest.lstrip().startswith(after)
        place = text.find(first, place + 1)
    return count


def _tail(text: str, words: int) -> str:
    """The last words of what stands before, within one line."""
    line = _LINE.split(text)[-1] if text.strip() else ""
    if not line.strip():
        return ""
    found = list(_WORD.finditer(line))
    return line[found[-min(words, len(found))].start() :].rstrip()


def _head(text: str, words: int) -> str:
    """The first words of what stands after, within one line."""
    line = _LINE.split(text)[0]
    found = list(_WORD.finditer(line))
    return line[: found[min(words, len(found)) - 1].end()].lstrip() if found else ""


def _encoded(words: str) -> str:
    """Percent-encoded; also the dash, which would read as a prefix's or suffix's mark."""
    return quote(words, safe="").replace("-", "%2D")


def _joined(url: str, fragment: str) -> str:
    """The fragment behind the page's own one, if it has one; an older text directive is replaced."""
    page, _, own = url.partition("#")
    own = own.partition(_MARK)[0]
    return f"{page}#{own}{_MARK}text={fragment}"
