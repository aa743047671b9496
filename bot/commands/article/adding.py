"""`/article add`: from an address, files, or a form for pasted text; looked at before it is saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import discord
from discord import app_commands

from bot import forms, replies
from bot.actions import Actions, Fields, article_field, values
from bot.buttons import Form, Press, Style, button
from bot.cards import Accent, Card, card
from bot.client import Interaction
from bot.options import NoAddress, NoDay, parse_address, parse_day
from bot.permissions import Level
from bot.web import article_at
from index.errors import PageRefused
from index.models import Added, Draft, Refused

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import Preview

T = TypeVar("T")
FILE_BYTES = 25_000_000
SHOWN = 10
# Beside articles that can be added.
SHOWN_BESIDE = 3


@app_commands.command(description="…")
async def add(
    interaction: Interaction,
    *,
    url: app_commands.Range[str, 1, 2000] | None = None,
    file: discord.Attachment | None = None,
    file_2: discord.Attachment | None = None,
    file_3: discord.Attachment | None = None,
) -> None:
    """Read articles and show what would be stored; without an address or file, ask for text."""
    files = [each for each in (file, file_2, file_3) if each is not None]
    if url is None and not files:
        await interaction.response.send_modal(_paste_form(interaction.client.renderer))
        return
    await replies.defer(interaction, private=True)
    await look_through(interaction, [url] if url else [], files)


async def look_through(
    interaction: Interaction, urls: Sequence[str], files: Sequence[discord.Attachment]
) -> None:
    """Read the pages and files, and show what would be stored; what cannot be read costs itself only."""
    found = await _read_files(interaction.client.renderer, files)
    for url in urls:
        try:
            found.append(await article_at(interaction.client.web, url))
        except PageRefused as error:
            found.append(Refused(url, None, str(error)))
    await _preview(interaction, found)


async def paste_instead(interaction: Interaction, fields: Fields) -> None:
    """Ask for the text of a page that could not be read."""
    await interaction.response.send_modal(_paste_form(interaction.client.renderer, url=fields[0]))


async def pasted(interaction: Interaction, _fields: Fields) -> None:
    """Take in the form for pasted text."""
    from index.parsing import parse_text, text_concerns

    given = values(interaction.data)
    left_out: list[str] = []
    await replies.defer(interaction, private=True)
    published = await asyncio.to_thread(_read, given.get("date", "").strip(), parse_day, left_out)
    url = _read(given.get("url", "").strip(), parse_address, left_out)
    # A given title and text need no guessing where the title ends; a bare text does.
    draft = Draft(given["text"]) if given.get("title") else parse_text(given["text"], "text")
    draft = replace(
        draft,
        title=given.get("title") or draft.title,
        source=given.get("source") or draft.source,
        url=url or draft.url,
        published=published or draft.published,
    )
    concerns = text_concerns(draft.text, titled=bool(draft.title), dated=draft.published is not None)
    await _preview(interaction, [replace(draft, concerns=concerns)], left_out)


def _read(written: str, parse: Callable[[str], T], left_out: list[str]) -> T | None:
    """What a field of a form says; what cannot be read is left out: the text must not be lost over it."""
    try:
        return parse(written) if written else None
    except (NoDay, NoAddress):
        left_out.append(written)
        return None


async def save(interaction: Interaction, fields: Fields) -> None:
    """Store what the preview showed."""
    bot = interaction.client
    pending = bot.waiting.get(fields[0], server=interaction.guild_id, person=interaction.user.id)
    bot.waiting.drop(fields[0])
    await replies.hold(interaction)
    by = str(interaction.user.id)
    async with bot.library(interaction) as library:
        if len(pending.drafts) == 1:
            outcomes: Sequence[Added | Refused] = [await library.articles.add(pending.drafts[0], by=by)]
        else:
            outcomes = await library.articles.add_many(pending.drafts, by=by)
        example = next(iter(await library.examples(1)), "")
    await replies.show(interaction, saved_card(bot.renderer, outcomes, example))


async def cancel(interaction: Interaction, fields: Fields) -> None:
    """Forget what the preview showed; it is its maker's alone."""
    waiting = interaction.client.waiting
    waiting.get(fields[0], server=interaction.guild_id, person=interaction.user.id)
    waiting.drop(fields[0])
    await replies.hold(interaction)
    text = interaction.client.renderer.text("discord/article/cancelled.j2")
    await replies.show(interaction, card(text, accent=Accent.NEAR))


async def another_part(interaction: Interaction, fields: Fields) -> None:
    """Ask for the next part of a pasted text."""
    bot = interaction.client
    bot.waiting.get(fields[0], server=interaction.guild_id, person=interaction.user.id)
    await interaction.response.send_modal(
        Form(
            bot.renderer.label("forms.part"),
            "article-part",
            fields,
            [forms.paragraph(bot.renderer, "part", "text", required=True)],
        )
    )


