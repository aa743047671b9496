"""Which bearer a mention means, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.models.articles import Span
from index.models.quotes import Certainty
from index.names import gender
from index.names.descriptions import Fit, fit
from index.names.mentions import Mention, read_mention
from index.names.people import Bearer
from index.names.phrases import Phrase, phrase
from index.names.scene import Scene
from index.names.titles import is_role

# What the speaker of the statement before gains as the antecedent of "he" or "she".
_RUNNING = 2.0
# A pronoun with two candidates nearer to each other than this is unclear.
_MARGIN = 0.3
# A description needs this score to be taken, and this much more than the next.
_FITTING = 2.0
_AHEAD = 0.5


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a mention means: a full name, or None with certainty "unclear" where the evidence is thin."""

    name: str | None
    certainty: Certainty


UNCLEAR = Resolution(None, "unclear")


def resolve(
    scene: Scene, mention: Span, *, quote: Span, previous: str | None, addressed: Span | None
) -> Resolution:
    """Name who is meant by the words at `mention`."""
    read = read_mention(scene.text, mention, scene.within(mention))
    if read.kind == "named" and read.bearer is not None:
        return Resolution(read.bearer.name, "named")
    excluded = {id(bearer) for _, bearer in scene.within(addressed)} if addressed else set()
    running = scene.by_name.get(previous) if previous else None
    if read.kind == "single":
        return _certain(_pronoun(scene, read, running, excluded), "pronoun")
    if read.kind == "plural":
        return _certain(_plural(read, running), "pronoun")
    if read.kind == "description":
        return _certain(_description(scene, read, quote, running, excluded), "description")
    return UNCLEAR


def _certain(bearer: Bearer | None, certainty: Certainty) -> Resolution:
    return Resolution(bearer.name, certainty) if bearer else UNCLEAR


def _pronoun(scene: Scene, read: Mention, running: Bearer | None, excluded: set[int]) -> Bearer | None:
    """Whom "he" or "she" means: the thread of the story, and who spoke last."""
    sex = gender.of_pronoun(read.words.lower())
    scores = {
        id(one.bearer): (one.score + (_RUNNING if one.bearer is running else 0.0), one.bearer)
        for one in scene.story.at(read.position)
        if id(one.bearer) not in excluded
    }
    if running and running.is_person and running.gender in {sex, "unknown"} and id(running) not in scores | {key: 0 for key in excluded}:
        scores[id(running)] = (-3.0 + _RUNNING, running)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return ranked[0][1]


def _plural(read: Mention, running: Bearer | None) -> Bearer | None:
    """ "They" and "it" after an organisation's statement go on with it."""
    if running and not running.is_person and read.words.lower() in {"it", "they"}:
        return running
    return None


def _description(
    scene: Scene, read: Mention, quote: Span, running: Bearer | None, excluded: set[int]
) -> Bearer | None:
    """Whom "the Veltish leader" means."""
    described = phrase(read.words)
    if not described.definite or described.plural or not (described.heads or described.age):
        return None
    fits = _fits(scene, described, excluded)
    fits.sort(key=lambda one: -one.score)
    if not fits or fits[0].score < _FITTING:
        return None
    if len(fits) > 1 and fits[0].score - fits[1].score < _AHEAD:
        return None
    return fits[0].bearer


def _fits(scene: Scene, described: Phrase, excluded: set[int]) -> list[Fit]:
    """How everyone fits a description, without those whom something contradicts."""
    return [
        found
        for bearer in scene.everyone
        if bearer.is_person and id(bearer) not in excluded and (found := fit(described, bearer, scene.roles(bearer)))
    ]
