"""Where a sentence hides its source: relative clauses, opening phrases, papers that speak. All are invented."""

from __future__ import annotations

import pytest

from index.quotes import read


def _read(text: str) -> list[tuple[str, str | None]]:
    return [(text[quote.start : quote.end], quote.speaker) for quote in read(text).quotes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Moor, who in 2010 said the pier was “a joke”, went home.", "the pier was “a joke”"),
        ("Ana Moor walked out, going on to say that the pier was “a joke”.", "that the pier was “a joke”"),
        ("After saying the pier was “a joke,” Ana Moor went home.", "the pier was “a joke,”"),
        ("Ana Moor, when asked about it, said it was “a joke”.", "it was “a joke”"),
        ("As Ana Moor put it, “the pier is a joke.”", "“the pier is a joke.”"),
        ("“The pier is a joke,” according to Ana Moor.", "“The pier is a joke,”"),
        ("Ana Moor said the pier “will close”.", "the pier “will close”"),
        ("Ana Moor told Norland News any plan “must be stopped”.", "any plan “must be stopped”"),
        ("The pier “is a joke,” retired harbour master Ana Moor said.", "The pier “is a joke,”"),
        ("In what Ana Moor called “a joke,” the council closed the pier.", "“a joke,”"),
    ],
)
def test_the_source_is_found_wherever_the_sentence_puts_it(text: str, words: str) -> None:
    assert _read(text) == [(words, "Ana Moor")]


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("Many doubt Ana Moor’s claim that the pier is safe.", "that the pier is safe", "said"),
        ("Ana Moor’s promise to mend the pier pleased many.", "to mend the pier", "promised"),
        ("Ana Moor’s latest warning that it may fall came late.", "that it may fall", "warned"),
        ("The council was accused by Ana Moor of neglect.", "of neglect", "accused"),
        ("The plan, described by Ana Moor as “a joke,” was dropped.", "as “a joke,”", "said"),
        ("Drivers were urged by Ana Moor to wait.", "to wait", "demanded"),
        ("In the words of Ana Moor, “the pier is home.”", "“the pier is home.”", "said"),
    ],
)
def test_nouns_and_passives_report_too(text: str, words: str, act: str) -> None:
    (quote,) = read(text).quotes
    assert (text[quote.start : quote.end], quote.speaker, quote.act) == (words, "Ana Moor", act)


@pytest.mark.parametrize(
    "text",
    [
        "State media quoted Ana Moor as saying that the pier was closed.",
        "The Norland Post quotes Ana Moor, the mayor, as saying: “It is closed.”",
        "The Norland Post, quoting Ana Moor as saying it was closed, told of the pier.",
        "“It is closed,” the Norland Post quoted Ana Moor as saying.",
        "The Norland Post cited Ana Moor as saying the pier “is closed”.",
        "Ana Moor was quoted as saying that the pier was closed.",
        "Ana Moor was quoted by the Norland Post as saying: “It is closed.”",
        "Ana Moor, quoted by the Norland Post, said the pier was closed.",
        "Ana Moor made clear that the pier was closed.",
    ],
)
def test_words_that_a_paper_quotes_are_those_of_the_quoted(text: str) -> None:
    assert [quote.speaker for quote in read(text).quotes] == ["Ana Moor"]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Some had doubts about Ana Moor’s claim that the pier is safe.", "Ana Moor"),
        ("Bo Tesk, a baker who attended the meeting, recalled: “We stayed.”", "Bo Tesk"),
        ("Even Norland, Tevmark's only friend and its way to the sea, said it was “too late”.", "Norland"),
        ("The film ends with Ana Moor saying in a speech, “We stay.”", "Ana Moor"),
        ("They met. But Ana Moor, her voice hoarse, said: “We stay.”", "Ana Moor"),
        ("But Ana Moor, a rival, says: “She lies.”", "Ana Moor"),
        ("Ana Moor, asked about the pier, answered: “It will fall.”", "Ana Moor"),
        ("“Go!” the young mayor of the small town by the sea, Ana Moor, shouted.", "Ana Moor"),
        ("Ana Moor issued a statement calling the plan “a joke”.", "Ana Moor"),
        ("Ana Moor sent a letter urging the council to stay.", "Ana Moor"),
    ],
)
def test_the_speaker_is_not_the_noun_that_stands_nearest(text: str, mention: str) -> None:
    quote = read(text).quotes[-1]
    assert quote.speaker_start is not None
    assert quote.speaker_end is not None
    assert mention in text[quote.speaker_start : quote.speaker_end]
    assert quote.speaker == mention


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("After Ana Moor said the pier was safe, the council met.", "the pier was safe"),
        ("While Ana Moor praised the crews, others walked away.", "the crews"),
        ("Ana Moor attacked the council and walked out.", "the council"),
        ("Ana Moor criticized the council in a speech.", "the council"),
        ("Ana Moor said, “We stay,” when the council met.", "“We stay,”"),
        ("Ana Moor said, “We stay,” leaving the hall.", "“We stay,”"),
        ("Ana Moor shouted “Stay!” and walked on.", "“Stay!”"),
        (
            "Ana Moor said, “We stay,” “We work,” and “We sing,” before she left.",
            "“We stay,” “We work,” and “We sing,”",
        ),
        ("Ana Moor condemned the plan, walking out of the hall.", "the plan"),
        ("Ana Moor vowed to mend the pier, and the small council by the sea walked out.", "to mend the pier"),
        ("Ana Moor called the plan “a joke” Monday at the pier.", "the plan “a joke”"),
        ("Ana Moor said the pier was old – and not only old.", "the pier was old – and not only old"),
        ("Ana Moor said more people visit the pier.", "more people visit the pier"),
        ("Ana Moor said about 20 people came.", "about 20 people came"),
        ("Ana Moor’s claim that the pier was safe was wrong.", "that the pier was safe"),
        ("Many heard Ana Moor’s claim that Bo Tesk walked out.", "that Bo Tesk walked out"),
        ("Ana Moor said mist obscures the whole pier.", "mist obscures the whole pier"),
    ],
)
def test_the_words_end_where_the_sentence_turns_to_something_else(text: str, words: str) -> None:
    assert _read(text) == [(words, "Ana Moor")]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“The pier will close,” the letter read.", "the letter"),
        ("“The pier will close,” read a statement from the council.", "a statement from the council"),
        ("The report, published on Monday, says the pier “is not safe”.", "The report"),
        ("A statement from the council said the pier “will close”.", "A statement from the council"),
    ],
)
def test_documents_speak(text: str, mention: str) -> None:
    (quote,) = read(text).quotes
    assert quote.speaker_start is not None
    assert text[quote.speaker_start : quote.speaker_end] == mention


def test_a_quoted_word_inside_the_name_of_a_thing_is_not_what_the_thing_says() -> None:
    assert _read("The “History” page of the site explains that the pier closed.") == [
        ("that the pier closed", None)
    ]


def test_a_programme_at_the_end_of_a_sentence_is_no_speech() -> None:
    assert _read("Ana Moor spoke on Norland TV’s “Dawn and Dusk.”") == []
    assert _read("Ana Moor said on Norland TV’s “Dawn and Dusk.”") == []
