"""The words that a message claims someone said: the longest between quotation marks, else all of it."""

from __future__ import annotations

import re

LONGEST = 1000
_SHORTEST = 3
_QUOTED = re.compile(r"“([^“”]{3,})”|\"([^\"]{3,})\"|«([^«»]{3,})»|„([^„“”]{3,})[“”]")
_BLOCK = re.compile(r"^>(?:>>)? ?(.*)$", re.MULTILINE)
_NOISE = re.compile(r"<a?:\w+:\d+>|<[@#][!&]?\d+>|https?://\S+|[*_~`|]+")


def claimed_words(content: str) -> str:
    """The words to check in a message; "" where it has none. At most 1,000 characters, cut at a word."""
    quoted = [next(filter(None, match)) for match in _QUOTED.findall(content)]
    block = " ".join(_BLOCK.findall(content))
    words = max(quoted, key=len) if quoted else block or content
    words = " ".join(_NOISE.sub(" ", words).split())
    if len(words) > LONGEST:
        words = words[:LONGEST].rpartition(" ")[0]
    return words if len(words) >= _SHORTEST else ""
