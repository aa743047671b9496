"""The Context button: the neighbouring sentences, the passage bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import replies
from bot.actions import Fields
from bot.cards import Accent, Card, card
from bot.client import Client, Interaction
from bot.pages import room_beside
from bot.spots import Spot, look_up

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import Article, Context


async def context(interaction: Interaction, fields: Fields) -> None:
    """Show where a passage stands, privately."""
    spot = Spot.read(fields)
    await replies.defer(interaction, private=True)
    async with interaction.client.library(interaction) as library:
        found = await look_up(library, spot)
        article = await library.articles.get(found.article)
    await replies.show(interaction, context_card(interaction.client.renderer, found, article))


def context_card(renderer: Renderer, found: Context, article: Article) -> Card:
    """A passage among its neighbours."""
    return card(_text(renderer, found, article), accent=Accent.NEAR)


def _text(renderer: Renderer, found: Context, article: Article) -> str:
    """The card's text. Where it does not fit, the neighbours go first, then the passage is cut and marked."""
    before, passage, after = (
        found.text[span.start : span.end] for span in (found.before, found.passage, found.after)
    )
    for neighbours in ((before, after), ("", "")):
        text = _rendered(renderer, found, article, (neighbours[0], passage, neighbours[1]), len(passage))
        if room_beside(text) >= 0:
            return text
    low, high = 0, len(passage)
    while low < high:
        middle = (low + high + 1) // 2
        fits = room_beside(_rendered(renderer, found, article, ("", passage, ""), middle)) >= 0
        low, high = (middle, high) if fits else (low, middle - 1)
    return _rendered(renderer, found, article, ("", passage, ""), low)


def _rendered(
    renderer: Renderer, found: Context, article: Article, parts: tuple[str, str, str], shown: int
) -> str:
    return renderer.text(
        "discord/context.j2",
        context=found,
        article=article,
        before=parts[0],
        passage=parts[1][:shown],
        after=parts[2],
        rest=len(parts[1]) - min(shown, len(parts[1])),
    )


async def setup(bot: Client) -> None:
    """Add the button."""
    bot.actions.add("context", context)
