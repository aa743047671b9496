"""Pages: what fits one message. A passage is never divided; one too long for any page is cut, and says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.limits import TEXT_LENGTH, length
from bot.render import Shown

if TYPE_CHECKING:
    from bot.render import Renderer
    from index.models import Passage

PER_PAGE = 3
# The places of a line and of buttons around a passage.
_PLACES = 20


@dataclass(frozen=True, slots=True)
class Slice:
    """The items of one page: `items[start:end]`."""

    start: int
    end: int


def paged(blocks: Sequence[str], room: int) -> list[Slice]:
    """Divide blocks over pages of at most `room` characters and `PER_PAGE` blocks; every block gets a page."""
    pages: list[Slice] = []
    start, used = 0, 0
    for index, block in enumerate(blocks):
        size = length(block)
        if index > start and (used + size > room or index - start == PER_PAGE):
            pages.append(Slice(start, index))
            start, used = index, 0
        used += size
    pages.append(Slice(start, len(blocks)))
    return pages


def passage_block(renderer: Renderer, passage: Passage, room: int) -> Shown:
    """A passage with its citation in at most `room` characters; longer words are cut at a space and marked."""
    whole = _block(renderer, passage, len(passage.text))
    if length(whole) <= room:
        return whole
    low, high = 0, len(passage.text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if length(_block(renderer, passage, middle)) <= room else (low, middle - 1)
    space = passage.text.rfind(" ", 0, low)
    return _block(renderer, passage, space if space > low // 2 else low)


def fitted(renderer: Renderer, passages: Sequence[Passage], room: int) -> list[Shown]:
    """The first passages that fit `room` together, whole; the first one alone is cut where it must be."""
    blocks: list[Shown] = []
    for passage in passages:
        block = passage_block(renderer, passage, room - _PLACES)
        left = room - sum(length(each) + _PLACES for each in blocks)
        if blocks and length(block) + _PLACES > left:
            break
        blocks.append(block)
    return blocks


def room_beside(text: str) -> int:
    """What is left of a message beside `text`."""
    return TEXT_LENGTH - length(text)


def _block(renderer: Renderer, passage: Passage, shown: int) -> Shown:
    text = passage.text[:shown]
    rest = len(passage.text) - len(text)
    return Shown(renderer.text("discord/passage.j2", passage=passage, shown=text, rest=rest))
