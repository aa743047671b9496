"""Options that several commands share: names and outlets completed from memory, days as readers type them."""

from __future__ import annotations

import asyncio
import re
from calendar import monthrange
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import discord
from discord import app_commands

from bot.client import Interaction
from bot.inert import visible
from bot.limits import CHOICE_LENGTH, CHOICES, check_choices, clipped
from bot.render import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.render import Renderer
    from index.models import Count

Choices = list[app_commands.Choice[str]]
# One name or outlet; longer is no name, and would not fit a choice.
Name = app_commands.Range[str, 1, 100]


class NoDay(Exception):
    """What was typed as a day is none; the message is what was typed."""


class NoAddress(Exception):
    """What was typed as a web address is none; the message is what was typed."""


class Day(app_commands.Transformer):
    """A day as typed: 2024-03-05, "5 March 2024", "last week"; of a month its first day."""

    _end: Literal["first", "last"] = "first"

    async def transform(self, interaction: discord.Interaction, value: str, /) -> date:  # noqa: ARG002
        """The day. Raises NoDay."""
        return await read_day(value, self._end)


class Since(Day):
    """The first day of a time."""

    async def autocomplete(  # type: ignore[override]  # discord.py's own type has every kind of value
        self, interaction: Interaction, value: str, /
    ) -> Choices:
        """Days in words and the months that have articles, newest first."""
        async with interaction.client.library(interaction) as library:
            months = library.months()
        return days(interaction.client.renderer, value, months, datetime.now(UTC).date(), self._end)


class Until(Since):
    """The last day of a time; of a month its last day."""

    _end = "last"


SinceOption = app_commands.Transform[date, Since]
UntilOption = app_commands.Transform[date, Until]


async def read_day(value: str, end: Literal["first", "last"] = "first") -> date:
    """As `parse_day`, beside the loop: the first day in words loads a calendar for a third of a second."""
    return await asyncio.to_thread(parse_day, value, end)


def parse_day(value: str, end: Literal["first", "last"] = "first") -> date:
    """The day that `value` names, in ISO form or in words, a month by its `end`. Raises NoDay."""
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        pass
    import dateparser

    settings = {"PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": end}
    found: datetime | None = dateparser.parse(value[:60], languages=["en"], settings=settings)
    if found is None:
        raise NoDay(value[:60])
    return found.date()


def parse_address(value: str) -> str:
    """The web address that `value` is. Raises NoAddress."""
    found = value.strip()
    with suppress(ValueError):
        parts = urlsplit(found)
        if parts.scheme in {"http", "https"} and parts.hostname and not re.search(r"\s", found):
            return found
    raise NoAddress(found[:100])


async def people(interaction: Interaction, typed: str) -> Choices:
    """Names for what was typed, most quoted first."""
    async with interaction.client.library(interaction) as library:
        await library.refresh()
        return choices(library.suggest(typed, CHOICES))


async def outlets(interaction: Interaction, typed: str) -> Choices:
    """Outlets whose name contains what was typed."""
    wanted = typed.casefold()
    async with interaction.client.library(interaction) as library:
        await library.refresh()
        return choices([source for source in library.sources() if wanted in source.casefold()])


def days(
    renderer: Renderer, typed: str, months: Sequence[Count], today: date, end: Literal["first", "last"]
) -> Choices:
    """Choices for a day: what was typed where it is one, days in words, months with their articles."""
    named = [
        (renderer.label(f"days.{name}"), today - timedelta(days=back))
        for name, back in (("today", 0), ("yesterday", 1), ("week", 7), ("month", 30), ("year", 365))
    ]
    for month in months:
        first = date.fromisoformat(f"{month.label}-01")
        count = renderer.label("days.articles" if month.count != 1 else "days.article", count=month.count)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        named.append((f"{first:%B %Y} · {count}", first if end == "first" else last))
    wanted = typed.strip().casefold()
    found = [
        (name, day) for name, day in named if wanted in name.casefold() or day.isoformat().startswith(wanted)
    ]
    with suppress(ValueError):
        found.insert(0, (written(date.fromisoformat(wanted)), date.fromisoformat(wanted)))
    return choices([day.isoformat() for _, day in found], [name for name, _ in found])


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
