"""`/people`: mending names: a statement's speaker, one person under two names, two under one."""

from __future__ import annotations

from discord import app_commands

from bot import forms, replies
from bot.actions import Fields, integer, values
from bot.authority import EditorGroup
from bot.buttons import Form
from bot.cards import Accent, card
from bot.client import Client, Interaction
from bot.notices import thank
from bot.options import Choices, Name, choices, people
from bot.pages import passage_block, room_beside
from bot.permissions import Level

# What may be chosen beside the people of the article.
OTHER, UNCLEAR = "other", "unclear"


async def forms_of(interaction: Interaction, typed: str) -> Choices:
    """The names under which articles know the person already chosen."""
    chosen = str(interaction.namespace.name or "")
    async with interaction.client.library(interaction) as library:
        found = await library.people.forms(chosen) if chosen else ()
    return choices([form for form in found if typed.casefold() in form.casefold()])


@app_commands.command(description="…")
@app_commands.autocomplete(keep=people, other=people)
async def merge(interaction: Interaction, *, keep: Name, other: Name) -> None:
    """Make two people one."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        name = await library.people.merge(keep, other, by=str(interaction.user.id))
    await _done(interaction, "merged", name=name, other=other)


@app_commands.command(description="…")
@app_commands.autocomplete(name=people, form=forms_of)
async def split(interaction: Interaction, *, name: Name, form: Name) -> None:
    """Make a name that articles give to a person a person of its own."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        new = await library.people.split(name, form, by=str(interaction.user.id))
    await _done(interaction, "split", name=name, other=new)


@app_commands.command(description="…")
@app_commands.autocomplete(name=people)
async def rename(interaction: Interaction, *, name: Name, new: Name) -> None:
    """Change the name that a person goes by."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        now = await library.people.rename(name, new, by=str(interaction.user.id))
    await _done(interaction, "renamed", name=now, other=name)


async def pressed_correct(interaction: Interaction, fields: Fields) -> None:
    """Ask who said a statement; `fields` are its number and, from the flag queue, the flag's."""
    renderer = interaction.client.renderer
    async with interaction.client.library(interaction) as library:
        passage = await library.passage(integer(fields[0]))
        cast = await library.people.cast(passage.article)
    named = [name for name in cast if name != passage.speaker]
    labels = [
        forms.choice(renderer, "correct", "name", (OTHER, UNCLEAR), before=named),
        forms.line(renderer, "correct", "other", longest=100),
    ]
    await interaction.response.send_modal(Form(renderer.label("forms.correct"), "corrected", fields, labels))


async def corrected(interaction: Interaction, fields: Fields) -> None:
    """Take in who said a statement."""
    bot = interaction.client
    by, given = str(interaction.user.id), values(interaction.data)
    chosen = given["other"].strip() if given["name"] == OTHER else given["name"]
    await replies.defer(interaction, private=True)
    async with bot.library(interaction) as library:
        name = None if chosen == UNCLEAR else chosen
        quote_id = await library.people.correct(integer(fields[0]), name, by=by)
        passage = await library.passage(quote_id)
        flag = await library.flags.resolve(integer(fields[1]), "fixed", by=by) if len(fields) > 1 else None
    if flag is not None:
        await thank(bot, flag)
    bare = bot.renderer.text("discord/people/corrected.j2", block="", thanked=flag is not None)
    block = passage_block(bot.renderer, passage, room_beside(bare))
    text = bot.renderer.text("discord/people/corrected.j2", block=block, thanked=flag is not None)
    await replies.show(interaction, card(text, accent=Accent.DONE))


async def _done(interaction: Interaction, template: str, *, name: str, other: str) -> None:
    text = interaction.client.renderer.text(f"discord/people/{template}.j2", name=name, other=other)
    await replies.show(interaction, card(text, accent=Accent.DONE))


async def setup(bot: Client) -> None:
    """Add the group, and the button and form to correct a speaker."""
    group = EditorGroup("people")
    group.add_command(merge)
    group.add_command(split)
    group.add_command(rename)
    bot.tree.add_command(group)
    bot.actions.add("correct", pressed_correct, level=Level.EDITOR)
    bot.actions.add("corrected", corrected, level=Level.EDITOR)
