"""The worst case of every template for readers: any text in every field, and Discord takes the message."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings

from bot import errors, timeline
from bot.actions import Forged
from bot.answers import answer_card
from bot.asked import Beside
from bot.cards import Card, Paper, Picture, card
from bot.commands.cite import citation_card
from bot.commands.compare import comparison_card
from bot.commands.context import context_card
from bot.commands.person import profile_card
from bot.commands.quotes import Search, page_card
from bot.commands.verify import verdict_card
from bot.cooldowns import TooSoon
from bot.limits import walk
from bot.notices import digest_card
from bot.options import NoAddress, NoDay
from bot.pending import Expired
from bot.permissions import Denied, Level, NoServer
from bot.render import TEMPLATES, Renderer
from bot.spots import Gone
from index import errors as index_errors
from index.models import (
    Bucket,
    Comparison,
    Context,
    Count,
    Coverage,
    Difference,
    Digest,
    Filters,
    Follow,
    Kept,
    LibrarySettings,
    Page,
    Profile,
    RoleLine,
    Span,
    Verification,
)
from tests.bot.samples import (
    DAY,
    MOMENT,
    NASTY,
    a_flag,
    an_answer,
    an_article,
    an_understanding,
    asked,
    the_worst,
    words,
)
from tests.wire.loopback.limits import faults

calm = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
# What takes most room for its length, or is acted on by Discord, by the thousand.
EXTREMES = [
    "n" * 4000,
    "😀" * 4000,
    "\u202e" * 4000,
    "*" * 4000,
    "word " * 800,
    "\n" * 4000 + "x",
    "[here](https://evil.example) " * 140,
    "<@123>" * 600,
    "x",
]
COVERAGE = Coverage(10**7, DAY, DAY)


class Recording(Renderer):
    """A renderer that remembers which templates it rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def text(self, name: str, /, **values: object) -> str:
        self.names.add(name)
        return super().text(name, **values)


RENDERER = Recording()


def shown(name: str, /, **values: object) -> Card:
    """A template's text alone as a card."""
    return card(RENDERER.text(f"discord/{name}.j2", **values), attached=Paper("a.txt", b"x"))


def a_follow(text: str, number: int = 1) -> Follow:
    return Follow(number, "5", "6", text, "topic", "week", MOMENT, None)


def kept(text: str, number: int = 30) -> Kept:
    flags = tuple(a_flag(the_worst(text), text) for _ in range(number))
    return Kept("5", flags, tuple(a_follow(text, each) for each in range(number)), 10**6)


def a_profile(text: str) -> Profile:
    counts = tuple(Count(text, 10**6) for _ in range(12))
    passages = tuple(replace(the_worst(text), start=number) for number in range(6))
    buckets = tuple(Bucket(DAY + timedelta(weeks=week), text[:50], 9999) for week in range(24))
    role = RoleLine(text, 10**6, DAY, date(2026, 4, 5))
    return Profile(
        name=text,
        aliases=(text + "a",) * 9,
        roles=(role,) * 5,
        statements=10**6,
        articles=10**6,
        first=DAY,
        last=date(2026, 4, 5),
        outlets=counts,
        topics=counts,
        acts=tuple(Count(act, 10**6) for act in ("said", "promised", "warned", "denied", "demanded")),
        best=passages,
        latest=passages,
        answered=(),
        timeline=buckets,
    )


def person(text: str) -> Card:
    profile = a_profile(text)
    figures = timeline.series(profile.timeline)
    return profile_card(RENDERER, profile, figures, Picture("timeline.png", b"", "a" * 1024))


def answer(text: str) -> Card:
    found = an_answer(*(replace(the_worst(text), start=number) for number in range(4)))
    beside = Beside(namesakes=tuple(f"{name} {text[:60]}" for name in "abcde"))
    question = asked(text[:600], before=(text[:100],) * 3, source=text[:100], since=DAY, until=DAY)
    return answer_card(RENDERER, found, question, beside=beside)


