"""robots.txt by RFC 9309: the longest rule wins, `*` and `$` count.

Python's own `urllib.robotparser` (3.11) takes the first rule that fits and reads `*` in a path as a letter,
so it would both stay out where it is welcome and go where it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

# Bytes; RFC 9309 asks for 500 KiB at least. A site with a longer file is not visited.
LONGEST_ROBOTS = 512_000
_LONGEST_RULE = 2048
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_SAFE = "/:@!$&'()*+,;=-._~?#[]"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a group: a path pattern, and whether it invites or keeps out."""

    pattern: str
    allow: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """What one site asks of one program. `delay` is its Crawl-delay in seconds (no part of the RFC)."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path (with its query) may be fetched; of rules equally long the inviting one wins."""
        path = _encoded(path or "/")
        best: tuple[int, bool] = (-1, True)
        for rule in self.rules:
            if _matches(rule.pattern, path):
                best = max(best, (len(rule.pattern), rule.allow))
        return best[1]


ANY = Robots()


def parse_robots(text: str, agent: str) -> Robots:
    """Return what `text` asks of the program whose product token is `agent`; odd lines are passed over."""
    wanted = {agent.lower(), "*"}
    groups: dict[str, list[Rule]] = {}
    delays: dict[str, float] = {}
    named: set[str] = set()  # those of `wanted` whom the present group is for
    naming = False
    for line in text.removeprefix("\ufeff").splitlines():
        field = _LINE.match(line)
        if field is None:
            continue
        key, value = field[1].lower(), field[2].strip()
        if key == "user-agent":
            named = (named if naming else set()) | (wanted & {value.lower()})
            groups |= {name: [] for name in named if name not in groups}
            naming = True
        elif key in {"allow", "disallow"}:
            naming = False
            if value and len(value) <= _LONGEST_RULE:
                rule = Rule(_encoded(value), allow=key == "allow")
                for name in named:
                    groups[name].append(rule)
        elif key == "crawl-delay":
            naming = False
            delays |= dict.fromkeys(named, _seconds(value))
    name = agent.lower() if agent.lower() in groups else "*"
    return Robots(tuple(groups.get(name, ())), delays.get(name, 0.0))


def _matches(pattern: str, path: str) -> bool:
    """Match piece by piece, leftmost first: linear, however many `*` there are."""
    ended = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    last = pieces.pop() if ended and pieces else None
    for piece in pieces:
        place = path.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= place
    return not ended or place == len(path)


def _encoded(path: str) -> str:
    """Write a path one way, whatever of it was percent-encoded; an encoded slash stays one."""
    return quote(unquote(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe=_SAFE + "%")


def _seconds(value: str) -> float:
    return float(value) if re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value) else 0.0
