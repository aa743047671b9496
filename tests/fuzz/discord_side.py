"""Targets of the bot: ids of buttons, what others wrote, days, and whole cards against Discord's limits."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache, partial

from bot.actions import Forged, StateTooLong, decode, encode, integer
from bot.answers import answer_card
from bot.cards import Card
from bot.claims import LONGEST, claimed_words
from bot.commands.quotes import Search
from bot.commands.verify import verdict_card
from bot.hearing import Heard, question_of
from bot.inert import inert, printable, quoted, restore, revealed, unquoted, visible
from bot.limits import CUSTOM_ID_LENGTH, length, walk
from bot.options import NoDay, choices, parse_day
from bot.render import Renderer
from bot.spots import Spot
from index.errors import NotFound
from index.models import Coverage, Difference, Passage, Verification
from index.store.cursors import place_of, written
from tests.bot.samples import a_passage, an_answer, an_understanding, asked

_ESCAPE = re.compile(r"\\[^0-9A-Za-z\s]")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
# All that a template itself makes Discord act on: moments, and the two links of a citation.
_OURS = re.compile(
    r"<t:-?\d+:[A-Za-z]>|\[(?:Read it in place|Open the article)\]\(https?://[^\s()<>]*\)|\[…\](?!\()"
)
_LIVE = re.compile(r"[<>@\[\]]|https?:/|:\w+:")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def ids(data: bytes) -> None:
    """An id is read, or forged; what a button wrote is what is read."""
    text = _text(data)
    custom_id = text if text.startswith("qd1") else f"qd1:{text}"
    try:
        _, fields = decode(custom_id)
    except Forged:
        return
    for read in (Spot.read, Search.read, lambda all_: integer(all_[0] if all_ else "")):
        try:
            read(fields)
        except Forged:
            continue
    for count in (1, 2, 3):
        try:
            place_of(text, count)
        except NotFound:
            continue
    try:
        again = encode("context", fields)
    except StateTooLong:
        return
    assert length(again) <= CUSTOM_ID_LENGTH
    assert decode(again) == ("context", fields)
    half = len(text) // 2
    plain = data.decode("utf-8", "replace")
    assert place_of(written((plain, half, None)), 3) == (plain, half, None)


def inert_text(data: bytes) -> None:
    """Nothing acts, nothing hides, and every character can be had back."""
    text = _text(data)
    assert restore(inert(text)) == text
    assert unquoted(quoted(text)) == text
    assert revealed(visible(text)) == text
    for shown in (inert(text), printable(text)):
        assert not _HIDDEN.search(shown)
        shown.encode()
    left = _ESCAPE.sub("x", inert(text))
    assert not re.search(r"[*_~`|\[\]<>@]", left)
    assert not re.match(r"\s*(?:[-#+]|\d+[.)])", left)
    for line in quoted(text).split("\n"):
        assert line.startswith("> ")
        assert not re.match(r"\s*(?:[-#+>]|\d+[.)])", _ESCAPE.sub("x", line[2:]))


def heard(data: bytes) -> None:
    """A message is a question or none; the words to check in it are not too many."""
    text = _text(data)
    assert len(claimed_words(text)) <= LONGEST
    question = question_of(Heard(text, from_bot=False, direct=False, mentioned=True), 42)
    assert question is None or "<@42>" not in question
    for choice in choices([text[:100], text[:40]]):
        assert 0 < len(choice.name) <= 100


def day(data: bytes) -> None:
    """What is typed as a day is one, or is none that is known."""
    try:
        assert isinstance(parse_day(_text(data)[:200]), date)
    except NoDay:
        return


def cards(data: bytes) -> None:
    """Every card fits Discord (it raises LimitExceeded else), and only the templates' own markup acts."""
    text = data.decode("utf-8", "replace")
    make = _MAKERS[len(data) % len(_MAKERS)]
    card = make(text)
    for one in walk(card.to_components()):  # type: ignore[no-untyped-call]  # discord.py's own
        if one["type"] == 10:
            assert not stray(one["content"]), stray(one["content"])


def stray(content: str) -> list[str]:
    """What Discord would act on though no template made it."""
    return _LIVE.findall(_OURS.sub("", _ESCAPE.sub("x", content)).replace("> ", "", 1).replace("\n> ", "\n"))


@cache
def _renderer() -> Renderer:
    return Renderer()


def _answered(text: str, *, answered: bool) -> Card:
    passages = [_passage(part) for part in (text, text[: len(text) // 2], text[:30]) if part.strip()]
    understood = an_understanding(unknown=(text[:80] or "x",), topic=text[:60])
    answer = an_answer(
        *passages,
        answered=answered and bool(passages),
        missing=(text[:90] or "x",),
        understood=understood,
    )
    return answer_card(_renderer(), answer, asked(text[:900] or "x", before=(text[:50],)))


def _passage(text: str) -> Passage:
    return a_passage(
        text, speaker=text[:80], mention=text[:60], source=text[:60], title=text[:100], certainty="description",
        link=f"https://lantern.example/{text[:30]}", article=text[:40],
    )  # fmt: skip


def _verified(text: str) -> Card:
    words = [
        Difference("missing", text[:20]),
        Difference("extra", text[20:60]),
        Difference("same", text[60:90]),
    ]
    found = Verification(
        text[:1000], text[:90] or None, "other-words", (_passage(text or "x"),),
        tuple(one for one in words if one.words), Coverage(3, None, date(2026, 3, 5)),
    )  # fmt: skip
    return verdict_card(_renderer(), found)


_MAKERS: tuple[Callable[[str], Card], ...] = (
    partial(_answered, answered=True),
    partial(_answered, answered=False),
    _verified,
)
