"""Whole readings of invented sentences: words, speaker, kind, act. The people and places do not exist."""

from __future__ import annotations

import pytest

from index.models import Quote
from index.quotes import read

INTRODUCED = "Ana Moor, the mayor of Port Haven, met Bo Tesk on Monday.\n"


def _read(text: str) -> list[tuple[str, str | None]]:
    return [(text[quote.start : quote.end], quote.speaker) for quote in read(text).quotes]


def _one(text: str) -> Quote:
    (quote,) = read(text).quotes
    return quote


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We stay here,” Ana Moor said.", "“We stay here,”"),
        ("“We stay here,” said Ana Moor.", "“We stay here,”"),
        ('"We stay here," Ana Moor told reporters.', '"We stay here,"'),
        ("Ana Moor said: “We stay here.”", "“We stay here.”"),
        ("Ana Moor, who came late, said, “We stay here.”", "“We stay here.”"),
        ("Ana Moor, the mayor, told the council on Monday: “We stay here.”", "“We stay here.”"),
        ("‘We stay here,’ Ana Moor said.", "‘We stay here,’"),
        ("«We stay here,» said Ana Moor.", "«We stay here,»"),
        ("„We stay here,“ said Ana Moor.", "„We stay here,“"),
        ("``We stay here,'' Ana Moor said.", "``We stay here,''"),
        ("''We stay here,'' Ana Moor said.", "''We stay here,''"),
        ("&quot;We stay here,&quot; Ana Moor said.", "&quot;We stay here,&quot;"),
        ("“We stay\u00a0here,”\u00a0Ana Moor said.", "“We stay\u00a0here,”"),
        ("“He told me ‘never again’ and left,” Ana Moor said.", "“He told me ‘never again’ and left,”"),
        ("Ana Moor took the stage. “We stay here.”", "“We stay here.”"),
    ],
)
def test_a_quotation_is_found_with_its_speaker_in_any_order_and_typography(text: str, words: str) -> None:
    quote = _one(text)
    assert text[quote.start : quote.end] == words
    assert (quote.kind, quote.speaker) == ("direct", "Ana Moor")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Moor said that the road was closed.", "that the road was closed"),
        ("Ana Moor said the road was closed.", "the road was closed"),
        ("The road was closed, Ana Moor said on Monday.", "The road was closed"),
        ("The road was closed, said Ana Moor, the mayor.", "The road was closed"),
        ("According to Ana Moor, the road was closed.", "the road was closed"),
        ("The road was closed, according to Ana Moor.", "The road was closed"),
        ("Ana Moor told reporters in Port Haven that the road was closed.", "that the road was closed"),
        ("Ana Moor went on to say that the road was closed.", "that the road was closed"),
        ("Ana Moor, 54, who lives nearby, warned that the road was closed.", "that the road was closed"),
        ("Ana Moor (R-Port Haven) said the road was closed.", "the road was closed"),
        ("Ana Moor denied the report.", "the report"),
        ("Ana Moor vowed to open the road.", "to open the road"),
        ("Ana Moor urged drivers to wait.", "drivers to wait"),
        ("Ana Moor said the road was closed, although it was open.", "the road was closed"),
    ],
)
def test_reported_speech_ends_where_the_reporter_goes_on(text: str, words: str) -> None:
    quote = _one(text)
    assert text[quote.start : quote.end] == words
    assert (quote.kind, quote.speaker) == ("indirect", "Ana Moor")


def test_a_split_quotation_gives_one_entry_a_part() -> None:
    assert _read("“We stay,” Ana Moor said, “and we work.”") == [
        ("“We stay,”", "Ana Moor"),
        ("“and we work.”", "Ana Moor"),
    ]
    assert _read("“We stay,” said Ana Moor. “It is our home.”") == [
        ("“We stay,”", "Ana Moor"),
        ("“It is our home.”", "Ana Moor"),
    ]


def test_quoted_words_inside_reported_speech_are_one_mixed_statement() -> None:
    quote = _one("Ana Moor said the plan was “a mistake” and that it would fail.")
    assert quote.kind == "mixed"


def test_paragraphs_that_go_on_speaking_stay_with_the_speaker() -> None:
    text = "Ana Moor said:\n“The road is closed.\n“It stays closed.”\n"
    assert _read(text) == [("“The road is closed.", "Ana Moor"), ("“It stays closed.”", "Ana Moor")]


