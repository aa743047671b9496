"""What a pattern found in a question, as a frame: each reader stands beside its patterns in `frames`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.models import Act, QuestionKind
from index.names.titles import is_role
from index.questions.kinds import plain_kind
from index.questions.verbs import AGAINST, IN_FAVOUR, TOPICAL, is_speech, nouns, verbs

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A question's kind, the acts asked for, and the places of its parts (None: not there).

    `strict` says that only statements may answer; `slot` holds the speakers, `topic` what they speak
    about; `said` the words that someone may have said.
    """

    kind: QuestionKind
    acts: tuple[Act, ...] = ()
    slot: Place | None = None
    topic: Place | None = None
    said: Place | None = None
    strict: bool = False


ON = r"on(?! \w+day\b| \d)"  # "on Monday" tells when, not about what
ABOUT = (
    r"(?: (?:about|on|regarding|concerning|of|over|to|against|for|with|as to|in relation to|when it comes to))"
)
_OF_WHAT = re.compile(rf"{ABOUT}\b| that\b")
_WHERE = re.compile(
    r" (?:in|at|during) (?:his|her|their|an?|the) (?:\w+ )?(?:speech|interview|address|statement|testimony)\b"
)
_LISTENERS = re.compile(r" back\b| (?:to )?(?:reporters|journalists|the press|the media|people|everyone)\b")
_CROWD = re.compile(
    r"(?:the )?(?:people|others|they|everyone|experts|critics|politicians|leaders|officials|observers|analysts"
    r"|you)"
)
_GENERIC = r"(?:anything|something|nothing|much|a lot|things?|stuff|any of (?:this|that|it))"
_SPOKE = re.compile(
    r"(?:speak|spoken|talk|talked|tweet|tweeted|write|written|post|posted) (?:about|regarding) "
)


def _part(found: re.Match[str], name: str) -> Place | None:
    place = found.span(name) if name in found.re.groupindex else (-1, -1)
    return place if 0 <= place[0] < place[1] else None


def _acts(found: re.Match[str]) -> tuple[Act, ...]:
    groups = found.re.groupindex
    act = verbs().get(found.group("verb")) if "verb" in groups else nouns().get(found.group("noun"))
    return (act,) if act else ()


def _sure(found: re.Match[str]) -> bool:
    """Whether the verb asks for words and not for a deed ("who wrote"), or words are quoted."""
    return is_speech(found.group("verb")) or '"' in found.string


def _topic_of_rest(found: re.Match[str]) -> Place | None:
    place = _part(found, "rest")
    if place is None:
        return None
    start, end = place
    for lead in (_WHERE, _LISTENERS, _OF_WHAT):
        skipped = lead.match(found.string, start, end)
        start = skipped.end() if skipped else start
    return (start, end) if found.string[start:end].strip() else None


def compare(found: re.Match[str]) -> Frame:
    """People side by side, or one then and now."""
    return Frame("compare", (), _part(found, "slot"), _part(found, "topic"), strict=True)


def who_said(found: re.Match[str]) -> Frame | None:
    """Who said words, or spoke about something."""
    said = _part(found, "said")
    if said is None or not _sure(found):
        return None
    if re.match(rf"(?:about|{ON}|regarding) ", found.string[said[0] :]):
        return Frame("opinions", _acts(found), None, said, strict=True)
    return Frame("who-said", _acts(found), None, said, said, strict=True)


def words_alone(found: re.Match[str]) -> Frame | None:
    """Words and nothing else, or with a question behind them: "The pier will stand", who said that."""
    said = _part(found, "said")
    return Frame("who-said", (), None, said, said, strict=True) if found["said"].count(" ") > 1 else None


def words_beside(found: re.Match[str]) -> Frame:
    """Somebody's name beside words in quotation marks."""
    said = _part(found, "said")
    return Frame("did-say", (), _part(found, "slot"), said, said, strict=True)


def called(found: re.Match[str]) -> Frame:
    """Who called it "a disgrace"; did anybody call the plan a disgrace."""
    groups = found.re.groupindex
    kind: QuestionKind = "did-say" if "slot" in groups else "who-said"
    if "ask" in groups:
        kind = "when" if found["ask"] == "when" else "why"
    topic = _part(found, "said") if found["it"] else _part(found, "topic")
    return Frame(kind, (), _part(found, "slot"), topic, _part(found, "said"), strict=True)


