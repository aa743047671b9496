"""What is fuzzed: a name, seeds, a share of the inputs, and a function that raises where something is wrong.

A target lets only errors of our own tree pass (`QuotedeskError`, and the few of the Discord side); every other
exception, a broken promise (an offset outside, live markup, a payload that Discord refuses) is a fault.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import discord_side, library_side, seeds

Check = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Target:
    """`share` is its part of the inputs of a run; `slow` targets get few."""

    name: str
    check: Check
    seeds: tuple[bytes, ...]
    share: float


TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        Target("plain", library_side.plain, seeds.ARTICLES, 4),
        Target("page", library_side.page, seeds.PAGES, 1.5),
        Target("json", library_side.json_file, seeds.JSON, 8),
        Target("json-lines", library_side.json_lines, seeds.JSON_LINES, 6),
        Target("mail", library_side.mail, seeds.MAILS, 3),
        Target("pdf", library_side.pdf, seeds.PDFS, 1),
        Target("packed", library_side.packed, seeds.PACKED, 3),
        Target("feed", library_side.feed, seeds.FEEDS, 2),
        Target("discovery", library_side.discovery, seeds.PAGES, 3),
        Target("quotes", library_side.quotes, seeds.ARTICLES, 6),
        Target("question", library_side.question, seeds.QUESTIONS, 8),
        Target("link", library_side.link, seeds.LINKS, 12),
        Target("address", library_side.addresses, seeds.LINKS, 8),
        Target("tokens", library_side.tokens, seeds.ARTICLES, 6),
        Target("import", library_side.import_lines, seeds.EXPORTS, 3),
        Target("ids", discord_side.ids, seeds.IDS, 14),
        Target("inert", discord_side.inert_text, seeds.MARKUP, 14),
        Target("heard", discord_side.heard, seeds.MARKUP + seeds.QUESTIONS, 8),
        Target("day", discord_side.day, seeds.DAYS, 1),
        Target("cards", discord_side.cards, seeds.MARKUP + seeds.ARTICLES, 1),
    )
}
