"""The act of a statement: said, promised, warned ..., from its cue verb and its words.

The cue decides unless it is neutral ("said", "added") or weaker than the words: a commitment in the first
person ("we will not allow", "we are committed to") or about the speaker ("said that he will form") is a promise
whatever verb reports it, since a reader who asks what somebody promised wants to see it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.models.quotes import Act

_FIRST = (
    r"(?:we|i)(?:['’]ll| will| shall| would never|['’]re going to| are going to|['’]m going to| am going to)"
)
_COMMIT = (
    r"(?:committed to|determined to|pledge|vow|promise|swear|guarantee|resolved to"
    r"|give (?:you )?(?:my|our) word)"
)
_NO_COMMITMENT = (
    r"(?!(?:(?:never|not|also|always|all|soon|\w+ly) )?"
    r"(?:be (?:able|seen|there|honest|frank)|see|know|find out|get|miss|have to|need|lose|complain|lie|deny|argue"
    r"|pretend|speculate|comment|apologi[sz]e for|mince|sugarcoat|say|tell you|admit|confess|bet|guess|leave it|regret"
    r"|forget|remember|die|win)\b)"
)
# What comes by itself: "it will take time".
_COURSE = r"(?:take (?:time|a |an |\w+ (?:days?|weeks?|months?|years?))|last|cost|mean|depend|rain|come)\b"
_PROMISE_FIRST = re.compile(
    rf"\b(?:{_FIRST} {_NO_COMMITMENT}\w+"
    rf"|(?:we|i)(?:['’]re|['’]m| are| am)(?: \w+)? (?:{_COMMIT})|(?:we|i) (?:{_COMMIT}))",
)
_PROMISE_THIRD = re.compile(
    r"\A\W*(?:that )?(?:he|she|they|it|his \w+|her \w+|their \w+|its \w+)(?: \w+ly)?"
    rf"(?:(?: will| shall)\W+{_NO_COMMITMENT}(?!{_COURSE})(?=\w)| would never\b"
    r"| (?:is|are|was|were) (?:\w+ly )?(?:committed to|determined to|resolved to)\b)",
)
_COMMITTED = re.compile(
    r"\b(?:is|are|remains?|stands?) (?:\w+ly )?(?:committed to|determined to|resolved to)\b"
)
_DEMAND_STRONG = re.compile(r"\b(?:must|(?:we|i) (?:call on|demand|urge|insist))\b")
_WARNING = re.compile(
    r"\b(?:(?:we|i) warn|be warned|beware|there will be consequences|will face consequences|will pay a price"
    r"|or else|at (?:their|your) peril)\b",
)
_DENIAL = re.compile(
    r"\b(?:(?:we|i) (?:deny|reject)|(?:that|this|it)(?:['’]s| is) (?:not true|false|untrue|a lie|nonsense)"
    r"|(?:categorically|flatly|completely) (?:false|untrue|denies|denied)"
    r"|(?:never|did not|didn['’]t) (?:happened?|do (?:it|that)))\b",
)
_PREDICTION = re.compile(
    r"\b(?:(?:we|i) (?:expect|predict|forecast|anticipate)"
    r"|will (?:probably|likely|be a turning point|become|rise|fall|grow|shrink)"
    r"|is likely to|are likely to)\b",
)
_LOOK_AT = 600


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement and whether they are the speaker's own (`direct`)."""

    text: str
    direct: bool


_NEUTRAL = frozenset(("said", "announced", "warned"))


def act_of(cue_act: Act | None, wording: Wording) -> Act:
    """The act that `wording` performs when reported by a verb of `cue_act` (None where there is no verb)."""
    if cue_act is not None and cue_act not in _NEUTRAL:
        return cue_act
    words = wording.text[:_LOOK_AT].lower()
    if _is_commitment(words, direct=wording.direct, warned=cue_act == "warned"):
        return "promised"
    if cue_act is not None and cue_act != "said":
        return cue_act
    return _by_words(words, direct=wording.direct)


def _is_commitment(words: str, *, direct: bool, warned: bool) -> bool:
    if _PROMISE_THIRD.match(words) and not direct and not warned:
        return True
    if direct or "“" in words or '"' in words:
        return _PROMISE_FIRST.search(words) is not None
    return _COMMITTED.search(words) is not None


def _by_words(words: str, *, direct: bool) -> Act:
    if _WARNING.search(words):
        return "warned"
    if _DENIAL.search(words):
        return "denied"
    if direct and words.rstrip('"”’ ').endswith("?"):
        return "asked"
    if _DEMAND_STRONG.search(words):
        return "demanded"
    if _PREDICTION.search(words):
        return "predicted"
    return "said"
