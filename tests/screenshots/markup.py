"""Discord's markdown as HTML: what a client draws of a text display or a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape

_HEADING = re.compile(r"(#{1,3})\s+(.*)")
_BULLET = re.compile(r"(\s*)([-*]|\d+\.)\s+(.*)")
_INLINE = re.compile(
    r"""
      \\(?P<escaped>[^A-Za-z0-9\s])
    | (?P<ticks>`+)(?P<code>.+?)(?P=ticks)
    | \[(?P<label>(?:\\.|[^\[\]\\])+)\]\(<?(?P<href>https?://(?:[^()\s<>]|\([^()\s<>]*\))+)>?\)
    | <t:(?P<time>-?\d+)(?::(?P<style>[tTdDfFR]))?>
    | <@!?(?P<user>\d+)> | <\#(?P<channel>\d+)> | <@&(?P<role>\d+)> | </(?P<command>[^:<>]+):\d+>
    | <?(?P<bare>https?://[^\s<>]*[^\s<>.,:;"')\]])>?
    | \*\*\*(?P<strongem>(?:\\.|(?!\*\*\*).)+?)\*\*\*
    | \*\*(?P<strong>(?:\\.|(?!\*\*).)+?)\*\*(?!\*)
    | __(?P<underline>(?:\\.|(?!__).)+?)__(?!_)
    | \*(?P<em>(?:\\.|[^*\s\\])(?:(?:\\.|[^*\\])*(?:\\.|[^*\s\\]))?)\*(?!\*)
    | (?<!\w)_(?P<em2>(?:\\.|[^_\\])+)_(?!\w)
    | ~~(?P<strike>(?:\\.|(?!~~).)+?)~~
    | \|\|(?P<spoiler>(?:\\.|(?!\|\|).)+?)\|\|
    """,
    re.VERBOSE | re.DOTALL,
)
_WRAPPED = {
    "strongem": "<strong><em>{}</em></strong>",
    "strong": "<strong>{}</strong>",
    "underline": "<u>{}</u>",
    "em": "<em>{}</em>",
    "em2": "<em>{}</em>",
    "strike": "<s>{}</s>",
    "spoiler": '<span class="spoiler">{}</span>',
}


class Markup:
    """Draws text; `names` are what ids are called, `now` is the reader's time."""

    def __init__(self, now: datetime, names: Mapping[str, str]) -> None:
        self._now = now
        self._names = names

    def blocks(self, text: str) -> str:
        """A whole text with quotes, headings, lists and small print."""
        return "".join(self._blocks(text.split("\n")))

    def _blocks(self, lines: list[str]) -> Iterator[str]:
        while lines:
            first = lines[0]
            if first.startswith("```"):
                end = next((n for n, line in enumerate(lines[1:], 1) if line.endswith("```")), len(lines) - 1)
                yield f"<pre>{escape(chr(10).join(lines[1:end]))}</pre>"
                lines = lines[end + 1 :]
            elif first.startswith(">>> "):
                yield f"<blockquote>{self.blocks(chr(10).join([first[4:], *lines[1:]]))}</blockquote>"
                return
            elif first.startswith("> ") or first == ">":
                count = next((n for n, line in enumerate(lines) if not line.startswith(">")), len(lines))
                inner = "\n".join(line[2:] for line in lines[:count])
                yield f"<blockquote>{self.blocks(inner)}</blockquote>"
                lines = lines[count:]
            elif heading := _HEADING.match(first):
                level = len(heading[1])
                yield f"<h{level}>{self.inline(heading[2])}</h{level}>"
                lines = lines[1:]
            elif first.startswith("-# "):
                yield f'<div class="subtext">{self.inline(first[3:])}</div>'
                lines = lines[1:]
            elif _BULLET.match(first):
                count = next((n for n, line in enumerate(lines) if not _BULLET.match(line)), len(lines))
                yield "".join(self._items(lines[:count]))
                lines = lines[count:]
            else:
                yield f'<div class="line">{self.inline(first) or "&#8203;"}</div>'
                lines = lines[1:]

    def _items(self, lines: list[str]) -> Iterator[str]:
        for line in lines:
            match = _BULLET.match(line)
            assert match is not None
            depth, mark = len(match[1]) // 2, match[2] if match[2][0].isdigit() else "•"
            yield f'<div class="item d{depth}"><span class="mark">{mark}</span>{self.inline(match[3])}</div>'

    def inline(self, text: str) -> str:
        """Text within a line."""
        drawn: list[str] = []
        at = 0
        for match in _INLINE.finditer(text):
            drawn.append(escape(text[at : match.start()]))
            drawn.append(self._token(match))
            at = match.end()
        drawn.append(escape(text[at:]))
        return "".join(drawn)

    def _token(self, match: re.Match[str]) -> str:
        group = {name: value for name, value in match.groupdict().items() if value is not None}
        if "escaped" in group:
            return escape(group["escaped"])
        if "code" in group:
            return f"<code>{escape(group['code'].strip())}</code>"
        if "href" in group:
            return f'<a href="{escape(group["href"])}">{self.inline(group["label"])}</a>'
        if "bare" in group:
            return f'<a href="{escape(group["bare"])}">{escape(group["bare"])}</a>'
        if "time" in group:
            return f"<time>{self._time(int(group['time']), group.get('style', 'f'))}</time>"
        return self._named(group)

    def _named(self, group: Mapping[str, str]) -> str:
        for kind, sign in (("user", "@"), ("role", "@"), ("channel", "#"), ("command", "/")):
            if kind in group:
                name = self._names.get(group[kind], group[kind])
                return f'<span class="mention">{sign}{escape(name)}</span>'
        wrapped = next(name for name in _WRAPPED if name in group)
        return _WRAPPED[wrapped].format(self.inline(group[wrapped]))

    def _time(self, seconds: int, style: str) -> str:
        moment = datetime.fromtimestamp(seconds, UTC)
        if style == "R":
            return _relative((moment - self._now).total_seconds())
        shapes = {
            "t": "%H:%M",
            "T": "%H:%M:%S",
            "d": "%d/%m/%Y",
            "D": "%d %B %Y",
            "f": "%d %B %Y at %H:%M",
            "F": "%A, %d %B %Y at %H:%M",
        }
        return moment.strftime(shapes[style]).lstrip("0")


_SIZES = ((31_557_600, "year"), (2_629_800, "month"), (86_400, "day"), (3600, "hour"), (60, "minute"))


def _relative(seconds: float) -> str:
    for size, name in (
        (31_557_600, "year"),
        (2_629_800, "month"),
        (86_400, "day"),
        (3600, "hour"),
        (60, "minute"),
    ):
        if abs(seconds) >= size:
            count = round(abs(seconds) / size)
            words = f"{count} {name}{'s' if count > 1 else ''}"
            if count == 1:
                words = f"{'an' if name == 'hour' else 'a'} {name}"
            return f"in {words}" if seconds > 0 else f"{words} ago"
    return "in a few seconds" if seconds > 0 else "a few seconds ago"
