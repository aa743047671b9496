"""Two people with one surname: whom the surname alone means, and where that stays in doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from index.names import gender, offices
from index.names.appearances import Appearance
from index.names.bearers import Bearer, given_sex
from index.names.layout import Layout
from index.names.titles import is_courtesy

# Of so many with one surname at most are compared with one another.
_NAMESAKES = 40
# A surname means by convention the one whom it meant so often, and so many times as often as the next.
_SETTLED, _TIMES = 3, 2


class Namesakes:
    """Reads the names of an article from front to back and remembers whom each short form meant."""

    def __init__(
        self, plan: Layout, everyone: Mapping[tuple[str, ...], Bearer], found: Iterable[Appearance]
    ) -> None:
        self._plan = plan
        self._first: dict[int, int] = {}  # bearer -> where the full name stands first
        for place in found:
            if place.full and place.words in everyone:
                self._first.setdefault(id(everyone[place.words]), place.start)
        self._full: dict[int, int] = {}  # bearer -> paragraph in which the full name stands last
        self._offices: dict[int, set[str]] = defaultdict(set)
        self._leading: dict[int, bool] = {}  # bearer -> whether the full name last stood first in its sentence
        self._before: tuple[Appearance, bool] | None = None  # the name before this one, and whether it leads
        self._short: Counter[int] = Counter()
        self._all: Counter[int] = Counter()

    def note(self, place: Appearance, bearer: Bearer, *, doubtful: bool) -> None:
        """Remember whom a place named."""
        leads = self._leads(place)
        self._before = place, leads
        if doubtful:
            return
        key = id(bearer)
        self._all[key] += 1
        if place.full:
            self._leading[key] = leads
            self._full[key] = self._plan.paragraph(place.start)
            self._offices[key].update(_offices(place))
        else:
            self._short[key] += 1

    def _leads(self, place: Appearance) -> bool:
        """Whether a name stands first in its sentence, alone or beside the one that does: "Ana Moor
        and Tal Moor"."""
        if place.possessive:
            return False
        before, leads = self._before or (None, False)
        if before is None or self._plan.sentence(before.start) != self._plan.sentence(place.start):
            return True
        return leads and place.title_start - before.end <= len(" and ")

    def choose(self, place: Appearance, able: Sequence[Bearer]) -> tuple[Bearer | None, bool]:
        """Whom a short form means, and whether that is in doubt; None where its title fits nobody."""
        sex = next((told for word in place.title if (told := gender.of_word(word))), None)
        fitting = [one for one in able[:_NAMESAKES] if sex is None or _sex(one) in {sex, None}]
        fitting = [one for one in fitting if one.surname == place.words[-1]] or fitting
        fitting = self._in_office(place, fitting)
        if len(fitting) < 2:  # noqa: PLR2004
            return (fitting[0] if fitting else None), False
        introduced = [one for one in fitting if self._all[id(one)]]
        if not introduced:  # the headline or the first sentence speaks of whom the article introduces first
            return min(fitting, key=lambda one: self._first.get(id(one), 0)), bool(_offices(place))
        if len(introduced) == 1:
            return introduced[0], False
        return self._nearest(place, introduced)

    def _in_office(self, place: Appearance, fitting: list[Bearer]) -> list[Bearer]:
        """Those who are named in full with the office of the title, else those with none."""
        wanted = _offices(place)
        if not wanted:
            return fitting
        holders = [one for one in fitting if wanted & self._offices[id(one)]]
        return holders or [one for one in fitting if not self._offices[id(one)]] or fitting

    def _nearest(self, place: Appearance, fitting: list[Bearer]) -> tuple[Bearer, bool]:
        """The one whom the surname means in this article, or who alone was introduced just before."""
        paragraph = self._plan.paragraph(place.start)
        ranked = sorted(fitting, key=lambda one: -self._all[id(one)])
        first, second = (self._all[id(one)] for one in ranked[:2])
        usual = ranked[0] if first >= _SETTLED and first >= _TIMES * second else None
        here = [one for one in fitting if self._full.get(id(one)) == paragraph]
        if not here and usual is None:
            here = [one for one in fitting if self._full.get(id(one)) == paragraph - 1]
            if any(self._short[id(one)] for one in fitting if one not in here):
                here = []
        if len(here) > 1:
            here = [one for one in here if self._leading[id(one)]] or here
        if len(here) == 1:
            return here[0], usual not in {None, here[0]}
        return (usual or ranked[0]), usual is None


def _sex(one: Bearer) -> str | None:
    """The gender that the first name tells, or for someone without one the title."""
    return given_sex(one.words) or (one.gender if one.gender in {"female", "male"} else None)


def _offices(place: Appearance) -> set[str]:
    """The offices in the title before a name."""
    return {offices.office(word) for word in place.title if not is_courtesy(word)}


def nameless(strong: Iterable[Appearance], short: dict[tuple[str, ...], list[Bearer]]) -> None:
    """Add those of whom the article gives no full name but a title that fits none of their surname:
    "Mr. Moor" beside Ana Moor."""
    for place in strong:
        able = short.get(place.words)
        sex = next((told for word in place.title if (told := gender.of_word(word))), None)
        if not able or place.full or sex is None:
            continue
        if all(given_sex(one.words) not in {sex, None} for one in able[:_NAMESAKES] if len(one.words) > 1):
            stranger = next((one for one in able if len(one.words) == 1 and one.gender == sex), None)
            if stranger is None:
                able.append(Bearer(place.words, kind="person", gender=sex))
