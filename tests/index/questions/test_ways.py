"""The many ways in which one thing is asked."""

from __future__ import annotations

import re
from datetime import date

import pytest

from index.questions import asks_nothing, kind_of_unknown, understand
from tests.index.questions.reading import TODAY, Found, Names, read


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
    found = read(question)
    assert (found.kind, found.speakers, found.acts, found.topic) == ("said", ("Dela Brant",), acts, topic)
    assert found.words is None


@pytest.mark.parametrize("question", ["ferry on time", "the pier on fire", "new pier stance"])
def test_what_no_name_stands_before_is_no_question_of_what_someone_said(question: str) -> None:
    assert (read(question).kind, read(question).speakers) == ("what", ())


@pytest.mark.parametrize(
    "question", ["What Wick Brant announced his retirement?", "What was Brant's wick announcement on fares?"]
)
def test_two_names_side_by_side_are_not_a_speaker(question: str) -> None:
    assert (read(question).kind, read(question).speakers) == ("what", ())


def test_what_somebody_did_on_a_day_is_no_topic() -> None:
    found = read("Dela Brant on Monday opened the new pier. How many ferries did it cost?")
    assert (found.kind, found.speakers) == ("how-many", ())


def test_known_names_of_a_question_without_capitals_count_as_names() -> None:
    assert read("where did brant meet wick").topic == "where did Brant meet Wick"


@pytest.mark.parametrize("question", ["anything new on the pier", "pier news", "whats new with the pier"])
def test_news_is_asked_for_in_several_ways(question: str) -> None:
    assert (read(question).kind, read(question).recent) == ("latest", True)


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("who opposes the new pier", ("accused", "denied", "warned")),
        ("who is against the new pier?", ("accused", "denied", "warned")),
        ("who denounced the new pier", ("accused",)),
        ("who thanked the new pier", ("praised",)),
        ("who hails the new pier", ("praised",)),
        ("what is the new pier criticised for", ("accused",)),
        ("what has the new pier been praised for", ("praised",)),
        ("who supports the new pier", ("praised",)),
        ("what was the reaction to the new pier", ()),
    ],
)
def test_sides_on_a_topic_are_asked_for(question: str, acts: tuple[str, ...]) -> None:
    found = read(question)
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
        ("anything from brant on fares", "fares"),
        ("most recent brant comment on fares", "fares"),
        ("first thing brant said about fares", "fares"),
        ("what does Brant want to do about fares?", "do about fares"),
        ("what did brant say in her speech on fares", "fares"),
        ("what did Brant tell reporters about fares?", "fares"),
        ("Brant's interview on fares", "fares"),
        ("what was said about fares by brant", "fares"),
        ("fare rise quotes by Brant", "fare rise"),
        ("has brant ever spoken about fares", "fares"),
        ("what did Brant, the mayor, say about fares", "fares"),
    ],
)
def test_what_someone_said_is_asked_for_as_people_type(question: str, topic: str) -> None:
    found = read(question)
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
    found = read(question)
    assert (found.kind, found.speakers, found.topic) == ("said", ("Dela Brant",), "fares")
    assert (found.since, found.source) == (since, source)


