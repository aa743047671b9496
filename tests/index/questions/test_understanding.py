from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Understanding
from index.questions import NoNames, plain, understand

TODAY = date(2026, 1, 14)  # a Wednesday
PEOPLE = {
    "brant": "Dela Brant",
    "dela brant": "Dela Brant",
    "brants": "Dela Brant",
    "wick": "Tomas Wick",
    "the veltish president": "Ana Moor",
}


@dataclass(frozen=True)
class _Match:
    start: int
    end: int
    names: tuple[str, ...]


class _Names:
    def find(self, text: str) -> list[_Match]:
        forms = "|".join(sorted(PEOPLE, key=len, reverse=True))
        return [
            _Match(found.start(), found.end(), (PEOPLE[found.group().lower()],))
            for found in re.finditer(rf"(?i)\b(?:{forms})\b", text)
        ]


def _read(question: str, after: Understanding | None = None) -> Understanding:
    sources = ["The Orrin Post", "Week", "The Brack Courier"]
    return understand(question, names=_Names(), sources=sources, today=TODAY, after=after)


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
def test_the_kind_and_the_topic_are_read(question: str, kind: str, topic: str) -> None:
    found = _read(question)
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
def test_the_act_that_is_asked_for_is_read(question: str, act: str) -> None:
    found = _read(question)
    assert found.acts == (act,)
    assert found.speakers == ("Dela Brant",)


def test_speakers_are_found_by_office_and_several_at_once() -> None:
    assert _read("What did the Veltish president say?").speakers == ("Ana Moor",)
    assert _read("What did Brant and Wick say about fares?").speakers == ("Dela Brant", "Tomas Wick")


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
    ],
)
def test_a_speaker_nobody_knows_stays_asked_for(question: str, unknown: str) -> None:
    found = _read(question)
    assert (found.kind, found.speakers, found.unknown) == ("said", (), (unknown,))


def test_words_that_someone_said_are_cut_out() -> None:
    assert _read("Who said this pier will be a landmark?").words == "this pier will be a landmark"
    found = _read("Did Brant say “nobody will be cut off”?")
    assert (found.kind, found.words, found.speakers) == ("did-say", "nobody will be cut off", ("Dela Brant",))


@pytest.mark.parametrize(
    "question", ["Who said the pier opens in October?", "Who said on Tuesday that the pier is safe?"]
)
def test_words_that_someone_said_keep_their_dates(question: str) -> None:
    found = _read(question)
    assert (found.kind, found.since, found.until) == ("who-said", None, None)
    assert _read("Who said the pier is safe last week?").since == date(2026, 1, 5)


def test_a_noun_after_a_possessive_is_no_verb_of_the_topic() -> None:
    found = _read("What is Brant's position on the border talks?")
    assert (found.kind, found.topic, found.speakers) == ("said", "the border talks", ("Dela Brant",))


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [("since the summit", "the summit", None), ("before the harbour vote", None, "the harbour vote")],
)
def test_an_event_bounds_the_days_and_is_no_topic(words: str, since: str | None, until: str | None) -> None:
    found = _read(f"What did Brant say about fares {words}?")
    assert (found.since_event, found.until_event, found.topic) == (since, until, "fares")


def test_deeds_are_no_speech() -> None:
    assert _read("Who wrote the harbour plan?").kind == "who"
    assert _read("What did Tremmel & Sons reveal this week?").kind == "what"


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
    found = _read(f"What did Brant say about fares {words}?")
    assert (found.since, found.until) == (since, until)
    assert found.topic == "fares"


def test_this_week_is_a_wish_for_news_and_no_span() -> None:
    found = _read("What did Brant say this week?")
    assert (found.since, found.until, found.recent) == (None, None, True)


def test_an_impossible_date_is_no_date() -> None:
    assert _read("What did Brant say on 31 February 2025?").since is None


def test_the_outlet_that_is_named_is_read_and_an_everyday_word_is_not() -> None:
    found = _read("What did Brant say about fares according to The Orrin Post?")
    assert (found.source, found.topic) == ("The Orrin Post", "fares")
    assert _read("what did brant say about the week of the tides?").source is None


def test_follow_ups_take_over_what_they_leave_out() -> None:
    first = _read("What did Brant promise about the ferry?")
    other = _read("And Wick?", first)
    assert (other.kind, other.speakers, other.topic, other.acts) == (
        "said",
        ("Tomas Wick",),
        "the ferry",
        ("promised",),
    )
    when = _read("when?", first)
    assert (when.kind, when.speakers, when.topic) == ("when", ("Dela Brant",), "the ferry")
    topic = _read("about fares?", first)
    assert (topic.speakers, topic.topic) == (("Dela Brant",), "fares")
    unknown = _read("And Tremmel?", first)
    assert (unknown.speakers, unknown.unknown) == ((), ("Tremmel",))
    she = _read("What did she warn about?", first)
    assert (she.speakers, she.acts) == (("Dela Brant",), ("warned",))


