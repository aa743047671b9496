"""Where the name begins in a run of capitals: behind "Iranian President", "Secretary of State", "Kelm Port
Authority Director"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names import gender
from index.names.nations import nations
from index.names.posts import begins_with_given, is_post, is_strict
from index.names.runs import GENERATIONS, Word
from index.names.titles import (
    OFFICES,
    PARTISAN,
    is_courtesy,
    is_name_too,
    is_office,
    is_role,
    singular,
    stands_before_names,
)
from index.names.vocabulary import AFFAIRS, ORGANISATIONS, PLACE_BEGINNINGS, PLACES

# What may follow "Secretary of", "Minister for" and the like before the name.
_PORTFOLIOS = frozenset(
    {
        "state", "defense", "defence", "energy", "labor", "labour", "education", "commerce",
        "transportation", "transport", "agriculture", "interior", "treasury", "war", "security",
        "services", "affairs", "justice", "staff", "house", "finance", "health", "economy", "trade",
        "environment", "culture", "sport", "sports", "tourism", "science", "development", "planning",
        "communications", "information", "industry", "housing", "cooperation", "works", "parliament",
        "assembly", "operations", "representatives", "intelligence", "senate", "commons", "nations",
        "union",
    }
)  # fmt: skip
# Capital letters that stand for what someone is.
_ACRONYMS = frozenset(
    {"ceo", "cfo", "coo", "cto", "mp", "mps", "pm", "vp", "md", "phd", "ceos", "dj", "tv", "ok", "co-ceo"}
)  # fmt: skip
# Offices that are as often first names: "Dean Moor".
_GIVEN_OFFICES = frozenset({"dean", "duke", "star", "earl"})
# Of the letters, those that stand before a surname alone: "PM Moor".
_POSTS = frozenset({"ceo", "cfo", "coo", "pm", "vp"})
# Capital letters before the name of a ship.
_SHIPS = frozenset({"uss", "hms", "rms", "ss", "ins", "usns", "hmas", "hmcs"})
# Ends of words for who does something or lives somewhere: "Distiller", "Kelmer", "Selectman".
_AGENTS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ee")
_SHORTEST_AGENT = 5
_LONGEST_PERSON = 6
_LONGEST_SURNAME = 3
# "Kelm-based", "Veltish-backed": what is made so with a capital before a name.
_MADE = re.compile(r"\w{1,30}(?:-\w{1,30}){0,3}-(?:[a-z]{2,15}(?:ed|ing)|born|led|run|old|time)")


def title_length(
    words: Sequence[Word], folded: list[str], linked: int | None, lowercase: frozenset[str] = frozenset()
) -> int:
    """How many words (`folded` as names are compared) at the front are title, all where there is no name.

    `linked` is the number of the first one behind an "of", `lowercase` what the text also writes small.
    """
    count = len(folded)
    if count == 1:
        return int(_is_bare(folded[0]))
    if count > 2 and folded[-1] in GENERATIONS:  # noqa: PLR2004
        return title_length(words[:-1], folded[:-1], linked, lowercase)  # "Tal King Jr." is no king
    if linked is not None and 0 < linked < count and folded[linked - 1] in OFFICES:
        return _after_portfolio(folded, linked)
    courtesy = is_courtesy(folded[0])
    if singular(folded[-1]) in ORGANISATIONS or folded[-1] in ORGANISATIONS:
        return 1 if courtesy else _made(words)
    if linked is not None and linked > 0:
        return _after_body(words, folded, linked) or int(courtesy)
    split = _made(words)
    split += _after_offices(folded[split:])
    if count - split > 2:  # noqa: PLR2004
        split += _after_marks(words[split:], folded[split:], lowercase)
    rest = folded[split:]
    if len(rest) > 2 - (rest[0] in _POSTS) and rest[0] in _ACRONYMS:
        split, rest = split + 1, rest[1:]
    if _is_full_name(rest):
        return split
    is_bare = rest[-1] in _ACRONYMS or (len(rest) == 1 and not courtesy and is_office(rest[0])) or is_post(rest)
    return count if is_bare or (_is_adjective(rest[-1]) and len(rest) < 3) else split  # noqa: PLR2004


def _is_bare(word: str) -> bool:
    """Whether one word alone is an office, a nationality or a party."""
    if singular(word) in ORGANISATIONS or word in ORGANISATIONS:
        return False
    return (
        word in _ACRONYMS
        or _is_adjective(word)
        or (is_office(word) and not is_courtesy(word))
        or is_post([word])
    )


def _after_offices(folded: list[str]) -> int:
    """Where the last office before a name ends, else the first words if they are of peoples and parties."""
    split = 0
    for index in range(len(folded) - 1):
        if _ends_title(folded, index):
            split = index + 1
    if split == 0:
        while split < len(folded) - 1 and _is_adjective(folded[split]):
            split += 1
    return split


def _made(words: Sequence[Word]) -> int:
    """1 where the first word only tells something of the name behind it: "Kelm-based"."""
    return int(len(words) > 1 and "-" in words[0].text and _MADE.fullmatch(words[0].text) is not None)


def _after_marks(words: Sequence[Word], folded: Sequence[str], lowercase: frozenset[str]) -> int:
    """Where a first name begins behind words that show themselves to be none of it: a place, a body, a party,
    what is written small elsewhere, capital letters ("Kelm County Recorder Ana Moor", "NNA Ana Moor")."""
    if gender.is_first_name(folded[0]) or folded[0] in _SHIPS:
        return 0
    for index in range(1, len(folded) - 1):
        word = folded[index]
        after_place = folded[index - 1] in PLACE_BEGINNINGS or folded[index - 1] in PLACES
        if gender.is_first_name(word) and not (after_place or nations().of(word) or is_office(word)):
            marked = any(
                folded[at] in lowercase or _is_mark(words[at], folded[at], sure=index > 1)
                for at in range(index)
            )
            is_name = len(folded) - index <= _LONGEST_SURNAME and _are_a_name(folded[index + 1 :])
            return index if marked and is_name and not words[index].text.isupper() else 0
    return 0


def _is_mark(word: Word, folded: str, *, sure: bool) -> bool:
    """Whether a word before a first name is none of a name. If it is not `sure`, since it stands alone before
    that, it may be a surname like a place's: "Park"."""
    if word.text.isupper() and word.text.isalpha() and len(word.text) > 1:
        return True
    if _is_adjective(folded) or nations().of(folded):
        return True
    if is_role(folded):
        return sure or not is_name_too(folded)
    if len(folded) >= _SHORTEST_AGENT and folded.endswith(_AGENTS):
        return True
    return sure and (folded in PLACES or folded in ORGANISATIONS)


