from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models.articles import Span
from index.names import Cast, Resolution

SUMMIT = (
    "Veltland's President Oren Halvik and Norvian Prime Minister Dorina Pell met in Kelm on Monday.\n\n"
    "“We will open the pass,” Halvik said. He added that work starts soon.\n\n"
    "Pell thanked the ministers. She said the talks were good.\n\n"
    "“Nothing is signed yet,” the Veltish leader warned. “We agree,” the Norvian premier said.\n\n"
    "“It took a year,” said Tamas Brod, 54, a farmer from Kelm. The 54-year-old said he would stay. "
    "A driver said nothing. The Ministry of Fisheries said it had no comment, and the ministry said so twice."
)


def resolved(text: str, mention: str, *, previous: str | None = None, nth: int = 0) -> Resolution:
    start = -1
    for _ in range(nth + 1):
        start = text.index(mention, start + 1)
    span = Span(start, start + len(mention))
    return Cast.of(text).resolve(span, previous=previous)


@pytest.mark.parametrize(
    ("mention", "name", "certainty"),
    [
        ("Halvik said", "Oren Halvik", "named"),
        ("He", "Oren Halvik", "pronoun"),
        ("She", "Dorina Pell", "pronoun"),
        ("the Veltish leader", "Oren Halvik", "description"),
        ("the Norvian premier", "Dorina Pell", "description"),
        ("The 54-year-old", "Tamas Brod", "description"),
        ("the ministry", "Ministry of Fisheries", "description"),
    ],
)
def test_a_mention_means_the_one_the_article_describes(mention: str, name: str, certainty: str) -> None:
    found = resolved(SUMMIT, mention.removesuffix(" said"), nth=1 if mention == "Halvik said" else 0)

    assert (found.name, found.certainty) == (name, certainty)


@pytest.mark.parametrize("mention", ["A driver", "the ministers"])
def test_people_whom_the_article_does_not_name_stay_unclear(mention: str) -> None:
    assert resolved(SUMMIT, mention) == Resolution(None, "unclear")


def test_a_name_is_found_within_its_title_and_apposition() -> None:
    text = "The mayor of Kelm, Ilse van der Moor, spoke. “Yes,” Mayor Moor said."

    assert resolved(text, "The mayor of Kelm, Ilse van der Moor").name == "Ilse van der Moor"
    assert resolved(text, "Mayor Moor").name == "Ilse van der Moor"


def test_a_courtesy_title_tells_relatives_apart() -> None:
    text = (
        "John Brandel and his wife Mary Brandel own the mill. John Brandel built it. "
        "“It is ours,” Mrs. Brandel said. “And hers,” Mr. Brandel said."
    )

    assert resolved(text, "Mrs. Brandel").name == "Mary Brandel"
    assert resolved(text, "Mr. Brandel").name == "John Brandel"


def test_two_who_speak_together_are_not_one() -> None:
    text = "Ana Moor and Tamas Brod own a boat. Moor and Brod said it was old."

    assert resolved(text, "Moor and Brod").name is None


def test_a_transcripts_label_is_its_speaker() -> None:
    assert (
        resolved("Ana Moor met Tamas Brod.\n\nMOOR: Good evening.\n\nBROD: Thanks.", "MOOR").name == "Ana Moor"
    )


def test_names_and_roles_cut_their_words_out_of_the_text() -> None:
    cast = Cast.of(SUMMIT)

    assert {SUMMIT[one.start : one.end] for one in cast.names if one.name == "Oren Halvik"} == {
        "Oren Halvik",
        "Halvik",
    }
    roles = {(role.name, SUMMIT[role.start : role.end]) for role in cast.roles}
    assert ("Oren Halvik", "Veltland's President") in roles
    assert ("Tamas Brod", "a farmer from Kelm") in roles


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "A", "“", "O’", "Dr.", "A." * 50, "Ana Moor " * 200, "é\u0301"]
)
def test_odd_texts_have_a_cast(text: str) -> None:
    assert all(text[one.start : one.end] for one in Cast.of(text).names)


_WORDS = ["Ana Moor", "Moor", "Mr.", "Jr.", "U.S.", "Baku", "Azerbaijan", "the mayor", "of Kelm", "his wife",
          "his", "her", "she", "He", "54", "said", "who", "and", ",", ".", "“", "”", '"', "’s", "-", "(", "\n",
          "\t", "\u00a0", "\u0301", " ", "  "]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS) | st.characters(), max_size=40), st.sampled_from(["", " "]))
def test_any_text_has_a_cast_and_any_words_of_it_mean_someone_or_nobody(parts: list[str], between: str) -> None:
    text = between.join(parts)
    cast = Cast.of(text, text[::-1])
    everyone = {person.name for person in cast.people}
    assert all(text[role.start : role.end] for role in cast.roles)
    for start in range(0, len(text), 5):
        for end in (start, min(start + 3, len(text)), len(text)):
            found = cast.resolve(
                Span(start, end), previous=min(everyone, default=None), addressed=Span(0, start)
            )
            assert found.name in everyone | {None}
            assert (found.name is None) == (found.certainty == "unclear")
