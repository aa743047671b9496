"""Which bearer a mention means, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.models.articles import Span
from index.models.quotes import Certainty
from index.names import gender
from index.names.appearances import Appearance
from index.names.bearers import Bearer
from index.names.descriptions import fit
from index.names.mentions import LONGEST, Mention, read_mention
from index.names.phrases import Phrase, phrase
from index.names.scene import Scene
from index.names.spelling import stem
from index.names.strangers import may_be_stranger
from index.names.thread import Candidate
from index.names.titles import PARTISAN, is_role, singular
from index.names.vacancies import description
from index.names.vocabulary import ANY_BODY, BODIES, NAMED_BODIES, PREPOSITIONS

# What the speaker of the statement before gains as the antecedent of "he" or "she".
_RUNNING, _ON_STAGE = 1.0, 2.0
# A pronoun with two candidates nearer to each other than this is unclear.
_MARGIN = 0.3
# A description needs this score to be taken, and this much more than the next.
_FITTING = 2.0
_AHEAD = 0.5
# So many paragraphs back an organisation may be named that "the ministry" means.
_FAR = 4
_LONGEST_BODY = 4
# Of which country the paragraph speaks, not the article.
_COUNTRYS = re.compile(r"(?:the|that|this) (?:country|nation|state|city|town)[’']s ", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\w[’']s?\s")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a mention means: a full name, or None with certainty "unclear" where the evidence is thin."""

    name: str | None
    certainty: Certainty


UNCLEAR = Resolution(None, "unclear")


def resolve(
    scene: Scene,
    mention: Span,
    *,
    previous: str | None = None,
    addressed: Span | None = None,
    stranger: Span | None = None,
) -> Resolution:
    """Name who is meant by the words at `mention`; `stranger` are words for somebody who spoke unnamed."""
    mention = Span(mention.start, min(mention.end, mention.start + LONGEST))
    read = read_mention(scene.text, mention, scene.within(mention))
    if read.kind == "named" and read.bearer is not None:
        if read.appearance is not None and read.appearance.doubtful:
            return UNCLEAR
        if country := scene.country(read.bearer):
            return Resolution(country.name, "description")
        return Resolution(read.bearer.name, "named")
    excluded = {id(bearer) for _, bearer in scene.within(addressed)} if addressed else set()
    running = scene.by_name.get(previous) if previous else None
    if read.kind == "single":
        if stranger is not None and may_be_stranger(scene, stranger, read.words.lower(), read.position):
            return UNCLEAR
        return _certain(_pronoun(scene, read, running, excluded), "pronoun")
    if read.kind == "plural":
        return _certain(_goes_on(scene, read, running), "pronoun")
    if read.kind == "relative":
        return _certain(_relative(scene, read), "pronoun")
    if read.kind == "description":
        return _certain(_description(scene, read, running, excluded), "description")
    return UNCLEAR


def _certain(bearer: Bearer | None, certainty: Certainty) -> Resolution:
    return Resolution(bearer.name, certainty) if bearer else UNCLEAR


def _pronoun(scene: Scene, read: Mention, running: Bearer | None, excluded: set[int]) -> Bearer | None:
    """Whom "he" or "she" means: the thread of the story, and who spoke last."""
    sex = gender.of_pronoun(read.words.lower())
    able = [one for one in scene.story.at(read.position) if id(one.bearer) not in excluded]
    acting = any(one.acting for one in able)
    scores = {id(one.bearer): (one.score + _bonus(one, running, acting=acting), one.bearer) for one in able}
    if (
        running
        and running.is_person
        and running.gender in {sex, "unknown"}
        and id(running) not in scores | dict.fromkeys(excluded, 0)
    ):
        scores[id(running)] = (-3.0 + _RUNNING, running)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    chosen = ranked[0][1]
    if chosen.is_vague and not any(role.tells_work for role in scene.roles(chosen)):
        return None
    office = scene.offices.get(id(chosen))
    return chosen if office is None else _in_office(scene, office, excluded)


def _in_office(scene: Scene, office: Appearance, excluded: set[int]) -> Bearer | None:
    """Who has an office that stands without a name, if the article tells."""
    start, end = description(scene.text, office)
    return _description(scene, Mention("description", scene.text[start:end], start), None, excluded, vary=False)


def _bonus(one: Candidate, running: Bearer | None, *, acting: bool) -> float:
    """What a candidate gains by having spoken last, unless someone else is the subject of this sentence."""
    if one.bearer is not running or (acting and not one.acting):
        return 0.0
    return _ON_STAGE if one.on_stage else _RUNNING


def _goes_on(scene: Scene, read: Mention, running: Bearer | None) -> Bearer | None:
    """For "it": the organisation that spoke last, else the one that this sentence or the last begins with;
    "they" are most often others."""
    if read.words.lower() != "it":
        return None
    if running and not running.is_person:
        return running
    number = scene.plan.sentence(read.position)
    for sentence in (number, number - 1):
        start = scene.plan.sentences[max(sentence, 0)]
        named = scene.before(start, read.position)
        if named:
            place, bearer = named[0]
            if place.possessive or bearer.kind != "thing" or scene.plan.quoted(place.start):
                return None
            return bearer if _leads(scene, start, place) else None
    return None


def _leads(scene: Scene, start: int, place: Appearance) -> bool:
    """Whether a sentence from `start` on may be about the body named there: no preposition leads to it."""
    before = scene.text[max(start, place.title_start - LONGEST) : place.title_start].lower().split()
    if before and before[-1] == "the":
        before.pop()
    return not before or before[-1] not in PREPOSITIONS


