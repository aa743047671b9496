from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from index.answering.about import AROUND, LEAD, Topic
from index.answering.query import make_query
from index.answering.sources import Statement
from index.text.tokens import token_spans

TEXTS = st.lists(
    st.sampled_from(["harbour", "Harbour's", "tolls", "rowboat", "quay-side", "x" * 90, "\n", "“tolls”"]),
    max_size=200,
).map(" ".join)


def statement(start: int, end: int) -> Statement:
    return Statement(1, 1, start, end, "direct", None, None, None, "said", "named", None, "Quay Post")


@given(TEXTS, st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 80)), min_size=1, max_size=4))
def test_around_statements_and_in_the_lead_every_word_of_the_topic_is_found(
    text: str, places: list[tuple[int, int]]
) -> None:
    query = make_query("harbour tolls")
    said = [statement(start, start + length) for start, length in sorted(places) if start + length < len(text)]
    told = Topic(query, dict.fromkeys(query.terms, 1.0)).told(text, "", said)
    whole = [(term, start) for term, start, _ in token_spans(text) if term in query.terms]
    for start, end in [(0, LEAD), *((max(0, one.start - AROUND), one.end + AROUND) for one in said)]:
        assert told.held(start, end) == {term for term, place in whole if start <= place < end}


def test_a_word_of_the_topic_leads_to_a_statement_unless_another_says_it() -> None:
    text = f"{'Rain. ' * 120}The harbour is shut, Wick said. She is glad."
    shut = replace(statement(text.index("The harbour"), text.index(" She")), speaker="Tomas Wick")
    glad = replace(statement(text.index("She"), len(text)), speaker="Mora Vell")
    told = Topic(make_query("harbour"), {"harbour": 1.0}).told(text, "", [shut, glad])
    assert told.leading(glad, text, [glad])
    assert not told.leading(glad, text, [shut, glad])
