"""Follow-up questions: what a short question leaves out is taken from the one before."""

from __future__ import annotations

import re
from dataclasses import replace

from index.models import Act, QuestionKind, Understanding
from index.names.nations import nations
from index.questions.people import kind_of_unknown
from index.questions.verbs import AGAINST, IN_FAVOUR, verbs
from index.questions.wording import LEADS_TO_TOPIC, SMALL, words

_LEAD = re.compile(
    r"^(?:and|but|so|what about|how about|and what about|and how about|ok|then)\b[, ]*", re.IGNORECASE
)
_BARE: dict[str, QuestionKind] = {
    "when": "when", "where": "where", "why": "why", "who": "who",
    "how many": "how-many", "how much": "how-many",
}  # fmt: skip
_OF_THAT = re.compile(r"(when|where|why|who|how) (?:was|is|did|were|has) (?:that|this|it|he|she|they)\b")
_SIDES: dict[str, tuple[Act, ...]] = {
    "who else": (), "who agrees": IN_FAVOUR, "who agreed": IN_FAVOUR,
    "who disagrees": AGAINST, "who disagreed": AGAINST,
}  # fmt: skip
_WITH = re.compile(r" with (?:him|her|them|that|this|it)$")
_PLACED = re.compile(r"(?:in|at|for|by|from|to|of|against) ", re.IGNORECASE)
_EVENTS = frozenset(["when", "where", "who", "what", "why", "how-many"])  # kinds that ask for no statement
_MORE = re.compile(
    r"(?:(?:any|some)thing (?:else|more|newer|more recent)|(?:(?:give|show) me )?more(?: please)?"
    r"|what else|newer|go on|next|another(?: one)?|is (?:that|this|it) true|really|sources?)"
)
_HE = re.compile(r"\b(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE)
_THAT = re.compile(r"\b(?:that|this|it|these|those)\b", re.IGNORECASE)
_ON = re.compile(r"\b(?:on|regarding|(?<!what )(?<!how )about) (.+)$", re.IGNORECASE)
_SHORT = 6  # words; longer questions stand alone


def follow(question: str, understood: Understanding, after: Understanding) -> Understanding:
    """Complete what was `understood` of a follow-up with what stood `after`; a full question stays itself."""
    rest = _LEAD.sub("", question.strip(" ?!.")).strip()
    bare = rest.casefold()
    again = _again(bare, understood, after) or _elsewhere(rest, after)
    if again is not None:
        return again
    if _HE.search(question) and not after.speakers and understood.kind in _EVENTS and after.kind in _EVENTS:
        return replace(understood, topic=f"{after.topic} {rest}") if len(rest.split()) <= _SHORT else understood
    if _HE.search(question) and after.speakers and not understood.speakers and not understood.unknown:
        return replace(
            understood,
            kind=_speech(understood, after),
            topic=_topic_of_them(rest, understood, after),
            speakers=after.speakers,
            namesakes=after.namesakes,
        )
    short = len(bare.split()) <= _SHORT and (rest != question.strip(" ?!.") or not _asks(bare))
    return _merged(rest, understood, after) if short or _goes_on(bare, understood) else understood


def _goes_on(bare: str, understood: Understanding) -> bool:
    """Whether a question without a topic is about that of the one before."""
    if understood.topic:
        return False
    if understood.kind == "opinions":
        return bool(_THAT.search(bare))
    return understood.kind == "said" and not (understood.acts or understood.since or understood.until)


def _again(bare: str, understood: Understanding, after: Understanding) -> Understanding | None:
    """The question before, asked for another thing: "when?", "who disagrees?", "anything newer?"."""
    bare = re.sub(r"^(?:by|to|for|from) (?=how\b)", "", bare)
    bare = _WITH.sub("", bare)
    if bare in _SIDES and (after.topic or after.words):
        return replace(
            after, kind="opinions", acts=_SIDES[bare], speakers=(), unknown=(), namesakes=(), words=None
        )
    if _MORE.fullmatch(bare):
        return replace(after, recent=after.recent or "new" in bare or "recent" in bare)
    if bare in _BARE or _OF_THAT.match(bare):
        kind = _BARE.get(bare, _BARE.get(bare.split()[0], understood.kind))
        asked = replace(after, kind=kind, recent=understood.recent or after.recent)
        # "Where was it played?" asks more than "where?".
        more = [word for word in words(bare) if word not in SMALL and word not in verbs()]
        return replace(asked, topic=f"{after.topic} {bare}") if more and not after.speakers else asked
    return None


def _elsewhere(rest: str, after: Understanding) -> Understanding | None:
    """The event asked for before, elsewhere: "and in Brack?" after "how many boats sank in Orrin?"."""
    found = _PLACED.match(rest)
    place = after.topic.lower().rfind(f" {found[0].lower()}") if found else -1
    if place < 0 or after.kind not in _EVENTS or after.speakers or len(rest.split()) > _SHORT:
        return None
    return replace(after, topic=f"{after.topic[:place]} {rest}")


def _topic_of_them(rest: str, understood: Understanding, after: Understanding) -> str:
    """What "he" is asked about: "what about him on gas?" tells it, "did he really say that?" does not."""
    found = _ON.search(rest)
    if understood.kind == "what":
        return found[1] if found else after.topic if _THAT.search(rest) else understood.topic
    return after.topic if not understood.topic or _THAT.fullmatch(understood.topic) else understood.topic


def _is_capitalised(rest: str) -> bool:
    return re.fullmatch(r"(?:[A-Z][\w'.-]+ ?){1,4}", rest) is not None


def _is_described(rest: str) -> bool:
    """Whether a follow-up is nothing but whom the library does not know by name: "and the mayor?"."""
    return len(rest.split()) <= _SHORT - 2 and not _asks(rest.casefold()) and kind_of_unknown(rest) == "office"


def _asks(bare: str) -> bool:
    return bool(
        re.match(r"(?:what|who|when|where|why|how|which|did|does|is|are|was|were|has|have|compare)\b", bare)
    )


def _speech(understood: Understanding, after: Understanding) -> QuestionKind:
    if understood.kind == "opinions" and after.kind in _EVENTS:
        return "said"  # "what did he say?" after "who is Brant?"
    return after.kind if understood.kind in {"what", "opinions", "who-said"} else understood.kind


def _merged(rest: str, understood: Understanding, after: Understanding) -> Understanding:
    """ "And Raisi?", "about pensions?", "last week?": the new part replaces its like."""
    if LEADS_TO_TOPIC.match(rest):
        understood = replace(
            understood, topic=LEADS_TO_TOPIC.sub("", rest), speakers=(), unknown=(), namesakes=()
        )
    people = understood.speakers or understood.unknown
    if people and nations().is_place(rest) and nations().is_place(after.topic) and after.speakers:
        return replace(after, topic=rest)  # "and Norway?" after what somebody said about Sweden
    if not people and ((_is_capitalised(rest) and after.speakers) or _is_described(rest)):
        unknown = re.sub("^the ", "", rest)
        kind = after.kind if after.speakers or after.unknown else "said"
        return replace(after, kind=kind, speakers=(), unknown=(unknown,), namesakes=(), words=None)
    topic = LEADS_TO_TOPIC.sub("", _LEAD.sub("", understood.topic))
    only_people = not [w for w in words(topic) if w not in SMALL and w not in words(" ".join(people))]
    dated = understood.since or understood.until
    asks = _asks(rest.casefold())
    kind = understood.kind if asks else after.kind
    return replace(
        after,
        kind=kind,
        words=after.words if kind == after.kind else None,
        speakers=understood.speakers or (() if understood.unknown or kind == "opinions" else after.speakers),
        unknown=understood.unknown,
        namesakes=understood.namesakes if people else after.namesakes,
        topic=after.topic if (people and only_people) or dated or not topic else topic,
        acts=understood.acts if asks else understood.acts or after.acts,
        source=understood.source or after.source,
        since=understood.since if dated else after.since,
        until=understood.until if dated else after.until,
        since_event=understood.since_event or after.since_event,
        until_event=understood.until_event or after.until_event,
        recent=understood.recent or after.recent,
    )
