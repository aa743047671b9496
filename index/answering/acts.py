"""How far a statement is of an act asked for: by its verb, or by its own words."""

# ruff: noqa: E501 -- each pattern or list stays on a line of its own

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from index.answering.sources import Statement
from index.models import Act


def likeness(statement: Statement, words: str, acts: Sequence[Act]) -> float:
    """0 where a statement is not of an act asked for. Else 0.8 to 1 by how early its own `words` come to the
    point, or 0.6 where only the words are like the act, not the verb."""
    if not acts:
        return 0.0
    points = [found.start() for act in acts if (found := _likeness_of(act, words))]
    if statement.act in acts:
        return 1.0 - 0.2 * (min(points) / len(words) if points else 0.5)
    return 0.6 if points else 0.0


def _likeness_of(act: Act, words: str) -> re.Match[str] | None:
    pattern = _patterns().get(act)
    return pattern.search(words) if pattern else None


@cache
def _patterns() -> dict[Act, re.Pattern[str]]:
    """Words that make a statement like an act, whatever its verb: "we will never allow" promises."""
    patterns: dict[Act, str] = {
        "promised": r"\b(?:(?:I|we|he|she|they)(?: will|'ll|’ll| shall)(?! (?:not |never |only |just )?(?:say|tell|comment|complain|feel|think|miss|regret|speculate|discuss|remember|forget|admit|see)\b)|(?:will|would) (?:never |not )?(?:allow|form|build|ensure|make|continue|work|do|bring|give|keep|help|support|provide|protect|deliver|create|open)|(?:is|are|am|was|were) (?:determined|committed|resolved|ready) to|guarantees?|pledges?|promises?|commitment)\b",
        "warned": r"\b(?:risks?|dangers?|dangerous|consequences|threats?|threaten\w*|beware|vigilant|must not|will not (?:allow|tolerate|accept)|unless|fears?|afraid|otherwise|if (?:nothing|no one|nobody|we (?:do not|don['’]t|fail)))\b",
        "demanded": r"\b(?:must|should|have to|has to|need to|needs to|call(?:s|ed|ing)? (?:on|for)|demands?|urges?|(?:high|about) time|it is time)\b",
        "denied": r"\b(?:I (?:have )?never|we (?:have )?never|did not|didn['’]t|was not|wasn['’]t|not (?:\w+ )?true|not (?:\w+ )?the case|untrue|false|baseless|nonsense|no truth|categorically|invention|invented|fabricat\w+|made[- ]up|lies?)\b",
        "predicted": r"\b(?:will (?:be|become|have|see|rise|fall|grow|lead)|expects?|likely|forecasts?|by (?:the end of|next|20\d\d))\b",
        "praised": r"\b(?:great|excellent|welcomes?|proud|grateful|thanks?|admire|historic|remarkable|outstanding)\b",
        "accused": r"\b(?:blames?|guilty|responsible for|lied|lies|betray\w*|corrupt\w*|failed)\b",
        "asked": r"\?",
    }
    return {act: re.compile(pattern, re.IGNORECASE) for act, pattern in patterns.items()}
