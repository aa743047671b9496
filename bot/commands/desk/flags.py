"""`/quotedesk flags`: what readers reported, mended with one tap; the reader hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from discord import app_commands

from bot import replies
from bot.actions import Actions, Fields, Forged, article_field, integer
from bot.buttons import Press, Style, button
from bot.cards import Accent, Card, card
from bot.client import Interaction
from bot.notices import thank
from bot.pages import passage_block, room_beside
from bot.permissions import Level
from bot.spots import Spot

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import Flag, Page

PER_PAGE = 2


@app_commands.command(description="…")
async def flags(interaction: Interaction) -> None:
    """Show the open reports, oldest first."""
    await replies.defer(interaction, private=True)
    await _page(interaction, None)


async def turn(interaction: Interaction, fields: Fields) -> None:
    """Show another page in place."""
    await replies.hold(interaction)
    await _page(interaction, fields[0] or None)


async def resolve(interaction: Interaction, fields: Fields) -> None:
    """Close a report and thank its reader."""
    number, outcome = fields[0], fields[1]
    if outcome not in {"fixed", "dismissed"}:
        raise Forged(outcome)
    await replies.hold(interaction)
    async with interaction.client.library(interaction) as library:
        flag = await library.flags.resolve(
            integer(number), cast("Literal['fixed', 'dismissed']", outcome), by=str(interaction.user.id)
        )
    await thank(interaction.client, flag)
    await _page(interaction, None)


async def _page(interaction: Interaction, cursor: str | None) -> None:
    async with interaction.client.library(interaction) as library:
        page = await library.flags.open(cursor, PER_PAGE)
    await replies.show(interaction, queue_card(interaction.client.renderer, page, first=cursor is None))


def queue_card(renderer: Renderer, page: Page[Flag], *, first: bool) -> Card:
    """One page of open reports, each with the buttons that close it."""
    template = "discord/desk/flags.j2"
    bare = renderer.text(template, page=page, blocks=[""] * len(page.items))
    room = (room_beside(bare) - PER_PAGE * 20) // max(1, len(page.items))
    blocks = [passage_block(renderer, flag.passage, room) for flag in page.items]
    text = renderer.text(template, page=page, blocks=blocks)
    turning = [] if first else button(renderer.label("buttons.first"), "flags", [""])
    if page.cursor:
        turning += button(renderer.label("buttons.next"), "flags", [page.cursor])
    rows = [*(_fixes(renderer, flag) for flag in page.items), turning]
    return card(text, rows=rows, accent=Accent.DESK)


def _fixes(renderer: Renderer, flag: Flag) -> list[Press]:
    """What mends it, first what the report asks for; what stands around the words; and closing it."""
    mending: list[Press] = []
    if flag.passage.quote_id is not None:
        name, fields = renderer.label("buttons.fix_speaker"), [flag.passage.quote_id, flag.id]
        style = Style.primary if flag.reason == "speaker" else Style.secondary
        mending += button(name, "correct", fields, style=style)
    style = Style.secondary if flag.reason == "speaker" else Style.primary
    article = article_field(flag.passage.article)
    showing = button(renderer.label("buttons.show_article"), "article-show", [article], style=style)
    first, second = (mending, showing) if flag.reason == "speaker" else (showing, mending)
    return [
        *first,
        *second,
        *button(renderer.label("buttons.context"), "context", Spot.of(flag.passage).fields()),
        *button(renderer.label("buttons.flag_fixed"), "flag-close", [flag.id, "fixed"], style=Style.success),
        *button(renderer.label("buttons.flag_dismissed"), "flag-close", [flag.id, "dismissed"]),
    ]


def register(group: app_commands.Group, actions: Actions) -> None:
    """Add the subcommand and its buttons."""
    group.add_command(flags)
    actions.add("flags", turn, level=Level.EDITOR)
    actions.add("flag-close", resolve, level=Level.EDITOR)
