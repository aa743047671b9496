"""Offices without a name: "Veltish Foreign Minister" and "Kelm Gas President" name nobody, "Ana Marshal"
does."""

from __future__ import annotations

from collections.abc import Sequence

from index.names import gender
from index.names.nations import nations
from index.names.titles import OFFICES

# Offices that hardly anybody has as a surname.
_STRICT = frozenset(
    {
        "president", "minister", "premier", "secretary", "undersecretary", "senator", "congressmember",
        "representative", "assemblymember", "councilmember", "councilor", "councillor", "commissioner",
        "governor", "mayor", "ambassador", "superintendent", "director", "speaker", "prosecutor", "sheriff",
        "attorney", "lieutenant", "inspector", "detective", "sergeant", "officer", "commander", "treasurer",
        "comptroller", "auditor", "editor", "manager", "founder", "co-founder", "cofounder", "economist",
        "expert", "chief", "analyst", "correspondent", "administrator", "ceo",
    }
)  # fmt: skip
# Of the offices that are surnames too, those that the words before them make one of: "House Majority Leader".
_LOOSE = frozenset({"leader", "general", "judge", "justice", "marshal", "chair", "whip", "prince", "princess"})
_MAKING = frozenset(
    {
        "majority", "minority", "opposition", "party", "deputy", "vice", "assistant", "commanding", "attorney",
        "solicitor", "surgeon", "secretary", "district", "county", "fire", "police", "supreme", "crown",
        "chief",
    }
)  # fmt: skip
_GENDERED = ("woman", "man", "person")


def is_post(words: Sequence[str]) -> bool:
    """Whether the words (folded) of a run are an office and nobody's name: they end with one that is hardly a
    surname and do not begin with a first name."""
    if is_strict(words[-1]):
        return not begins_with_given(words) or words[-1].endswith(_GENDERED)
    return words[-1] in _LOOSE and len(words) > 1 and words[-2] in _MAKING


def is_strict(word: str) -> bool:
    """Whether a word (folded) is an office that is hardly a surname."""
    return word in _STRICT or (word in OFFICES and word.endswith(_GENDERED))


def begins_with_given(words: Sequence[str]) -> bool:
    """Whether the first of the words is a first name rather than a country or a people."""
    return gender.of_first_name(words[0]) is not None and not nations().of(words[0])
