"""A question that begins with its limits or its topic, turned round: "Last week, what did Brant say?"."""

from __future__ import annotations

import re

_ASKS = r"(?:what|who|when|where|why|how|which|did|does|has|have)"
_EVENT = re.compile(
    rf"^(?P<lead>(?:since|after|before|until|according to) [^,?]{{3,60}}), (?P<ask>{_ASKS} .+)$", re.IGNORECASE
)
_TOPIC = re.compile(
    rf"^(?P<lead>(?!{_ASKS}\b)[^?]{{3,80}}?)[,:;-]* (?P<ask>what (?:did|does|do|has|have) [^,?]{{2,60}}?"
    r" (?:say|says|said|saying|think|thinks))$",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"[,: ]*(?P<ask>{_ASKS} .+)$", re.IGNORECASE)


def turned(question: str, limit: int) -> str | None:
    """The question with what stands before it moved behind: its first `limit` characters, which name a time or
    an outlet, else an event or its topic. None where it begins with what it asks."""
    text = question.rstrip(" ?!.")
    found = _BEGINS.match(text, limit) if limit else None
    if found:
        return f"{found['ask']} {text[:limit].strip(' ,:')}"
    found = _EVENT.match(text)
    if found:
        return f"{found['ask']} {found['lead']}"
    found = _TOPIC.match(text)
    return f"{found['ask']} about {found['lead']}" if found else None
