from __future__ import annotations

from datetime import date

import pytest

from index.names.book import Listing, NameBook
from index.names.holders import Stated


def listing(name: str, statements: int, *forms: str, role: str = "", is_person: bool = True) -> Listing:
    roles = (Stated(role, date(2026, 2, 1), 1),) if role else ()
    return Listing(name, (name, *forms), roles, statements, "unknown", is_person)


BOOK = NameBook(
    [
        listing("Oren Halvik", 40, "Halvik", role="Veltland’s President"),
        listing("Dorina Pell", 30, "Pell", role="Norwegian Prime Minister"),
        listing("Ilse Halvik", 5),
        listing("Şirin Özdamar", 4),
        listing("Ministry of Fisheries", 3, "Ministry", is_person=False),
        listing("Welfare Harbour Office", 2, is_person=False),
        listing("West Harbour Order", 1, is_person=False),
    ]
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did Oren Halvik promise?", ("Oren Halvik",)),
        ("what did pell promise?", ("Dorina Pell",)),
        ("What did Halvik promise?", ("Oren Halvik", "Ilse Halvik")),
        ("What did Halvick promise?", ("Oren Halvik", "Ilse Halvik")),
        ("What did Sirin Ozdamar say?", ("Şirin Özdamar",)),
        ("What did the Veltish president say?", ("Oren Halvik",)),
        ("What did Veltland's president say?", ("Oren Halvik",)),
        ("What did the Norwegian prime minister say?", ("Dorina Pell",)),
        ("What did the Ministry of Fisheries say?", ("Ministry of Fisheries",)),
        ("What did the WHO say?", ("Welfare Harbour Office",)),
    ],
)
def test_a_question_finds_people_by_any_form_of_the_name(question: str, names: tuple[str, ...]) -> None:
    (match,) = BOOK.find(question)
    assert match.names == names


@pytest.mark.parametrize(
    "question",
    [
        "",
        "WHO SAID SO?",
        "who said so",
        "What was signed?",
        "What did the president say?",
        "Who is Marta Kern?",
    ],
)
def test_a_question_that_names_nobody_of_the_library_finds_nobody(question: str) -> None:
    assert not BOOK.find(question)


def test_two_letters_are_a_body_before_a_surname_and_no_possessive() -> None:
    people = [
        listing("Tarn Ferry Vo", 9),
        listing("Veltish Order", 2, "VO", is_person=False),
        listing("Osk V", 1),
    ]
    book = NameBook(people)
    assert [one.names for one in book.find("vo on fares")] == [("Veltish Order",)]
    assert [one.names for one in book.find("the vo's view on fares")] == [("Veltish Order",)]
    assert book.find("pell vs halvik") == []


def test_the_verb_of_a_question_is_nobodys_surname() -> None:
    head = listing("Oren Halvik", 40, role="Veltland’s President")
    book = NameBook([head, listing("Project Say", 3, "Say", is_person=False)])
    (match,) = book.find("what did veltland's president say")
    assert match.names == ("Oren Halvik",)


def test_two_names_are_found_in_the_order_of_the_question() -> None:
    question = "Compare Pell and Oren Halvik"
    found = BOOK.find(question)
    assert [question[one.start : one.end] for one in found] == ["Pell", "Oren Halvik"]


def test_names_are_completed_most_quoted_first_and_found_under_other_letters() -> None:
    assert BOOK.suggest("") == [
        "Oren Halvik",
        "Dorina Pell",
        "Ilse Halvik",
        "Şirin Özdamar",
        "Ministry of Fisheries",
        "Welfare Harbour Office",
        "West Harbour Order",
    ]
    assert BOOK.suggest("hal", limit=2) == ["Oren Halvik", "Ilse Halvik"]
    assert BOOK.suggest("ozd")[0] == "Şirin Özdamar"
    assert BOOK.suggest("dorna")[0] == "Dorina Pell"


def test_a_name_nobody_has_is_answered_with_those_near_it() -> None:
    assert BOOK.resolve("Halvik") == "Oren Halvik"
    assert BOOK.resolve("Marta Kern") is None
    assert BOOK.near("Doryna Pel")[0] == "Dorina Pell"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did Usha Pell say?", None),
        ("what did emma pell say", None),
        ("What did Dorena Pell say?", "Dorina Pell"),
        ("What did D. Pell say?", "Dorina Pell"),
        ("What did Norwegian Pell say?", "Dorina Pell"),
        ("Compare Pell and others", "Dorina Pell"),
        ("Quote Pell", "Dorina Pell"),
    ],
)
def test_a_surname_behind_another_first_name_is_another_person(question: str, names: str | None) -> None:
    assert [one.names[0] for one in BOOK.find(question)] == ([names] if names else [])
