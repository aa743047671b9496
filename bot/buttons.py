"""Buttons and menus whose whole state is in their id, and the forms that they open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Self

import discord

from bot import errors, requests
from bot.actions import StateTooLong, encode
from bot.authority import require
from bot.client import Interaction
from bot.limits import LABEL_LENGTH, check_modal, clipped
from bot.permissions import Level

_MENU = "menu:"
Style = discord.ButtonStyle


class Press(
    discord.ui.DynamicItem[discord.ui.Item[Any]], template=re.compile(rf"(?:{_MENU})?qd\d+:.*", re.DOTALL)
):
    """Every button and menu of the bot, of this version or an earlier one; what was chosen in a menu is in
    `interaction.data`."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> Self:
        """What was pressed or chosen from."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the id says."""
        await perform(interaction, self.custom_id.removeprefix(_MENU))


def button(
    label: str, name: str, fields: Sequence[object] = (), *, style: Style = Style.secondary
) -> list[Press]:
    """A button that does the action `name`; none where its state does not fit an id."""
    try:
        custom_id = encode(name, fields)
    except StateTooLong:
        return []
    return [Press(discord.ui.Button(label=clipped(label, LABEL_LENGTH), custom_id=custom_id, style=style))]


def menu(
    placeholder: str, name: str, fields: Sequence[object], options: Sequence[discord.SelectOption]
) -> list[Press]:
    """A menu that does the action `name` with one of `options`; none where its state does not fit an id."""
    try:
        custom_id = _MENU + encode(name, fields)
    except StateTooLong:
        return []
    return [Press(discord.ui.Select(placeholder=placeholder, custom_id=custom_id, options=list(options)))]


def choice(interaction: Interaction) -> str:
    """What was chosen in a menu."""
    return str(dict(interaction.data or {}).get("values", [""])[0])  # type: ignore[index]  # a menu's data


class Form(discord.ui.Modal):
    """A form. Its answers come back to the action in its id, also after a restart in between."""

    def __init__(
        self, title: str, name: str, fields: Sequence[object], labels: Sequence[discord.ui.Label[Any]]
    ) -> None:
        super().__init__(title=title, custom_id=encode(name, fields))
        for label in labels:
            self.add_item(label)
        # As with cards: a finished form is not kept in memory by discord.py.
        self.stop()
        check_modal(self.to_dict())


async def perform(interaction: Interaction, custom_id: str) -> None:
    """Find the action of an id, authorise whoever pressed, do it; an error is answered privately."""
    bot = interaction.client
    requests.begin()
    with bot.work.one("press"):
        try:
            action, fields = bot.actions.find(custom_id)
            desk = action.level is not Level.READER
            bot.cooldowns.take(interaction.user.id, interaction.guild_id, desk=desk)
            await require(interaction, action.level)
            await action.handler(interaction, fields)
        except Exception as error:  # noqa: BLE001  # the last stop of every error; logged with its reference
            await errors.answer(interaction, error)
