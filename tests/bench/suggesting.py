"""Time the completion of names in a library of many people: `python -m tests.bench.suggesting [--people N]`.

The people are invented, in four scripts. What is typed are beginnings, surnames, initials and misspellings; the
table gives milliseconds for each, and how often the person meant was among the 25 offered.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

from index.names.book import Listing, NameBook
from tests.bench.timing import percentiles

ASKED = 200
_SYLLABLES = {
    "Latin": "ka ro vel da mi str an tor el in bra nde lo su wi gé ño ça ül ek",
    "Cyrillic": "ка ро вел да ми стр ан тор ел ин бра нде ло су ви ги но ча юл ек",
    "Arabic": "كا رو فل دا مي تر ان تور ال ين برا ندي لو سو وي جي نو شا يل اك",
    "Han": "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 林 郭 何 高 罗",
}


def people(count: int, rng: random.Random) -> list[str]:
    """Invented full names, two in three of them in Latin letters."""
    names: dict[str, None] = {}
    while len(names) < count:
        syllables = _SYLLABLES[rng.choice(["Latin"] * 6 + ["Cyrillic", "Arabic", "Han"])].split()
        words = ("".join(rng.choices(syllables, k=rng.randint(2, 4))).title() for _ in range(2))
        names[" ".join(words)] = None
    return list(names)


def misspelt(name: str, rng: random.Random) -> str:
    """A name with two letters of its surname exchanged."""
    place = (
        rng.randrange(name.index(" ") + 2, len(name) - 1) if len(name) - name.index(" ") > 4 else len(name) - 2
    )
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def initials(name: str) -> str:
    """The first letter, and the surname."""
    return f"{name[0]}. {name.rsplit(maxsplit=1)[-1]}"


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=10_000)
    rng = random.Random(7)
    names = people(arguments.parse_args().people, rng)
    book = NameBook(Listing(name, (), (), 1, "unknown", is_person=True) for name in names)
    kinds: dict[str, Callable[[str], str]] = {
        "nothing": lambda _: "",
        "one letter": lambda name: name[:1],
        "the beginning": lambda name: name[:5],
        "the surname": lambda name: name.split()[-1],
        "initials": initials,
        "a misspelling": lambda name: misspelt(name, rng),
        "nobody": lambda _: "Xyzzyq Wqzx",
    }
    print(f"{'typed':14} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'offered':>8}")  # noqa: T201
    for kind, typed in kinds.items():
        times, offered = [], 0
        for name in rng.sample(names, ASKED):
            words = typed(name)
            began = time.perf_counter()
            found = book.suggest(words)
            times.append(time.perf_counter() - began)
            offered += name in found
        took = percentiles(times)
        print(f"{kind:14} {took.p50:8.2f} {took.p95:8.2f} {took.p99:8.2f} {offered / ASKED:8.0%}")  # noqa: T201


if __name__ == "__main__":
    main()
