"""An office that stands without a name is a description: whoever holds it, or nobody."""

from __future__ import annotations

import pytest

from index.quotes import read


def _speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text).quotes]


def _people(text: str) -> set[str]:
    return {person.name for person in read(text).people}


@pytest.mark.parametrize(
    "office",
    [
        "Prime Minister",
        "Deputy Trade Minister",
        "Defense Secretary",
        "Vice President",
        "Majority Leader",
        "District Attorney",
        "Police Chief",
        "Attorney General",
        "Harbour Commissioner",
        "Assistant Director",
        "State Senator",
    ],
)
def test_an_office_with_capitals_is_nobodys_name(office: str) -> None:
    text = f"Veltland's {office} called the pier unsafe. The pier is old."
    assert _speakers(text) == [None]
    assert office not in _people(text)


@pytest.mark.parametrize(
    "name",
    [
        "Tal King",
        "Ana Judge",
        "Bo Justice",
        "Tomas Shah",
        "Ana Major",
        "Ana Marshal",
        "Kevin Officer",
        "Joan Mayor",
    ],
)
def test_a_surname_that_is_an_office_too_stays_a_surname(name: str) -> None:
    last = name.split()[1]
    assert (
        _speakers(f"They met {name} in Kelm. “We stay,” {last} said. {name} said the pier was open.")
        == [name] * 2
    )


@pytest.mark.parametrize("paper", ["Kelm Star", "Orvik Leader", "Kelm Herald-Leader", "Tessin City Star"])
def test_a_paper_that_is_called_by_an_office_stays_one(paper: str) -> None:
    assert _speakers(f"The {paper} reported that the pier was open.") == [paper]


@pytest.mark.parametrize(
    "body",
    ["Department of Justice", "Office of the Harbour Commissioner", "Kelm Department of Criminal Justice"],
)
def test_a_body_that_ends_with_an_office_stays_one(body: str) -> None:
    assert _speakers(f"The {body} said the pier was open.") == [body]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Its Deputy Foreign Minister, Sergo Ryabin, said the pier was open.", "Sergo Ryabin"),
        ("Veltland’s Deputy Foreign Minister, Ana Moor, said the pier was open.", "Ana Moor"),
        ("“We stay,” Ana Moor, Kelm Port Harbour Director said in a note.", "Ana Moor"),
        ("Ana Moor, NNA Assistant Director in charge of the Kelm office, said the pier was open.", "Ana Moor"),
        ("House Majority Leader, Rep. Tal Brod, announced that the pier was open.", "Tal Brod"),
        (
            "Veltland’s Deputy Interior Minister for ports and police Tomas Mira denied that it sank.",
            "Tomas Mira",
        ),
        ("Foreign Minister Ana Moor came. “We stay,” the Foreign Minister said.", "Ana Moor"),
    ],
)
def test_an_office_beside_a_name_is_that_of_its_bearer(text: str, name: str) -> None:
    assert _speakers(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "Tal Brod met them. Veltland's Prime Minister called the pier unsafe. He said the boats were late.",
        "As Tal Brod watched, the Orvik Foreign Minister came in. “We stay,” he said.",
    ],
)
def test_a_pronoun_behind_an_office_without_a_name_means_nobody_named_before(text: str) -> None:
    assert set(_speakers(text)) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Norvane President and CEO Tal Brod spoke on Monday. “We stay,” he said.",
        "Tal Brod, Norvane Vice President, spoke on Monday. “We stay,” he said.",
        "Prime Minister Tal Brod came on Monday. The Prime Minister stayed. “It is late,” he said.",
    ],
)
def test_a_pronoun_behind_an_office_means_its_bearer_where_there_is_one(text: str) -> None:
    assert _speakers(text) == ["Tal Brod"]
