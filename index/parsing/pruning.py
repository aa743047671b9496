"""Takes out of a page what stands among the paragraphs and is not the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from index.parsing.furniture import is_furniture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

Sign = Literal["paywall", "teaser", "recommended"]

_HEADS = ("h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "h2", "h3", "h4", "h5", "div", "span", "a", "button", "section", "strong")
_WALL = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read|unlock)|to (?:continue|keep) reading"
    r"|already a (?:subscriber|member)|is (?:only |exclusively |reserved )?(?:available )?(?:for|to) (?:our )?"
    r"(?:paying )?(?:subscribers|members)\b|(?:for|to) subscribers only|subscribers?[- ]only"
    r"|(?:sign|log) in to (?:continue|read)"
    r"|(?:reached|used) your (?:free |monthly )*(?:article|story)? ?limit|start your (?:free )?trial"
    r"|unlock this (?:article|story)",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\W*(?:(?:continue|keep) reading|read (?:more|on|the (?:full|whole|rest)\b[\w ]{0,30})"
    r"|full (?:story|article))\W*$",
    re.IGNORECASE,
)
_TALK = re.compile(r"comment|reply|share", re.IGNORECASE)
# A prompt is a line or two; what is longer has article text in it.
_LONGEST_PROMPT = 240
_LONGEST_CARD = 200
# No cell of a table of figures has so much text.
_LONGEST_CELL = 800
# "Read more:" before a link.
_LONGEST_LABEL = 20
# Blocks of links alone are on every page; this many characters beside the links could pass for text.
_PROSE_IN_BLOCK = 150
_ASIDE = ("aside", "nav", "footer", "header")


def prune(tree: HtmlElement) -> set[Sign]:
    """Take prompts and "recommended" blocks out of `tree`; return what was met with."""
    signs: set[Sign] = set()
    for element in list(tree.iter(*_BLOCKS)):
        words = _words(element, most=_LONGEST_PROMPT)
        if not words or len(words) > _LONGEST_PROMPT:
            continue
        if _WALL.search(words):
            signs.add("paywall")
            _drop(element)
        elif element.tag in {"a", "button", "p", "span"} and _ON.match(words):
            signs.add("teaser")
            _drop(element)
        elif element.tag == "p" and _prose(element) < _LONGEST_LABEL and is_furniture(words):
            _drop(element)
    for heading in list(tree.iter(*_HEADS)):
        words = _words(heading)
        if is_furniture(words) and _drop_block(heading) and not _TALK.search(words):
            signs.add("recommended")
    return signs


def unfold_tables(tree: HtmlElement) -> None:
    """Turn tables that only lay the page out (a cell holds the article) into plain blocks, in place."""
    for cell in list(tree.iter("td")):
        if len(_words(cell)) < _LONGEST_CELL:
            continue
        for element in (cell, *cell.iterancestors("tr", "tbody", "table")):
            element.tag = "div"


def _drop_block(heading: HtmlElement) -> bool:
    """Take out a heading such as "Recommended" with what it heads; return whether that had prose in it."""
    parent = heading.getparent()
    if parent is None:
        return False
    outside = any(above.tag in _ASIDE for above in heading.iterancestors())
    leads = next(parent.iterchildren(tag="*"), None) is heading and not (parent.text or "").strip()
    if leads and parent.tag in {"div", "section", "aside", "ul"}:
        block = [parent]
    else:
        block = [heading, *_cards(heading)]
    prose = sum(_prose(element) for element in block)
    for element in block:
        _drop(element)
    return prose > _PROSE_IN_BLOCK and not outside


def _cards(heading: HtmlElement) -> Iterable[HtmlElement]:
    for sibling in list(heading.itersiblings(tag="*")):
        if sibling.tag == "p" and len(_words(sibling)) > _LONGEST_CARD and _prose(sibling) > 0:
            return
        yield sibling


def _prose(element: HtmlElement) -> int:
    """Return how many characters stand outside links."""
    linked = sum(len(_words(link)) for link in element.iter("a"))
    return max(0, len(_words(element)) - linked)


def _words(element: HtmlElement, *, most: int = 5000) -> str:
    """Return the text of an element; where it is longer than `most`, the beginning and a little more."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece) if not piece.isspace() else 0
        if length > most + 1:
            break
    return " ".join("".join(pieces).split())


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
