"""What is a person and what only looks like one: clubs, films, shows; who may be "he" and "it"."""

from __future__ import annotations

import pytest

from index.names import Cast
from index.quotes import read
from tests.index.names.speaking import resolved


def _person(text: str, name: str) -> bool:
    return next(person.is_person for person in Cast.of(text).people if person.name == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He saw the Kelm Saints play. The Saints said it was late.", "Kelm Saints"),
        ("The film is called “Bitter Lanterns” and opens soon. She likes it.", "Bitter Lanterns"),
        ("She spoke on Wake Up Norway about the pier.", "Wake Up Norway"),
        ("He wrote for the Orvik Sun Sentinel of old.", "Orvik Sun Sentinel"),
    ],
)
def test_what_has_an_article_or_stands_between_marks_is_a_thing(text: str, name: str) -> None:
    assert not _person(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kim Brod crossed the square.", "Kim Brod"),
        ("They spoke of Zoltar O’Velk at length.", "Zoltar O’Velk"),
        ("They spoke of Bek Sang-hun at length.", "Bek Sang-hun"),
        ("They met Zoltar Velk in the hall.", "Zoltar Velk"),
        ("Zoltar Velk crossed the square. The Velk family stayed. Velk did not.", "Zoltar Velk"),
    ],
)
def test_a_name_made_like_peoples_is_a_persons(text: str, name: str) -> None:
    assert _person(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Velk spoke. Later he sat in a bar with Bitter Lanterns on. He likes it. “It is late,” he said.",
        "Peter Velk spoke for the Kelm Saints. “It is late,” he said.",
        "Peter Velk spoke on Wake Up Norway. “It is late,” he said.",
    ],
)
def test_a_thing_is_never_he(text: str) -> None:
    assert read(text).quotes[-1].speaker == "Peter Velk"


def test_nobody_is_named_where_only_what_may_be_a_thing_is_near() -> None:
    assert resolved("A bar has Bitter Lanterns on. “It is late,” he said.", "he").name is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peter Brod closed the pier.\nThe pier at noon. Tal Tesk/NNA\n“It is old,” he said.", "Peter Brod"),
        ("Peter Brod closed the pier. Tal Tesk, a guard, left.\n“It is old,” he said.", "Tal Tesk"),
    ],
)
def test_a_photographer_in_a_credit_is_not_he(text: str, name: str) -> None:
    assert resolved(text, "he").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kelm Council met. “We stay,” it said.", "Kelm Council"),
        ("Researchers from Kelm University met. “We stay,” it said.", None),
        ("The Kelm Council met the bakers. “We stay,” they said.", None),
    ],
)
def test_it_is_the_body_that_the_sentence_is_about_and_they_are_others(text: str, name: str | None) -> None:
    assert resolved(text, "they" if "they" in text else "it").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pilots left the Kelm Pilots Association. “We stay,” the union said.", "Kelm Pilots Association"),
        ("It was in the Kelm Herald. “It is late,” the paper said.", "Kelm Herald"),
        ("It was in the Kelm Herald and in the Orvik Post. “It is late,” the paper said.", None),
        ("It was in the Kelm Herald. “It is late,” the local paper said.", None),
    ],
)
def test_a_body_may_be_called_by_what_ends_its_name(text: str, name: str | None) -> None:
    mention = "the local paper" if "local" in text else "the paper" if "paper" in text else "the union"
    assert resolved(text, mention).name == name


def test_letters_with_stops_are_nobodys_surname() -> None:
    text = "Kim Tal Un spoke. The U.N. said it was late. J.D. Velk came. J.D. said it was early."
    assert [quote.speaker for quote in read(text).quotes] == ["U.N", "J.D. Velk"]


def test_a_band_of_two_surnames_does_not_own_them() -> None:
    text = "Zoltar Moor and Bek Tesk played as Moor Tesk. Tesk said it was late."
    assert read(text).quotes[-1].speaker == "Bek Tesk"


def test_a_body_with_an_and_is_whole_at_the_head_of_a_later_sentence() -> None:
    text = "It rained. The Grain and Dyes Administration said it was late."
    assert read(text).quotes[-1].speaker == "Grain and Dyes Administration"


def test_a_part_of_a_country_is_no_name_for_a_house_in_it() -> None:
    text = "The Texas Grain Kitchen opened. Texas said it was late."
    assert read(text).quotes[-1].speaker == "Texas"


def test_a_part_of_a_country_is_nobody_though_women_are_called_so() -> None:
    text = "Milly Hobb lives in Missouri. Missouri has no sea. “It is late,” she said."
    assert read(text).quotes[-1].speaker == "Milly Hobb"


@pytest.mark.parametrize("verb", ["said it", "says its"])
def test_what_speaks_of_itself_is_a_body(verb: str) -> None:
    text = f"Peter Velk sells boats. Navakor {verb} piers are safe. “It is late,” he said."
    assert read(text).quotes[-1].speaker == "Peter Velk"


@pytest.mark.parametrize("many", ["Voters", "Families", "Residents"])
def test_a_plural_for_people_is_nobody_anywhere_in_a_line(many: str) -> None:
    assert [quote.speaker for quote in read(f"NOW WATCHED {many} in Kelm say that it was late.").quotes] == [
        None
    ]


def test_capital_letters_stand_for_themselves_and_not_for_a_longer_name() -> None:
    assert read("The NNA Rules are old. NNA said that piers are safe.").quotes[-1].speaker == "NNA"


@pytest.mark.parametrize("front", ["Ranking", "Meeting"])
def test_what_is_done_with_somebody_is_no_part_of_the_name(front: str) -> None:
    text = f"{front} Velkonia in Kelm\nThe songs of Velkonia are new. Velkonia said it was late."
    assert read(text).quotes[-1].speaker == "Velkonia"


def test_will_is_a_first_name_where_a_statement_goes_on_behind_the_surname() -> None:
    assert read("Will Velk, a nurse, said it was late.").quotes[-1].speaker == "Will Velk"
    assert "Will Velk" not in {person.name for person in Cast.of("Will Velk win? Ana Velk said so.").people}


def test_an_office_in_a_body_with_of_is_somebodys() -> None:
    text = "Harbour Fair of Kelm president Ana Moor said it was late."
    assert read(text).quotes[-1].speaker == "Ana Moor"


@pytest.mark.parametrize("front", ["Co-CEO", "Calderian"])
def test_what_someone_is_does_not_begin_the_name(front: str) -> None:
    assert read(f"It rained. {front} Kerry Velk said it was late.").quotes[-1].speaker == "Kerry Velk"


def test_who_was_named_in_another_item_of_a_digest_is_not_he() -> None:
    items = [
        "Norvelt\nKelm: Peter Velk left. Velk was mayor.\n",
        "Sudvelt\nOrvik: The mayor came, as he called it, “late.”\n",
        "Estvelt\nTessin: It rained.\n",
    ]
    assert resolved("\n" + "\n".join(items), "he").name is None
    assert resolved("\n" + "\n".join(items[:2]), "he").name == "Peter Velk"
