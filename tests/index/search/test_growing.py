"""Whatever a term becomes, each state that was read holds its own postings for ever."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search import postings
from index.search.growing import NOTHING, Growing
from index.search.postings import Postings

Listed = list[tuple[int, int]]


def made(some: Listed) -> Postings:
    return Postings(np.array([p for p, _ in some], np.uint32), np.array([s for _, s in some], np.uint16))


def listed(growing: Growing) -> Listed:
    found = growing.postings
    return list(zip(found.passages.tolist(), found.shapes.tolist(), strict=True))


def some(first: int, count: int, shape: int = 513) -> Listed:
    return [(passage, shape + passage % 3) for passage in range(first, first + count)]


# Which earlier state is followed, how much of it stays, and what comes after it.
STEPS = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 40), st.lists(st.integers(0, 30), max_size=3), st.integers(0, 1)
    ),
    max_size=10,
)


@given(STEPS)
def test_every_state_keeps_its_postings_whatever_follows_it(
    steps: list[tuple[int, int, list[int], int]],
) -> None:
    states: list[tuple[Growing, Listed]] = [(NOTHING, [])]
    for chosen, left, counts, shape in steps:
        growing, held = states[chosen % len(states)]
        start = min(left, len(held))
        parts, first = [], start
        for count in counts:
            parts.append(some(first, count, 513 + 512 * shape))
            first += count
        after = growing.followed(start, [made(part) for part in parts])
        states.append((after, [*held[:start], *(one for part in parts for one in part)]))
        for state, expected in states:
            assert listed(state) == expected
            worth = [(shape >> 9, -(shape & 511)) for _, shape in expected]
            peak = (state.peak >> 9, -(state.peak & 511))
            assert all(peak[0] >= often and peak[1] >= short for often, short in worth)


def test_what_only_grows_is_not_copied_each_time() -> None:
    growing = NOTHING.followed(0, [made(some(0, 100))]).followed(100, [made(some(100, 1))])
    grown = growing.followed(90, [made(some(90, 13))])
    assert listed(grown) == some(0, 103)
    assert np.shares_memory(growing.postings.passages, grown.postings.passages)


def test_two_that_follow_one_state_differently_share_nothing_that_differs() -> None:
    growing = NOTHING.followed(0, [made(some(0, 100))]).followed(100, [made(some(100, 1))])
    one, other = (growing.followed(101, [made(some(101, 5, shape))]) for shape in (513, 1025))
    assert listed(one) == [*some(0, 101), *some(101, 5, 513)]
    assert listed(other) == [*some(0, 101), *some(101, 5, 1025)]
    assert one.peak < other.peak < postings.SHAPES
