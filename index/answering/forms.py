"""Search terms that are forms of one word or tell of one event: "met" of "meet", "killed" and "died"."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from index.text.tokens import terms

_FORMS = """
    meet met; fall fell fallen; rise rose risen; win won; lose lost; say said; tell told; buy
    bought; sell sold; build built; send sent; spend spent; leave left; begin began begun; break
    broke broken; steal stole stolen; give gave given; take took taken; write wrote written; speak
    spoke spoken; choose chose chosen; fly flew flown; grow grew grown; throw threw thrown; drive
    drove driven; eat ate eaten; fight fought; catch caught; teach taught; bring brought; think
    thought; hold held; keep kept; feel felt; find found; sink sank sunk; sing sang sung; drink
    drank drunk; run ran; swim swam; shoot shot; strike struck; swear swore sworn; tear tore torn;
    wear wore worn; freeze froze frozen; hide hid hidden; lead led; pay paid; lie lain; flee fled;
    burn burnt; make made; see saw seen; die died killed dead death deaths fatal; injured hurt
    wounded; resign quit
"""


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _FORMS.split(";"):
        family = frozenset(terms(line))
        found |= dict.fromkeys(family, family)
    return found


def held(wanted: Iterable[str], own: AbstractSet[str]) -> frozenset[str]:
    """The wanted terms of whose word `own` has some form."""
    families = _families()
    return frozenset(
        term for term in wanted if term in own or (term in families and not families[term].isdisjoint(own))
    )


def of(wanted: Iterable[str]) -> frozenset[str]:
    """The wanted terms and all forms of their words."""
    families = _families()
    return frozenset().union(*(families.get(term, {term}) for term in wanted))
