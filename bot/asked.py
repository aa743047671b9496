"""A question as a card carries it: its words stand in the card, its filters in the ids of the card's buttons.

The bot stores no questions. When a button is pressed or a card is replied to, the question is read back.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Self

import discord

from bot.actions import Fields, Forged, StateTooLong, decode, encode, integer
from bot.cards import button_ids, text_with_id
from bot.inert import inert
from bot.limits import length

if TYPE_CHECKING:
    from index.library import Library
    from index.models import Answer

QUESTION_ID = 100
EARLIER_ID = 101
EARLIER_KEPT = 3
# A longer question is shown cut, and then cannot be read back: no button that needs it is offered.
SHOWN_LENGTH = 900
# As many as a row of buttons holds.
MOST_NAMESAKES = 5
# The last page that a button turns to; its number has two digits.
LAST_PAGE = 99
_WHY = "why"
_MORE = "more"
_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the ones before it in the conversation (oldest first), exact filters, and who asked."""

    question: str
    asker: int
    before: tuple[str, ...] = ()
    speaker: str | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def whole(self) -> bool:
        """Whether the card can show the question in full, and its buttons can carry the rest."""
        shown = sum(length(inert(question)) for question in (self.question, *self.before))
        try:
            encode("more", self.fields(LAST_PAGE))
        except StateTooLong:
            return False
        return shown <= SHOWN_LENGTH

    def fields(self, page: int) -> Fields:
        """The state of a button that shows `page` of the answer."""
        days = (day.isoformat() if day else "" for day in (self.since, self.until))
        return str(page), str(self.asker), *days, self.speaker or "", self.source or ""

    @classmethod
    def read(cls, message: discord.Message | None, fields: Fields) -> Self:
        """The question of a card with the state of one of its buttons. Raises Forged."""
        if message is None or len(fields) != _FIELDS:
            raise Forged(str(fields))
        question = text_with_id(message, QUESTION_ID)
        if question is None:
            raise Forged("no question")
        earlier = (text_with_id(message, EARLIER_ID + place) for place in range(EARLIER_KEPT))
        return cls(
            question=_unmarked(question),
            asker=integer(fields[1]),
            before=tuple(_unmarked(text) for text in earlier if text is not None),
            since=_day(fields[2]),
            until=_day(fields[3]),
            speaker=fields[4] or None,
            source=fields[5] or None,
        )

    @classmethod
    def of_card(cls, message: discord.Message) -> Self | None:
        """The question that a card of the bot answers; None where it is no such card."""
        for custom_id in button_ids(message):
            try:
                name, fields = decode(custom_id)
                if name == _WHY:
                    return cls.read(message, fields)
            except Forged:
                continue
        return None

    @classmethod
    def turned(cls, message: discord.Message) -> tuple[Self, int] | None:
        """The question of a card and its next page; None where the card shows the last one, or is no answer."""
        asked = cls.of_card(message)
        pages = {_WHY: 0, _MORE: 0}
        for custom_id in button_ids(message):
            with suppress(Forged):
                name, fields = decode(custom_id)
                pages[name] = max(pages.get(name, 0), integer(fields[0]) if name in {_WHY, _MORE} else 0)
        return None if asked is None or pages[_MORE] <= pages[_WHY] else (asked, pages[_MORE])

    def only(self, speaker: str) -> Self:
        """The same question, kept to one speaker."""
        return replace(self, speaker=speaker)

    def followed_by(self, question: str, asker: int) -> Self:
        """The next question of the conversation."""
        before = (*self.before, self.question)[-EARLIER_KEPT:]
        return type(self)(
            question, asker, before, self.speaker, self.source, since=self.since, until=self.until
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """What leads on from an answer: whom a name in the question was taken for and whom it may mean as well, or
    where there is no answer, who is quoted most and questions that would be answered."""

    taken: str = ""
    namesakes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


async def answer(library: Library, asked: Asked, *, limit: int) -> tuple[Answer, Beside]:
    """The answer of the library, each question of the conversation understood after the one before it.

    Raises Nobody where the speaker to keep to is not in the library.
    """
    speaker = await library.known(asked.speaker) if asked.speaker else None
    understood = None
    for earlier in asked.before:
        understood = (await library.ask(earlier, limit=1, after=understood)).understood
    found = await library.ask(
        asked.question,
        speaker=speaker,
        source=asked.source,
        since=asked.since,
        until=asked.until,
        limit=limit,
        after=understood,
    )
    shared = library.namesakes(asked.speaker) if asked.speaker else sum(found.understood.namesakes, ())
    if found.answered:
        meant = [name for name in shared if name == speaker or name in found.understood.speakers]
        others = [name for name in shared if name not in meant]
        return found, Beside(taken=meant[0] if meant else "", namesakes=tuple(others[:MOST_NAMESAKES]))
    if shared:
        return found, Beside(namesakes=shared[:MOST_NAMESAKES])
    examples = () if found.passages else tuple(await library.examples(limit=2))
    return found, Beside(people=tuple(library.suggest("", 3)), examples=examples)


def _unmarked(shown: str) -> str:
    # The templates set a question as a heading or as small print.
    return shown.removeprefix("### ").removeprefix("-# ")


def _day(field: str) -> date | None:
    try:
        return date.fromisoformat(field) if field else None
    except ValueError as error:
        raise Forged(field) from error