def test_an_event_may_stand_before_the_question() -> None:
    found = read("Since the summit, what has Brant said about fares?")
    assert (found.kind, found.since_event, found.topic) == ("said", "the summit", "fares")
    assert read("After the storm, which pier was closed?").kind == "what"


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ('"The pier will never close"', "who-said", "The pier will never close"),
        ("the pier will never close, who said that?", "who-said", "the pier will never close"),
        ("who called it 'a disgrace'", "who-said", "a disgrace"),
        ("who called the new pier a disgrace?", "who-said", "a disgrace"),
        ("who was it that called the pier a disgrace", "who-said", "a disgrace"),
        ("did brant call the pier a waste of money", "did-say", "a waste of money"),
        ("when did Brant call the pier a waste of money?", "when", "a waste of money"),
        ("didn't brant say the pier is safe?", "did-say", "the pier is safe"),
        ("brant said the pier is safe, true or false", "did-say", "the pier is safe"),
        ("fact check: Brant really said the pier is safe", "did-say", "the pier is safe"),
        ('"the pier is safe" Brant', "did-say", "the pier is safe"),
        ('brant: "the pier is safe"', "did-say", "the pier is safe"),
        ("so Brant said the pier is safe?", "did-say", "the pier is safe"),
        ("is it true that brant said the pier is safe", "did-say", "the pier is safe"),
        ("which minister said the pier is safe?", "who-said", "the pier is safe"),
        ("who was quoted as saying the pier is safe", "who-said", "the pier is safe"),
    ],
)
def test_who_said_or_called_so_is_asked_in_several_ways(question: str, kind: str, words: str) -> None:
    found = read(question)
    assert (found.kind, found.words) == (kind, words)


@pytest.mark.parametrize(
    "question",
    [
        "who called the meeting on Monday?",
        "who called for a new pier",
        "Brant said the pier is safe. Where does it stand?",
        "Which pier did Brant say is safe?",
        "Brant's state of the harbour",
    ],
)
def test_deeds_and_what_is_told_before_a_question_are_no_words_that_someone_said(question: str) -> None:
    assert read(question).words is None


@pytest.mark.parametrize(
    ("question", "acts", "topic"),
    [
        ("quotes about courage", (), "courage"),
        ("ferry strike reactions", (), "ferry strike"),
        ("who thinks the pier is safe", (), "the pier is safe"),
        ("what criticism did brant face", ("accused",), "Brant"),
        ("who blames brant for the delays", ("accused",), "Brant for the delays"),
    ],
)
def test_what_people_say_is_asked_in_several_ways(question: str, acts: tuple[str, ...], topic: str) -> None:
    found = read(question)
    assert (found.kind, found.speakers, found.acts, found.topic) == ("opinions", (), acts, topic)


class _Odd:
    """A library in which someone bears any word of a question: "Ana Doctors", "Sky News", "Osk Say"."""

    def find(self, text: str) -> list[Found]:
        words = "dam secretary's|pilots ask|doctors|republicans|news|say|best|brant|fares|month|shoter|august"
        words += "|arabia"
        return [
            Found(
                found.start(),
                found.end(),
                (f"Ana {found.group().title().split()[-1].replace('Shot', 'Shoot')}",),
            )
            for found in re.finditer(rf"(?i)\b(?:{words})\b", text)
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
        ("brant and fares on the pier", "said", ("Ana Brant", "Ana Fares"), (), "the pier"),
        ("brant fares on the pier", "what", (), (), "Brant Fares on the pier"),
        ("statements by brant this month", "said", ("Ana Brant",), (), ""),
        ("what did brant most recently say about the pier", "said", ("Ana Brant",), (), "the pier"),
        ("quotes by brant from august 2025", "said", ("Ana Brant",), (), ""),
        ("What did Best's Brant say?", "said", ("Ana Brant",), (), ""),
        ("What did Brant, the Best of all, say?", "said", ("Ana Brant",), (), ""),
        ("What did second lady Ana Brant say?", "said", ("Ana Brant",), (), ""),
        ("What did Saudi Arabia say?", "said", (), ("Saudi Arabia",), ""),
        ("what did the shoter say", "said", (), ("shoter",), ""),
        ("what did shoter say", "said", ("Ana Shooter",), (), ""),
        ("what did pilots ask brant", "what", (), (), "what did pilots ask Brant"),
        ("what is the dam secretary's view", "said", ("Ana Secretary'S",), (), ""),
    ],
)
def test_everyday_words_are_nobodys_name(
    question: str, kind: str, speakers: tuple[str, ...], unknown: tuple[str, ...], topic: str
) -> None:
    found = understand(question, names=_Odd(), today=TODAY)
    assert (found.kind, found.speakers, found.unknown, found.topic) == (kind, speakers, unknown, topic)


