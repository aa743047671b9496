from __future__ import annotations

import pytest

from tests.index.names.speaking import resolved, speaker


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ana Moor met Tal Brod.\n\n“We agree,” she said.", "she", "Ana Moor"),
        ("Ana Moor met Tal Brod.\n\n“We agree,” he said.", "he", "Tal Brod"),
        ("Peter Velk met Paul Sorn in Kelm. Velk spoke first.\n\n“We agree,” he said.", "he", "Peter Velk"),
        ("Peter Velk spoke. “It was Paul Sorn. Sorn did it. Sorn knows,” he said.", "he", "Peter Velk"),
        (
            "Peter Velk won. It worries Paul Sorn, head of the mill.\n\n“It was hard,” he said.",
            "he",
            "Paul Sorn",
        ),
        ("While Peter Velk slept, Paul Sorn worked. He said it was hard.", "He", "Paul Sorn"),
        ("Peter Velk's colleague Paul Sorn spoke. He said it was hard.", "He", "Paul Sorn"),
    ],
)
def test_a_pronoun_means_whom_the_story_goes_on_about(text: str, pronoun: str, name: str) -> None:
    found = resolved(text, pronoun)
    assert (found.name, found.certainty) == (name, "pronoun")


def test_the_one_who_spoke_last_goes_on_unless_someone_else_acts_in_this_sentence() -> None:
    text = "Paul Sorn left. “No,” Peter Velk said.\n\nPaul Sorn, though he had doubts, agreed."
    assert speaker(text, "he", previous="Peter Velk") == "Paul Sorn"


def test_whoever_was_he_once_is_not_she_later() -> None:
    text = "Robin Tesk came.\n\n“It is old,” he said.\n\n“It is new,” she said."
    assert speaker(text, "he") == "Robin Tesk"
    assert speaker(text, "she") is None


def test_a_single_name_is_a_woman_or_a_man_by_the_pronouns_that_follow() -> None:
    text = (
        "Clinton said she was late. Clinton left, and she was glad. Peter Velk came.\n\n“It is old,” she said."
    )
    assert speaker(text, "she") == "Clinton"


@pytest.mark.parametrize(
    "text", ["He said no.", "The ministers came. He said no.", "Kelm is old. She said no."]
)
def test_a_pronoun_for_nobody_named_is_unclear(text: str) -> None:
    assert resolved(text, "He" if "He" in text else "She").certainty == "unclear"


def test_they_are_nobody() -> None:
    assert speaker("The Kelm Council met. It said no.", "It") == "Kelm Council"
    assert speaker("Ana Moor met Tal Brod. They said no.", "They") is None


def test_he_is_the_one_whose_name_stood_behind_said() -> None:
    text = "Tal Brod owns it. Brod said it leaks. Brod left.\nFew sail now, said Bo Tesk, a baker.\nHe said no."
    assert speaker(text, "He", previous="Bo Tesk") == "Bo Tesk"


def test_who_is_the_name_before() -> None:
    assert speaker("Ana Moor met Tal Brod, who said no.", "who") == "Tal Brod"
