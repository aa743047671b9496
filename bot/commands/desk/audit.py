"""`/quotedesk audit` and `undo`: who changed what, and taking it back for 24 hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot import replies
from bot.actions import Actions, Fields, integer
from bot.authority import require
from bot.buttons import button
from bot.cards import Accent, Card, card
from bot.client import Interaction
from bot.permissions import Level

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.library import Library
    from index.models import AuditEntry, Page

PER_PAGE = 5


@app_commands.command(description="…")
async def audit(interaction: Interaction) -> None:
    """List the changes, newest first."""
    await replies.defer(interaction, private=True)
    await _page(interaction, None)


async def turn(interaction: Interaction, fields: Fields) -> None:
    """Show another page in place."""
    await replies.hold(interaction)
    await _page(interaction, fields[0] or None)


@app_commands.command(description="…")
async def undo(interaction: Interaction) -> None:
    """Undo the last change."""
    await replies.defer(interaction, private=True)
    await _undo(interaction, None)


async def pressed_undo(interaction: Interaction, fields: Fields) -> None:
    """Undo the change of a button."""
    await replies.defer(interaction, private=True)
    await _undo(interaction, integer(fields[0]))


async def _page(interaction: Interaction, cursor: str | None) -> None:
    async with interaction.client.library(interaction) as library:
        page = await library.audit.list(cursor, PER_PAGE)
    await replies.show(interaction, audit_card(interaction.client.renderer, page, first=cursor is None))


def audit_card(renderer: Renderer, page: Page[AuditEntry], *, first: bool) -> Card:
    """One page of changes, each with its Undo while it can be taken back."""
    text = renderer.text("discord/desk/audit.j2", page=page)
    rows = [
        button(renderer.label("buttons.undo"), "undo", [entry.id])
        if entry.undoable and not entry.undone
        else []
        for entry in page.items
    ]
    turning = [] if first else button(renderer.label("buttons.first"), "audit", [""])
    if page.cursor:
        turning += button(renderer.label("buttons.next"), "audit", [page.cursor])
    return card(text, rows=[*rows, turning], accent=Accent.DESK)


async def _undo(interaction: Interaction, entry_id: int | None) -> None:
    me = str(interaction.user.id)
    async with interaction.client.library(interaction) as library:
        wanted = await _last(library) if entry_id is None else await library.audit.get(entry_id)
        if wanted is None or wanted.by != me:
            # Only admins undo what others did: an editor must not give itself back what an admin took.
            await require(interaction, Level.ADMIN)
        entry = await library.audit.undo(wanted.id if wanted else None, by=me)
    text = interaction.client.renderer.text("discord/desk/undone.j2", entry=entry)
    await replies.show(interaction, card(text, accent=Accent.DONE))


async def _last(library: Library) -> AuditEntry | None:
    """The last change that can be undone, as far as one page of the log shows."""
    page = await library.audit.list(limit=50)
    return next((entry for entry in page.items if entry.undoable and not entry.undone), None)


def register(group: app_commands.Group, actions: Actions) -> None:
    """Add the subcommands and their buttons."""
    group.add_command(audit)
    group.add_command(undo)
    actions.add("audit", turn, level=Level.EDITOR)
    actions.add("undo", pressed_undo, level=Level.EDITOR)