def test_a_transcript_gives_each_line_to_its_label() -> None:
    text = INTRODUCED + "MOOR: We stay.\nTESK: How long?\nMOOR: For good.\n"
    assert _read(text) == [("We stay.", "Ana Moor"), ("How long?", "Bo Tesk"), ("For good.", "Ana Moor")]


def test_a_turn_goes_on_over_lines_without_a_label() -> None:
    text = INTRODUCED + "MOOR: We stay.\nIt is home.\nTESK: How long?\nMOOR: For good.\n"
    assert _read(text)[:2] == [("We stay.", "Ana Moor"), ("It is home.", "Ana Moor")]


def test_an_interview_of_plain_questions_and_one_label_is_read() -> None:
    text = "What do you think of the pier?\nAna Moor: It is home.\nFor long?\nAna Moor: For good.\n"
    assert _read(text) == [("It is home.", "Ana Moor"), ("For good.", "Ana Moor")]


def test_questions_and_answers_without_names_are_nobody() -> None:
    text = "Q: Why do you stay?\nA: It is home.\nQ: For long?\nA: For good.\n"
    assert _read(text) == [("It is home.", None), ("For good.", None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We stay”: Ana Moor on the pier", "“We stay”"),
        ("Ana Moor: “We stay”", "“We stay”"),
        ("Ana Moor, mayor of Port Haven: “We stay.”", "“We stay.”"),
        ("“We stay,” says Ana Moor", "“We stay,”"),
    ],
)
def test_headlines_and_captions_name_the_speaker_beside_a_colon(text: str, words: str) -> None:
    quote = _one(text)
    assert (text[quote.start : quote.end], quote.speaker) == (words, "Ana Moor")


def test_a_paragraph_without_marks_is_the_one_that_was_announced() -> None:
    text = "Ana Moor added:\nThe pier is our home. We stay.\nThe council met.\n"
    assert _read(text) == [("The pier is our home. We stay.", "Ana Moor")]


def test_one_label_alone_makes_no_transcript() -> None:
    assert _read("UPDATE: The road is open again.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The “miracle” cost a lot of money.",
        "Ana Moor bought a 27\" screen and a 6' ladder.",
        "Ana Moor sang “The Long Way Home” and left.",
        "A song titled “Arrows” won the prize.",
        "Ana “Bo” Moor left the town.",
        "The leaders met to get past the “unwanted” tensions.",
        "It's the mayors' idea, and 'twas ever so.",
        "Its name is “the Wall” and nobody objects.",
        "The film “Long Way Home” says much.",
        "Ana Moor’s new book, “The Pier and I,” says little.",
        "The term “pier tax” was coined in 1990.",
        "The council took 20 questions, “all of them easy”, and left.",
        "The “Save the Pier” campaign went on.",
        "He wore a cap with “Pier First” on it.",
        "The so-called “experts” left.",
        "While checks will continue, officials will “streamline” the form.",
    ],
)
def test_scare_quotes_titles_nicknames_and_inches_are_nobodys_speech(text: str) -> None:
    assert _read(text) == []


def test_one_who_adds_is_the_one_who_spoke_last() -> None:
    text = (
        "Prince Carl Oder met Mayor Dan Pell in Port Haven.\n“We stay,” Oder said.\n"
        "For his part, Pell said that he will open the road.\n“We will never close it,” he added.\n"
    )
    assert _read(text)[-1] == ("“We will never close it,”", "Dan Pell")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ana Moor said that she will open the road.", "promised"),
        ("“We will not allow any closure,” Ana Moor warned.", "promised"),
        ("Ana Moor warned that the bridge could fall.", "warned"),
        ("Ana Moor accused the council of lying.", "accused"),
        ("Ana Moor praised the firefighters.", "praised"),
        ("Ana Moor denied that the road was closed.", "denied"),
        ("Ana Moor called for an inquiry.", "demanded"),
        ("Ana Moor announced that the road was open.", "announced"),
        ("Ana Moor predicted that prices would fall.", "predicted"),
        ("Ana Moor asked whether the road was open.", "asked"),
        ("Ana Moor noted that the road was open.", "said"),
    ],
)
def test_the_act_is_told_by_the_verb_and_by_commitments_in_the_words(text: str, act: str) -> None:
    assert _one(text).act == act


def test_someone_unnamed_is_shown_as_written_and_unclear() -> None:
    text = "A senior official said the road was closed."
    quote = _one(text)
    assert quote.speaker is None
    assert quote.certainty == "unclear"
    assert quote.speaker_start is not None
    assert text[quote.speaker_start : quote.speaker_end] == "A senior official"
