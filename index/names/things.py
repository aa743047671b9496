"""Names of things that begin with a word for an office: "the First Amendment", "King County"."""

from __future__ import annotations

from collections.abc import Sequence

from index.names.vocabulary import AFFAIRS, NO_SURNAMES, ORGANISATIONS

# Words for offices and kin that begin or end the first part of a thing's name as often.
_THINGS_TOO = frozenset(
    {
        "first", "general", "major", "gen", "king", "queen", "prince", "princess", "duke", "count",
        "mother", "father", "ambassador", "captain", "star", "all-star", "private",
        "chief", "senior", "mayor", "governor",
    }
)  # fmt: skip


def is_thing(folded: Sequence[str], split: int, lowercase: frozenset[str]) -> bool:
    """Whether what looks like `split` words of a title and one of a name is a thing's: its last word is none of
    people's, or `lowercase` has it and the title is as often part of a thing's name."""
    if split == 0 or len(folded) - split != 1:
        return False
    last = folded[-1]
    ambiguous = not _THINGS_TOO.isdisjoint(folded[:split])
    if last in AFFAIRS and (ambiguous or split > 1):
        return True
    return ambiguous and (last in NO_SURNAMES or last in ORGANISATIONS or last in lowercase)
