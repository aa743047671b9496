"""A name where it is written: the words of the name itself, the title before it, and what kind of thing
bears it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from index.names import gender
from index.names.edges import may_be_surname, strip
from index.names.layout import Layout
from index.names.nations import nations
from index.names.runs import Run, Word, runs
from index.names.spelling import fold
from index.names.splits import title_length
from index.names.things import is_thing
from index.names.titles import is_office
from index.names.vocabulary import (
    AFFAIRS,
    NO_SURNAMES,
    ORGANISATIONS,
    PLACE_BEGINNINGS,
    PLACES,
    STATES,
    STORMS,
    is_function_word,
    is_given,
)

Kind = Literal["person", "thing", "place", "open"]

_BEFORE_PLACES = frozenset(
    {"in", "at", "near", "outside", "across", "around", "through", "toward", "towards", "into"}
)  # fmt: skip
_LONGEST_PERSON = 6
# Ends of words for what is done: "Fair Pay Negotiations".
_OF_DEEDS = ("tions", "sions", "ments", "ities", "ologies")
# Before a sentence: marks, and the end of a dateline or of a label.
_OPENINGS = ('"', "“", "‘", "'", "(", ") ", "— ", "– ", "-- ", ": ", "► ", "• ")
_LONGEST_HEADLINE = 140
# Behind names of charts and roads: "Kelm Hot 100".
_NUMBERED = re.compile(r" \d")


class Appearance(NamedTuple):
    """`words` (folded) begin at `start` and each ends at one of `ends`; `title` are the words of its run
    before them, from `title_start` on.

    `opens` says that it begins its sentence, so that its capital tells nothing; `weak` that it is a name
    only if someone else in the text is called so in full ("Dean" after "Howard Dean"); `doubtful` that it
    is a surname
    of several people and may mean another one.
    """

    words: tuple[str, ...]
    start: int
    ends: tuple[int, ...]
    title: tuple[str, ...]
    title_start: int
    kind: Kind
    possessive: bool
    opens: bool
    weak: bool = False
    doubtful: bool = False
    nickname: str = ""

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.ends[-1]

    @property
    def full(self) -> bool:
        """Whether more than one word of the name is written."""
        return len(self.words) > 1


def appearances(text: str, plan: Layout, lowercase: frozenset[str]) -> Iterator[Appearance]:
    """All that may be names in a text, in order; `lowercase` are the words it also writes without a capital.

    In headlines with a capital on every word each word is yielded by itself and is weak.
    """
    starts = frozenset(plan.sentences)
    headlines = _headlines(text, plan)
    for run in runs(text):
        if headlines and plan.paragraph(run.start) in headlines:
            yield from _loose(run)
            continue
        opens = run.start in starts or run.start - 1 in starts or text.endswith(_OPENINGS, 0, run.start)
        words = strip(text, run, opens=opens, lowercase=lowercase)
        if not words and (alone := run.words[-1]) and may_be_surname(text, run.words):
            yield _weak((alone,), possessive=run.possessive)
        if words:
            yield _appearance(text, run, words, lowercase, opens=opens and words[0] is run.words[0])


def _loose(run: Run) -> Iterator[Appearance]:
    """The words of a headline's run, and each two that stand together, as weak appearances."""
    for index, word in enumerate(run.words):
        possessive = run.possessive and word is run.words[-1]
        if index + 1 < len(run.words):
            pair = (word, run.words[index + 1])
            yield _weak(pair, possessive=run.possessive and pair[1] is run.words[-1])
        yield _weak((word,), possessive=possessive)


def _weak(words: Sequence[Word], *, possessive: bool, title: Sequence[Word] = ()) -> Appearance:
    """A weak appearance of words."""
    return Appearance(
        words=tuple(fold(word.text) for word in words),
        start=words[0].start,
        ends=tuple(word.end for word in words),
        title=tuple(fold(word.text) for word in title),
        title_start=(title or words)[0].start,
        kind="open",
        possessive=possessive,
        opens=False,
        weak=True,
    )


