"""The thread of a story: for every "he" and "she", who may be meant, best first."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.names import gender
from index.names.appearances import Appearance
from index.names.bearers import Bearer
from index.names.layout import Layout

# The class of first letters comes first: the search skips quickly to them.
_PRONOUN = re.compile(r"[HhSs](?<!\w.)(?:(?<=[Hh])(?:e|im|er|is|imself|erself)|(?<=[Ss])he|(?<=H)E|(?<=S)HE)\b")
# An item of a digest: "Veltland", and in the next line "Kelm: The mayor ...".
_ITEM = re.compile(r"\n[A-Z][\w .]{2,30}\n+[A-Z][\w .'’-]{2,40}: ?(?=[A-Z►“])")
_DIGEST = 3
_OBJECT_AFTER = frozenset(
    {
        "of", "to", "by", "with", "for", "from", "against", "about", "than", "between", "like", "over",
        "under", "on", "in", "at", "told", "asked", "urged", "called", "after", "before", "and", "met",
        "thanked", "criticized", "accused", "praised",
    }
)  # fmt: skip
# A name after one of these is the subject of a clause that only leads up to the sentence's own subject.
_SUBORDINATING = frozenset(
    {"while", "although", "though", "if", "because", "since", "when", "whereas", "unless", "as"}
)
# No further back than this many people is anyone looked for.
_MEMORY = 14
_FARTHEST = 9


@dataclass(slots=True)
class _Seen:
    """How someone was last mentioned."""

    bearer: Bearer
    sentence: int
    paragraph: int
    subject: bool
    quoted: bool
    possessive: bool
    subject_sentence: int = -99
    count: int = 0
    introduced: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone whom a pronoun may mean; a higher score is likelier.

    `on_stage` says that the sentence before, or this one, is about them, `acting` that they are the
    subject of this one.
    """

    bearer: Bearer
    score: float
    on_stage: bool
    acting: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """Candidates by the offset of the pronoun."""

    pronouns: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)

    def at(self, position: int) -> tuple[Candidate, ...]:
        """Who may be meant by the pronoun at an offset, best first."""
        return self.pronouns.get(position, ())


def thread(text: str, plan: Layout, places: Sequence[tuple[Appearance, Bearer]]) -> Thread:
    """Read a text once from front to back."""
    recent: dict[int, _Seen] = {}
    found: dict[int, tuple[Candidate, ...]] = {}
    assumed: dict[int, gender.Sex] = {}
    index = 0
    items = _items(text)
    for match in _PRONOUN.finditer(text):
        while index < len(places) and places[index][0].start < match.start():
            _forget(recent, items, places[index][0].start)
            _mention(text, plan, recent, *places[index])
            index += 1
        _forget(recent, items, match.start())
        word = match.group().lower()
        sex = gender.of_pronoun(word)
        quoted = plan.quoted(match.start())
        able = [
            one for one in recent.values() if assumed.get(id(one.bearer), one.bearer.gender) in {sex, "unknown"}
        ]
        ranked = _rank(able, plan.step(match.start()), plan.paragraph(match.start()))
        found[match.start()] = ranked
        if ranked and not quoted:
            if sex and ranked[0].bearer.gender == "unknown":
                # Whoever was "he" once is not "she" later on.
                assumed.setdefault(id(ranked[0].bearer), sex)
            nominative = word in {"he", "she"}
            _note(
                plan,
                recent,
                ranked[0].bearer,
                match.start(),
                subject=nominative,
                quoted=False,
                possessive=not nominative,
            )
    return Thread(found)


def _items(text: str) -> list[int]:
    """Where the items of a digest begin, last first: each has a place as heading and another as label."""
    found = [match.start() for match in _ITEM.finditer(text)]
    return found[::-1] if len(found) >= _DIGEST else []


def _forget(recent: dict[int, _Seen], items: list[int], position: int) -> None:
    """Forget everyone where an item begins before a position; those that did are taken off `items`."""
    while items and items[-1] < position:
        items.pop()
        recent.clear()


def _mention(text: str, plan: Layout, recent: dict[int, _Seen], place: Appearance, bearer: Bearer) -> None:
    """Note a name."""
    quoted = plan.quoted(place.start)
    sentence = plan.step(place.start)
    before = text[max(0, place.title_start - 12) : place.title_start].split()
    inside = bool(before) and plan.sentence_start(place.start) < place.title_start
    last = before[-1].lower() if inside else ""
    first = all(seen.sentence != sentence or seen.quoted or not seen.subject for seen in recent.values())
    subject = (
        first
        and not quoted
        and not place.possessive
        and last not in _SUBORDINATING
        and last not in _OBJECT_AFTER
    )
    introduced = place.full and last not in _OBJECT_AFTER and text[place.end : place.end + 2] in {", ", " ("}
    modifies = place.possessive or (
        bool(before) and before[-1] in {"the", "The", "a", "an"} and not place.title
    )
    _note(
        plan,
        recent,
        bearer,
        place.start,
        subject=subject and not modifies,
        quoted=quoted,
        possessive=modifies,
        introduced=introduced,
    )


def _note(
    plan: Layout,
    recent: dict[int, _Seen],
    bearer: Bearer,
    position: int,
    *,
    subject: bool,
    quoted: bool,
    possessive: bool,
    introduced: bool = False,
) -> None:
    """Move someone to the front of memory."""
    sentence = plan.step(position)
    old = recent.pop(id(bearer), None)
    count = 1 + (old.count if old else 0)
    if old and quoted and not old.quoted:
        # A name inside quoted words does not make its bearer the one the story goes on about.
        old.count = count
        recent[id(bearer)] = old
        return
    subject = subject or (old is not None and old.subject and old.sentence == sentence)
    latest = sentence if subject else (old.subject_sentence if old else -99)
    recent[id(bearer)] = _Seen(
        bearer,
        sentence,
        plan.paragraph(position),
        subject,
        quoted,
        possessive,
        latest,
        count,
        introduced=introduced or (old is not None and old.introduced and old.sentence == sentence),
    )
    if len(recent) > _MEMORY:
        del recent[next(iter(recent))]


def _rank(seen: Iterable[_Seen], sentence: int, paragraph: int) -> tuple[Candidate, ...]:
    """Those who are not too far back, best first."""
    ranked = [
        Candidate(
            one.bearer,
            _score(one, sentence, paragraph),
            on_stage=sentence - one.subject_sentence <= 1,
            acting=sentence == one.subject_sentence,
        )
        for one in seen
        if sentence - one.sentence <= _FARTHEST
    ]
    ranked.sort(key=lambda one: -one.score)
    return tuple(ranked[:4])


def _score(one: _Seen, sentence: int, paragraph: int) -> float:
    """Near, subject, in the same paragraph, often named, of known gender: likelier."""
    score = -1.2 * (sentence - one.sentence) + 0.6 * math.log(one.count)
    score += 2.0 if one.subject else 0.0
    score += 1.0 if sentence - one.subject_sentence <= 1 else 0.0
    score += 1.0 if one.paragraph == paragraph else 0.0
    score += 0.8 if one.count == 1 and not one.possessive else 0.0
    score += 1.2 if one.introduced else 0.0
    score -= 3.0 if one.quoted else 0.0
    score -= 0.8 if one.possessive else 0.0
    score -= 1.5 if one.bearer.gender == "unknown" else 0.0
    score -= 1.5 if one.bearer.is_vague else 0.0
    return score
