"""Every card for admins holds the worst that a library can hand over within Discord's limits."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cards import Card, card
from bot.commands.article.adding import nothing_card, preview_card, previews_card, saved_card
from bot.commands.article.listing import list_card
from bot.commands.desk.audit import PER_PAGE as ENTRIES
from bot.commands.desk.audit import audit_card
from bot.commands.desk.flags import PER_PAGE as FLAGS
from bot.commands.desk.flags import queue_card
from bot.commands.feed import PER_PAGE as FEEDS
from bot.commands.feed import list_card as feeds_card
from bot.limits import TEXT_LENGTH, length, walk
from bot.render import Renderer
from index.models import Added, Draft, Feed, LibrarySettings, Page, Preview, Refused, Stats, Version
from index.models.articles import Concern
from tests.bot.samples import (
    DAY,
    MOMENT,
    NASTY,
    a_card,
    a_flag,
    an_article,
    an_entry,
    the_worst,
    words,
)

RENDERER = Renderer()
MOST = 4000
LONGEST = [*("".join(part * MOST)[:MOST] for part in NASTY), "\u202e" * MOST, "word " * 800, "W" * MOST]
calm = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ID = str(2**63)
CONCERNS: tuple[Concern, ...] = get_args(Concern)


@pytest.fixture(autouse=True)
async def loop() -> None:
    """Views of discord.py need a running loop."""


def a_feed(text: str, state: str = "failing") -> Feed:
    return Feed(7, f"https://{text}", text, state, MOMENT, MOMENT, 999_999, text, 999_999)  # type: ignore[arg-type]


def cards(text: str) -> list[Card]:
    """Every card for admins that is laid out by more than a template, each of its values `text`."""
    draft = Draft(text, "id", f"https://c.example/{text}", text, text, text, DAY, concerns=CONCERNS)
    preview = Preview(draft, 999_999, 0, 999_999, (text,) * 40, "id", "copy")
    refused = [Refused(text, 3, text)] * 30
    added = Added(text[:100], "updated", text, 9, 9, 9, 9)
    listed = tuple(a_card(id=str(n) + text[:90], title=text, source=text, removed=MOMENT) for n in range(8))
    flags = tuple(a_flag(the_worst(text), text[:500]) for _ in range(FLAGS))
    changed = "; ".join(f"{text[:300]}: {ID} {ID} {text[:50]}" for _ in range(9))
    entries = tuple(replace(an_entry(text), id=n) for n in range(ENTRIES))
    set_ = tuple(replace(one, action="settings", before=changed, after=changed) for one in entries)
    return [
        preview_card(RENDERER, preview, refused, "code", [text[:2000]] * 2),
        previews_card(RENDERER, [draft] * 40, refused, "code"),
        nothing_card(RENDERER, refused),
        nothing_card(RENDERER, [Refused(f"https://{text}", None, text)]),
        saved_card(RENDERER, [added], text),
        saved_card(RENDERER, [added, added, *refused], text),
        list_card(RENDERER, Page(listed, 999_999, text[:60]), text[:50], "removed", first=False),
        queue_card(RENDERER, Page(flags, 999_999, "cursor"), first=False),
        audit_card(RENDERER, Page(entries, 999_999, "cursor"), first=False),
        audit_card(RENDERER, Page(set_, 999_999, "cursor"), first=False),
        feeds_card(RENDERER, [a_feed(text)] * (3 * FEEDS), FEEDS),
    ]


def templates(text: str) -> dict[str, dict[str, object]]:
    """Every other template for admins with its worst values."""
    many = tuple(str(2**63 + n) for n in range(200))
    desk = LibrarySettings(channels=many, adders=many, audit_channel=ID, timezone=text)
    stats = Stats(9, 9, 9, 9, 9, "1999-01-01", "2026-01-01", 9, 10**12)
    article = replace(an_article(title=text, source=text, author=text, text=text), removed=MOMENT, id=text)
    version = Version(9, text, text, MOMENT, (text,) * 9)
    feed: dict[str, object] = {"feed": a_feed(text)}
    rights = [RENDERER.label(f"rights.{name}") for name in ("view_channel", "send_messages")]
    return {
        "article/show": {"article": article, "versions": [version] * 5},
        "article/removed": {"article": article},
        "article/restored": {"article": article},
        "desk/settings": {"settings": desk, "blocked": [text] * 20},
        "desk/blocked": {"outlet": text, "gone": 9},
        "desk/unblocked": {"outlet": text},
        "desk/undone": {"entry": an_entry(text)},
        "desk/changes": {"entries": [an_entry(text)] * 5},
        "desk/status": {
            "stats": stats,
            "oldest": DAY,
            "newest": DAY,
            "old": 99,
            "feeds": 99,
            "failing": [a_feed(text)] * 8,
            "broken": 99,
            "flags": 99,
            "lacking": [(int(ID), rights)] * 8,
            "cannot": 99,
            "gone": 99,
            "operator": True,
            "servers": 99,
        },
        "feed/added": feed | {"announced": False},
        "feed/news": feed | {"news": [Added(text[:100], "added", text, 9, 9, 9, 9)] * 8, "total": 99},
        "feed/paused": feed,
        "feed/resumed": feed,
        "feed/removed": feed,
        "feed/failing": feed,
        "people/merged": {"name": text, "other": text},
        "people/renamed": {"name": text, "other": text},
        "people/split": {"name": text, "other": text},
        "errors/library": {"error": Fault(text), "reference": "ABCDEFG"},
        "errors/refused": {"error": Fault(text)},
        "errors/not_found": {"error": Fault(text)},
        "errors/no_day": {"error": text[:60]},
        "errors/no_address": {"error": text[:100]},
    }


class Fault:
    """An error whose every word is another's."""

    def __init__(self, text: str) -> None:
        self.message = self.advice = text
        self.near = (text,) * 25


