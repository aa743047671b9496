"""The patterns of questions: what kind each is, where the speaker stands, where the topic."""

# ruff: noqa: E501 -- each pattern or list stays on a line of its own

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from index.questions import readers
from index.questions.kinds import plain_kind
from index.questions.readers import ABOUT, ON, Frame
from index.questions.verbs import nouns, verbs

_Reader = Callable[[re.Match[str]], Frame | None]
# Whether a pattern is read so only where its slot is nothing but people of the library.
_KNOWN, _ANYONE = True, False


def find_frame(question: str, is_known: Callable[[Frame], bool]) -> Frame:
    """Read the frame of a plain question (see `wording.plain`): that of the first pattern that fits.

    `is_known` tells whether the slot of a frame is nothing but people of the library.
    """
    text = question.lower()
    if len(text) != len(question):  # a few letters change length when lowered; places must fit the question
        text = question
    text = text.rstrip(" ?!.") or text
    second = _SECOND.search(text)
    first = _first_fitting(text[: second.start()], is_known) if second else None
    if first is not None and first.strict:
        return first
    return _first_fitting(text, is_known) or Frame(plain_kind(text))


def _first_fitting(text: str, is_known: Callable[[Frame], bool]) -> Frame | None:
    for pattern, reader, known in _frames():
        found = pattern.search(text)
        frame = reader(found) if found else None
        if frame is not None and (not known or is_known(frame)):
            return frame
    return None


_QUOTES = r"(?:(?:is|are|was|were) there )?(?:(?:the|any|some|all|all the|more|every|\d{1,2}) )?(?:(?:best|top|latest|newest|main|official|recent|most recent|earlier|first) )?"
_SLOT = r"(?P<slot>(?:[\w.,&'-]+ ){0,6}?[\w.'-]+)"
_LIMIT = r"(?: (?:since|in|from|before|after|during|last|this) .+)?"  # a time behind the speaker
_HELP = r"(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could)"
_LEAD = (
    r"^(?:(?:and|so|ok|okay|please|hi|hello|hey|but|then|fact[- ]?check)(?: there| bot)?[,: ]+)*"
    r"(?:(?:(?:can|could|do|does) (?:you|anyone|someone)|anyone|i(?: want|'d like| would like) to) )?"
    r"(?:(?:please )?(?:(?:tell|show|give|get|find|remind) (?:me|us)|find|show|get|list) |know |is it true (?:that )?)?"
)
# What may stand behind the question: a second one.
_SECOND = re.compile(
    r",? and (?:when|where|why|how|who) (?:did|does|do|is|are|was|were|has|have|had)\b"
    r"|,? (?:true or false|is (?:that|this|it) true|right|correct|or not)$"
)
# What somebody calls a thing, and the thing: "it", or words without a preposition.
_CALLED = r"(?:called|calls|call|described|describes|describe|branded|labelled|labeled|dubbed) (?P<topic>(?:(?P<it>it|this|that|him|her|them|us)|(?:(?!on |to |for |about |at |in |of |from |with |after |over |as )[\w.'-]+ ){1,6}?) ?(?:as )?(?P<said>(?(it).+|(?:[\"']|an? ).+)))"


@cache
def _frames() -> tuple[tuple[re.Pattern[str], _Reader, bool], ...]:
    verb = "|".join(sorted(verbs(), key=len, reverse=True))
    noun = "|".join(sorted(nouns(), key=len, reverse=True))
    table = (*_who_and_whether(verb), *_what(verb, noun))
    return tuple((re.compile(pattern), reader, known) for pattern, reader, known in table)


