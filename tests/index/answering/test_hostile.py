"""Whatever is asked, the answer stays within bounds and nothing is raised."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.answering.query import MOST_TERMS, make_query
from index.library import Library
from index.models import Draft
from tests.index.answering.conftest import FERRY

LIMIT = 3
OPERATORS = ["AND", "OR", "NOT", "NEAR", '"', "Brant", "who said", "since", "did", "compare", "2026-13-99"]
ODD = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="\"'“”«»()[]{}*?:^~-+|&!\\/<>@#%`", max_size=200),
    st.lists(st.sampled_from(OPERATORS), max_size=40).map(" ".join),
    st.builds(lambda word, times: word * times, st.text(min_size=1, max_size=4), st.sampled_from([1, 10_000])),
    st.builds("What did {} say about {}?".format, st.text(max_size=50), st.text(max_size=50)),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[asyncio.AbstractEventLoop, Library]]:
    loop = asyncio.new_event_loop()
    opened = Library.open(tmp_path_factory.mktemp("hostile") / "library.sqlite")
    library = loop.run_until_complete(opened.__aenter__())
    loop.run_until_complete(library.articles.add(Draft(text=FERRY, id="ferry", title="Night ferry"), by="cli"))
    yield loop, library
    loop.run_until_complete(opened.__aexit__(None, None, None))
    loop.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=ODD)
def test_any_question_is_answered_within_bounds(
    asked: tuple[asyncio.AbstractEventLoop, Library], question: str
) -> None:
    loop, library = asked
    answer = loop.run_until_complete(library.ask(question, limit=LIMIT))
    text = FERRY
    assert len(answer.passages) <= LIMIT
    assert all(one.text == text[one.start : one.end] for one in answer.passages)
    assert len(answer.understood.topic) + len(answer.understood.words or "") <= 2000
    again = loop.run_until_complete(library.ask(question, limit=LIMIT, after=answer.understood))
    assert 0 <= again.score <= 1


@settings(max_examples=60, deadline=None)
@given(words=ODD)
def test_a_query_never_has_more_terms_than_are_searched_for(words: str) -> None:
    assert len(make_query(words).terms) <= MOST_TERMS


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=ODD)
def test_any_words_get_a_verdict(asked: tuple[asyncio.AbstractEventLoop, Library], words: str) -> None:
    loop, library = asked
    found = loop.run_until_complete(library.verify(words, "Dela Brant"))
    assert found.verdict in {"exact", "other-words", "someone-else", "only-reported", "not-found"}
    assert len(found.evidence) <= 3
