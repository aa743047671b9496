"""The frame of a question: what kind it is, where the speaker stands, where the topic."""

# ruff: noqa: E501 -- each pattern or list stays on a line of its own

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from index.models import Act, QuestionKind
from index.names.titles import is_role
from index.questions.verbs import TOPICAL, is_speech, nouns, verbs

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A question's kind, the acts asked for, and the places of its parts (None: not there).

    `strict` says that only statements may answer; `slot` holds the speakers, `topic` what they speak
    about; `said` the words that someone may have said. `known`: it is read so only where the slot is
    nothing but people of the library.
    """

    kind: QuestionKind
    acts: tuple[Act, ...] = ()
    slot: Place | None = None
    topic: Place | None = None
    said: Place | None = None
    strict: bool = False
    known: bool = False


def find_frame(question: str, fits: Callable[[Frame], bool]) -> Frame:
    """Read the frame of a plain question (see `wording.plain`), the first one that `fits`."""
    text = question.lower()
    if len(text) != len(question):  # a few letters change length when lowered; places must fit the question
        text = question
    text = text.rstrip(" ?!.") or text
    second = _SECOND.search(text)
    first = _first_fitting(text[: second.start()], fits) if second else None
    if first is not None and first.strict:
        return first
    return _first_fitting(text, fits) or Frame(_plain_kind(text))


def _first_fitting(text: str, fits: Callable[[Frame], bool]) -> Frame | None:
    for pattern, reader in _frames():
        found = pattern.search(text)
        frame = reader(found) if found else None
        if frame is not None and fits(frame):
            return frame
    return None


_ON = r"on(?! \w+day\b| \d)"  # "on Monday" tells when, not about what
_GENERIC = r"(?:anything|something|nothing|much|a lot|things?|stuff|any of (?:this|that|it))"
_QUOTES = r"(?:(?:is|are|was|were) there )?(?:(?:the|any|some|all|all the|more|every|\d{1,2}) )?(?:(?:best|top|latest|newest|main|official|recent) )?"
_SLOT = r"(?P<slot>(?:[\w.'-]+ ){0,6}?[\w.'-]+)"
_ABOUT = (
    r"(?: (?:about|on|regarding|concerning|of|over|to|against|for|with|as to|in relation to|when it comes to))"
)
_HELP = r"(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could)"
_LEAD = (
    r"^(?:(?:and|so|ok|okay|please|hi|hello|hey|but|then)(?: there| bot)?[, ]+)*"
    r"(?:(?:(?:can|could|do|does) (?:you|anyone|someone)|anyone|i(?: want|'d like| would like) to) )?"
    r"(?:(?:please )?(?:tell|show|give|find|remind) (?:me|us) |know |is it true (?:that )?)?"
)
_SECOND = re.compile(r",? and (?:when|where|why|how|who) (?:did|does|do|is|are|was|were|has|have|had)\b")
# What somebody calls a thing, and the thing: "it", or words without a preposition.
_CALLED = r"(?:called|calls|call|described|describes|describe|branded|labelled|labeled|dubbed) (?P<topic>(?:(?P<it>it|this|that|him|her|them|us)|(?:(?!on |to |for |about |at |in |of |from |with |after |over |as )[\w.'-]+ ){1,6}?) ?(?:as )?(?P<said>(?(it).+|(?:[\"']|an? ).+)))"


@cache
def _frames() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Frame | None]], ...]:
    verb = "|".join(sorted(verbs(), key=len, reverse=True))
    noun = "|".join(sorted(nouns(), key=len, reverse=True))
    table: tuple[tuple[str, Callable[[re.Match[str]], Frame | None]], ...] = (
        (rf"{_LEAD}compare (?:what )?(?P<slot>.+?)(?: (?:on|about|over|regarding) (?P<topic>.+))?$", _compare),
        (rf"{_LEAD}how (?:do|does|did) (?P<slot>.+? and .+?) (?:differ|disagree|compare)(?: (?:on|about|over) (?P<topic>.+))?$", _compare),
        (r"(?:difference|disagreement)s? between (?P<slot>.+? and .+?)(?: (?:on|about|over) (?P<topic>.+))?$", _compare),
        (r"^(?P<slot>.+? (?:vs\.?|versus) .+?)(?: (?:on|about|over) (?P<topic>.+))?$", _compare),
        (r"^(?P<slot>.+?) then and now(?: (?:on|about|over) (?P<topic>.+))?$", _compare),
        (r'^"(?P<said>[^"]+)"$', _words_alone),
        (r"^(?P<said>\w.+?)[,:;. -]+who (?:has )?sa(?:id|ys) (?:it|that|this|so)$", _words_alone),
        (rf"{_LEAD}who (?:all )?(?:is |are |was |were |has |have )?(?P<side>oppos(?:es?|ed|ing)|against|critici[sz](?:es?|ed|ing)|accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|condemn(?:s|ed|ing)?|slam(?:s|med|ming)?|support(?:s|ed|ing)?|back(?:s|ed|ing)|welcom(?:es?|ed)|prais(?:es?|ed)|in favou?r of) (?P<topic>.+)$", _side),
        (rf"{_LEAD}who (?:has |have )?(?:ever |publicly )?{_CALLED}$", _called),
        (rf"{_LEAD}who (?:thinks?|believes?) (?:that )?(?P<topic>.+)$", _opinions),
        (rf"{_LEAD}who (?:has |had |have |was it (?:who|that) |is it (?:who|that) |(?:was |is )?quoted (?:as )?)?(?:ever |publicly |also )?(?P<verb>{verb})\b(?: that)?(?: (?P<said>.+))?$", _who_said),
        (rf"{_LEAD}(?:which|what) (?!{_HELP} )(?P<role>(?:\w+ ){{0,3}}?\w+) (?:has |have )?(?P<verb>{verb})\b(?: that)?(?: (?P<said>.+))?$", _which_said),
        (rf"{_LEAD}(?:did|does|has|have) (?P<slot>.+?) (?:ever |really )?{_CALLED}$", _called),
        (rf"{_LEAD}(?:did|does|has|have) (?P<slot>.+?) (?:ever |never |really |actually |also )?(?P<verb>{verb})\b(?: that)?(?: (?P<said>.+))?$", _did_say),
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?(?P<slot>(?:[\w.'-]+ ){{0,6}}?[\w.-]+)(?:'s|s') (?:main |latest |recent |own |official )?(?P<noun>{noun})\b(?P<rest>.*)$", _noun_slot),
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?{_QUOTES}(?:quotes?|quotations?) (?:{_ON}|about|regarding) (?P<topic>.+)$", _opinions),
        (r"^(?P<topic>(?!what |which |who |how ).+?) reactions$", _opinions),
        (rf"{_LEAD}what (?:else |exactly |all )?{_HELP} (?P<slot>(?:[\w.'-]+ ){{0,7}}?[\w.'-]+) (?:been )?(?:ever |publicly |have to |had to |got to |also |just )?(?P<verb>{verb})\b(?P<rest>.*)$", _said),
        (rf"{_LEAD}what (?P<noun>{noun}) {_HELP} (?P<slot>.+?) (?:make|made|making|give|gave|given|issue|issued|offer|offered|have|had|face|take|raise|raised|express|expressed)\b(?P<rest>.*)$", _noun_slot),
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?{_QUOTES}(?P<noun>{noun}) (?:of|by|from) (?P<slot>.+?)(?P<rest>{_ABOUT} .+)?$", _noun_slot),
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?{_SLOT} (?:main |latest |recent |own |official )?(?P<noun>{noun})\b(?P<rest>.*)$", _known_noun),
        (rf"{_LEAD}(?:is there |was there |list )?(?:anything|everything|something|all|things|what|whatever) (?:that )?{_SLOT} (?:has |have |had )?(?:ever |also |been )?(?P<verb>{verb})\b(?P<rest>.*)$", _known_said),
        (rf"{_LEAD}(?:where {_HELP} {_SLOT} stand|how {_HELP} (?P<slot2>(?:[\w.'-]+ ){{0,6}}?[\w.'-]+) (?:feel|think|see it))(?P<rest>.*)$", _known_stand),
        (rf"{_LEAD}{_HELP} {_SLOT} (?:(?:still |ever )?(?:support|oppose|back|favou?r)(?:s|ed)?|for|against|in favou?r of|for or against) (?P<topic>.+)$", _known_topic),
        (rf"{_LEAD}how {_HELP} (?P<slot>(?:[\w.'-]+ ){{0,7}}?[\w.'-]+) (?P<verb>react|respond|reply|describe|defend|justify|explain|answer)(?:s|ed|ied)?\b(?P<rest>.*)$", _said),
        (rf"^(?P<ask>when|where|why) (?:did|does|has|have) (?P<slot>(?:[\w.'-]+ ){{0,7}}?[\w.'-]+) (?:first |last )?(?P<verb>{verb})\b(?P<rest>.*)$", _when_said),
        (rf"\bwhat (?:is|was|has been|was being|is being) (?:being )?said{_ABOUT} (?P<topic>.+)$", _opinions),
        (rf"{_LEAD}(?:who (?:commented|spoke|talked)|(?:what (?:is|are|was|were) )?(?:the )?(?:reactions?|responses|opinions?|views?|comments))(?: (?:are|were) there)?{_ABOUT} (?P<topic>.+)$", _opinions),
        (rf"{_LEAD}(?:what(?: is| are)? )?(?:the )?(?:latest|newest|most recent|recent)(?: news| developments?| updates?)?(?: (?:on|about|from|in|with|of)) (?P<topic>.+)$", _latest),
        (rf"{_LEAD}(?:what is (?:new|happening|going on)|(?:any|some)thing (?:new|recent)|any (?:new |recent )?(?:news|updates?|developments?)|news|updates?)(?: (?:on|about|with|in|from)) (?P<topic>.+)$", _latest),
        (r"^(?P<topic>\w.*) (?:latest|news|updates?)$", _latest),
        (rf"{_LEAD}{_SLOT} (?:{_ON}|about|re|regarding) (?P<topic>.+)$", _known_topic),
        (rf"{_LEAD}{_SLOT} (?:has |have )?(?P<verb>{verb})\b(?: that)? (?P<said>[^?!]+)$", _known_stated),
    )  # fmt: skip
    return tuple((re.compile(pattern), reader) for pattern, reader in table)


def _part(found: re.Match[str], name: str) -> Place | None:
    place = found.span(name) if name in found.re.groupindex else (-1, -1)
    return place if 0 <= place[0] < place[1] else None


def _acts(found: re.Match[str]) -> tuple[Act, ...]:
    groups = found.re.groupindex
    act = verbs().get(found.group("verb")) if "verb" in groups else nouns().get(found.group("noun"))
    return (act,) if act else ()


def _sure(found: re.Match[str]) -> bool:
    """Whether the verb asks for words and not for a deed ("who wrote", "did it expect"), or words are quoted."""
    return is_speech(found.group("verb")) or '"' in found.string


def _topic_of_rest(found: re.Match[str]) -> Place | None:
    place = _part(found, "rest")
    if place is None:
        return None
    start, end = place
    lead = re.match(rf"{_ABOUT}\b| that\b", found.string[start:end])
    start += lead.end() if lead else 0
    return (start, end) if found.string[start:end].strip() else None


def _compare(found: re.Match[str]) -> Frame:
    return Frame("compare", (), _part(found, "slot"), _part(found, "topic"), strict=True)


def _who_said(found: re.Match[str]) -> Frame | None:
    said = _part(found, "said")
    if said is None or not _sure(found):
        return None
    if re.match(rf"(?:about|{_ON}|regarding) ", found.string[said[0] :]):
        return Frame("opinions", _acts(found), None, said, strict=True)
    return Frame("who-said", _acts(found), None, said, said, strict=True)


def _words_alone(found: re.Match[str]) -> Frame | None:
    """Words and nothing else, or with a question behind them: "The pier will stand", who said that."""
    said = _part(found, "said")
    return Frame("who-said", (), None, said, said, strict=True) if found["said"].count(" ") > 1 else None


def _called(found: re.Match[str]) -> Frame:
    """Who called it "a disgrace"; did anybody call the plan a disgrace."""
    kind: QuestionKind = "did-say" if "slot" in found.re.groupindex else "who-said"
    topic = _part(found, "said") if found["it"] else _part(found, "topic")
    return Frame(kind, (), _part(found, "slot"), topic, _part(found, "said"), strict=True)


def _which_said(found: re.Match[str]) -> Frame | None:
    """Which minister said something."""
    return _who_said(found) if is_role(found["role"].split()[-1]) else None


def _did_say(found: re.Match[str]) -> Frame | None:
    said = _part(found, "said")
    if said is None or not _sure(found):
        return None
    start, end = said
    generic = re.match(rf"{_GENERIC}\b ?", found.string[start:end])
    start += generic.end() if generic else 0
    about = re.match(rf"(?:about|{_ON}|regarding|to do with) ", found.string[start:end])
    if generic or about or found.group("verb").startswith(("mention", "discuss")):
        start += about.end() if about else 0
        return Frame(
            "said", _acts(found), _part(found, "slot"), (start, end) if start < end else None, strict=True
        )
    return Frame("did-say", _acts(found), _part(found, "slot"), said, said, strict=True)


def _said(found: re.Match[str]) -> Frame | None:
    slot = _part(found, "slot")
    if slot is None:
        return None
    topic = _topic_of_rest(found)
    if re.fullmatch(
        r"(?:the )?(?:people|others|they|everyone|experts|critics|politicians|leaders|officials|observers|analysts|you)",
        found.group("slot"),
    ):
        return Frame("opinions", _acts(found), None, topic, strict=True)
    return Frame("said", _acts(found), slot, topic, strict=True)


def _noun_slot(found: re.Match[str]) -> Frame:
    topic = _topic_of_rest(found)
    if found["noun"] in TOPICAL:
        topic = (found.start("noun"), topic[1] if topic else found.end("noun"))
    return Frame("said", _acts(found), _part(found, "slot"), topic, strict=True)


def _known_noun(found: re.Match[str]) -> Frame:
    """ "harvolds stance on fares", "Harvold quotes"."""
    return replace(_noun_slot(found), known=True)


def _known_said(found: re.Match[str]) -> Frame:
    return Frame("said", _acts(found), _part(found, "slot"), _topic_of_rest(found), strict=True, known=True)


def _known_stand(found: re.Match[str]) -> Frame:
    slot = _part(found, "slot") or _part(found, "slot2")
    return Frame("said", (), slot, _topic_of_rest(found), strict=True, known=True)


def _known_topic(found: re.Match[str]) -> Frame:
    return Frame("said", (), _part(found, "slot"), _part(found, "topic"), strict=True, known=True)


def _known_stated(found: re.Match[str]) -> Frame | None:
    """Told as a sentence: "so Brant said the pier is safe", "Brant said what about the pier"."""
    what = re.match(rf"what(?:{_ABOUT} |$)", found["said"])
    if what is not None:
        start, end = found.start("said") + what.end(), found.end("said")
        topic = (start, end) if start < end else None
        return Frame("said", _acts(found), _part(found, "slot"), topic, strict=True, known=True)
    if _plain_kind(found.string) != "what" or re.search(r"\b(?:what|which|whose)\b", found.string):
        return None  # told before a question: "Brant said so. Where?"
    frame = _did_say(found)
    return replace(frame, known=True) if frame else None


def _when_said(found: re.Match[str]) -> Frame:
    ask = found.group("ask")
    kind: QuestionKind = "when" if ask == "when" else "where" if ask == "where" else "why"
    return Frame(kind, _acts(found), _part(found, "slot"), _topic_of_rest(found), strict=ask == "when")


def _opinions(found: re.Match[str]) -> Frame:
    return Frame("opinions", (), None, _part(found, "topic"), strict=True)


def _side(found: re.Match[str]) -> Frame:
    """Who opposes or supports something: their statements of the acts that tell so."""
    against = found.group("side").startswith(("oppos", "against", "critic", "accus", "blam", "condem", "slam"))
    acts: tuple[Act, ...] = ("accused", "denied", "warned") if against else ("praised",)
    return Frame("opinions", acts, None, _part(found, "topic"), strict=True)


def _latest(found: re.Match[str]) -> Frame:
    return Frame("latest", (), None, _part(found, "topic"))


_EARLY = 12  # characters; a later "who" mostly begins a clause
_KINDS: tuple[tuple[str, QuestionKind], ...] = (
    (r"\bhow (?:many|much|old|long|tall|big|high|far|often)\b|\b(?:what|which) (?:percent|percentage|number|amount|share|age|price)\b", "how-many"),
    (r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|time)\b", "when"),
    (r"\bwhere\b|\b(?:what|which) (?:\w+ ){0,2}(?:country|city|state|town|place|island|region|province|county|continent|nation)\b", "where"),
    (r"\bwho(?:m|se)?\b", "who"),
    (r"\bwhy\b|\bwhat (?:caused|causes)\b|\bdue to what\b|\bfor what reason\b", "why"),
)  # fmt: skip


def _plain_kind(text: str) -> QuestionKind:
    """The kind of a question without a speaker's frame, by its last question word outside a clause."""
    first: tuple[int, QuestionKind] | None = None
    asks = re.split(r"(?<=[.!?]) ", text)[-1]  # the question itself comes last: "A storm hit. Where?"
    for pattern, kind in _KINDS:
        found = re.search(pattern, asks)
        if (
            found
            and (kind != "who" or found.start() < _EARLY or first is None)
            and (first is None or found.start() < first[0])
        ):
            first = (found.start(), kind)
    what = re.search(r"\b(?:what|which)\b", asks)
    if first and what and what.start() < first[0]:
        return "what"
    return first[1] if first else "what"