def honest_no(text: str, *, near: bool = True) -> Card:
    understood = an_understanding(unknown=(text,) * 9, since=DAY, until=DAY)
    passages = (the_worst(text),) * 4 if near else ()
    found = an_answer(*passages, answered=False, missing=(text,) * 9, understood=understood)
    beside = Beside(people=(text,) * 3, examples=(text,) * 2)
    return answer_card(RENDERER, found, asked(text[:600], speaker=text[:100], source=text[:100]), beside=beside)


def why(text: str) -> Card:
    understood = an_understanding(
        topic=text,
        speakers=(text,) * 20,
        unknown=(text,) * 20,
        acts=("said", "promised", "warned", "demanded", "denied", "accused", "praised", "announced"),
        words=text,
        source=text,
        since=DAY,
        until=DAY,
        recent=True,
        dropped=(text,) * 40,
    )
    return shown("why", answer=an_answer(understood=understood), asked=asked(text, before=(text,) * 3))


def verdict(text: str, kind: str = "other-words") -> Card:
    differences = tuple(Difference(each, text) for each in ("same", "missing", "extra", "same", "extra") * 15)
    evidence = (the_worst(text), replace(the_worst(text), start=1))
    return verdict_card(
        RENDERER,
        Verification(text, text, cast("Any", kind), evidence, differences, COVERAGE),
    )


def comparison(text: str) -> Card:
    sides = [replace(the_worst(text), start=number) for number in range(6)]
    return comparison_card(
        RENDERER, Comparison(text, text, text + "!", tuple(sides[:3]), tuple(sides[3:]), COVERAGE)
    )


def context(text: str) -> Card:
    whole = text * 3
    spans = [Span(number * len(text), (number + 1) * len(text)) for number in range(3)]
    found = Context("pier", spans[0], spans[1], spans[2], whole, text)
    return context_card(RENDERER, found, an_article(text=whole, title=text, author=text, source=text))


def citation(text: str) -> Card:
    found = Context("pier", Span(0, 0), Span(0, len(text)), Span(0, 0), text, text)
    return citation_card(RENDERER, found, an_article(title=text, author=text, source=text), the_worst(text))


def quotes(text: str) -> Card:
    passages = tuple(replace(the_worst(text), start=number) for number in range(3))
    search = Search(Filters(speaker=text[:100], source=text[:100], since=DAY, until=DAY), text[:100], "cursor")
    return page_card(RENDERER, Page(passages, 10**6, "next"), search)[1]


def digest(text: str) -> Card:
    passages = tuple(replace(the_worst(text), start=number) for number in range(5))
    guild = cast("Any", SimpleNamespace(name=text, id=2**63))
    found = Digest(a_follow(text), passages, 10**6)
    digest_card(RENDERER, found, guild, direct=False)
    return digest_card(RENDERER, found, guild, direct=True)


def error(made: Callable[[str], BaseException]) -> Callable[[str], Card]:
    return lambda text: errors.explain(RENDERER, made(text))


