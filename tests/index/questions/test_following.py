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


def test_whom_a_question_asks_about_is_he_of_the_next() -> None:
    first = read("who is Brant?")
    found = read("what did she say about fares?", first)
    assert (found.kind, found.speakers, found.topic) == ("said", ("Dela Brant",), "fares")
    found = read("how old is she?", first)
    assert (found.kind, found.speakers, found.topic) == ("how-many", (), "who is Brant how old is she")
    assert read("what did she say about fares?", found).speakers == ("Dela Brant",)
    assert read("what did she say?", read("latest on Brant")).speakers == ("Dela Brant",)
    for other in ("who is the Brant pier architect?", "who shot Brant?", "who is Brant and Wick?"):
        assert read("what did she say about fares?", read(other)).speakers == ()


def test_an_event_is_asked_for_elsewhere() -> None:
    first = read("how many boats sank in Orrin?")
    assert read("and in Hallin?", first).topic == "how many boats sank in Hallin"
    assert read("and at sea?", first).topic != "how many boats sank at sea"


def test_an_outlet_alone_limits_the_question_before() -> None:
    first = read("what did Brant say about fares?")
    for words in (
        "only the orrin post",
        "in The Orrin Post?",
        "just from the orrin post",
        "according to the orrin post",
    ):
        found = read(words, first)
        assert (found.source, found.speakers, found.topic) == ("The Orrin Post", ("Dela Brant",), "fares")
    assert read("in Hallin", first).source is None


def test_who_agrees_may_say_with_whom() -> None:
    first = read("what did Brant say about fares?")
    assert (read("who agrees with her?", first).acts, read("who agrees with her?", first).topic) == (
        ("praised",),
        "fares",
    )
