from __future__ import annotations

import pytest

from index.questions import asks_nothing
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
        ("give me more", "said", ("Dela Brant",), "the ferry", ("promised",)),
        ("source?", "said", ("Dela Brant",), "the ferry", ("promised",)),
        ("how did Wick respond?", "said", ("Tomas Wick",), "the ferry", ()),
        ("who criticised that?", "opinions", (), "the ferry", ("accused",)),
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


def test_a_follow_up_may_ask_for_somebody_by_office() -> None:
    found = read("and the mayor?", read("What did Brant say about the ferry?"))
    assert (found.kind, found.speakers, found.unknown, found.topic) == ("said", (), ("mayor",), "the ferry")


def test_a_follow_up_on_what_happened_keeps_what_it_was_about() -> None:
    first = read("Who won the harbour race?")
    assert read("where was it sailed?", first).topic == "Who won the harbour race where was it sailed"
    assert read("where was that?", first).topic == "Who won the harbour race"


def test_thanks_ask_nothing_even_of_an_answer_but_why_does() -> None:
    assert asks_nothing("thanks for that!", goes_on=True)
    assert not asks_nothing("ok, why?", goes_on=True)


def test_a_country_after_a_country_is_spoken_of() -> None:
    first = read("what did Brant say about Sweden?")
    assert (read("and Norway?", first).topic, read("and Norway?", first).speakers) == (
        "Norway",
        ("Dela Brant",),
    )