CARDS: dict[str, Callable[[str], Card]] = {
    "answer": answer,
    "no answer": honest_no,
    "no answer, nothing near": lambda text: honest_no(text, near=False),
    "no articles": lambda text: answer_card(
        RENDERER, an_answer(answered=False, coverage=Coverage(0, None, None)), asked(text)
    ),
    "why": why,
    "person": person,
    "which": lambda text: shown("which", name=text),
    "verdict": verdict,
    "verdict: someone else": lambda text: verdict(text, "someone-else"),
    "verdict: not found": lambda text: verdict(text, "not-found"),
    "no claim": lambda _: shown("no_claim"),
    "comparison": comparison,
    "context": context,
    "citation": citation,
    "quotes": quotes,
    "digest": digest,
    "thanks": lambda text: shown("thanks", outcome="fixed", words=text),
    "flagged": lambda _: shown("flagged", reason="speaker", editor=False),
    "flagged by an editor": lambda _: shown("flagged", reason="speaker", editor=True),
    "followed": lambda text: shown(
        "follow/added", follow=a_follow(text), settings=LibrarySettings(timezone=text)
    ),
    "unfollowed": lambda text: shown("follow/removed", removed=[a_follow(text)] * 30, follows=[]),
    "not followed": lambda text: shown("follow/removed", removed=[], follows=[a_follow(text)] * 30),
    "lost": lambda text: shown("follow/lost", follow=a_follow(text), server=text),
    "neither": lambda _: shown("follow/one"),
    "kept": lambda text: shown("privacy/show", kept=kept(text), days=30),
    "handed over": lambda text: shown("privacy/export", kept=kept(text)),
    "deleted": lambda text: shown("privacy/deleted", kept=kept(text)),
    "help": lambda text: shown(
        "help", examples=[text] * 3, stats=SimpleNamespace(articles=10**7), editor=True, me=1
    ),
    "mentioned": lambda text: shown("mentioned", examples=[text] * 3),
    "direct message": lambda _: shown("direct_message"),
    "welcome": lambda _: shown("welcome"),
    "other channel": lambda _: shown("other_channel", channels=[2**63] * 10),
    "cannot post": lambda text: shown("cannot_post", channel=2**63, rights=[text[:40]] * 3),
    "privately": lambda _: shown("errors/privately"),
    "error: nobody": error(lambda text: index_errors.Nobody(text, near=(text,) * 9)),
    "error: not found": error(lambda text: index_errors.NotFound(text, text, near=(text,) * 9)),
    "error: refused": error(lambda text: index_errors.InputError(text, text)),
    "error: library": error(lambda text: index_errors.LibraryError(text, text)),
    "error: gone": error(Gone),
    "error: denied": error(lambda _: Denied(Level.EDITOR)),
    "error: too soon": error(lambda _: TooSoon(10**6, whole_server=True, first=True)),
    "error: expired": error(lambda _: Expired()),
    "error: no day": error(NoDay),
    "error: no address": error(NoAddress),
    "error: no server": error(lambda _: NoServer()),
    "error: forged": error(Forged),
    "error: unknown": error(RuntimeError),
}
# Administration's own cases are beside its commands.
_ADMINS = ("article/", "desk/", "feed/", "people/", "errors/forbidden", "errors/busy")


@pytest.fixture(autouse=True)
async def loop() -> None:
    """Views of discord.py need a running loop."""


def refusals(message: Card) -> list[str]:
    """What the fake Discord of the wire tests has against a message."""
    payload = {"components": message.to_components()}  # type: ignore[no-untyped-call]  # discord.py's own
    return faults("/channels/1/messages", payload)


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("text", EXTREMES, ids=lambda text: ascii(text[:8]))
async def test_the_longest_and_oddest_text_fits(name: str, text: str) -> None:
    assert refusals(CARDS[name](text)) == []


@pytest.mark.parametrize("name", CARDS)
@calm
@given(text=words)
async def test_any_text_fits(name: str, text: str) -> None:
    assert refusals(CARDS[name](text * 3)) == []


@pytest.mark.parametrize("text", NASTY)
async def test_nothing_in_a_name_can_ping_or_link(text: str) -> None:
    for name in ("person", "comparison", "quotes", "digest", "which"):
        parts = walk(CARDS[name](text).to_components())  # type: ignore[no-untyped-call]  # discord.py's own
        for part in parts:
            # A backslash makes the next mark a plain one.
            live = re.sub(r"\\.", "", part.get("content", ""))
            assert not re.search(r"<@\d|@everyone|\]\(https://evil", live)


async def test_every_template_for_readers_has_its_worst_case() -> None:
    for made in CARDS.values():
        made("x")
    names = {
        path.relative_to(TEMPLATES / "discord").as_posix()[:-3]
        for path in (TEMPLATES / "discord").rglob("*.j2")
    }
    included = {"question"}
    mine = {name for name in names if not name.startswith(_ADMINS)} - included
    assert mine - {name.removeprefix("discord/").removesuffix(".j2") for name in RENDERER.names} == set()