def which_said(found: re.Match[str]) -> Frame | None:
    """Which minister said something."""
    return who_said(found) if is_role(found["role"].split()[-1]) else None


def did_say(found: re.Match[str]) -> Frame | None:
    """Whether somebody said words; with "anything about" before them, what they said of it."""
    said = _part(found, "said")
    if said is None or not (_sure(found) or _SPOKE.match(found["verb"] + " " + found["said"])):
        return None
    start, end = said
    generic = re.match(rf"{_GENERIC}\b ?", found.string[start:end])
    start += generic.end() if generic else 0
    about = re.match(rf"(?:about|{ON}|regarding|to do with) ", found.string[start:end])
    if generic or about or found.group("verb").startswith(("mention", "discuss")):
        start += about.end() if about else 0
        return Frame(
            "said", _acts(found), _part(found, "slot"), (start, end) if start < end else None, strict=True
        )
    return Frame("did-say", _acts(found), _part(found, "slot"), said, said, strict=True)


def said(found: re.Match[str]) -> Frame | None:
    """What somebody said, or people in general."""
    slot = _part(found, "slot")
    if slot is None or " about " in f"{found['slot']} ":
        return None  # "what is known about states" asks of states
    topic = _topic_of_rest(found)
    if _CROWD.fullmatch(found["slot"]):
        return Frame("opinions", _acts(found), None, topic, strict=True)
    return Frame("said", _acts(found), slot, topic, strict=True)


def noun(found: re.Match[str]) -> Frame:
    """Somebody's view, promises, tweets."""
    topic = _topic_of_rest(found)
    if found["noun"] in TOPICAL:
        topic = (found.start("noun"), topic[1] if topic else found.end("noun"))
    return Frame("said", _acts(found), _part(found, "slot"), topic, strict=True)


def faced(found: re.Match[str]) -> Frame:
    """What criticism or praise somebody gets from others."""
    return Frame("opinions", _acts(found), None, _part(found, "topic"), strict=True)


def told_of(found: re.Match[str]) -> Frame:
    """Whom somebody blames or praises."""
    act: Act = "praised" if found["verb"].startswith(("prais", "thank")) else "accused"
    return Frame("said", (act,), _part(found, "slot"), _topic_of_rest(found), strict=True)


def stand(found: re.Match[str]) -> Frame:
    """Where somebody stands, how they feel, anything from them."""
    slot = _part(found, "slot") or _part(found, "slot2")
    return Frame("said", (), slot, _topic_of_rest(found), strict=True)


def on_topic(found: re.Match[str]) -> Frame:
    """Somebody on something."""
    return Frame("said", (), _part(found, "slot"), _part(found, "topic"), strict=True)


def stated(found: re.Match[str]) -> Frame | None:
    """Told as a sentence: "so Brant said the pier is safe", "Brant said what about the pier"."""
    if found["slot"].endswith("'s"):
        return None  # "Brant's state of the union"
    what = re.match(rf"what(?:{ABOUT} |$)", found["said"])
    if what is not None:
        start, end = found.start("said") + what.end(), found.end("said")
        topic = (start, end) if start < end else None
        return Frame("said", _acts(found), _part(found, "slot"), topic, strict=True)
    if plain_kind(found.string) != "what" or re.search(r"\b(?:what|which|whose)\b", found.string):
        return None  # told before a question: "Brant said so. Where?"
    return did_say(found)


def when_said(found: re.Match[str]) -> Frame:
    """When, where or why somebody said something."""
    ask = found.group("ask")
    kind: QuestionKind = "when" if ask == "when" else "where" if ask == "where" else "why"
    return Frame(kind, _acts(found), _part(found, "slot"), _topic_of_rest(found), strict=ask == "when")


def opinions(found: re.Match[str]) -> Frame:
    """What people say about something."""
    return Frame("opinions", (), None, _part(found, "topic"), strict=True)


def side(found: re.Match[str]) -> Frame:
    """Who opposes or supports something: their statements of the acts that tell so."""
    acts = IN_FAVOUR
    if found["side"].startswith(("critic", "accus", "blam", "condem", "slam", "denounc")):
        acts = ("accused",)
    elif found["side"].startswith(("oppos", "against")):
        acts = AGAINST
    return Frame("opinions", acts, None, _part(found, "topic"), strict=True)


def latest(found: re.Match[str]) -> Frame:
    """What is new about something."""
    return Frame("latest", (), None, _part(found, "topic"))
