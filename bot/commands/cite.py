"""The Cite button: a passage with its source, to copy as plain text or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.actions import Fields
from bot.cards import Accent, Card, Paper, card
from bot.client import Client, Interaction
from bot.pages import room_beside
from bot.spots import Spot, look_up
from index.errors import NotFound

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.library import Library
    from index.models import Article, Context, Passage

FILE = "citation.txt"


async def cite(interaction: Interaction, fields: Fields) -> None:
    """Show the citation of a passage, privately."""
    spot = Spot.read(fields)
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found = await look_up(library, spot)
        article = await library.articles.get(found.article)
        said = await _statement(library, spot, found.article)
    await replies.show(interaction, citation_card(interaction.client.renderer, found, article, said))


def citation_card(renderer: Renderer, found: Context, article: Article, said: Passage | None) -> Card:
    """The citation as plain text and as Markdown; in a file where both do not fit a message."""
    words = found.text[found.passage.start : found.passage.end]
    values = {"words": words, "article": article, "said": said}
    plain = renderer.text("plain/citation.j2", **values)
    markdown = renderer.text("discord/cite/markdown.j2", **values)
    template = "discord/cite/shown.j2"
    text = renderer.text(template, plain=plain, markdown=markdown, whole=True)
    if room_beside(text) >= 0:
        return card(text, accent=Accent.NEAR)
    text = renderer.text(template, plain=plain, markdown=markdown, whole=False)
    paper = Paper(FILE, f"{plain}\n\n{markdown}\n".encode())
    return card(text, attached=paper, accent=Accent.NEAR)


async def _statement(library: Library, spot: Spot, article: str) -> Passage | None:
    """The statement at a spot, for its speaker; None for the reporter's words and what is no longer there."""
    if spot.quote_id is None:
        return None
    try:
        said = await library.passage(spot.quote_id)
    except NotFound:
        return None
    return said if said.article == article and said.start < spot.end and spot.start < said.end else None


async def setup(bot: Client) -> None:
    """Add the button."""
    bot.actions.add("cite", cite)
