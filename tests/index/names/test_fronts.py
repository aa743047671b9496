"""Words that only stand before a name, or only begin a sentence, are no names."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


@pytest.mark.parametrize(
    "many",
    ["Applicants", "Backers", "Bidders", "Customers", "Hardliners", "Mourners", "Landlords", "Many", "Others"],
)
def test_a_plural_that_begins_a_sentence_is_nobody(many: str) -> None:
    assert _speakers(f"{many} said the pier was open. The pier was full.") == [None]


def test_some_of_a_party_are_nobody() -> None:
    assert _speakers("Some Democrats said the pier was open.") == [None]


@pytest.mark.parametrize("name", ["Ana Landers", "Ms. Landers", "the singer Landers"])
def test_a_name_like_a_plural_is_one_where_it_stands_elsewhere(name: str) -> None:
    speakers = _speakers(f"They met {name} in Kelm. Landers said the pier was open.")
    assert [speaker and speaker.rpartition(" ")[2] for speaker in speakers] == ["Landers"]


def test_a_misspelt_surname_like_a_plural_is_still_somebody() -> None:
    assert _speakers("They met Ana Landors in Kelm. Landers said the pier was open.") == ["Ana Landors"]


@pytest.mark.parametrize(
    "text",
    [
        "Hold Ana Moor Accountable\nThe union met Ana Moor in Kelm. Moor said the pier was open.",
        "Hold Ana Moor Accountable\nMoor said the pier was open.",
        "Thank Ana Moor for it\nAt the pier Moor was late. Moor said the pier was open.",
    ],
)
def test_the_verb_of_a_headline_is_no_part_of_a_name(text: str) -> None:
    assert _speakers(text) == ["Ana Moor"]


@pytest.mark.parametrize(
    "title",
    ["Headteacher", "Paramedic", "Conservationist", "Biologist", "Firefighter", "Kelm Headteacher", "Lawmaker"],
)
def test_what_someone_is_with_a_capital_is_no_part_of_the_name(title: str) -> None:
    assert _speakers(f"At the pier {title} Ylva Tamm said the boats were late.") == ["Ylva Tamm"]


def test_what_someone_is_before_a_known_surname_is_no_part_of_the_name() -> None:
    assert _speakers("They met Ylva Tamm. “We stay,” Paramedic Tamm said.") == ["Ylva Tamm"]


def test_a_trade_that_is_a_first_name_stays_in_the_name() -> None:
    assert _speakers("They met Baker Holm Tamm. “We stay,” Baker Holm Tamm said.") == ["Baker Holm Tamm"]


@pytest.mark.parametrize("front", ["Trade Sec", "Fearless", "Universe"])
def test_a_name_that_stands_alone_as_often_is_told_without_what_stood_before_it(front: str) -> None:
    assert (
        _speakers(f"So says the {front} Ana Moor. They met Ana Moor. Moor said the pier was open.")[-1]
        == "Ana Moor"
    )


def test_a_shout_before_a_surname_is_no_part_of_the_name() -> None:
    assert _speakers("They met Ana Moor. WATCHED Moor says that the pier is open.") == ["Ana Moor"]


@pytest.mark.parametrize("start", ["Tidebucks has a pier.", "Tidebucks (TDB) rose.", "Tidebucks is old."])
def test_a_company_like_a_plural_is_one_where_a_single_thing_acts(start: str) -> None:
    assert _speakers(f"{start} Tidebucks said the pier was open.") == ["Tidebucks"]


@pytest.mark.parametrize("text", ["Hold Laura Moor now, they cried.", "It was called Thank Laura Moor by all."])
def test_a_word_before_a_name_that_stands_without_it_much_more_often_is_no_part_of_it(text: str) -> None:
    met = "They met Laura Moor. Laura Moor left. Laura Moor came."
    assert _speakers(f"{met} {text} Moor said the pier was open.") == ["Laura Moor"]


def test_what_a_headline_calls_somebody_is_no_first_name() -> None:
    body = "The harbour is shut. Velkonia said it was late. Velkonia left."
    assert read(f"Derelict Velkonia and the pier\n\n{body}").quotes[-1].speaker == "Velkonia"
    assert read(f"Peter Velkonia and the pier\n\n{body}").quotes[-1].speaker == "Peter Velkonia"
    assert read(f"Derelict Velkonia sells nets. {body}").quotes[-1].speaker == "Derelict Velkonia"
