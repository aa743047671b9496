from __future__ import annotations

import pytest

from index.names.layout import layout


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One. Two. Three.", ["One.", "Two.", "Three."]),
        ("Mr. Moor left. He ran.", ["Mr.", "He"]),
        ("J. K. Moor left.", ["J."]),
        ("The U.S. army left.", ["The"]),
        ("“Go.” He left.", ["“Go.”", "He"]),
        ("One\n\nTwo", ["One", "Two"]),
    ],
)
def test_sentences_start_after_a_stop_that_is_none_of_an_abbreviation(text: str, starts: list[str]) -> None:
    assert [text[start:].split(maxsplit=1)[0] for start in layout(text).sentences] == starts


@pytest.mark.parametrize(
    "text",
    [
        "He said “[no]”.",
        'He said "[no]".',
        "He said ``[no]''.",
        "He said ''[no]''.",
        "He said „[no]”.",
        "He said «[no]».",
    ],
)
def test_words_between_marks_are_quoted(text: str) -> None:
    plan = layout(text)
    assert plan.quoted(text.index("no"))
    assert not plan.quoted(0)


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“No.\n\nHe left."
    assert [layout(text).quoted(place) for place in (1, text.index("He"))] == [True, False]


def test_a_paragraph_of_another_article_has_its_own_quotations() -> None:
    text = '"Moor left, and “no” was heard.\n\n"Brod came.\n\n“Yes.”'
    plan = layout(text)
    assert [plan.quoted(text.index(word)) for word in ("Moor", "no", "Brod", "Yes")] == [
        False,
        True,
        False,
        True,
    ]


def test_sentences_within_a_quotation_are_no_steps_of_the_story() -> None:
    text = "Moor came. “One. Two. Three,” he said. Brod left."
    plan = layout(text)
    assert [plan.step(text.index(word)) for word in ("Moor", "“One", "he said", "Brod")] == [1, 2, 2, 3]
