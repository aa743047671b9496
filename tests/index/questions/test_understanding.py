from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.questions import NoNames, plain, understand
from tests.index.questions.reading import TODAY, read


@pytest.mark.parametrize(
    ("question", "kind", "topic"),
    [
        ("What did Brant say about the night ferry?", "said", "the night ferry"),
        ("what has brant been saying about fares", "said", "fares"),
        ("What is Brant's position on fares?", "said", "fares"),
        ("How did Brant respond to the strike?", "said", "the strike"),
        ("What do people say about the harbour?", "opinions", "the harbour"),
        ("What is being said about the harbour?", "opinions", "the harbour"),
        ("Compare Brant and Wick on fares", "compare", "fares"),
        ("Brant vs Wick on fares", "compare", "fares"),
        ("How do Brant and Wick differ on fares?", "compare", "fares"),
        ("What did Brant say about fares then and now?", "compare", "fares"),
        ("latest on the harbour", "latest", "the harbour"),
        ("Any news on the harbour?", "latest", "the harbour"),
        ("When did Brant promise a new ferry?", "when", "a new ferry"),
        ("Where is the new pier?", "where", "Where is the new pier"),
        ("Which city gets the bridge?", "where", "Which city gets the bridge"),
        ("How many boats were lost?", "how-many", "How many boats were lost"),
        ("Why was the pier closed?", "why", "Why was the pier closed"),
        ("Who built the pier?", "who", "Who built the pier"),
        ("What was signed?", "what", "What was signed"),
        ("A storm hit the coast. Where did it land?", "where", "A storm hit the coast. Where did it land"),
    ],
)
def test_the_kind_and_the_topic_areread(question: str, kind: str, topic: str) -> None:
    found = read(question)
    assert (found.kind, found.topic) == (kind, topic)


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("What did Brant promise?", "promised"),
        ("What promises did Brant make?", "promised"),
        ("Brant's promises", "promised"),
        ("What did Brant warn about?", "warned"),
        ("What has Brant denied?", "denied"),
        ("What was Brant's warning on fares?", "warned"),
        ("what did brant demand from the harbour office", "demanded"),
    ],
)
def test_the_act_that_is_asked_for_isread(question: str, act: str) -> None:
    found = read(question)
    assert found.acts == (act,)
    assert found.speakers == ("Dela Brant",)


def test_speakers_are_found_by_office_and_several_at_once() -> None:
    assert read("What did the Veltish president say?").speakers == ("Ana Moor",)
    assert read("What did Brant and Wick say about fares?").speakers == ("Dela Brant", "Tomas Wick")


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What did Osk Tremmel say about pensions?", "Osk Tremmel"),
        ("what did tremmel promise", "tremmel"),
        ("What did the head of the dam agency say about leaks?", "head of the dam agency"),
        ("What did the WHO say about leaks?", "WHO"),
        ("What did he say about leaks?", "he"),
        ("What did the Brant adviser say about leaks?", "Brant adviser"),
        ("What did Brant Wick say about leaks?", "Brant Wick"),
        ("What did Brant lawyers say about leaks?", "Brant lawyers"),
        ("What did lawyers for Brant say about leaks?", "lawyers for Brant"),
        ("what did people close to brant say about leaks", "people close to Brant"),
        ("What did Pilots Without Brant say about leaks?", "Pilots Without Brant"),
    ],
)
def test_a_speaker_nobody_knows_stays_asked_for(question: str, unknown: str) -> None:
    found = read(question)
    assert (found.kind, found.speakers, found.unknown) == ("said", (), (unknown,))


def test_words_that_someone_said_are_cut_out() -> None:
    assert read("Who said this pier will be a landmark?").words == "this pier will be a landmark"
    found = read("Did Brant say “nobody will be cut off”?")
    assert (found.kind, found.words, found.speakers) == ("did-say", "nobody will be cut off", ("Dela Brant",))


@pytest.mark.parametrize(
    "question", ["Who said the pier opens in October?", "Who said on Tuesday that the pier is safe?"]
)
def test_words_that_someone_said_keep_their_dates(question: str) -> None:
    found = read(question)
    assert (found.kind, found.since, found.until) == ("who-said", None, None)
    assert read("Who said the pier is safe last week?").since == date(2026, 1, 5)


def test_a_noun_after_a_possessive_is_no_verb_of_the_topic() -> None:
    found = read("What is Brant's position on the border talks?")
    assert (found.kind, found.topic, found.speakers) == ("said", "the border talks", ("Dela Brant",))


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [("since the summit", "the summit", None), ("before the harbour vote", None, "the harbour vote")],
)
def test_an_event_bounds_the_days_and_is_no_topic(words: str, since: str | None, until: str | None) -> None:
    found = read(f"What did Brant say about fares {words}?")
    assert (found.since_event, found.until_event, found.topic) == (since, until, "fares")


