"""The sort of thing a question wants (a person, a place, a date, a number), and whether a sentence has one."""

# ruff: noqa: E501 -- each pattern or list stays on a line of its own

from __future__ import annotations

import re
from typing import Literal

AnswerType = Literal["person", "place", "date", "number", "money", "percent", "length", "name", "reason", "any"]

_ASKED_WITH: tuple[tuple[AnswerType, str], ...] = (
        ("percent", r"\b(?:what|which) (?:percent|percentage|share|proportion)\b|\bhow many percent\b"),
        (
            "money",
            (r"\bhow much (?:money|did|does|do|is|was|were|will|would|has|have)\b.*\b(?:cost|pay|paid|worth|sell|sold|spen[dt]|earn|fine|owe|raise|price)"
            r"|\b(?:what|which) (?:\w+ ){0,2}(?:price|cost|fee|salary|budget|fine|monetary value|net worth)\b|\bfor how much\b"),
        ),
        (
            "length",
            r"\bhow (?:long|old|tall|big|high|far|fast|deep|wide|large|heavy|hot|cold|often|soon)\b|\b(?:what|which) (?:\w+ )?(?:age|height|length|size|distance|speed|temperature)\b",
        ),
        ("number", r"\bhow (?:many|much)\b|\b(?:what|which) (?:\w+ )?(?:number|amount|population|magnitude|score|toll|rate)\b"),
        ("date", r"\bwhen\b|\b(?:what|which) (?:\w+ )?(?:year|date|day|month|decade|century|time)\b"),
        (
            "place",
            r"\bwhere\b|\b(?:what|which) (?:[\w-]+ ){0,2}(?:countr(?:y|ies)|cit(?:y|ies)|states?|towns?|places?|islands?|regions?|provinces?|count(?:y|ies)|continents?|nations?|capitals?|airports?|territor(?:y|ies)|rivers?|planets?)\b",
        ),
        (
            "person",
            r"\bwho(?:m|se)?\b(?! (?:is|are|was|were) (?:the )?\w+ (?:company|team))|\b(?:what|which) (?:[\w-]+ ){0,3}(?:person|people|man|woman|actor|actress|singer|artist|president|leader|author|writer|player|politician|senator|governor|minister|celebrity|billionaire|scientist|star|athlete|musician|rapper|justice|judge|lawyer|director|ceo|founder|official)s?\b",
        ),
        ("reason", r"\bwhy\b|\bdue to what\b|\bwhat (?:caused|causes|led to)\b|\bfor what reason\b"),
        ("name", r"\b(?:what|which) [\w-]+|\bwhat(?:'s| is| was| are| were) the (?:name|title)\b|\bcalled\b"),
)  # fmt: skip
_ASKS = tuple((sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in _ASKED_WITH)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_COUNT = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|twice|double)\b"
_UNIT = r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|feet|foot|ft|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|inch(?:es)?|acres?|pounds?|tons?|tonnes?|degrees?|mph|km|kg|cm|times|year-old)\b|-year-old"
_HOLDS: dict[AnswerType, re.Pattern[str]] = {
    "percent": re.compile(r"\d ?%|\bper ?cent\b|\bpercentage\b|\b(?:half|third|quarter)\b", re.IGNORECASE),
    "money": re.compile(r"[$£€¥] ?\d|\d ?(?:dollars|euros|pounds|cents|yen|rupees|yuan)|\b(?:million|billion|trillion)\b", re.IGNORECASE),
    "length": re.compile(rf"(?:{_COUNT}).{{0,24}}(?:{_UNIT})", re.IGNORECASE),
    "number": re.compile(_COUNT, re.IGNORECASE),
    "date": re.compile(
        rf"\b{_MONTH}\b\.?|\b(?:1[5-9]|20)\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
        r"|\b(?:yesterday|today|tonight|tomorrow|century|(?:last|next|this) (?:week|month|year|spring|summer|fall|autumn|winter))\b"
    ),
    "place": re.compile(r"\b(?:in|at|on|near|from|to|of|outside|across|off|into|around|over|via) (?:[a-z]+ ){0,2}[A-Z]|[A-Z]\w+, [A-Z]"),
    "person": re.compile(r"\b[A-Z][\w'’-]+(?: (?:[A-Z]\.|[a-z]{2,3}|[A-Z][\w'’-]+)){0,2} [A-Z][\w'’-]+|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? [A-Z]"),
    "reason": re.compile(r"\b(?:because|due to|after|amid|since|as a result|thanks to|caused|so that|in order to|over|following|citing|led to|owing)\b", re.IGNORECASE),
    "name": re.compile(r"(?<=[\w,;:—–-] )[\"“‘]?[A-Z]\w|[\"“][^\"”]{2,80}[\"”]"),
}  # fmt: skip


def wanted(question: str) -> AnswerType:
    """The sort of answer that the last sentence of a question wants, "any" where it does not say."""
    asks = [part for part in re.split(r"(?<=[.!?])\s+", question) if part.strip()]
    for part in reversed(asks):
        found = [
            (m.start(), place, sort)
            for place, (sort, pattern) in enumerate(_ASKS)
            if (m := pattern.search(part))
        ]
        if found:
            return min(found)[2]
    return "any"


def holds(sentence: str, sort: AnswerType) -> bool:
    """Whether the sentence has something of that sort."""
    pattern = _HOLDS.get(sort)
    return pattern is None or pattern.search(sentence) is not None
