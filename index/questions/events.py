"""Events that bound the days of a question: "since the summit", "before the harbour vote"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.questions.wording import says_something

_EVENT = re.compile(
    r"\b(?P<side>since|after|following|before|ahead of|until|up to) "
    r"(?P<event>(?:the|their|his|her|that|last)(?: [\w'-]+){1,6})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bound:
    """An event as the question writes it, whether the days begin with it and what is asked for may be `about`
    it ("after the match"), and the place of the phrase."""

    event: str
    begins: bool
    about: bool
    start: int
    end: int


def find_event(question: str) -> Bound | None:
    """The event at the end of a question that bounds its days; None without one."""
    text = question.rstrip(" ?!.")
    found = _EVENT.search(text)
    if found is None or not says_something(found["event"]):
        return None
    side = found["side"].casefold()
    about = side in {"after", "following"}
    return Bound(found["event"], about or side == "since", about, *found.span())