def test_deeds_are_no_speech() -> None:
    assert read("Who wrote the harbour plan?").kind == "who"
    assert read("What did Tremmel & Sons reveal this week?").kind == "what"


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("in November 2025", date(2025, 11, 1), date(2025, 11, 30)),
        ("in November", date(2025, 11, 1), date(2025, 11, 30)),
        ("on 28 November 2025", date(2025, 11, 28), date(2025, 11, 28)),
        ("on November 28, 2025", date(2025, 11, 28), date(2025, 11, 28)),
        ("on 2025-11-28", date(2025, 11, 28), date(2025, 11, 28)),
        ("last week", date(2026, 1, 5), date(2026, 1, 11)),
        ("yesterday", date(2026, 1, 13), date(2026, 1, 13)),
        ("on Monday", date(2026, 1, 12), date(2026, 1, 12)),
        ("last Wednesday", date(2026, 1, 7), date(2026, 1, 7)),
        ("in the last three days", date(2026, 1, 11), date(2026, 1, 14)),
        ("two weeks ago", date(2025, 12, 29), date(2026, 1, 4)),
        ("since October", date(2025, 10, 1), None),
        ("before 1 May 2025", None, date(2025, 4, 30)),
        ("after 1 May 2025", date(2025, 5, 2), None),
        ("between March 2025 and May 2025", date(2025, 3, 1), date(2025, 5, 31)),
        ("in 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("on November the 28th", date(2025, 11, 28), date(2025, 11, 28)),
        ("last weekend", date(2026, 1, 10), date(2026, 1, 11)),
        ("last Tuesday", date(2026, 1, 13), date(2026, 1, 13)),
        ("in the past two weeks", date(2025, 12, 31), date(2026, 1, 14)),
        ("last month", date(2025, 12, 1), date(2025, 12, 31)),
        ("in summer 2025", date(2025, 6, 1), date(2025, 8, 31)),
    ],
)
def test_dates_in_words_become_days(words: str, since: date | None, until: date | None) -> None:
    found = read(f"What did Brant say about fares {words}?")
    assert (found.since, found.until) == (since, until)
    assert found.topic == "fares"


def test_this_week_is_a_wish_for_news_and_no_span() -> None:
    found = read("What did Brant say this week?")
    assert (found.since, found.until, found.recent) == (None, None, True)


def test_an_impossible_date_is_no_date() -> None:
    assert read("What did Brant say on 31 February 2025?").since is None


def test_the_outlet_that_is_named_is_read_and_an_everyday_word_is_not() -> None:
    found = read("What did Brant say about fares according to The Orrin Post?")
    assert (found.source, found.topic) == ("The Orrin Post", "fares")
    assert read("what did brant say about the week of the tides?").source is None


def test_markup_is_no_part_of_a_question() -> None:
    assert plain('What did <a href="x">Brant</a> &amp; Wick  say?') == "What did Brant & Wick say?"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_no_question_raises(question: str) -> None:
    found = understand(question, names=NoNames(), sources=["Week"], today=TODAY)
    assert understand(question, names=NoNames(), sources=["Week"], today=TODAY, after=found) is not None


@pytest.mark.parametrize(
    "piece", ["what did ", '"', "(", "between 1 May and ", "who said ", "a's ", "İ", "compare and "]
)
def test_a_long_question_is_read_as_well(piece: str) -> None:
    assert read(piece * (10_000 // len(piece))) is not None


def test_what_follows_an_event_is_about_it_where_nothing_else_is_asked() -> None:
    found = read("What did Brant say after the harbour vote?")
    assert (found.topic, found.since_event) == ("the harbour vote", "the harbour vote")
    assert read("What has Brant said since the harbour vote?").topic == ""
    assert read("What did Brant say before the harbour vote?").topic == ""


@pytest.mark.parametrize(
    ("question", "topic", "since"),
    [
        ("views on june 6", "june 6", None),
        ("what did Brant say about June 6, 2025", "June 6, 2025", None),
        ("what did Brant say on june 6", "", date(2025, 6, 6)),
        ("what was said on june 6", "", date(2025, 6, 6)),
        ("views on fares on june 6", "fares", date(2025, 6, 6)),
        ("brant on june 6", "june 6", None),
        ("compare brant and wick on june 6", "june 6", None),
        ("brant's views in june", "", date(2025, 6, 1)),
        ("what do people say about last week", "", date(2026, 1, 5)),
    ],
)
def test_a_day_alone_may_be_what_is_spoken_of(question: str, topic: str, since: date | None) -> None:
    found = read(question)
    assert (found.topic, found.since) == (topic, since)


@pytest.mark.parametrize(
    "question", ["what is cold?", "is cold over", "did cold win?", "what did Wick get", "will Brant?"]
)
def test_a_question_that_asks_something_is_no_bare_name(question: str) -> None:
    assert read(question).kind == "what"


def test_what_is_known_of_states_asks_nobody_for_a_statement() -> None:
    assert (
        read("what is known about state pensions").kind,
        read("what is known about state pensions").unknown,
    ) == (
        "what",
        (),
    )


def test_words_that_are_asked_for_stay_as_they_were_typed() -> None:
    assert read("did brant say the brant pier is cold?").words == "the brant pier is cold"
    assert read('who said "the cold pier will stand"').words == "the cold pier will stand"


def test_what_is_only_spelt_like_a_name_gets_no_capital() -> None:
    assert read("is it cold or winder in brant town").topic == "is it Cold or winder in Brant town"


def test_what_people_write_in_short_is_read() -> None:
    assert read("how many ppl like the govt").topic == "how many people like the government"


def test_a_time_in_quoted_words_asks_for_nothing_new() -> None:
    found = read('what did they mean by "today I feel like a pier"')
    assert (found.topic, found.recent) == ('what did they mean by "today I feel like a pier"', False)
    assert not read('who said "the pier opens today"').recent
    assert read("who opens the pier today").recent
