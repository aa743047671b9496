"""A name where it is written: the words of the name itself, the title before it, and what kind of thing bears it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.names import gender
from index.names.layout import Layout
from index.names.nations import nations
from index.names.runs import Run, Word, runs
from index.names.spelling import fold
from index.names.titles import OFFICES, is_courtesy, is_office
from index.names.vocabulary import ORGANISATIONS, PLACES, is_function_word

Kind = Literal["person", "thing", "place", "open"]

# What may follow "Secretary of", "Minister for" and the like before the name.
_PORTFOLIOS = frozenset(
    """state defense defence energy labor labour education commerce transportation transport agriculture interior treasury
    war security services affairs justice staff house finance health economy trade environment culture sport sports tourism
    science development planning communications information industry housing cooperation works parliament assembly
    operations representatives intelligence senate commons nations union""".split()
)
# Adjectives of parties stand before names as nationalities do.
_PARTISAN = frozenset(
    """republican democrat democratic conservative labour liberal tory green socialist communist independent nationalist
    gop libertarian islamist""".split()
)
_BEFORE_PLACES = frozenset({"in", "at", "near", "outside", "across", "around", "through", "toward", "towards", "into"})
_LONGEST_PERSON = 6
_LONGEST_HEADLINE = 140


@dataclass(frozen=True, slots=True)
class Appearance:
    """`words` (folded) stand at start..end; `title` are the words of its run before them, from `title_start` on."""

    words: tuple[str, ...]
    start: int
    end: int
    title: tuple[str, ...]
    title_start: int
    kind: Kind
    possessive: bool
    after: str

    @property
    def full(self) -> bool:
        """Whether more than one word of the name is written."""
        return len(self.words) > 1


def appearances(text: str, plan: Layout, lowercase: frozenset[str]) -> Iterator[Appearance]:
    """All that may be names in a text, in order; `lowercase` are the words it also writes without a capital."""
    starts = frozenset(plan.sentences)
    headlines = _headlines(text, plan)
    for run in runs(text):
        if plan.paragraph(run.start) in headlines:
            continue
        opens = run.start in starts or (run.start - 1 in starts) or text[run.start - 1 : run.start] in "\"“‘'("
        words = _strip(run, opens=opens, lowercase=lowercase)
        if words:
            found = _appearance(text, run, words)
            if found is not None:
                yield found


def _headlines(text: str, plan: Layout) -> frozenset[int]:
    """The paragraphs written with a capital on nearly every word: capitals there tell nothing."""
    found = set()
    for number, start in enumerate(plan.paragraphs):
        line = text[start : start + _LONGEST_HEADLINE].partition("\n")
        if not line[1] and start + _LONGEST_HEADLINE < len(text):
            continue
        long = [word for word in line[0].split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
        if len(long) > 3 and sum(word[0].isupper() for word in long) > 0.75 * len(long):  # noqa: PLR2004
            found.add(number)
    return frozenset(found)


def _strip(run: Run, *, opens: bool, lowercase: frozenset[str]) -> tuple[Word, ...]:
    """The run without sentence openers before it and days after it."""
    words = run.words
    while words and (is_function_word(words[0].text) or (opens and _is_ordinary(words, lowercase))):
        words = words[1:]
        opens = False
    while words and is_function_word(words[-1].text):
        words = words[:-1]
    return words


def _is_ordinary(words: Sequence[Word], lowercase: frozenset[str]) -> bool:
    """Whether the first word of a sentence is one that the text also writes small, so its capital tells nothing."""
    first = words[0].text.lower()
    if first not in lowercase or is_office(first):
        return False
    return len(words) == 1 or (first != "new" and fold(words[-1].text) not in ORGANISATIONS)


def _appearance(text: str, run: Run, words: tuple[Word, ...]) -> Appearance | None:
    """The name in a run, or None where it is a title or a nationality alone."""
    folded = [fold(word.text) for word in words]
    shift = len(run.words) - len(words)
    linked = None if run.linked is None else run.linked - (run.words.index(words[0]) if shift else 0)
    split = _title_length(folded, words, linked)
    if split >= len(words):
        return None
    name = words[split:]
    after = text[name[-1].end : name[-1].end + 2]
    kind = _kind(text, folded[split:], folded[:split], name, has_link=linked is not None and linked > split)
    return Appearance(
        tuple(folded[split:]),
        name[0].start,
        name[-1].end,
        tuple(folded[:split]),
        words[0].start,
        kind,
        run.possessive,
        after,
    )


def _title_length(folded: list[str], words: Sequence[Word], linked: int | None) -> int:
    """How many words at the front are title: "Iranian President", "Secretary of State", "Republican"."""
    count = len(folded)
    if linked is not None and linked > 0 and folded[linked - 1] in OFFICES:
        return _after_portfolio(folded, linked)
    if folded[-1] in ORGANISATIONS or linked is not None:
        return 1 if is_courtesy(folded[0]) else 0
    split = 0
    for index in range(count - 1):
        if is_office(folded[index]) and not (_is_first_name(folded[index]) and count - index <= 2):  # noqa: PLR2004
            split = index + 1
    if split == 0:
        while split < count - 1 and (nations().is_people(folded[split]) or folded[split] in _PARTISAN):
            split += 1
    rest = folded[split:]
    if len(rest) == 1 and (is_office(rest[0]) or nations().is_people(rest[0]) or rest[0] in _PARTISAN):
        return count if len(words[-1].text) > 1 else split
    return split


def _is_first_name(word: str) -> bool:
    """Whether a title is also a first name ("Dean", "Duke")."""
    return gender.of_first_name(word) is not None


def _after_portfolio(folded: list[str], linked: int) -> int:
    """Where the name begins after "Minister of Trade", "President of the United States"; the end where none follows."""
    for index in range(len(folded) - 1, linked - 1, -1):
        if folded[index] in _PORTFOLIOS or folded[index] in ORGANISATIONS or nations().of(folded[index]):
            return index + 1
        if nations().of(" ".join(folded[max(index - 1, 0) : index + 1])):
            return index + 1
    if len(folded) - linked >= 3 and gender.of_first_name(folded[-2]):  # noqa: PLR2004
        return len(folded) - 2
    return len(folded)


def _kind(text: str, name: list[str], title: list[str], words: Sequence[Word], *, has_link: bool) -> Kind:
    """What bears the name, as far as this place alone tells."""
    if any(is_office(word) for word in title):
        return "person"
    if has_link or name[-1] in ORGANISATIONS or len(name) > _LONGEST_PERSON:
        return "thing"
    if nations().is_place(" ".join(name)) or name[-1] in PLACES:
        return "place"
    if len(name) > 1 and gender.of_first_name(name[0]):
        return "person"
    if len(name) == 1 and words[0].text.isupper() and len(name[0]) > 1 and text[words[0].end : words[0].end + 1] != ":":
        return "thing"
    before = text[max(0, words[0].start - 8) : words[0].start].split()
    return "place" if before and before[-1] in _BEFORE_PLACES else "open"
