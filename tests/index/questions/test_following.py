from __future__ import annotations

import pytest

from tests.index.questions.reading import read


def test_follow_ups_take_over_what_they_leave_out() -> None:
    first = read("What did Brant promise about the ferry?")
    other = read("And Wick?", first)
    assert (other.kind, other.speakers, other.topic, other.acts) == (
        "said",
        ("Tomas Wick",),
        "the ferry",
        ("promised",),
    )
    when = read("when?", first)
    assert (when.kind, when.speakers, when.topic) == ("when", ("Dela Brant",), "the ferry")
    topic = read("about fares?", first)
    assert (topic.speakers, topic.topic) == (("Dela Brant",), "fares")
    unknown = read("And Tremmel?", first)
    assert (unknown.speakers, unknown.unknown) == ((), ("Tremmel",))
    she = read("What did she warn about?", first)
    assert (she.speakers, she.acts) == (("Dela Brant",), ("warned",))


def test_a_full_question_after_another_stands_alone() -> None:
    first = read("What did Brant promise about the ferry?")
    assert read("Who built the old pier in the harbour?", first) == read(
        "Who built the old pier in the harbour?"
    )


@pytest.mark.parametrize(
    ("question", "kind", "speakers", "topic", "acts"),
    [
        ("and about fares?", "said", ("Dela Brant",), "fares", ("promised",)),
        ("and on Wick?", "said", ("Dela Brant",), "Wick", ("promised",)),
        ("what about him on gas", "said", ("Dela Brant",), "gas", ()),
        ("did she really say that?", "said", ("Dela Brant",), "the ferry", ()),
        ("what did Wick say to that?", "said", ("Tomas Wick",), "the ferry", ()),
        ("and what did Wick deny?", "said", ("Tomas Wick",), "the ferry", ("denied",)),
        ("by how much?", "how-many", ("Dela Brant",), "the ferry", ("promised",)),
        ("anything newer?", "said", ("Dela Brant",), "the ferry", ("promised",)),
        ("who disagrees?", "opinions", (), "the ferry", ("accused", "denied", "warned")),
    ],
)
def test_follow_ups_are_asked_in_several_ways(
    question: str, kind: str, speakers: tuple[str, ...], topic: str, acts: tuple[str, ...]
) -> None:
    found = read(question, read("What did Brant promise about the ferry?"))
    assert (found.kind, found.speakers, found.topic, found.acts) == (kind, speakers, topic, acts)


def test_who_said_words_leave_them_to_the_next_topic() -> None:
    first = read("Did Brant say the pier is safe?")
    assert read("and Wick?", first).words == "the pier is safe"
    assert read("what did Wick say to that?", first).words is None
