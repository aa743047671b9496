"""`/article list` and `show`: finding an article again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast, get_args

import discord
from discord import app_commands

from bot import replies
from bot.actions import Actions, Fields, Forged, article_field
from bot.buttons import Press, Style, button, choice, menu
from bot.cards import Accent, Card, card
from bot.client import Interaction
from bot.inert import visible
from bot.limits import OPTION_LENGTH, clipped
from bot.options import Choices, choices
from bot.permissions import Level

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.library import Library
    from index.models import Article, ArticleCard, Page

Sort = Literal["newest", "oldest", "added", "title", "removed"]
PER_PAGE = 8
ArticleId = app_commands.Range[str, 1, 200]


@app_commands.command(name="list", description="…")
async def list_(
    interaction: Interaction, *, query: app_commands.Range[str, 1, 50] | None = None, sort: Sort = "newest"
) -> None:
    """List the articles."""
    await replies.defer(interaction, private=True)
    await _page(interaction, query or "", sort, None)


async def turn(interaction: Interaction, fields: Fields) -> None:
    """Show another page of the list in place."""
    if len(fields) != 3 or fields[0] not in get_args(Sort):  # noqa: PLR2004  # the three fields below
        raise Forged(str(fields))
    sort, cursor, query = fields
    await replies.hold(interaction)
    await _page(interaction, query, cast("Sort", sort), cursor or None)


async def _page(interaction: Interaction, query: str, sort: Sort, cursor: str | None) -> None:
    bot = interaction.client
    async with bot.library(interaction) as library:
        page = await library.articles.list(query, sort, cursor, PER_PAGE)
    await replies.show(interaction, list_card(bot.renderer, page, query, sort, first=not cursor))


def list_card(renderer: Renderer, page: Page[ArticleCard], query: str, sort: Sort, *, first: bool) -> Card:
    """One page of the list, with a menu to look at one of its articles."""
    text = renderer.text("discord/article/list.j2", page=page, query=query, sort=sort)
    options = [
        discord.SelectOption(
            label=clipped(visible(item.title) or renderer.label("articles.untitled"), OPTION_LENGTH),
            value=article_field(item.id),
            description=clipped(visible(_facts(item)), OPTION_LENGTH) or None,
        )
        for item in page.items
    ]
    picking = menu(renderer.label("articles.pick"), "article-pick", [], options) if options else []
    turning: list[Press] = []
    if not first:
        turning += button(renderer.label("buttons.first"), "articles", [sort, "", query])
    if page.cursor:
        turning += button(renderer.label("buttons.next"), "articles", [sort, page.cursor, query])
    return card(text, rows=[picking, turning], accent=Accent.DESK)


async def picked(interaction: Interaction, _fields: Fields) -> None:
    """Show the article chosen in the menu."""
    await pressed_show(interaction, (choice(interaction),))


async def articles(interaction: Interaction, typed: str) -> Choices:
    """Articles whose title, outlet or id contains what was typed."""
    return await _completed(interaction, typed, "newest")


async def withdrawn(interaction: Interaction, typed: str) -> Choices:
    """The same of the articles that can be restored."""
    return await _completed(interaction, typed, "removed")


async def _completed(interaction: Interaction, typed: str, sort: Sort) -> Choices:
    async with interaction.client.library(interaction) as library:
        page = await library.articles.list(typed, sort, limit=25)
    return choices([article_field(item.id) for item in page.items], [_choice(item) for item in page.items])


@app_commands.command(description="…")
@app_commands.autocomplete(article=articles)
async def show(interaction: Interaction, article: ArticleId) -> None:
    """Show one article's particulars."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        await replies.show(interaction, await article_card(interaction.client.renderer, library, article))


async def pressed_show(interaction: Interaction, fields: Fields) -> None:
    """Show the article of a button."""
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        await replies.show(interaction, await article_card(interaction.client.renderer, library, fields[0]))


async def article_card(renderer: Renderer, library: Library, article_id: str) -> Card:
    """An article's particulars, with the buttons to change it."""
    article = await library.articles.get(article_id)
    versions = await library.articles.versions(article_id)
    text = renderer.text("discord/article/show.j2", article=article, versions=versions[:5])
    return card(text, rows=[_buttons(renderer, article)], accent=Accent.DESK)


def _buttons(renderer: Renderer, article: Article) -> list[Press]:
    fields = [article_field(article.id)]
    if article.removed:
        return [*button(renderer.label("buttons.restore"), "article-restore", fields, style=Style.success)]
    return [
        *button(renderer.label("buttons.edit"), "article-edit", fields),
        *button(renderer.label("buttons.remove"), "article-remove", fields, style=Style.danger),
    ]


def _choice(item: ArticleCard) -> str:
    return " · ".join(fact for fact in (item.title or item.id, _facts(item)) if fact)


def _facts(item: ArticleCard) -> str:
    facts = (item.source, item.published.isoformat() if item.published else "")
    return " · ".join(fact for fact in facts if fact)


def register(group: app_commands.Group, actions: Actions) -> None:
    """Add the subcommands with their buttons."""
    group.add_command(list_)
    group.add_command(show)
    actions.add("articles", turn, level=Level.EDITOR)
    actions.add("article-show", pressed_show, level=Level.EDITOR)
    actions.add("article-pick", picked, level=Level.EDITOR)
