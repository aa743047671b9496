"""Verbs and nouns that ask for a kind of statement, and the act of speech that each asks for."""

# ruff: noqa: E501 -- each pattern or list stays on a line of its own

from __future__ import annotations

from functools import cache

from index.models import Act

_VERBS: dict[Act | None, str] = {
    None: "say tell state mention claim argue think believe comment remark insist add note explain respond reply react answer write tweet "
    "post feel suggest stress speak talk discuss declare describe vow admit acknowledge concede recommend advise testify "
    "joke report want",
    "promised": "promise pledge vow commit guarantee swear undertake",
    "warned": "warn threaten caution",
    "demanded": "demand urge insist call_for",
    "denied": "deny reject refute dismiss dispute",
    "accused": "accuse blame allege criticise criticize condemn slam denounce",
    "praised": "praise welcome applaud hail thank commend",
    "announced": "announce unveil reveal confirm",
    "predicted": "predict expect forecast foresee",
    "asked": "ask question wonder",
}
_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "write": "wrote written", "feel": "felt", "speak": "spoke spoken",
    "swear": "swore sworn", "undertake": "undertook undertaken", "foresee": "foresaw foreseen", "commit": "committed committing",
    "admit": "admitted admitting",
}  # fmt: skip
_NOUNS: dict[Act | None, str] = {
    None: "statement comment remark view position stance opinion response reaction answer argument words take quote quotation thought "
    "tweet testimony apology excuse explanation advice recommendation speech address interview",
    "promised": "promise pledge vow commitment guarantee",
    "warned": "warning threat",
    "demanded": "demand",
    "denied": "denial",
    "accused": "accusation allegation criticism",
    "praised": "praise",
    "announced": "announcement",
    "predicted": "prediction forecast expectation",
    "asked": "question",
}
TOPICAL = frozenset(["apology", "apologies", "excuse", "excuses", "testimony"])
"""Nouns that tell what a statement is about besides asking for it."""
AGAINST: tuple[Act, ...] = ("accused", "denied", "warned")
IN_FAVOUR: tuple[Act, ...] = ("praised",)
"""Acts of those who oppose something, and of those who support it."""
TRANSITIVE = frozenset(["announced", "predicted", "asked"])
"""Acts whose verbs also tell of deeds ("what did the firm reveal?"); such a question need not ask for words."""


def _forms(verb: str) -> set[str]:
    verb, _, after = verb.partition("_")
    if after:
        return {f"{form} {after}" for form in _forms(verb)}
    if verb.endswith("e"):
        forms = {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y") and verb[-2] not in "aeou":
        forms = {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    else:
        forms = {verb, verb + ("es" if verb.endswith(("ss", "sh", "ch")) else "s"), verb + "ed", verb + "ing"}
    return forms | set(_IRREGULAR.get(verb, "").split())


@cache
def verbs() -> dict[str, Act | None]:
    """Each form of each verb -> its act; None for verbs that ask for any statement."""
    return {
        form: act
        for act, listed in reversed(_VERBS.items())
        for verb in listed.split()
        for form in _forms(verb)
    } | dict.fromkeys(_forms("vow"), "promised")


@cache
def nouns() -> dict[str, Act | None]:
    """Each noun, single and plural -> its act; None for nouns that ask for any statement."""
    table: dict[str, Act | None] = {}
    for act, listed in _NOUNS.items():
        for noun in listed.split():
            table[noun] = act
            table[noun[:-1] + "ies" if noun.endswith("y") else noun + "s"] = act
    return table


@cache
def _speech() -> frozenset[str]:
    core = ["say", "tell", "state", "claim", "argue", "comment", "mention", "remark", "insist", "vow"]
    core += ["admit", "acknowledge", "concede"]
    acts = [verb for act, listed in _VERBS.items() if act and act not in TRANSITIVE for verb in listed.split()]
    return frozenset(form for verb in core + acts if "_" not in verb for form in _forms(verb))


def is_speech(verb: str) -> bool:
    """Whether this form of a verb tells of speaking and hardly of anything else."""
    return verb in _speech()
