"""Somebody who speaks without a name: "one woman", "a source close to the mayor"."""

from __future__ import annotations

import re

from index.models.articles import Span
from index.names import gender
from index.names.phrases import phrase
from index.names.scene import Scene
from index.names.titles import is_role

_NEW = ("a ", "an ", "one ", "another ")
# "Moor's sister", "her husband".
_OWNED = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir|(?!The )(?:[A-Z][\w.-]{0,30} ?){1,4}[’']s?) ")
# They ask, and "he said" is the answer.
_ASKING = frozenset(
    {"questioner", "reporter", "journalist", "interviewer", "moderator", "host", "caller", "correspondent"}
)


def may_be_stranger(scene: Scene, stranger: Span, pronoun: str, position: int) -> bool:
    """Whether the "he" or "she" at a position may be the one described at `stranger`, who has no name: nobody
    else whom it may mean is named since the paragraph began that introduces them."""
    words = scene.text[stranger.start : stranger.end]
    described = phrase(words)
    nouns = [head.split()[-1] for head in described.heads]
    if described.plural or not _ASKING.isdisjoint(nouns) or not any(is_role(noun) for noun in nouns):
        return False
    sex = gender.of_pronoun(pronoun)
    told = next((one for noun in nouns if (one := gender.of_word(noun))), None)
    kin = told is not None and _OWNED.match(words) is not None
    if (told or sex) != sex or not (kin or words.lower().startswith(_NEW)):
        return False
    introduced = scene.plan.paragraphs[scene.plan.paragraph(stranger.start)]
    return not any(
        bearer.is_person and bearer.gender in {sex, "unknown"} and not scene.plan.quoted(place.start)
        for place, bearer in scene.before(introduced, position)
        if not stranger.start <= place.start < stranger.end
    )
