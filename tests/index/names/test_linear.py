"""Four times the text is about four times the work of reading its names, whatever the text."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

from index.models.articles import Span
from index.names import Cast


def _names() -> Iterator[str]:
    syllables = ("ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu")
    for parts in itertools.product(syllables, repeat=4):
        yield f"{parts[0]}{parts[1]}".capitalize() + " " + f"{parts[2]}{parts[3]}".capitalize()


NAMES = tuple(itertools.islice(_names(), 4000))
SHAPES: dict[str, Callable[[int], str]] = {
    "different names": lambda n: " said no. ".join(NAMES[:n]),
    "one surname": lambda n: " said no. ".join(f"{name.split()[0]} Moor and Moor" for name in NAMES[:n]),
    "one mayor after another": lambda n: " ".join(
        f"{name}, the mayor, left. The mayor said no." for name in NAMES[:n]
    ),
    "one line": lambda n: "Ana Moor met Tal Brod and he said no, " * n,
    "capitals": lambda n: "Moor " * 4 * n,
    "marks": lambda n: "“" * 8 * n,
    "initials": lambda n: "A." * 8 * n,
    "offices": lambda n: "Ministry of " * 4 * n,
    "hyphens": lambda n: "A-" * 8 * n,
    "commas": lambda n: "Moor, the mayor, " * n,
    "bodies": lambda n: "the Ministry of Dyes, Grain and Fish, " * n,
    "joined": lambda n: "the Dye and Grain Board and " * n,
    "plurals": lambda n: "Ana Moor left. Bidders said no. " * n,
    "captions": lambda n: "Photos: Ana Moor Ana Moor Photos: NNA Moor The Queen " * n,
    "vacancies": lambda n: "The Veltish Foreign Minister left and he said no. " * n,
    "homonyms": lambda n: "Tom Poland left. Poland said no. " * n,
}


def _calls(work: Callable[[], object]) -> int:
    """How many calls of functions a piece of work makes: what does not depend on the machine."""
    count = 0

    def tally(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def _read(text: str) -> None:
    cast = Cast.of(text, text[:2000])
    for place in range(0, len(text) - 9, max(len(text) // 50, 1)):
        cast.resolve(Span(place, place + 9))
    start = 0
    while (start := text.find("The mayor said", start + 1)) > 0:
        cast.resolve(Span(start, start + 9))


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_is_about_four_times_the_work(shape: str) -> None:
    small, large = SHAPES[shape](250), SHAPES[shape](1000)
    _read(small)
    assert _calls(lambda: _read(large)) <= 6 * _calls(lambda: _read(small))