def _relative(scene: Scene, read: Mention) -> Bearer | None:
    """For "Who" and "which" go with the name before them in the sentence."""
    named = scene.before(scene.plan.sentence_start(read.position), read.position)
    is_thing = read.words.lower() == "which"
    fitting = [bearer for _, bearer in named if bearer.is_person != is_thing]
    return fitting[-1] if fitting else None


def _description(
    scene: Scene, read: Mention, running: Bearer | None, excluded: set[int], *, vary: bool = True
) -> Bearer | None:
    """Whom "the Veltish leader", "the ministry" or "the 54-year-old" means; `vary` allows words for somebody
    that the article does not explain."""
    if read.owner is None and (stated := scene.described(read.position)):
        return stated
    described = phrase(read.words)
    definite = described.definite or scene.text.endswith(" and ", 0, read.position)
    if not definite or described.plural or not (described.heads or described.age):
        return None
    if described.heads and singular(described.heads[0]) in BODIES:
        return _body(scene, read, described, running)
    nouns = [head.split()[-1] for head in described.heads]
    if not described.age and not any(is_role(noun) or noun in PARTISAN for noun in nouns):
        return None
    owner = _owner(scene, read, described)
    fits = [
        found
        for bearer in scene.able(described, read.position)
        if bearer.is_person
        and id(bearer) not in excluded
        and not (running and scene.comes_later(bearer, read.position))
        and (found := fit(described, bearer, scene.roles(bearer), owner))
    ]
    top = max((one.score for one in fits), default=0.0)
    if top >= _FITTING:
        best = [one.bearer for one in fits if top - one.score < _AHEAD]
        if len(best) > 1:
            return _nearest(scene, read.position, best, running)
        near = {id(one) for one in scene.lately(read.position)}
        if _COUNTRYS.match(read.words) and id(best[0]) not in near:
            return None
        rivals = any(one.by_office and one.score >= _FITTING and id(one.bearer) in near for one in fits)
        return None if rivals and id(best[0]) not in near else best[0]
    return None if owner is not None or not vary else _varied(scene, read, described, running, excluded)


def _owner(scene: Scene, read: Mention, described: Phrase) -> frozenset[str] | None:
    """The stems of the name that the description belongs to; empty for a pronoun whose owner is unknown."""
    if read.owner is not None and read.owner.is_person:
        return frozenset(stem(word) for word in read.owner.words)
    if described.owner in {"his", "her"}:
        able = (one.bearer for one in scene.story.at(read.position) if id(one.bearer) not in scene.offices)
        owner = next(able, None)
        return frozenset(stem(word) for word in owner.words) if owner else frozenset()
    return None


def _body(scene: Scene, read: Mention, described: Phrase, running: Bearer | None) -> Bearer | None:
    """Which organisation "the ministry" is: the one not far back whose name has the word; else the one
    that spoke
    last."""
    head = described.heads[0]
    near = scene.plan.paragraphs[max(scene.plan.paragraph(read.position) - _FAR, 0)]
    named = [bearer for _, bearer in scene.before(near, read.position) if bearer.kind != "place"]
    called = list({id(one): one for one in named if head in one.words and _has_words(one, described)}.values())
    if not called and not described.modifiers:
        kinds = NAMED_BODIES.get(singular(head), frozenset[str]())
        called = list({id(one): one for one in named if not kinds.isdisjoint(one.words)}.values())
    if called:
        return called[0] if len(called) == 1 else _nearest(scene, read.position, called, running)
    if (
        running is None
        or described.modifiers
        or singular(head) not in ANY_BODY
        or len(running.words) > _LONGEST_BODY
    ):
        return None
    things = [one for one in scene.lately(read.position) if one.kind == "thing" or one.gender == "unknown"]
    return running if running in things else None


def _has_words(body: Bearer, described: Phrase) -> bool:
    """Whether the name has all words with a capital of a description: "the Kelm council" is none of Tessin."""
    return described.proper <= {stem(word) for word in body.words}


def _nearest(scene: Scene, position: int, equals: list[Bearer], running: Bearer | None) -> Bearer | None:
    """Of those who fit alike, the one who spoke last, else the only one named in the same paragraph or the
    one before."""
    named = {id(bearer) for bearer in scene.lately(position)}
    if running in equals and id(running) in named:
        return running
    close = [bearer for bearer in equals if id(bearer) in named]
    return close[0] if len(close) == 1 else None


def _varied(
    scene: Scene, read: Mention, described: Phrase, running: Bearer | None, excluded: set[int]
) -> Bearer | None:
    """News varies its words for whom it speaks of: "the Kelm lawyer" is the only person named just
    before, or the one
    who spoke last and is named first there, if the article tells no other work of theirs."""
    if _POSSESSIVE.search(read.words):
        return None
    told = described.modifiers or described.countries or described.parties
    if not described.age and not (told and any(is_role(head.split()[-1]) for head in described.heads)):
        return None
    here = scene.plan.paragraphs[scene.plan.paragraph(read.position)]
    lately = scene.lately(read.position, here) or scene.lately(read.position)
    people = [one for one in lately if one.is_person and id(one) not in excluded]
    if not people or (len(people) > 1 and people[0] is not running) or not people[0].is_human:
        return None
    roles = scene.roles(people[0])
    if any(role.tells_work for role in roles):
        return None
    return people[0] if fit(described, people[0], roles) else None
