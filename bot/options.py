"""Options that several commands share: names and outlets completed from memory, days as readers type them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.inert import visible
from bot.limits import CHOICE_LENGTH, CHOICES, check_choices, clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import Interaction

Choices = list[app_commands.Choice[str]]
# One name or outlet; longer is no name, and would not fit a choice.
Name = app_commands.Range[str, 1, 100]


class NoDay(Exception):
    """What was typed as a day is none; the message is what was typed."""


class Day(app_commands.Transformer):
    """A day as typed: 2024-03-05, "5 March 2024", "last week"."""

    async def transform(self, interaction: discord.Interaction, value: str, /) -> date:  # noqa: ARG002
        """The day. Raises NoDay."""
        return parse_day(value)


def parse_day(value: str) -> date:
    """The day that `value` names, in ISO form or in words. Raises NoDay."""
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        pass
    import dateparser

    found: datetime | None = dateparser.parse(
        value[:60], languages=["en"], settings={"PREFER_DATES_FROM": "past"}
    )
    if found is None:
        raise NoDay(value[:60])
    return found.date()


async def people(interaction: Interaction, typed: str) -> Choices:
    """Names for what was typed, most quoted first."""
    async with interaction.client.library(interaction) as library:
        return choices(library.suggest(typed, CHOICES))


async def outlets(interaction: Interaction, typed: str) -> Choices:
    """Outlets whose name contains what was typed."""
    wanted = typed.casefold()
    async with interaction.client.library(interaction) as library:
        return choices([source for source in library.sources() if wanted in source.casefold()])


def choices(values: Sequence[str], names: Sequence[str] | None = None) -> Choices:
    """At most 25 choices, each shown within 100 characters; a value too long to be sent back is left out."""
    pairs = zip(names if names is not None else values, values, strict=True)
    found = [
        app_commands.Choice(name=clipped(visible(name), CHOICE_LENGTH), value=value)
        for name, value in pairs
        if value and len(value) <= CHOICE_LENGTH
    ][:CHOICES]
    check_choices([choice.name for choice in found])
    return found
