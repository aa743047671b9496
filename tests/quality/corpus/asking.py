"""Questions to the archive, each with the statements that answer it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.answering.query import small_terms
from index.models import Act
from index.text.tokens import terms
from tests.quality.corpus.people import PEOPLE
from tests.quality.corpus.topics import TOPICS
from tests.quality.corpus.writing import Archive, Said

_ABOUT = (
    "What did {name} say about {topic}?",
    "What has {name} said on {topic}?",
    "what is {name}'s position on {topic}",
    "How did {name} respond to questions about {topic}?",
)
_ACTED: dict[Act, tuple[str, ...]] = {
    "promised": ("What did {name} promise about {topic}?", "What promises did {name} make on {topic}?"),
    "warned": ("What did {name} warn about {topic}?", "What warning did {name} give about {topic}?"),
    "denied": ("What did {name} deny about {topic}?", "What has {name} denied regarding {topic}?"),
    "demanded": ("What did {name} demand on {topic}?",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; `gold` are the statements that answer it (none: nothing does), `speaker` the one who made
    them."""

    question: str
    kind: Literal["about", "act", "who", "did", "fact", "none", "half"]
    speaker: str | None
    gold: tuple[Said, ...] = ()


def questions(archive: Archive, seed: int = 21) -> list[Asked]:
    """One question for each of a person's topics (about it, or about what they promised, warned, denied or
    demanded), one for every fifth statement by its words, and one for topics on which someone is silent."""
    chance = random.Random(seed)
    texts = {draft.id or "": f"{draft.title}\n{draft.text}" for draft in archive.drafts}
    spoken: dict[tuple[str, int], list[Said]] = defaultdict(list)
    for said in archive.said:
        spoken[said.speaker, said.topic].append(said)
    asked = [_of_person(chance, name, topic, said, texts) for (name, topic), said in sorted(spoken.items())]
    asked += [_of_words(chance, said, archive.said) for said in archive.said[::5]]
    return asked + list(_silent(chance, {*spoken}))


def _of_person(
    chance: random.Random, name: str, topic: int, said: Sequence[Said], texts: Mapping[str, str]
) -> Asked:
    """The reader's name for the topic shares at least a word with an article, be it in another form."""
    written = set(terms(" ".join(texts[one.article] for one in said)))
    words = chance.choice(
        [asked for asked in TOPICS[topic].asked if written & set(terms(asked)) - small_terms()]
    )
    acts = sorted({one.act for one in said} & _ACTED.keys())
    if acts and chance.random() < 0.5:
        act = chance.choice(acts)
        gold = tuple(one for one in said if one.act == act)
        return Asked(chance.choice(_ACTED[act]).format(name=name, topic=words), "act", name, gold)
    return Asked(chance.choice(_ABOUT).format(name=name, topic=words), "about", name, tuple(said))


def _of_words(chance: random.Random, said: Said, everyone: Sequence[Said]) -> Asked:
    """By the words themselves; whoever else used them answers too."""
    words = said.words.rstrip(".")
    same = tuple(one for one in everyone if words.casefold() in one.words.casefold())
    if chance.random() < 0.5 and {one.speaker for one in same} == {said.speaker}:
        return Asked(f'Did {said.speaker} say "{words}"?', "did", said.speaker, same)
    speaker = said.speaker if {one.speaker for one in same} == {said.speaker} else None
    return Asked(f"Who said {words[0].lower() + words[1:]}?", "who", speaker, same)


def _silent(chance: random.Random, spoken: set[tuple[str, int]]) -> Iterator[Asked]:
    known = {topic for _, topic in spoken}
    for person in PEOPLE:
        topics = [topic for topic in sorted(known) if (person.name, topic) not in spoken]
        for topic in chance.sample(topics, min(2, len(topics))):
            words = chance.choice(TOPICS[topic].asked)
            yield Asked(chance.choice(_ABOUT).format(name=person.name, topic=words), "none", person.name)
