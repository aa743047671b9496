"""Follow-up questions: what a short question leaves out is taken from the one before."""

from __future__ import annotations

import re
from dataclasses import replace

from index.models import QuestionKind, Understanding
from index.questions.wording import SMALL, words

_LEAD = re.compile(
    r"^(?:and|but|so|what about|how about|and what about|and how about|ok|then)\b[, ]*", re.IGNORECASE
)
_BARE: dict[str, QuestionKind] = {
    "when": "when", "where": "where", "why": "why", "who": "who",
    "how many": "how-many", "how much": "how-many",
}  # fmt: skip
_HE = re.compile(r"\b(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE)


def follow(question: str, understood: Understanding, after: Understanding) -> Understanding:
    """Complete what was `understood` of a follow-up with what stood `after`; a full question stays itself."""
    bare = question.strip(" ?!.").casefold()
    bare = _LEAD.sub("", bare).strip()
    if bare in _BARE or re.fullmatch(
        r"(?:when|where|why|who|how) (?:was|is|did|were|has) (?:that|this|it|he|she|they).*", bare
    ):
        kind = _BARE.get(bare, _BARE.get(bare.split()[0], understood.kind))
        return replace(after, kind=kind, recent=understood.recent or after.recent)
    if _HE.search(question) and after.speakers and not understood.speakers and not understood.unknown:
        return replace(
            understood, kind=_speech(understood, after), speakers=after.speakers, namesakes=after.namesakes
        )
    short = len(bare.split()) <= 6 and (_LEAD.match(question) or not _asks(bare))  # noqa: PLR2004 -- longer ones stand alone
    return _merged(question, understood, after) if short else understood


def _asks(bare: str) -> bool:
    return bool(
        re.match(r"(?:what|who|when|where|why|how|which|did|does|is|are|was|were|has|have|compare)\b", bare)
    )


def _speech(understood: Understanding, after: Understanding) -> QuestionKind:
    return after.kind if understood.kind in {"what", "opinions", "who-said"} else understood.kind


def _merged(question: str, understood: Understanding, after: Understanding) -> Understanding:
    """ "And Raisi?", "about pensions?", "last week?": the new part replaces its like."""
    rest = _LEAD.sub("", question).strip(" ?!.")
    people = understood.speakers or understood.unknown
    if not people and re.fullmatch(r"(?:[A-Z][\w'.-]+ ?){1,4}", rest) and after.speakers:
        return replace(after, speakers=(), unknown=(rest,), namesakes=(), words=None)
    topic = re.sub(r"^(?:about|on|regarding) ", "", understood.topic, flags=re.IGNORECASE)
    only_people = not [w for w in words(topic) if w not in SMALL and w not in words(" ".join(people))]
    dated = understood.since or understood.until
    return replace(
        after,
        speakers=understood.speakers or (() if understood.unknown else after.speakers),
        unknown=understood.unknown,
        namesakes=understood.namesakes if people else after.namesakes,
        topic=after.topic if (people and only_people) or dated or not topic else topic,
        acts=understood.acts or after.acts,
        source=understood.source or after.source,
        since=understood.since if dated else after.since,
        until=understood.until if dated else after.until,
        since_event=understood.since_event or after.since_event,
        until_event=understood.until_event or after.until_event,
        recent=understood.recent or after.recent,
    )