def test_what_an_outlet_says_is_in_its_articles() -> None:
    found = read("What did The Orrin Post report about fares?")
    assert (found.kind, found.source, found.topic, found.recent) == ("what", "The Orrin Post", "fares", False)
    today = understand("What did Today Post say?", names=Names(), sources=["Today Post"], today=TODAY)
    assert not today.recent


def test_what_is_yet_to_come_limits_no_articles() -> None:
    found = read("brant on the pier in 2028")
    assert (found.since, found.until, found.topic) == (None, None, "the pier in 2028")


def test_whom_somebody_blames_is_in_their_words() -> None:
    found = read("who did brant blame for the delays")
    assert (found.kind, found.speakers, found.acts) == ("said", ("Dela Brant",), ("accused",))
    assert found.topic == "the delays"


def test_someone_warns() -> None:
    assert (read("brant warns").kind, read("brant warns").acts) == ("said", ("warned",))


def test_a_month_may_be_the_last() -> None:
    found = read("what did brant say about fares last august")
    assert (found.since, found.until, found.topic) == (date(2025, 8, 1), date(2025, 8, 31), "fares")


@pytest.mark.parametrize(
    "question", ["", "???", "hello!", "Thanks", "what can you do?", "good bot", "why", "tell me a joke"]
)
def test_a_question_may_ask_nothing(question: str) -> None:
    assert asks_nothing(question)


@pytest.mark.parametrize("question", ["ferry", "what did he say", "help the harbour"])
def test_a_word_of_a_subject_asks_something(question: str) -> None:
    assert not asks_nothing(question)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("he", "pronoun"),
        ("prime minister", "office"),
        ("head of the dam agency", "office"),
        ("doctors", "people"),
        ("Republicans", "people"),
        ("Osk Tremmel", "name"),
        ("tremmel", "name"),
    ],
)
def test_whom_nobody_knows_is_asked_for_in_one_of_four_ways(words: str, kind: str) -> None:
    assert kind_of_unknown(words) == kind


@pytest.mark.parametrize(
    ("question", "kind", "speakers", "topic"),
    [
        ("can you find quotes from brant about fares", "said", ("Dela Brant",), "fares"),
        ("list statements by Brant", "said", ("Dela Brant",), ""),
        ("does Brant think that the pier is safe?", "said", ("Dela Brant",), "the pier is safe"),
        (
            "does the harbour think that the pier is safe?",
            "what",
            (),
            "does the harbour think that the pier is safe",
        ),
        ('"the pier will stand" who said that', "who-said", (), "the pier will stand"),
        ("anything about Brant", "what", (), "anything about Brant"),
        ("what about Brant", "said", ("Dela Brant",), ""),
    ],
)
def test_further_ways_of_asking_for_statements(
    question: str, kind: str, speakers: tuple[str, ...], topic: str
) -> None:
    found = read(question)
    assert (found.kind, found.speakers, found.topic) == (kind, speakers, topic)


def test_an_office_of_state_is_no_verb() -> None:
    found = read("what did the secretary of state say about fares")
    assert (found.unknown, found.topic) == (("secretary of state",), "fares")
    for office in ("attorney general", "solicitor general"):
        found = read(f"what did {office} say about fares")
        assert (found.unknown, found.speakers) == ((office,), ())
    assert read("what did general say about fares").speakers == ("Orrin General",)


def test_what_somebody_owns_is_nobody_of_that_name() -> None:
    assert read("what did Brant's cold say").speakers == ()
    assert read("what did the harbour's Brant say").speakers == ("Dela Brant",)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("whats happening with the pier rn", "the pier"),
        ("whats the latest w/ the pier", "the pier"),
        ("show me pier news", "pier"),
        ("give me the news", ""),
    ],
)
def test_news_is_asked_for_as_people_type(question: str, topic: str) -> None:
    found = read(question)
    assert (found.kind, found.topic, found.recent) == ("latest", topic, True)


def test_a_nurse_is_not_now() -> None:
    assert not read("what does the rn union want").recent
