"""The answer to a question as a card: one page of passages, or an honest no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asked import Beside
from bot.buttons import Press, button
from bot.cards import Accent, Card, card
from bot.pages import PER_PAGE, fitted, paged, passage_block, room_beside
from bot.spots import Spot

if TYPE_CHECKING:
    from bot.asked import Asked
    from bot.render import Renderer
    from index.library import Library
    from index.models import Answer, Passage

# At most this many passages come near without being an answer.
NEAR = 2
NOTHING_BESIDE = Beside()


async def greeting_card(renderer: Renderer, library: Library) -> Card:
    """What to ask, for whoever asked nothing."""
    text = renderer.text("discord/mentioned.j2", examples=await library.examples())
    return card(text, accent=Accent.DESK)


def wanted(page: int) -> int:
    """How many passages to ask for so that `page` (from 0) can be laid out."""
    return PER_PAGE * (page + 1) + 1


def answer_card(
    renderer: Renderer, answer: Answer, asked: Asked, page: int = 0, *, beside: Beside = NOTHING_BESIDE
) -> Card:
    """One page of an answer. A page beyond the last shows the last."""
    if not answer.answered:
        return _honest_no(renderer, answer, asked, beside)
    template = "discord/answer.j2"
    names = _which(asked, beside)
    values = {"answer": answer, "asked": asked, "namesakes": names, "taken": beside.taken}
    bare = renderer.text(template, **values, blocks=[], more=True)
    room = room_beside(bare) - PER_PAGE * 20  # the places of lines and buttons
    blocks = [passage_block(renderer, passage, room) for passage in answer.passages]
    pages = paged(blocks, room)
    page = min(page, len(pages) - 1)
    here = pages[page]
    # One passage more than a page holds was asked for: only what is in hand is promised.
    more = here.end < len(answer.passages)
    text = renderer.text(template, **values, blocks=blocks[here.start : here.end], more=more)
    rows: list[list[Press]] = [
        passage_buttons(renderer, passage) for passage in answer.passages[here.start : here.end]
    ]
    rows.append(_turning(renderer, asked, page, more=more))
    rows.append([each for name in names for each in button(name, "more", asked.only(name).fields(0))])
    return card(text, rows=rows)


def passage_buttons(renderer: Renderer, passage: Passage) -> list[Press]:
    """The buttons under one passage: its context, a citation, and a flag."""
    fields = Spot.of(passage).fields()
    return [
        *button(renderer.label("buttons.context"), "context", fields),
        *button(renderer.label("buttons.cite"), "cite", fields),
        *button(renderer.label("buttons.flag"), "flag", fields),
    ]


def _which(asked: Asked, beside: Beside) -> list[str]:
    """Those of one name who can be told apart by a button."""
    if not asked.whole:
        return []
    return [name for name in beside.namesakes if button(name, "more", asked.only(name).fields(0))]


def _turning(renderer: Renderer, asked: Asked, page: int, *, more: bool) -> list[Press]:
    if not asked.whole:
        return []
    buttons: list[Press] = []
    if page:
        buttons += button(renderer.label("buttons.back"), "more", asked.fields(page - 1))
    if more:
        buttons += button(renderer.label("buttons.more"), "more", asked.fields(page + 1))
    return [*buttons, *button(renderer.label("buttons.why"), "why", asked.fields(page))]


def _honest_no(renderer: Renderer, answer: Answer, asked: Asked, beside: Beside) -> Card:
    template = "discord/no_answer.j2"
    names = _which(asked, beside)
    values = {"answer": answer, "asked": asked, "namesakes": names, "beside": beside}
    blocks = fitted(renderer, answer.passages[:NEAR], room_beside(renderer.text(template, **values, blocks=[])))
    text = renderer.text(template, **values, blocks=blocks)
    rows = [passage_buttons(renderer, passage) for passage in answer.passages[: len(blocks)]]
    rows.append(_turning(renderer, asked, 0, more=False))
    rows.append([each for name in names for each in button(name, "more", asked.only(name).fields(0))])
    return card(text, rows=rows, accent=Accent.NEAR)
