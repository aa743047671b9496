"""`/quotes`: statements within exact filters, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from discord import app_commands

from bot import replies
from bot.actions import Fields, Forged
from bot.answers import passage_buttons
from bot.buttons import button
from bot.cards import Card, card
from bot.client import Client, Interaction
from bot.options import Name, SinceOption, UntilOption, outlets, people
from bot.pages import PER_PAGE, fitted, room_beside
from index.models import Filters

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import Page, Passage

_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and the page (None: the first)."""

    filters: Filters
    topic: str
    cursor: str | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """The search in a button's state. Raises Forged."""
        if len(fields) != _FIELDS:
            raise Forged(str(fields))
        cursor, since, until, speaker, source, topic = fields
        try:
            days = [date.fromisoformat(day) if day else None for day in (since, until)]
        except ValueError as error:
            raise Forged(str(fields)) from error
        filters = Filters(speaker=speaker or None, source=source or None, since=days[0], until=days[1])
        return cls(filters, topic, cursor or None)

    def fields(self, cursor: str) -> Fields:
        """The state of a button that shows the page at `cursor`."""
        filters = self.filters
        days = (day.isoformat() if day else "" for day in (filters.since, filters.until))
        return cursor, *days, filters.speaker or "", filters.source or "", self.topic


@app_commands.command(description="…")
@app_commands.guild_only()
@app_commands.autocomplete(speaker=people, source=outlets)
async def quotes(
    interaction: Interaction,
    *,
    speaker: Name | None = None,
    topic: app_commands.Range[str, 1, 100] | None = None,
    source: Name | None = None,
    since: SinceOption | None = None,
    until: UntilOption | None = None,
    private: bool | None = None,
) -> None:
    """List statements."""
    await replies.defer(interaction, private=await replies.is_private(interaction, wished=private))
    async with interaction.client.library(interaction) as library:
        known = await library.known(speaker) if speaker else None
    filters = Filters(speaker=known, source=source, since=since, until=until)
    await _page(interaction, Search(filters, topic or ""))


async def turn(interaction: Interaction, fields: Fields) -> None:
    """Show another page in place."""
    search = Search.read(fields)
    await replies.hold(interaction)
    await _page(interaction, search)


async def _page(interaction: Interaction, search: Search) -> None:
    renderer, limit = interaction.client.renderer, PER_PAGE
    async with interaction.client.library(interaction) as library:
        while True:
            page = await library.quotes(search.filters, topic=search.topic, cursor=search.cursor, limit=limit)
            shown, made = page_card(renderer, page, search)
            if shown == len(page.items):
                break
            limit = shown
    await replies.show(interaction, made)


def page_card(renderer: Renderer, page: Page[Passage], search: Search) -> tuple[int, Card]:
    """One page of statements, and how many of them: long ones may not fit a message together."""
    template = "discord/quotes.j2"
    bare = renderer.text(template, page=page, search=search, blocks=[], paging=False)
    blocks = fitted(renderer, page.items, room_beside(bare))
    turning = []
    if search.cursor:
        turning += button(renderer.label("buttons.first"), "quotes", search.fields(""))
    following = button(renderer.label("buttons.next"), "quotes", search.fields(page.cursor or ""))
    turning += following if page.cursor else []
    text = renderer.text(
        template, page=page, search=search, blocks=blocks, paging=bool(following) or not page.cursor
    )
    rows = [*(passage_buttons(renderer, passage) for passage in page.items[: len(blocks)]), turning]
    return len(blocks), card(text, rows=rows)


async def setup(bot: Client) -> None:
    """Add the command and its buttons."""
    bot.tree.add_command(quotes)
    bot.actions.add("quotes", turn)