def test_a_full_question_after_another_stands_alone() -> None:
    first = _read("What did Brant promise about the ferry?")
    assert _read("Who built the old pier in the harbour?", first) == _read(
        "Who built the old pier in the harbour?"
    )


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
    assert _read(piece * (10_000 // len(piece))) is not None


@pytest.mark.parametrize(
    ("question", "acts", "topic"),
    [
        ("whats brants stance on fares", (), "fares"),
        ("quotes by brant on fares", (), "fares"),
        ("are there any quotes from brant about the pier", (), "the pier"),
        ("Brant quotes", (), ""),
        ("brant on the night ferry", (), "the night ferry"),
        ("anything brant promised", ("promised",), ""),
        ("everything Brant said about fares", (), "fares"),
        ("did brant deny anything?", ("denied",), ""),
        ("has brant ever said anything about fares", (), "fares"),
        ("did brant mention the pier", (), "the pier"),
        ("where does brant stand on fares", (), "fares"),
        ("how does brant feel about fares", (), "fares"),
        ("is brant against the new pier", (), "the new pier"),
    ],
)
def test_short_ways_of_asking_what_someone_said_are_understood(
    question: str, acts: tuple[str, ...], topic: str
) -> None:
    found = _read(question)
    assert (found.kind, found.speakers, found.acts, found.topic) == ("said", ("Dela Brant",), acts, topic)
    assert found.words is None


@pytest.mark.parametrize("question", ["ferry on time", "the pier on fire", "new pier stance"])
def test_what_no_name_stands_before_is_no_question_of_what_someone_said(question: str) -> None:
    assert (_read(question).kind, _read(question).speakers) == ("what", ())


@pytest.mark.parametrize(
    "question", ["What Wick Brant announced his retirement?", "What was Brant's wick announcement on fares?"]
)
def test_two_names_side_by_side_are_not_a_speaker(question: str) -> None:
    assert (_read(question).kind, _read(question).speakers) == ("what", ())


def test_what_somebody_did_on_a_day_is_no_topic() -> None:
    found = _read("Dela Brant on Monday opened the new pier. How many ferries did it cost?")
    assert (found.kind, found.speakers) == ("how-many", ())


def test_known_names_of_a_question_without_capitals_count_as_names() -> None:
    assert _read("where did brant meet wick").topic == "where did Brant meet Wick"


@pytest.mark.parametrize("question", ["anything new on the pier", "pier news", "whats new with the pier"])
def test_news_is_asked_for_in_several_ways(question: str) -> None:
    assert (_read(question).kind, _read(question).recent) == ("latest", True)


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("who opposes the new pier", ("accused", "denied", "warned")),
        ("who is against the new pier?", ("accused", "denied", "warned")),
        ("who supports the new pier", ("praised",)),
        ("what was the reaction to the new pier", ()),
    ],
)
def test_sides_on_a_topic_are_asked_for(question: str, acts: tuple[str, ...]) -> None:
    found = _read(question)
    assert (found.kind, found.acts, found.topic) == ("opinions", acts, "the new pier")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("whats brant saying on fares", "fares"),
        ("what's Brant saying about fares?", "fares"),
        ("wat did brant say abt fares", "fares"),
        ("hey bot, what exactly did Brant say about fares?", "fares"),
        ("do you know what brant said about fares", "fares"),
        ("can u tell me what brant said about fares", "fares"),
        ("has brant admitted anything about fares", "fares"),
        ("what did Brant recommend about fares?", "fares"),
        ("brant said what about fares?", "fares"),
        ("best quotes by brant", ""),
        ("give me 3 quotes from Brant about the pier", "the pier"),
        ("Brant's tweets about fares", "fares"),
        ("Brant's apology for the delays", "apology for the delays"),
        ("what did brant say in november about fares", "fares"),
        ("What did Brant say about fares and when did she say it?", "fares"),
        ("fare rise what did brant say", "fare rise"),
    ],
)
def test_what_someone_said_is_asked_for_as_people_type(question: str, topic: str) -> None:
    found = _read(question)
    assert (found.kind, found.speakers, found.topic) == ("said", ("Dela Brant",), topic)


@pytest.mark.parametrize(
    ("question", "since", "source"),
    [
        ("Last week, what did Brant say about fares?", date(2026, 1, 5), None),
        ("in november what did brant say about fares", date(2025, 11, 1), None),
        ("According to The Orrin Post, what did Brant say about fares?", None, "The Orrin Post"),
    ],
)
def test_limits_may_stand_before_the_question(question: str, since: date | None, source: str | None) -> None:
    found = _read(question)
    assert (found.kind, found.speakers, found.topic) == ("said", ("Dela Brant",), "fares")
    assert (found.since, found.source) == (since, source)