def _headlines(text: str, plan: Layout) -> frozenset[int]:
    """The paragraphs written with a capital on every word but small ones: capitals there tell nothing."""
    found = set()
    for number, start in enumerate(plan.paragraphs):
        line = text[start : start + _LONGEST_HEADLINE].partition("\n")
        if not line[1] and start + _LONGEST_HEADLINE < len(text):
            continue
        words = [word for word in line[0].split() if word[0].isalpha()]
        small = any(word[0].islower() and len(word) > 2 and _is_small(word) for word in words)  # noqa: PLR2004
        capitals = sum(word[0].isupper() for word in words)
        bare = capitals == len(words) and line[0].rstrip().replace(" ", "").isalpha()
        if not small and capitals > (3 if bare else 4):
            found.add(number)
    return frozenset(found)


def _is_small(word: str) -> bool:
    """Whether a headline would write the word with a capital."""
    return (fold(word) in {"said", "says", "added"}) or not is_function_word(word)


def _appearance(
    text: str, run: Run, words: tuple[Word, ...], lowercase: frozenset[str], *, opens: bool
) -> Appearance:
    """The name in a run; weak where it is a title or a nationality alone."""
    folded = [fold(word.text) for word in words]
    linked = None if run.linked is None else run.linked - run.words.index(words[0])
    split = title_length(words, folded, linked, lowercase)
    if split == 0 and _has_prefix(text, folded, words):
        split = 1
    thing = is_thing(folded, split, lowercase)
    if thing or (split and nations().is_place(" ".join(folded))):
        split = 0  # "the Czech Republic" is no Czech called so
    if split >= len(words):
        return _weak(words[-1:], possessive=run.possessive, title=words[:-1])
    name = words[split:]
    has_link = thing or (linked is not None and linked > split)
    kind = _kind(text, folded[split:], folded[:split], name, has_link=has_link)
    return Appearance(
        words=tuple(folded[split:]),
        start=name[0].start,
        ends=tuple(word.end for word in name),
        title=tuple(folded[:split]),
        title_start=words[0].start,
        kind=kind,
        possessive=run.possessive,
        opens=opens,
        nickname=fold(run.nickname),
    )


def _has_prefix(text: str, folded: list[str], words: Sequence[Word]) -> bool:
    """Whether a name of several words has something before it that is none of it: the Burmese "U", which
    has no full
    stop, or a country after "of" ("the president of Norway Ana Moor")."""
    if len(folded) < 3:  # noqa: PLR2004
        return False
    if folded[0] == "u":
        return text[words[0].end] == " "
    after_of = text.endswith((" of ", " of the "), 0, words[0].start)
    return after_of and bool(nations().of(folded[0])) and gender.of_first_name(folded[1]) is not None


def _kind(text: str, name: list[str], title: list[str], words: Sequence[Word], *, has_link: bool) -> Kind:
    """What bears the name, as far as this place alone tells."""
    if any(is_office(word) for word in title):
        return "person"
    if (
        has_link
        or name[-1] in ORGANISATIONS
        or name[-1] in AFFAIRS
        or name[0] in STORMS
        or len(name) > _LONGEST_PERSON
    ):
        return "thing"
    if any(is_function_word(word) and not is_given(word) for word in name):
        return "thing"  # a title of a work
    given = gender.of_first_name(name[0]) is not None and len(name) == 2  # noqa: PLR2004
    if len(name) > 1 and not given and name[-1].endswith(_OF_DEEDS):
        return "thing"
    if name[0] in STATES:
        is_place = len(name) == 1
    else:
        is_place = (
            nations().is_place(" ".join(name))
            or (name[-1] in PLACES and not given)
            or (len(name) > 1 and name[-1] in NO_SURNAMES)
        )
    if len(name) > 1 and not given and _NUMBERED.match(text, words[-1].end):
        return "thing"
    if is_place or (name[0] in PLACE_BEGINNINGS and len(name) > 1 and not title):
        return "place"
    before = text[max(0, words[0].start - 8) : words[0].start].split()
    is_inside = bool(before) and before[-1].lower() in _BEFORE_PLACES
    if len(name) > 1:
        return "person" if gender.of_first_name(name[0]) else "place" if is_inside else "open"
    if words[0].text.isupper() and len(name[0]) > 1 and text[words[0].end : words[0].end + 1] != ":":
        return "thing"
    return "place" if is_inside else "open"