async def part(interaction: Interaction, fields: Fields) -> None:
    """Join the next part of a pasted text to the draft and show it anew."""
    bot = interaction.client
    pending = bot.waiting.get(fields[0], server=interaction.guild_id, person=interaction.user.id)
    await replies.hold(interaction)
    [draft] = pending.drafts
    longer = replace(draft, text=f"{draft.text}\n\n{values(interaction.data)['text']}")
    bot.waiting.extend(fields[0], longer)
    async with bot.library(interaction) as library:
        seen = await library.articles.preview(longer)
    await replies.show(interaction, preview_card(bot.renderer, seen, [], fields[0]))


async def _read_files(renderer: Renderer, files: Sequence[discord.Attachment]) -> list[Draft | Refused]:
    from index.parsing import parse_file

    found: list[Draft | Refused] = []
    for file in files:
        if file.size > FILE_BYTES:
            reason = renderer.label("articles.too_large", name=file.filename, limit=FILE_BYTES // 1_000_000)
            found.append(Refused(file.filename, None, reason))
            continue
        data = await file.read()
        found += await asyncio.to_thread(lambda name, data: list(parse_file(name, data)), file.filename, data)
    return found


async def _preview(
    interaction: Interaction, found: Sequence[Draft | Refused], left_out: Sequence[str] = ()
) -> None:
    bot = interaction.client
    drafts = [each for each in found if isinstance(each, Draft)]
    refused = [each for each in found if isinstance(each, Refused)]
    if not drafts:
        await replies.show(interaction, nothing_card(bot.renderer, refused))
        return
    assert interaction.guild_id is not None  # noqa: S101  # the group is for servers only
    code = bot.waiting.keep(drafts, server=interaction.guild_id, person=interaction.user.id)
    if len(drafts) > 1:
        await replies.show(interaction, previews_card(bot.renderer, drafts, refused, code))
        return
    async with bot.library(interaction) as library:
        seen = await library.articles.preview(drafts[0])
    await replies.show(interaction, preview_card(bot.renderer, seen, refused, code, left_out))


def preview_card(
    renderer: Renderer, seen: Preview, refused: Sequence[Refused], code: str, left_out: Sequence[str] = ()
) -> Card:
    """What would be stored of one article, what looks wrong with it, and what could not be read."""
    text = renderer.text(
        "discord/article/preview.j2",
        preview=seen,
        refused=refused[:SHOWN_BESIDE],
        lost=len(refused),
        left_out=left_out,
    )
    return _with_buttons(renderer, text, code, one=True)


def previews_card(renderer: Renderer, drafts: Sequence[Draft], refused: Sequence[Refused], code: str) -> Card:
    """What would be stored of several articles."""
    text = renderer.text(
        "discord/article/preview_many.j2", drafts=drafts, refused=refused[:SHOWN_BESIDE], lost=len(refused)
    )
    return _with_buttons(renderer, text, code, one=False)


def nothing_card(renderer: Renderer, refused: Sequence[Refused]) -> Card:
    """Why nothing can be stored, with the form for pasted text at hand."""
    text = renderer.text("discord/article/all_refused.j2", refused=refused[:SHOWN], lost=len(refused))
    label = renderer.label("buttons.paste")
    url = refused[0].name if refused and refused[0].name.startswith("http") else ""
    # An address too long for a button's id is left for the admin to paste along with the text.
    row = button(label, "article-paste", [url]) or button(label, "article-paste", [""])
    return card(text, rows=[row], accent=Accent.WARNING)


def saved_card(renderer: Renderer, outcomes: Sequence[Added | Refused], example: str) -> Card:
    """What saving did, with a question that the library answers now."""
    added = [each for each in outcomes if isinstance(each, Added)]
    refused = [each for each in outcomes if isinstance(each, Refused)]
    text = renderer.text(
        "discord/article/saved.j2", added=added, refused=refused[:SHOWN], lost=len(refused), example=example
    )
    row: list[Press] = []
    if len(added) == 1:
        row = button(renderer.label("buttons.show_article"), "article-show", [article_field(added[0].id)])
    return card(text, rows=[row], accent=Accent.DONE if added else Accent.WARNING)


def _with_buttons(renderer: Renderer, text: str, code: str, *, one: bool) -> Card:
    row = button(renderer.label("buttons.save"), "article-save", [code], style=Style.success)
    if one:
        row += button(renderer.label("buttons.part"), "article-more", [code])
    row += button(renderer.label("buttons.cancel"), "article-cancel", [code])
    return card(text, rows=[row], accent=Accent.DESK)


def _paste_form(renderer: Renderer, *, url: str = "") -> Form:
    return Form(
        renderer.label("forms.paste"),
        "article-pasted",
        [],
        [
            forms.paragraph(renderer, "paste", "text", required=True),
            forms.line(renderer, "paste", "title"),
            forms.line(renderer, "paste", "source"),
            forms.line(renderer, "paste", "date", longest=60),
            forms.line(renderer, "paste", "url", longest=2000, value=url),
        ],
    )


def register(group: app_commands.Group, actions: Actions) -> None:
    """Add the subcommand with its buttons and forms."""
    group.add_command(add)
    for name, handler in (
        ("article-save", save),
        ("article-cancel", cancel),
        ("article-more", another_part),
        ("article-part", part),
        ("article-paste", paste_instead),
        ("article-pasted", pasted),
    ):
        actions.add(name, handler, level=Level.EDITOR)