def test_an_event_may_stand_before_the_question() -> None:
    found = _read("Since the summit, what has Brant said about fares?")
    assert (found.kind, found.since_event, found.topic) == ("said", "the summit", "fares")
    assert _read("After the storm, which pier was closed?").kind == "what"


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ('"The pier will never close"', "who-said", "The pier will never close"),
        ("the pier will never close, who said that?", "who-said", "the pier will never close"),
        ("who called it 'a disgrace'", "who-said", "a disgrace"),
        ("who called the new pier a disgrace?", "who-said", "a disgrace"),
        ("did brant call the pier a waste of money", "did-say", "a waste of money"),
        ("so Brant said the pier is safe?", "did-say", "the pier is safe"),
        ("is it true that brant said the pier is safe", "did-say", "the pier is safe"),
        ("which minister said the pier is safe?", "who-said", "the pier is safe"),
        ("who was quoted as saying the pier is safe", "who-said", "the pier is safe"),
    ],
)
def test_who_said_or_called_so_is_asked_in_several_ways(question: str, kind: str, words: str) -> None:
    found = _read(question)
    assert (found.kind, found.words) == (kind, words)


@pytest.mark.parametrize(
    "question",
    [
        "who called the meeting on Monday?",
        "who called for a new pier",
        "Brant said the pier is safe. Where does it stand?",
        "Which pier did Brant say is safe?",
    ],
)
def test_deeds_and_what_is_told_before_a_question_are_no_words_that_someone_said(question: str) -> None:
    assert _read(question).words is None


@pytest.mark.parametrize(
    ("question", "acts", "topic"),
    [
        ("quotes about courage", (), "courage"),
        ("ferry strike reactions", (), "ferry strike"),
        ("who thinks the pier is safe", (), "the pier is safe"),
        ("who blames brant for the delays", ("accused", "denied", "warned"), "Brant for the delays"),
    ],
)
def test_what_people_say_is_asked_in_several_ways(question: str, acts: tuple[str, ...], topic: str) -> None:
    found = _read(question)
    assert (found.kind, found.speakers, found.acts, found.topic) == ("opinions", (), acts, topic)


class _Odd:
    """A library in which someone bears any word of a question: "Ana Doctors", "Sky News", "Osk Say"."""

    def find(self, text: str) -> list[_Match]:
        return [
            _Match(found.start(), found.end(), (f"Ana {found.group().title()}",))
            for found in re.finditer(r"(?i)\b(?:doctors|republicans|news|say|best|brant|fares|raced)\b", text)
        ]


@pytest.mark.parametrize(
    ("question", "kind", "speakers", "unknown", "topic"),
    [
        ("what do doctors say about fares", "said", (), ("doctors",), "Fares"),
        ("What do Republicans say about the pier?", "said", (), ("Republicans",), "the pier"),
        ("news about brant", "latest", (), (), "Brant"),
        ("best quotes by brant", "said", ("Ana Brant",), (), ""),
        ("brant fares", "what", (), (), "Brant Fares"),
        ("brant and fares", "said", ("Ana Brant", "Ana Fares"), (), ""),
    ],
)
def test_everyday_words_are_nobodys_name(
    question: str, kind: str, speakers: tuple[str, ...], unknown: tuple[str, ...], topic: str
) -> None:
    found = understand(question, names=_Odd(), today=TODAY)
    assert (found.kind, found.speakers, found.unknown, found.topic) == (kind, speakers, unknown, topic)


def test_what_an_outlet_says_is_in_its_articles() -> None:
    found = _read("What did The Orrin Post report about fares?")
    assert (found.kind, found.source, found.topic, found.recent) == ("what", "The Orrin Post", "fares", False)
    today = understand("What did Today Post say?", names=_Names(), sources=["Today Post"], today=TODAY)
    assert not today.recent


def test_a_month_may_be_the_last() -> None:
    found = _read("what did brant say about fares last august")
    assert (found.since, found.until, found.topic) == (date(2025, 8, 1), date(2025, 8, 31), "fares")


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
    found = _read(question, _read("What did Brant promise about the ferry?"))
    assert (found.kind, found.speakers, found.topic, found.acts) == (kind, speakers, topic, acts)


def test_who_said_words_leave_them_to_the_next_topic() -> None:
    first = _read("Did Brant say the pier is safe?")
    assert _read("and Wick?", first).words == "the pier is safe"
    assert _read("what did Wick say to that?", first).words is None