def _are_a_name(words: Sequence[str]) -> bool:
    """Whether nothing in the words (folded) behind a first name is of a body, a place or a thing."""
    return not any(
        word in ORGANISATIONS or word in AFFAIRS or word in PLACES or word in _PORTFOLIOS for word in words
    )


def _after_body(words: Sequence[Word], folded: Sequence[str], linked: int) -> int:
    """Where the name begins behind an office in a body ("Ministry of Trade Spokesperson Ana Moor"); all where
    there is none ("Ministry of Trade Spokesperson"), 0 where the body has no office."""
    last = len(folded) - 1
    if is_strict(folded[last]) and last > linked and folded[linked - 1] != "office":
        return len(folded)
    office = next((at for at in range(last - 1, linked, -1) if _is_held(folded[at])), None)
    if office is None:
        return 0
    start = office + 1
    while start < last and is_courtesy(folded[start]):
        start += 1
    if not gender.of_first_name(folded[start]) and begins_with_given(folded[last - 1 :]):
        start = max(start, last - 1)
    rest = folded[start:]
    named = gender.of_first_name(rest[0]) is not None or is_courtesy(folded[start - 1])
    beside = is_strict(folded[office]) and words[start].start - words[start - 1].end <= len(". ")
    is_name = len(rest) <= _LONGEST_SURNAME + 1 and _are_a_name(rest[named:])  # "Bill" may be a law
    return start if is_name and (named or (beside and len(rest) > 1)) else 0


def _is_held(word: str) -> bool:
    """Whether the word (folded) is an office that somebody in a body holds."""
    return is_office(word) and not is_courtesy(word)


def _is_full_name(rest: Sequence[str]) -> bool:
    """Whether a first name and a surname that is a people's name stand here: "Tom English"."""
    if len(rest) != 2 or rest[1].endswith("s") or not nations().is_people(rest[1]):  # noqa: PLR2004
        return False
    return gender.of_first_name(rest[0]) is not None and not nations().of(rest[0])


def _ends_title(folded: list[str], index: int) -> bool:
    """Whether a word before the last is an office, or an organisation's end: "Moor Institute analyst" has
    no capital."""
    word = folded[index]
    if word in ORGANISATIONS:
        return index > 0 and len(folded) - index <= _LONGEST_PERSON
    if len(folded) - index > 2 and stands_before_names(word) and not gender.of_first_name(word):  # noqa: PLR2004
        return True
    return is_office(word) and not (word in _GIVEN_OFFICES and len(folded) - index == 2)  # noqa: PLR2004


def _is_adjective(word: str) -> bool:
    """Whether the word is of a nationality or a party."""
    return word in PARTISAN or nations().is_people(word)


def _after_portfolio(folded: list[str], linked: int) -> int:
    """Where the name begins after "Minister of Trade", "President of the United States"; the end where none
    follows."""
    for index in range(len(folded) - 1, linked - 1, -1):
        pair = " ".join(folded[max(index - 1, 0) : index + 1])
        is_end = folded[index] in _PORTFOLIOS or folded[index] in ORGANISATIONS
        if is_end or nations().of(folded[index]) or nations().of(pair):
            end = index + 1
            while end < len(folded) - 1 and is_office(folded[end]):
                end += 1
            return end
    if len(folded) - linked >= 3 and gender.of_first_name(folded[-2]):  # noqa: PLR2004
        return len(folded) - 2
    return len(folded)