def _who_and_whether(verb: str) -> tuple[tuple[str, _Reader, bool], ...]:
    """Comparisons, words alone, who said or did so, and whether somebody did."""
    return (
        (rf"{_LEAD}compare (?:what )?(?P<slot>.+?)(?: (?:on|about|over|regarding) (?P<topic>.+))?$", readers.compare, _ANYONE),
        (rf"{_LEAD}how (?:do|does|did) (?P<slot>.+? and .+?) (?:differ|disagree|compare)(?: (?:on|about|over) (?P<topic>.+))?$", readers.compare, _ANYONE),
        (r"(?:difference|disagreement)s? between (?P<slot>.+? and .+?)(?: (?:on|about|over) (?P<topic>.+))?$", readers.compare, _ANYONE),
        (r"^(?P<slot>.+? (?:vs\.?|versus) .+?)(?: (?:on|about|over) (?P<topic>.+))?$", readers.compare, _ANYONE),
        (rf"{_LEAD}what {_HELP} (?P<slot>.+?) (?:say|said|think|thought){ABOUT} (?P<topic>.+?),? then and now$", readers.compare, _ANYONE),
        (r"^(?P<slot>.+?) then and now(?: (?:on|about|over) (?P<topic>.+))?$", readers.compare, _ANYONE),
        (r'^"(?P<said>[^"]+)"$', readers.words_alone, _ANYONE),
        (rf'^"(?P<said>[^"]+)"[,:]? {_SLOT}$', readers.words_beside, _KNOWN),
        (rf'^{_SLOT}[,:]? "(?P<said>[^"]+)"$', readers.words_beside, _KNOWN),
        (r'^"?(?P<said>\w.+?)"?[,:;. -]+who (?:has )?sa(?:id|ys) (?:it|that|this|so)$', readers.words_alone, _ANYONE),
        (rf"{_LEAD}who (?:all )?(?:is |are |was |were |has |have )?(?P<side>oppos(?:es?|ed|ing)|against|critici[sz](?:es?|ed|ing)|accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|condemn(?:s|ed|ing)?|slam(?:s|med|ming)?|denounc(?:es?|ed|ing)|support(?:s|ed|ing)?|back(?:s|ed|ing)|welcom(?:es?|ed)|prais(?:es?|ed|ing)|thank(?:s|ed|ing)?|applaud(?:s|ed|ing)?|hail(?:s|ed|ing)?|commend(?:s|ed|ing)?|in favou?r of) (?P<topic>.+)$", readers.side, _ANYONE),
        (rf"{_LEAD}what (?:is|are|was|were|has|have) (?:been )?(?P<topic>.+?) (?:being |been )?(?P<side>accused|blamed|criticised|criticized|condemned|praised|thanked) (?:of|for|over|about)$", readers.side, _ANYONE),
        (rf"{_LEAD}who (?:has |have |was it (?:who|that) |is it (?:who|that) )?(?:ever |publicly )?{_CALLED}$", readers.called, _ANYONE),
        (rf"{_LEAD}(?P<ask>when|why) (?:did|does|has) (?P<slot>.+?) (?:first )?{_CALLED}$", readers.called, _ANYONE),
        (rf"{_LEAD}who (?:thinks?|believes?) (?:that )?(?P<topic>.+)$", readers.opinions, _ANYONE),
        (rf"{_LEAD}who (?:has |had |have |was it (?:who|that) |is it (?:who|that) |(?:was |is )?quoted (?:as )?)?(?:ever |publicly |also )?(?P<verb>{verb})\b(?: that)?(?: (?P<said>.+))?$", readers.who_said, _ANYONE),
        (rf"{_LEAD}(?:which|what) (?!{_HELP} )(?P<role>(?:\w+ ){{0,3}}?\w+) (?:has |have )?(?P<verb>{verb})\b(?: that)?(?: (?P<said>.+))?$", readers.which_said, _ANYONE),
        (rf"{_LEAD}(?:did|does|has|have) (?P<slot>.+?) (?:ever |really )?{_CALLED}$", readers.called, _ANYONE),
        (rf"{_LEAD}(?:did|does|has|have)(?:n't|nt)? (?P<slot>.+?) (?:ever |never |really |actually |also )?(?P<verb>{verb})\b(?: that)?(?: (?P<said>.+))?$", readers.did_say, _ANYONE),
    )  # fmt: skip


