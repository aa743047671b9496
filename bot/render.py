"""The only door to Jinja: templates in, text out. All wording is in `templates/`, none in Python.

Each folder of templates has its own notion of safe text, which is applied to every value that a template prints
(never by the template's author): `discord/` escapes markdown, `terminal/` controls,
`labels/` and `plain/` are plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

import jinja2
from jinja2.runtime import Undefined
from markupsafe import Markup

from bot.inert import inert, printable, quoted, visible
from bot.limits import URL_LENGTH, length
from index.questions import kind_of_unknown

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
# Marks a place in a card's text; it cannot come from a value, whose control characters are shown as ‹U+001D›.
PLACE = "\x1d"


class Shown(Markup):
    """Text that is fit to be shown as it stands: a template's own, or escaped already."""


def place(name: str) -> Shown:
    """A place in a card that is not text: "rule", "row:0", "id:7", "attached" (see bot.cards)."""
    return Shown(f"\n{PLACE}{name}{PLACE}\n")


def day(value: date | None) -> Shown:
    """A date in the reader's own language, "" where there is none. Noon UTC is one day nearly everywhere."""
    if value is None:
        return Shown("")
    return _timestamp(datetime.combine(value, time(12), UTC), "D", value.isoformat())


def written(value: date | None) -> Shown:
    """A date in words for text that leaves Discord: "5 March 2026"; "" where there is none."""
    return Shown("" if value is None else f"{value.day} {value:%B %Y}")


def code(text: str) -> Shown:
    """Visible text within a code block, which three backticks would end."""
    return Shown(str(text).replace("```", "‹U+0060›" * 3))


def moment(value: datetime, style: str = "f") -> Shown:
    """A moment in the reader's own time zone; style "R" is relative ("in 5 minutes")."""
    return _timestamp(value, style, value.isoformat(sep=" ", timespec="minutes"))


def _timestamp(value: datetime, style: str, otherwise: str) -> Shown:
    # Discord's clients show no timestamp before 1970.
    seconds = int(value.timestamp())
    return Shown(f"<t:{seconds}:{style}>") if seconds > 0 else Shown(otherwise)


def address(url: str | None) -> Shown:
    """A URL fit for a masked link; "" where there is none, it is too long, or it is no http(s) address."""
    if not url:
        return Shown("")
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return Shown("")
    safe = quote(url, safe="!#$&'*+,/:;=?@~%")
    return Shown(safe if scheme in {"http", "https"} and len(safe) <= URL_LENGTH else "")


def counted(number: int, one: str, many: str) -> Shown:
    """A number with its noun: `{{ 3|counted("article", "articles") }}`."""
    return Shown(f"{number:,} {one if number == 1 else many}")


class Renderer:
    """Renders templates by their path under `templates/`; an undefined or None value is an error."""

    def __init__(self, templates: Path = TEMPLATES) -> None:
        self._templates = templates

    def text(self, name: str, /, **values: object) -> str:
        """The text of `templates/<name>` with `values`. Raises jinja2.TemplateError for a wrong template."""
        return self._environment(name).get_template(name).render(values).strip("\n")

    def label(self, name: str, /, **values: object) -> str:
        """The text `labels/<file>.j2` sets under a name: `label("buttons.more")`; values fill {braces}."""
        file, _, entry = name.partition(".")
        path = f"labels/{file}.j2"
        entries = self._environment(path).get_template(path).module
        return visible(str(getattr(entries, entry.replace(".", "_").replace("-", "_"))).format(**values))

    def broken(self) -> list[str]:
        """The templates that do not compile, each with the reason."""
        found: list[str] = []
        for path in sorted(self._templates.rglob("*.j2")):
            name = path.relative_to(self._templates).as_posix()
            try:
                self._environment(name).get_template(name)
            except jinja2.TemplateError as error:
                found.append(f"{name}: {error}")
        return found

    def _environment(self, name: str) -> jinja2.Environment:
        return _environment(self._templates, _SAFE[name.partition("/")[0]])


_SAFE: dict[str, Callable[[str], str]] = {
    "discord": inert,
    "labels": visible,
    "plain": visible,
    "terminal": printable,
}


# Mentions of channels, roles and people show their names; nothing that the bot sends can ping.
_MENTIONS: dict[str, Callable[[str], Shown]] = {
    "channel": lambda value: Shown(f"<#{int(value)}>"),
    "role": lambda value: Shown(f"<@&{int(value)}>"),
    "person": lambda value: Shown(f"<@{int(value)}>"),
}


# Compiled once, whoever renders.
@cache
def _environment(templates: Path, safe: Callable[[str], str]) -> jinja2.Environment:
    def finalize(value: object) -> Shown:
        if isinstance(value, Markup | Undefined):
            return Shown(value)
        if value is None:
            raise jinja2.UndefinedError("a template prints None")
        return Shown(safe(str(value)))

    def listed(values: Iterable[object], last: str = "and") -> Shown:
        shown = [finalize(value) for value in values]
        if len(shown) <= 1:
            return Shown("".join(shown))
        return Shown(f"{', '.join(shown[:-1])} {last} {shown[-1]}")

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        # With autoescape a macro's result is known as safe; `finalize` has escaped every value by then.
        autoescape=True,
        finalize=finalize,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["place"] = place
    environment.filters |= {
        "day": day,
        "moment": moment,
        "written": written,
        "code": code,
        "address": address,
        "brief": lambda value, most: Shown(_cut(str(value), most, safe, "…")),
        "quoted_brief": lambda value, most: Shown(_cut(str(value), most, quoted, " […]")),
        "counted": counted,
        "kind_of_unknown": kind_of_unknown,
        "listed": listed,
        **_MENTIONS,
        "quoted_bold": lambda value: Shown(quoted(value, "**")),
        "quoted": lambda value: Shown(quoted(value)),
    }
    return environment


def _cut(text: str, most: int, safe: Callable[[str], str], mark: str) -> str:
    """Text in at most `most` characters as shown, escapes and the mark of a cut included."""
    if length(safe(text)) <= most:
        return safe(text)
    low, high = 0, min(len(text), most)
    while low < high:
        middle = (low + high + 1) // 2
        fits = length(safe(text[:middle])) + len(mark) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    # After a whole word, where there is one near.
    space = text.rfind(" ", 0, low)
    return safe(text[: space if space > low * 0.8 else low]) + mark
