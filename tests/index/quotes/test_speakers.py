"""Who a statement is given to: surnames, pronouns, descriptions, organisations, nobody on thin evidence.

Every person, place and outfit is invented; real nationalities serve only as adjectives of office.
"""

from __future__ import annotations

import pytest

from index.models import Quote
from index.quotes import read

OPENING = "Mara Ostrel, the mayor of Tessin Bay, opened the new ferry pier on Friday.\n\n"
SUMMIT = "Veltish President Doran Velk arrived on Monday. Norway's Prime Minister Ana Sorrel met him.\n\n"


def _last(text: str) -> Quote:
    return read(text).quotes[-1]


def _mention(text: str, quote: Quote) -> str | None:
    if quote.speaker_start is None:
        return None
    return text[quote.speaker_start : quote.speaker_end]


@pytest.mark.parametrize(
    ("statement", "mention"),
    [
        ("“The pier will last,” Ostrel said.", "Ostrel"),
        ("“The pier will last,” said Ostrel.", "Ostrel"),
        ("According to Ostrel, the pier will last.", "Ostrel"),
        ("The pier will last, according to Ostrel.", "Ostrel"),
        ("Ostrel, who has sailed since childhood, said the pier will last.", "Ostrel"),
        ("“The pier will last,” said Ostrel, who has sailed since childhood.", "Ostrel"),
        ("Ostrel said the pier was “a wonder of the bay” and will last.", "Ostrel"),
    ],
)
def test_a_surname_is_read_as_the_full_name_given_before(statement: str, mention: str) -> None:
    text = OPENING + statement
    quote = _last(text)
    assert (quote.speaker, quote.certainty) == ("Mara Ostrel", "named")
    assert _mention(text, quote) == mention


def test_a_pronoun_is_read_as_the_person_last_spoken_of() -> None:
    text = OPENING + "“It was worth the wait,” she said."
    quote = _last(text)
    assert (quote.speaker, quote.certainty) == ("Mara Ostrel", "pronoun")
    assert _mention(text, quote) == "she"


@pytest.mark.parametrize(("pronoun", "name"), [("he", "Paul Velk"), ("she", "Anna Sorrel")])
def test_a_pronoun_goes_to_the_one_of_two_people_whose_gender_it_has(pronoun: str, name: str) -> None:
    text = f"Mr. Paul Velk met Ms. Anna Sorrel at the mill.\n\n“The talks went well,” {pronoun} said."
    assert (_last(text).speaker, _last(text).certainty) == (name, "pronoun")


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("the Veltish president", "Doran Velk"),
        ("the president", "Doran Velk"),
        ("the Norwegian leader", "Ana Sorrel"),
        ("the Norwegian prime minister", "Ana Sorrel"),
        ("the prime minister", "Ana Sorrel"),
    ],
)
def test_an_office_or_nationality_is_read_as_who_holds_it(description: str, name: str) -> None:
    text = SUMMIT + f"“We had a good talk,” {description} said."
    quote = _last(text)
    assert (quote.speaker, quote.certainty) == (name, "description")
    assert _mention(text, quote) == description


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tessin Harbour Authority said the pier was closed.", "Tessin Harbour Authority"),
        ("“The pier is closed,” the Tessin Harbour Authority said.", "Tessin Harbour Authority"),
        ("Norvane Foods Inc. said on Monday it would close two plants.", "Norvane Foods Inc"),
    ],
)
def test_an_organisation_speaks_under_its_own_name(text: str, name: str) -> None:
    assert _last(text).speaker == name


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“The pier is safe,” one visitor said.", "one visitor"),
        ("“The pier is safe,” said a man by the gate.", "a man by the gate"),
        ("Two officials argued.\n\n“The pier is safe,” he said.", "he"),
        ("The ministry said in a statement that the pier was closed.", "The ministry"),
        (OPENING + "“The pier is ugly,” a local artist said.", "a local artist"),
    ],
)
def test_thin_evidence_names_nobody_and_keeps_the_mention(text: str, mention: str) -> None:
    quote = _last(text)
    assert (quote.speaker, quote.certainty) == (None, "unclear")
    assert _mention(text, quote) == mention


@pytest.mark.parametrize(("left", "right"), [("“", "”"), ('"', '"')])
def test_a_quotation_unclosed_over_paragraphs_stays_with_the_speaker(left: str, right: str) -> None:
    parts = [f"{left}The pier is safe.", f"{left}The ferry is safe too.", f"{left}So is the bay.{right}"]
    text = "Mara Ostrel said: " + "\n\n".join(parts)
    assert [(text[q.start : q.end], q.speaker) for q in read(text).quotes] == [
        (part, "Mara Ostrel") for part in parts
    ]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "Mara Ostrel said: “The pier is safe.\n\nThe crowd went home in the rain."
    assert [text[q.start : q.end] for q in read(text).quotes] == ["“The pier is safe."]


def test_a_participle_at_the_head_of_a_sentence_is_nobody() -> None:
    text = "Writing in the Herald, Ana Moor, a nurse, said, “We stay.”"
    assert [quote.speaker for quote in read(text).quotes] == ["Ana Moor"]
    text = "Irving, a nurse, said, “We stay.”"
    assert [quote.speaker for quote in read(text).quotes] == ["Irving"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We stay,” Norland state Senator Ana Moor said.", "Ana Moor"),
        ("“We stay,” former Norland state House Speaker Ana Moor, a farmer, said.", "Ana Moor"),
        ("“We stay,” said Ana Moor. The Kelm Harbour report shows that it was late.", "Ana Moor"),
        ("He heard Ana Moor say “we stay.”", "Ana Moor"),
        ("The Norland Republic of Kelm’s President Ana Moor said that it was late.", "Ana Moor"),
        ("Hall of Famer Ana Moor said that it was late.", "Ana Moor"),
        ("It rained. Kelm Parks and Trees Director Ana Moor said that it was late.", "Ana Moor"),
    ],
)
def test_a_noun_beside_a_name_reports_nothing(text: str, speaker: str) -> None:
    assert {quote.speaker for quote in read(text).quotes if quote.cue != "shows"} == {speaker}


@pytest.mark.parametrize("text", ["Kelm Harbour appeal", "The Kelm Harbour report on piers", "Kelm blast"])
def test_a_name_does_not_do_what_only_several_do(text: str) -> None:
    assert read(f"{text} has come to an end.").quotes == ()


@pytest.mark.parametrize("many", ["Residents of Kelm", "Ana Moor and Bo Tesk", "The Dutch", "Officials"])
def test_several_say(many: str) -> None:
    assert [quote.cue for quote in read(f"{many} say that it was late.").quotes] == ["say"]
