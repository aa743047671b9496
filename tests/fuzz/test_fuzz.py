"""The short form of the fuzzing; `python -m tests.fuzz --inputs 1000000` is the long one (README.md here)."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.growth import Growth
from tests.fuzz.mutating import LONGEST, Mutator
from tests.fuzz.targets import TARGETS, Target

EACH = 20
# Inputs that were once wrong, by target.
WRONG = [
    ("plain", b"---\ntitle: A\ndate: 2026-03-05\n--26-03-05\n---\n"),
    ("mail", b"From:ntent-Type: text/plain; charset=utf-8\n\nThe wall stands.\n"),
    ("quotes", "“We will mend the wall,” said Mara Lind. “And we w\rill do it soon,” she added.".encode()),
    ("address", b". "),
    ("address", b"[::fff:127.f0.0.1]@"),
    ("discovery", b"<html><body><p>One</p></body>< <![C denied "),
    ("import", b'{"quotedesk": "blocked"}'),
    ("import", b'{"quotedesk": "setting", "name": {}, "value": 1}'),
    ("import", b'{"quotedesk": "feed", "url": "u", "title": "t", "paused": 0, "added": "a"}\n' * 2),
    ("feed", b'<rss version="2.0" xmlns="x" xmlns:a=""><a:channel/><b xmlns:c="http://[">'),
]


@pytest.fixture(autouse=True)
async def loop() -> None:
    """Views of discord.py need a running loop."""


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
async def test_seeds_and_their_first_mutants_are_taken_or_refused_by_our_own_errors(target: Target) -> None:
    for data in (*target.seeds, b"", b"\x00", b"\xff\xfe", *islice(Mutator(target.seeds, 5), EACH)):
        target.check(data)


@pytest.mark.parametrize(("name", "data"), WRONG)
async def test_what_was_once_wrong_is_right(name: str, data: bytes) -> None:
    TARGETS[name].check(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(TARGETS)),
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
async def test_any_bytes_are_taken_or_refused_by_our_own_errors(name: str, data: bytes) -> None:
    TARGETS[name].check(data)


def test_mutants_are_the_same_for_one_number_and_never_too_long() -> None:
    first, again, other = (list(islice(Mutator([b"abc" * 900], number), 300)) for number in (1, 1, 2))
    assert first == again != other
    assert max(map(len, first)) <= LONGEST
    assert len(set(first)) > 200


def test_what_is_squared_is_called_steep_and_what_is_linear_is_not() -> None:
    assert Growth("any", "a", 1000, 16.0).steep
    assert not Growth("any", "a", 1000, 4.4).steep
