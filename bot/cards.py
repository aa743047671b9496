"""Cards: the bot's messages as Components V2, laid out from a template's text and read back from a message."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import discord

from bot.inert import restore
from bot.limits import check_message
from bot.render import PLACE

Row = Sequence[discord.ui.Item[Any]]
_PLACES = re.compile(rf"\n*{PLACE}([^{PLACE}]*){PLACE}\n*")


class Accent(IntEnum):
    """The colour of a card's edge; it repeats what the words say."""

    ANSWER = 0x3B82F6
    NEAR = 0x9CA3AF
    DESK = 0x8B5CF6
    DONE = 0x22C55E
    WARNING = 0xF59E0B
    FAULT = 0xEF4444


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the words that replace it for whoever does not see it."""

    name: str
    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to take along."""

    name: str
    data: bytes


Attached = Picture | Paper


class Card(discord.ui.LayoutView):
    """One message. It keeps no state here: its buttons carry all of it in their ids."""

    def __init__(self, text: str, *, rows: Sequence[Row], attached: Attached | None, accent: Accent) -> None:
        super().__init__(timeout=None)
        self._attached = attached
        container: discord.ui.Container[Card] = discord.ui.Container(accent_colour=int(accent))
        for item in _items(text, rows, attached):
            container.add_item(item)
        self.add_item(container)
        # A finished view is not kept in memory by discord.py: buttons are found by the pattern of their ids.
        self.stop()
        check_message(self.to_components())  # type: ignore[no-untyped-call]  # discord.py's own

    def files(self) -> list[discord.File]:
        """What to upload along with the card, anew at each call."""
        if self._attached is None:
            return []
        return [discord.File(io.BytesIO(self._attached.data), filename=self._attached.name)]


def card(
    text: str, *, rows: Sequence[Row] = (), attached: Attached | None = None, accent: Accent = Accent.ANSWER
) -> Card:
    """Lay out a template's text: "rule" is a line, "row:N" the buttons of `rows[N]`, "attached" the picture
    or file, "id:N" numbers the text that follows (so that it can be read back). Rows not placed come last.

    Raises LimitExceeded where Discord would refuse the message.
    """
    return Card(text, rows=rows, attached=attached, accent=accent)


def text_with_id(message: discord.Message, number: int) -> str | None:
    """The text that a card of the bot shows under `id:number`, as it was before it was made inert."""
    for component in _walk(message.components):
        if isinstance(component, discord.TextDisplay) and component.id == number:
            return restore(component.content)
    return None


def button_ids(message: discord.Message) -> list[str]:
    """The ids of a message's buttons, in order."""
    return [
        component.custom_id
        for component in _walk(message.components)
        if isinstance(component, discord.Button) and component.custom_id
    ]


def _items(text: str, rows: Sequence[Row], attached: Attached | None) -> Iterator[discord.ui.Item[Any]]:
    # The same passage twice in a card has one set of buttons: Discord takes each id once.
    rows = _each_once(rows)
    placed: set[int] = set()
    number: int | None = None
    for position, part in enumerate(_PLACES.split(text)):
        if position % 2 == 0:
            if part.strip():
                yield discord.ui.TextDisplay(part, id=number)
            number = None
            continue
        name, _, argument = part.partition(":")
        if name == "id":
            number = int(argument)
        elif name == "row":
            placed.add(int(argument))
            yield from _row(rows[int(argument)])
        elif name == "attached" and attached is not None:
            yield _attachment(attached)
        elif name == "rule":
            yield discord.ui.Separator()
    for index, row in enumerate(rows):
        if index not in placed:
            yield from _row(row)


def _attachment(attached: Attached) -> discord.ui.Item[Any]:
    media = f"attachment://{attached.name}"
    if isinstance(attached, Paper):
        return discord.ui.File(media)
    return discord.ui.MediaGallery(discord.MediaGalleryItem(media, description=attached.alt))


def _each_once(rows: Sequence[Row]) -> list[Row]:
    seen: set[str] = set()
    kept: list[Row] = []
    for row in rows:
        fresh = [item for item in row if getattr(item, "custom_id", None) not in seen]
        seen.update(item.custom_id for item in fresh if isinstance(item, discord.ui.DynamicItem))
        kept.append(fresh)
    return kept


def _row(row: Row) -> Iterator[discord.ui.ActionRow[Any]]:
    if row:
        yield discord.ui.ActionRow(*row)


def _walk(components: Sequence[Any]) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _walk(getattr(component, "children", ()))
