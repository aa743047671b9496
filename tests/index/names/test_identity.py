from __future__ import annotations

import pytest

from index.models import Gender, Person
from index.names.identity import Known, blocks, match, shown


def known(key: int, name: str, *forms: str, gender: Gender = "unknown", is_person: bool = True) -> Known:
    return Known(key, name, (name, *forms), gender, is_person, 0)


def person(name: str, *forms: str, gender: Gender = "unknown", is_person: bool = True) -> Person:
    return Person(name, (name, *forms), gender, is_person)


EVERYONE = (
    known(1, "Ilva Torrens", "Torrens", gender="female"),
    known(2, "Matteo Torrens"),
    known(3, "Dorota Zelvinsky", "Zelvinsky"),
    known(4, "Varga"),
    known(6, "Pelle Odran"),
    known(5, "Norrhaven Energy", "Norrhaven", gender="thing", is_person=False),
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ilva Torrens", 1),
        ("I. Torrens", 1),
        ("Ilva Torréns", 1),
        ("Dorota Zelvinskyy", 3),
        ("Zelvinsky", 3),
        ("Pelle Varga", None),
        ("Odran", None),
        ("Dorotea Zelvinsky", None),
        ("Marta Torrens", None),
        ("Torrens", None),
        ("Vargas", None),
    ],
)
def test_a_name_is_joined_only_where_one_person_can_be_meant(name: str, key: int | None) -> None:
    found = match(person(name), EVERYONE)
    assert (found and found.key) == key


def test_a_whole_name_takes_over_what_its_surname_alone_said_where_the_article_writes_it_so() -> None:
    found = match(person("Pelle Varga", "Varga"), EVERYONE)
    assert found is not None
    assert found.key == 4


def test_a_surname_left_open_between_two_is_not_the_third_ones() -> None:
    everyone = (*EVERYONE, known(7, "Torrens"))
    assert match(person("Marta Torrens", "Torrens"), everyone) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Volodar Zelvinsky", "Volodar Zelvinskyy"),
        ("Volodar Zelvinskiy", "Volodar Zelvinskyy"),
        ("Aleksei Morin", "Alexey Morin"),
        ("Ebrahim Raissan", "Ebrahim Raisan"),
        ("Khaled Suweid", "Haled Suveid"),
        ("Jürgen Müllner", "Jurgen Muellner"),
        ("Jürgen Müllner", "Jürgen Mullner"),
        ("Özlem Özdamar", "Ozlem Ozdamar"),
        ("Kim Jong Rok", "Kim Jong-rok"),
        ("Lee Jae-won", "Lee Jaewon"),
        ("John F. Kerrow", "John Kerrow"),
        ("John F. Kerrow", "John Forbes Kerrow"),
        ("J. Kerrow", "John Kerrow"),
        ("Vladimir Petrovich Sorok", "Vladimir Sorok"),
        ("Ilva TORRENS", "Ilva Torrens"),
        ("Paulo O’Donnel", "Paulo O'Donnel"),
        ("Владимир Сорок", "ВЛАДИМИР СОРОК"),
        ("محمد سرور", "محمد سرور"),
        ("王小明", "王小明"),
    ],
)
def test_two_spellings_are_one_person_and_share_a_block(left: str, right: str) -> None:
    assert blocks(left) & blocks(right)
    assert match(person(left), [known(1, right)]) is not None
    assert match(person(right), [known(1, left)]) is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilva Torrens", "Matteo Torrens"),
        ("George W. Brandel", "George H. Brandel"),
        ("Kim Song Rok", "Kim Il Rok"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Lee Jae-won", "Lee Won"),
        ("Boris Jonson", "Boris Jonston"),
        ("Ana Hanson", "Ana Hansen"),
        ("Al Brandel Jr.", "Al Brandel"),
        ("Al Brandel Jr", "Al Brandel Sr"),
        ("Al Brandel III", "Brandel"),
        ("Dorota Zelvinsky", "Dorotea Zelvinsky"),
        ("Владимир Сорок", "Василий Сорок"),
        ("王小明", "王大明"),
    ],
)
def test_two_people_stay_two(left: str, right: str) -> None:
    assert match(person(left), [known(1, right)]) is None
    assert match(person(right), [known(1, left)]) is None


def test_initials_that_fit_two_people_are_someone_new() -> None:
    assert match(person("J. Kerrow"), [known(1, "John Kerrow"), known(2, "Jana Kerrow")]) is None


def test_a_whole_name_is_compared_with_the_whole_names_of_someone() -> None:
    someone = known(1, "Ilva Torrens", "Ilva Torrens-Varga", "Torrens")
    assert match(person("Ilva Torrens-Varga"), [someone]) is not None
    assert match(person("Marta Torrens"), [someone]) is None


def test_an_organisation_is_no_person_of_the_same_name() -> None:
    assert match(person("Norrhaven"), EVERYONE) is None
    found = match(person("Norrhaven Energy", gender="thing", is_person=False), EVERYONE)
    assert found is not None
    assert found.key == 5


def test_a_surname_of_which_the_article_does_not_tell_what_it_is_may_be_a_persons() -> None:
    found = match(person("Zelvinsky", is_person=False), EVERYONE)
    assert found is not None
    assert found.key == 3


def test_he_and_she_are_two() -> None:
    assert match(person("I. Torrens", gender="male"), EVERYONE[:1]) is None


@pytest.mark.parametrize("name", ["", " ", "-", "“”", "Jr."])
def test_names_without_letters_match_nobody(name: str) -> None:
    assert match(person(name), EVERYONE) is None
    assert all(blocks(name)) or not blocks(name)


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ({"Raventh": 9, "Ilva Raventh": 1}, "Ilva Raventh"),
        ({"Ilva Raventh": 1, "I. Raventh": 3}, "Ilva Raventh"),
        ({"Ilva Raventh": 5, "Ilva Raventh Photos": 1}, "Ilva Raventh"),
        ({"Ilva Raventh": 2, "Ilva Maria Raventh": 2}, "Ilva Maria Raventh"),
        ({"Raventh": 1}, "Raventh"),
    ],
)
def test_the_name_that_most_articles_give_in_full_is_shown(forms: dict[str, int], name: str) -> None:
    assert shown(forms) == name


@pytest.mark.parametrize("name", ["Ilva Torrens", "Ilva Torens", "Ilva Torrens-Varga"])
def test_one_article_that_takes_her_for_a_man_makes_no_second_person(name: str) -> None:
    someone = known(1, "Ilva Torrens", "Ilva Torrens-Varga", gender="female")
    assert match(person(name, gender="male"), [someone]) is not None


@pytest.mark.parametrize(
    ("gender", "lone", "key"),
    [("male", "unknown", 2), ("female", "unknown", 1), ("unknown", "unknown", 3), ("male", "male", 3)],
)
def test_a_surname_that_was_left_open_is_somebodys_once_a_gender_tells(
    gender: Gender, lone: Gender, key: int
) -> None:
    everyone = (
        known(1, "Ilva Torrens", "Torrens", gender="female"),
        known(2, "Matteo Torrens", "Torrens", gender="male"),
        known(3, "Torrens", gender=lone),
    )
    found = match(person("Torrens", gender=gender), everyone)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["Charles", "Francis"])
def test_a_first_name_alone_is_nobody_who_has_it_as_a_surname(name: str) -> None:
    whole = known(1, f"Ilva {name}", name)
    assert match(person(name, gender="male"), [whole]) is None
    assert match(person(f"Ilva {name}"), [known(2, name)]) is None
    assert match(person(name), [known(3, name)]) is not None