@pytest.mark.parametrize("text", LONGEST, ids=range(len(LONGEST)))
async def test_values_of_four_thousand_characters_fit(text: str) -> None:
    for shown in cards(text):
        _hold(shown)
    for name, values in templates(text).items():
        _hold(card(RENDERER.text(f"discord/{name}.j2", **values)))


@calm
@given(words)
async def test_any_words_fit(text: str) -> None:
    for shown in cards(text):
        _hold(shown)


@calm
@given(st.text(max_size=300))
async def test_any_value_of_any_template_fits_and_pings_no_one(text: str) -> None:
    for name, values in templates(text).items():
        rendered = RENDERER.text(f"discord/{name}.j2", **values)
        _hold(card(rendered))
        assert "@everyone" not in rendered


def _hold(shown: Card) -> None:
    parts = walk(shown.to_components())  # type: ignore[no-untyped-call]  # discord.py's own
    assert sum(length(part["content"]) for part in parts if part["type"] == 10) <= TEXT_LENGTH


async def test_what_is_wrong_with_a_preview_stands_above_its_text() -> None:
    draft = Draft("It was dark.", title="Dark", concerns=("teaser", "no-date"))
    shown = preview_card(RENDERER, Preview(draft, 3, 0, 0, (), None, "added"), [], "code")
    text = "\n".join(part["content"] for part in walk(shown.to_components()) if part["type"] == 10)  # type: ignore[no-untyped-call]
    assert text.index("Looks like a teaser") < text.index("No date found") < text.index("Nobody is quoted")
    assert text.index("Nobody is quoted") < text.index("It begins") < text.index("Nothing is stored yet")


async def test_a_report_offers_first_what_it_asks_for() -> None:
    def labels(reason: str) -> list[str]:
        flag = replace(a_flag(the_worst("It was dark.")), reason=reason)  # type: ignore[arg-type]
        shown = queue_card(RENDERER, Page((flag,), 1), first=True)
        parts = walk(shown.to_components())  # type: ignore[no-untyped-call]
        return [part["label"] for part in parts if part["type"] == 2]

    assert labels("speaker")[0] == "Correct the speaker"
    assert labels("outdated")[0] != "Correct the speaker"


async def test_changed_settings_name_channels_and_roles() -> None:
    entry = replace(
        an_entry("x"), action="settings", before="channels: -; adders: -", after=f"channels: {ID}; adders: {ID}"
    )
    text = RENDERER.text("discord/desk/audit.j2", page=Page((entry,), 1))
    assert f"→ channels: <#{ID}> adders: <@&{ID}>" in text
