"""Names of bodies that have "and", "of" or commas inside: "Food and Drug Administration", "Ministry of Trade,
Farming and Fisheries"."""

from __future__ import annotations

import re

from index.names import gender
from index.names.nations import nations
from index.names.spelling import fold
from index.names.titles import is_office
from index.names.vocabulary import ORGANISATIONS

# Bodies that are named by what they work on, so that an "and" joins two things of theirs.
_OF_SUBJECTS = frozenset(
    {
        "department", "ministry", "centers", "centres", "committee", "subcommittee", "commission", "council",
        "conference", "center", "centre", "institute", "office", "forum", "bureau", "agency", "directorate",
        "organization", "organisation", "association", "society", "alliance", "campaign", "fund",
        "federation", "authority", "board", "foundation", "network", "project", "initiative",
    }
)  # fmt: skip
# Of these, those whose name may end with a continent: "Organisation for Trade and Peace in Europe".
_ABROAD = frozenset({"organization", "organisation", "association", "society", "alliance", "conference"})
# Of these, those that are named by lists.
_OF_LISTS = frozenset(
    {
        "department", "ministry", "committee", "subcommittee", "bureau", "office", "agency", "union",
        "association",
        "federation", "society", "institute", "council", "commission", "authority", "organisation",
        "organization",
    }
)  # fmt: skip
# With one of these before it the last word is a body of its own: "the Pentagon and State Department".
_COMPLETE = frozenset(
    {
        "foreign", "defense", "defence", "interior", "justice", "state", "supreme", "finance", "high", "white",
        "central", "federal", "treasury", "city", "county",
    }
)  # fmt: skip
_ALONE = frozenset({"pentagon", "kremlin", "capitol", "fed", "vatican"})
# Work of bodies, though it is also what bodies are called.
_SUBJECTS = frozenset(
    {
        "energy", "oil", "gas", "justice", "services", "intelligence", "securities", "insurance", "trust",
        "resources", "technologies", "industries", "media", "records", "systems", "investments", "mission",
        "international",
    }
)  # fmt: skip
_CAPITALS = re.compile(r"[A-Z][\w'’-]{0,30}(?: [A-Z][\w'’-]{0,30}){0,4}")
_LISTED = re.compile(r"([A-Z][\w’'-]{1,30})(?: [A-Z][\w’'-]{1,30})?(?:,? and |, )(?=[A-Z])")
_MOST_LISTED = 5
_ARTICLES = ("the ", "The ", "'s ", "’s ", "U.S. ", "U.K. ")


def is_one_body(text: str, start: int, last: str, following: int) -> bool:
    """Whether the capitals from `start`, whose last word is `last`, and those from `following` on have
    "and" between them inside one name: the second end with the kind of body, and an article stands first."""
    determined = text.endswith(_ARTICLES, 0, start) or text.startswith("The ", start)
    if not determined or not _is_subject(last):
        return False
    second = _CAPITALS.match(text, following)
    words = [] if second is None else [fold(word) for word in second.group().split()]
    if len(words) < 2 or words[-1] not in ORGANISATIONS:  # noqa: PLR2004
        return False
    return len(words) > 2 or words[0] not in _COMPLETE  # noqa: PLR2004


def goes_on(text: str, head: str, gap: str, inside: str, place: tuple[str, int]) -> bool:
    """Whether the name of a body `head` ("Ministry") that goes on with `inside` ("Trade") after "of" goes on
    after `gap` with the word that `place` tells with its offset."""
    word, start = place
    kind, last = fold(head), inside.rpartition(" ")[2]
    if gap in {" of ", " of the "}:
        return kind in _OF_SUBJECTS
    if gap == " in ":
        return kind in _ABROAD and " and " in inside
    if kind not in _OF_SUBJECTS | _OF_LISTS or not _is_subject(last) or not _is_subject(word):
        return False
    if gap == " and ":
        return kind in _OF_SUBJECTS or ", " in inside
    return kind in _OF_LISTS and (", " in inside if gap == ", and " else _is_list(text, start))


def _is_list(text: str, start: int) -> bool:
    """Whether one subject after another stands from `start` on, with an "and" before the last."""
    for _ in range(_MOST_LISTED):
        found = _LISTED.match(text, start)
        if found is None or not _is_subject(found.group(1)):
            return False
        if found.group().endswith("and "):
            return _is_subject(text[found.end() : found.end() + 30].split(maxsplit=1)[0].strip(".,;:"))
        start = found.end()
    return False


def _is_subject(word: str) -> bool:
    """Whether the word may be what a body works on: no office, body, place, first name or initials."""
    folded = fold(word)
    if folded in _SUBJECTS:
        return True
    if folded in ORGANISATIONS or folded in _ALONE or is_office(word) or (word.isupper() and len(word) > 1):
        return False
    return not nations().of(word) and gender.of_first_name(word) is None