def _what(verb: str, noun: str) -> tuple[tuple[str, _Reader, bool], ...]:
    """What somebody said, what is said of a topic, and the latest."""
    return (
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?(?P<slot>(?:[\w.'-]+ ){{0,6}}?[\w.-]+)(?:'s|s') (?:main |latest |recent |own |official )?(?P<noun>{noun})\b(?P<rest>.*)$", readers.noun, _ANYONE),
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?{_QUOTES}(?:quotes?|quotations?) (?:{ON}|about|regarding) (?P<topic>.+)$", readers.opinions, _ANYONE),
        (r"^(?P<topic>(?!what |which |who |how ).+?) reactions$", readers.opinions, _ANYONE),
        (rf"{_LEAD}what (?:else |exactly |all )?{_HELP} (?P<slot>(?:[\w.,&'-]+ ){{0,7}}?[\w.'-]+),? (?:been )?(?:ever |publicly |have to |had to |got to |also |just )?(?<! of )(?P<verb>{verb})\b(?P<rest>.*)$", readers.said, _ANYONE),
        (rf"{_LEAD}what (?P<noun>{noun}) {_HELP} (?P<topic>.+?) (?:face|faced|facing|get|got|draw|drawn|receive|received)\b.*$", readers.faced, _ANYONE),
        (rf"{_LEAD}whom? {_HELP} {_SLOT} (?P<verb>blam|accus|critici[sz]|condemn|prais|thank|threaten)(?:e|ed|en|ing)?\b(?P<rest>.*)$", readers.told_of, _KNOWN),
        (rf"{_LEAD}what (?P<noun>{noun}) {_HELP} (?P<slot>.+?) (?:make|made|making|give|gave|given|issue|issued|offer|offered|have|had|face|take|raise|raised|express|expressed)\b(?P<rest>.*)$", readers.noun, _ANYONE),
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?{_QUOTES}(?P<noun>{noun}) (?:of|by|from) (?P<slot>.+?)(?P<rest>{ABOUT} .+)?$", readers.noun, _ANYONE),
        (rf"{_LEAD}(?:what (?:is|are|was|were) )?{_QUOTES}{_SLOT} (?:main |latest |recent |own |official )?(?P<noun>{noun})\b(?P<rest>.*)$", readers.noun, _KNOWN),
        (rf"{_LEAD}(?:is there |was there |list )?(?:anything|everything|something|all|things|what|whatever|the (?:first|last) thing|(?:first|last) thing) (?:that )?{_SLOT} (?:has |have |had )?(?:ever |also |been )?(?P<verb>{verb})\b(?P<rest>.*)$", readers.said, _KNOWN),
        (rf"{_LEAD}(?:is there )?(?:anything|something|everything|all|any word)(?: recent)? (?:from|by) {_SLOT}(?P<rest>{ABOUT} .+)?$", readers.stand, _KNOWN),
        (rf"{_LEAD}(?:anything|something|what (?:is|was|has been)) said{ABOUT} (?P<topic>.+) by {_SLOT}{_LIMIT}$", readers.on_topic, _KNOWN),
        (rf"{_LEAD}{_QUOTES}(?P<noun>{noun}){ABOUT} (?P<topic>.+) (?:by|from) {_SLOT}{_LIMIT}$", readers.on_topic, _KNOWN),
        (rf"{_LEAD}(?P<topic>.+) (?:quotes|statements|comments|remarks) (?:by|from) {_SLOT}{_LIMIT}$", readers.on_topic, _KNOWN),
        (rf"{_LEAD}(?:where {_HELP} {_SLOT} stand|how {_HELP} (?P<slot2>(?:[\w.'-]+ ){{0,6}}?[\w.'-]+) (?:feel|think|see it))(?P<rest>.*)$", readers.stand, _KNOWN),
        (rf"{_LEAD}{_HELP} {_SLOT} (?:(?:still |ever )?(?:support|oppose|back|favou?r)(?:s|ed)?|for|against|in favou?r of|for or against) (?P<topic>.+)$", readers.on_topic, _KNOWN),
        (rf"{_LEAD}(?:did|does|do|has) {_SLOT} (?:ever |really |still )?(?:think|believe|agree|feel)(?: that)? (?P<topic>.+)$", readers.on_topic, _KNOWN),
        (rf"{_LEAD}how {_HELP} (?P<slot>(?:[\w.'-]+ ){{0,7}}?[\w.'-]+) (?P<verb>react|respond|reply|describe|defend|justify|explain|answer)(?:s|ed|ied)?\b(?P<rest>.*)$", readers.said, _ANYONE),
        (rf"^(?P<ask>when|where|why) (?:did|does|has|have) (?P<slot>(?:[\w.'-]+ ){{0,7}}?[\w.'-]+) (?:first |last )?(?P<verb>{verb})\b(?P<rest>.*)$", readers.when_said, _ANYONE),
        (rf"\bwhat (?:is|was|has been|was being|is being) (?:being )?said{ABOUT} (?P<topic>.+)$", readers.opinions, _ANYONE),
        (rf"{_LEAD}(?:who (?:commented|spoke|talked)|(?:what (?:is|are|was|were) )?(?:the )?(?:reactions?|responses|opinions?|views?|comments))(?: (?:are|were) there)?{ABOUT} (?P<topic>.+)$", readers.opinions, _ANYONE),
        (rf"{_LEAD}(?:what(?: is| are)? )?(?:the )?(?:latest|newest|most recent|recent)(?: news| developments?| updates?)?(?: (?:on|about|from|in|with|of)) (?P<topic>.+)$", readers.latest, _ANYONE),
        (rf"{_LEAD}(?:what is (?:new|happening|going on)|(?:any|some)thing (?:new|recent)|any (?:new |recent )?(?:news|updates?|developments?)|news|updates?)(?: (?:on|about|with|in|from)) (?P<topic>.+)$", readers.latest, _ANYONE),
        (rf"{_LEAD}(?P<topic>\w.*) (?:latest|news|updates?)$", readers.latest, _ANYONE),
        (rf"{_LEAD}{_SLOT} (?:{ON}|about|re|regarding) (?P<topic>.+)$", readers.on_topic, _KNOWN),
        (rf"{_LEAD}{_SLOT} (?:has |have )?(?:ever |never |really |actually |once )?(?P<verb>{verb})\b(?: that)? (?P<said>[^?!]+)$", readers.stated, _KNOWN),
        (rf"{_LEAD}{_SLOT} (?P<verb>{verb})(?P<rest>)$", readers.said, _KNOWN),
    )  # fmt: skip
