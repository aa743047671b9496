"""`/article edit`, `remove` and `restore`."""

from __future__ import annotations

from datetime import date

from discord import app_commands

from bot import forms, replies
from bot.actions import Actions, Fields, article_field, values
from bot.buttons import Form, button
from bot.cards import Accent, card
from bot.client import Interaction
from bot.commands.article.listing import ArticleId, article_card, articles, withdrawn
from bot.options import Day, parse_address, read_day
from bot.permissions import Level

Line = app_commands.Range[str, 1, 300]


@app_commands.command(description="…")
@app_commands.autocomplete(article=articles)
async def edit(
    interaction: Interaction,
    *,
    article: ArticleId,
    title: Line | None = None,
    source: Line | None = None,
    published: app_commands.Transform[date, Day] | None = None,
    url: app_commands.Range[str, 1, 2000] | None = None,
    author: Line | None = None,
) -> None:
    """Change an article's particulars; without any, ask for them in a form."""
    if all(value is None for value in (title, source, published, url, author)):
        await _form(interaction, article)
        return
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        await library.articles.edit(
            article,
            by=str(interaction.user.id),
            title=title,
            source=source,
            published=published,
            url=parse_address(url) if url else None,
            author=author,
        )
        await replies.show(interaction, await article_card(interaction.client.renderer, library, article))


async def pressed_edit(interaction: Interaction, fields: Fields) -> None:
    """Open the form for an article's particulars."""
    await _form(interaction, fields[0])


async def edited(interaction: Interaction, fields: Fields) -> None:
    """Take in the form; an empty field leaves the particular as it is."""
    given = {name: value.strip() or None for name, value in values(interaction.data).items()}
    day = given["published"]
    published = await read_day(day) if day else None
    url = parse_address(given["url"]) if given["url"] else None
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        await library.articles.edit(
            fields[0],
            by=str(interaction.user.id),
            title=given["title"],
            source=given["source"],
            published=published,
            url=url,
            author=given["author"],
        )
        await replies.show(interaction, await article_card(interaction.client.renderer, library, fields[0]))


@app_commands.command(description="…")
@app_commands.autocomplete(article=articles)
async def remove(interaction: Interaction, article: ArticleId) -> None:
    """Withdraw an article."""
    await pressed_remove(interaction, (article,))


async def pressed_remove(interaction: Interaction, fields: Fields) -> None:
    """Withdraw an article and offer to bring it back."""
    renderer = interaction.client.renderer
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        removed = await library.articles.remove(fields[0], by=str(interaction.user.id))
    text = renderer.text("discord/article/removed.j2", article=removed)
    row = button(renderer.label("buttons.restore"), "article-restore", [article_field(removed.id)])
    await replies.show(interaction, card(text, rows=[row], accent=Accent.DONE))


@app_commands.command(description="…")
@app_commands.autocomplete(article=withdrawn)
async def restore(interaction: Interaction, article: ArticleId) -> None:
    """Bring a withdrawn article back."""
    await pressed_restore(interaction, (article,))


async def pressed_restore(interaction: Interaction, fields: Fields) -> None:
    """Bring a withdrawn article back."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        restored = await library.articles.restore(fields[0], by=str(interaction.user.id))
    renderer = interaction.client.renderer
    text = renderer.text("discord/article/restored.j2", article=restored)
    row = button(renderer.label("buttons.show_article"), "article-show", [article_field(restored.id)])
    await replies.show(interaction, card(text, rows=[row], accent=Accent.DONE))


async def _form(interaction: Interaction, article_id: str) -> None:
    renderer = interaction.client.renderer
    async with interaction.client.library(interaction) as library:
        article = await library.articles.get(article_id)
    fields = {
        "title": article.title,
        "source": article.source,
        "published": article.published.isoformat() if article.published else "",
        "url": article.url or "",
        "author": article.author,
    }
    await interaction.response.send_modal(
        Form(
            renderer.label("forms.edit"),
            "article-edited",
            [article_field(article_id)],
            [
                forms.line(renderer, "edit", name, value=value, longest=2000 if name == "url" else 300)
                for name, value in fields.items()
            ],
        )
    )


def register(group: app_commands.Group, actions: Actions) -> None:
    """Add the subcommands with their buttons and the form."""
    group.add_command(edit)
    group.add_command(remove)
    group.add_command(restore)
    actions.add("article-edit", pressed_edit, level=Level.EDITOR)
    actions.add("article-edited", edited, level=Level.EDITOR)
    actions.add("article-remove", pressed_remove, level=Level.EDITOR)
    actions.add("article-restore", pressed_restore, level=Level.EDITOR)
