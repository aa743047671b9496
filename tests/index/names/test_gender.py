from __future__ import annotations

import pytest

from index.names import Cast, gender


@pytest.mark.parametrize(
    ("word", "sex"),
    [("Mrs", "female"), ("Dame", "female"), ("spokeswoman", "female"), ("Daw", "female"), ("Sir", "male"),
     ("Sheikh", "male"), ("Lord", "male"), ("Señora", "female"),
     ("minister", None), ("chairman", None), ("Sen", None)],
)  # fmt: skip
def test_titles_and_words_for_people_tell_a_gender(word: str, sex: str | None) -> None:
    assert gender.of_word(word) == sex


@pytest.mark.parametrize(
    ("name", "sex"), [("Anna", "female"), ("Jean-Marc", "male"), ("Kim", None), ("Xq", None)]
)
def test_first_names_tell_a_gender_where_nearly_all_bear_it(name: str, sex: str | None) -> None:
    assert gender.of_first_name(name) == sex


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Dame Kim Moor spoke.", "female"),
        ("Kim Moor, a spokeswoman, spoke.", "female"),
        ("Kim Moor spoke. She was late. She left.", "female"),
        ("Kim Moor and his dog came.", "male"),
        ("Kim Moor spoke.", "unknown"),
        ("Kim Moor spoke. Robin Tesk left his house.", "unknown"),
    ],
)
def test_titles_roles_and_pronouns_tell_a_gender_that_the_name_does_not(text: str, sex: str) -> None:
    assert Cast.of(text).people[0].gender == sex


@pytest.mark.parametrize("first", ["Frances", "Lauren", "Madison"])
def test_pronouns_behind_sentences_that_a_name_leads_tell_more_than_the_first_name(first: str) -> None:
    text = f"{first} Tamm left since he was late. Tamm ate his fish. Tamm sold his boat. They met Tal Brod."
    assert Cast.of(f"{text} Tamm said he was fine.").people[0].gender == "male"


def test_a_pronoun_for_somebody_else_does_not_change_the_gender_that_a_first_name_tells() -> None:
    text = "Asked by Carl Tamm, she left. Told by Tamm, she ate. Seen by Tamm, she sold her boat."
    assert next(one for one in Cast.of(text).people if one.name == "Carl Tamm").gender == "male"
