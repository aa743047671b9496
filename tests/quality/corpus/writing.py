"""The articles of the archive, and who said what in them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.models import Act, Draft
from tests.quality.corpus.people import OUTLETS, PEOPLE, Person
from tests.quality.corpus.topics import TOPICS, Topic
from tests.quality.corpus.wording import ACTS, line, named

FIRST_DAY = date(2025, 2, 3)
_COPIED = 10  # every so many articles, one takes over statements of the one before
_TITLES = (
    "{thing}: {surname} under pressure",
    "Dispute over {thing} goes on",
    "{surname} and {other} clash over {asked}",
    "What comes next for {asked}",
    "No quick end to the quarrel about {thing}",
    "{surname} speaks out on {asked}",
)
_LEADS = (
    "The council hall was full on {day} when {asked} came up once more.",
    "Another week, another argument about {thing}.",
    "A debate on {asked} ended late on {day} without a vote.",
    "Reporters had one subject on {day}: {thing}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it was written: `text[start:end]` of the article are its words."""

    article: str
    speaker: str
    topic: int
    act: Act
    start: int
    end: int
    words: str
    direct: bool


@dataclass(frozen=True, slots=True)
class Archive:
    """The articles in the order of their days, and every statement of a named person in them."""

    drafts: tuple[Draft, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, with its statement where it has one (offsets are those of the paragraph)."""

    text: str
    said: Said | None = None


def archive(size: int, *, topics: Sequence[int] = range(len(TOPICS)), seed: int = 20) -> Archive:
    """`size` articles, each on one of the `topics` (places in TOPICS)."""
    chance = random.Random(seed)
    drafts: list[Draft] = []
    said: list[Said] = []
    before: tuple[int, list[_Block]] | None = None
    for number in range(size):
        copied = number % _COPIED == _COPIED - 1 and before is not None
        place = before[0] if copied and before else topics[number % len(topics)]
        blocks = _report(chance, place, before[1] if copied and before else None)
        before = (place, blocks)
        draft, found = _joined(chance, number, place, blocks)
        drafts.append(draft)
        said += found
    return Archive(tuple(drafts), tuple(said))


def _report(chance: random.Random, place: int, taken: list[_Block] | None) -> list[_Block]:
    topic = TOPICS[place]
    lead = chance.choice(_LEADS).format(
        asked=chance.choice(topic.asked), thing=chance.choice(topic.things), day=chance.choice(_DAYS)
    )
    if taken is not None:  # wire copy: the same statements under another outlet's own beginning and end
        return [_Block(lead), *taken[1:-1], _Block(f"{chance.choice(topic.report)}. So much is agreed.")]
    facts = [_Block(f"{fact}.") for fact in chance.sample(topic.report, 2)]
    people = chance.sample(PEOPLE, chance.choice((2, 3, 3, 4)))
    blocks = [_Block(lead)]
    for person in people:
        clash = any(other is not person and other.surname == person.surname for other in people)
        blocks += _speech(chance, place, topic, person, clash=clash)
        if facts and chance.random() < 0.6:
            blocks.append(facts.pop())
    return [*blocks, *facts, _Block(f"The next meeting is on {chance.choice(_DAYS)}.")]


def _speech(chance: random.Random, place: int, topic: Topic, person: Person, *, clash: bool) -> list[_Block]:
    made = []
    for again, act in enumerate(chance.sample(ACTS, chance.choice((1, 2, 2)))):
        who = named(person, clash=clash, again=bool(again), chance=chance)
        written = line(chance, topic, act, who, person.pronoun)
        start = written.paragraph.index(written.words)
        end = start + len(written.words)
        said = Said("", person.name, place, act, start, end, written.words, written.direct)
        made.append(_Block(written.paragraph, said))
    return made


def _joined(chance: random.Random, number: int, place: int, blocks: list[_Block]) -> tuple[Draft, list[Said]]:
    topic, name = TOPICS[place], f"n{number:05}"
    speakers = [block.said.speaker.split(" ", 1)[1] for block in blocks if block.said]
    title = chance.choice(_TITLES).format(
        thing=chance.choice(topic.things),
        asked=chance.choice(topic.asked),
        surname=speakers[0],
        other=speakers[-1],
    )
    said, text = [], ""
    for block in blocks:
        if block.said is not None:
            place_here = (len(text) + block.said.start, len(text) + block.said.end)
            said.append(replace(block.said, article=name, start=place_here[0], end=place_here[1]))
        text += f"{block.text}\n\n"
    source = OUTLETS[(number + number // _COPIED) % len(OUTLETS)]
    published = FIRST_DAY + timedelta(days=number * 300 // 200 % 600)
    url = f"https://news.example/{source.split()[-1].lower()}/{name}"
    body = text.rstrip()
    return Draft(
        text=body, id=name, title=title[0].upper() + title[1:], source=source, published=published, url=url
    ), said
