"""Text that others wrote, made inert for Discord and for a terminal, and turned back exactly.

`inert` escapes every mark that Discord would act on; `visible` shows characters that hide or reorder text as
‹U+202E›. Both are injective: `restore` gives back the very characters, which the tests hold every template to.
"""

from __future__ import annotations

import re

# Controls, bidirectional controls, zero-width and blank letters, surrogates, private use, tags, noncharacters.
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
# A joiner between two characters beyond ASCII is spelling (emoji, Persian, Indic); elsewhere it hides.
_UNSAFE = re.compile(
    rf"[{_HIDDEN}]|(?<![^\x00-\x7f{_HIDDEN}\s])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f{_HIDDEN}\s])|‹(?=U\+)"
)
_SHOWN = re.compile(r"‹U\+([0-9A-F]{4,6})›")
_MARKDOWN = re.compile(
    r"""
      [\\*_~`|\[\]<>@]               # markdown, masked links, mentions and timestamps
    | :(?=\S)                        # links, emoji by name
    | (?m:^(?P<lead>[^\S\n]*))(?:(?P<mark>[-#+])|(?P<number>\d+)(?P<dot>[.)]))   # headings, lists, small print
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_TERMINAL = re.compile(rf"[{_HIDDEN}]|‹(?=U\+)")


def visible(text: str) -> str:
    """`text` with each character that hides or reorders text shown as ‹U+XXXX›; line breaks and tabs stay."""
    return _UNSAFE.sub(_show, text)


def inert(text: str) -> str:
    """`text` as one inert line of Discord markdown: line breaks are shown as ‹U+000A›."""
    return _escape(visible(text).replace("\n", "‹U+000A›"))


def quoted(text: str, mark: str = "") -> str:
    """`text` as a Discord block quote, line for line, inert; each line within `mark` ("**" for bold)."""
    return "\n".join(
        f"> {mark}{_escape(line)}{mark}" if line.strip() else f"> {line}" for line in visible(text).split("\n")
    )


def unquoted(block: str) -> str:
    """The text that `quoted` was given."""
    return restore("\n".join(line.removeprefix("> ") for line in block.split("\n")))


def restore(shown: str) -> str:
    """The text that `inert` was given."""
    return revealed(_ESCAPED.sub(r"\1", shown))


def revealed(shown: str) -> str:
    """The text that `visible` was given."""
    return _SHOWN.sub(lambda mark: chr(int(mark[1], 16)), shown)


def printable(text: str) -> str:
    """`text` for a terminal: no escape sequence, control or reordering mark reaches it."""
    return _TERMINAL.sub(_show, text)


def _show(match: re.Match[str]) -> str:
    return f"‹U+{ord(match[0]):04X}›"


def _escape(text: str) -> str:
    return _MARKDOWN.sub(_backslash, text)


def _backslash(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"{match['lead']}\\{match['mark']}"
    if match["number"]:
        return f"{match['lead']}{match['number']}\\{match['dot']}"
    return f"\\{match[0]}"
