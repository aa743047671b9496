"""Names beside quotations without a verb: bylines, pointers to other articles, headings, lists."""

from __future__ import annotations

import pytest

from index.quotes import read


def _said(text: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, text[quote.start : quote.end]) for quote in read(text).quotes]


@pytest.mark.parametrize("dash", ["—", "-", "--", "–"])
def test_a_reporters_byline_below_does_not_own_what_others_said(dash: str) -> None:
    text = f"“We stay,” Ana Moor said. “We never go.”\n{dash} Bo Tesk\n"
    assert {speaker for speaker, _ in _said(text)} == {"Ana Moor"}


@pytest.mark.parametrize("mark", ["'We stay'", "“We stay”"])
def test_a_pointer_to_another_article_quotes_nobody(mark: str) -> None:
    text = f"Ana Moor closed the pier. “It is old,” she said.\n{mark}:Bo Tesk fights for piers\n"
    assert _said(text) == [("Ana Moor", "“It is old,”")]


@pytest.mark.parametrize("line", ["MORE:Kelm closes its pier\n", "KELM CUP:Tesk wins\n"])
def test_words_that_a_colon_joins_to_a_headline_are_no_turn(line: str) -> None:
    assert read(f"Kelm has a pier.\n{line}Tesk has a cup.\n{line}It rained.\n{line}").quotes == ()


@pytest.mark.parametrize("heading", ["‘We never go’", "8. 'We never go'"])
def test_a_heading_in_single_marks_is_nobodys_where_speech_has_double_ones(heading: str) -> None:
    text = f"“We stay,” Ana Moor said.\n{heading}\nBo Tesk left."
    assert _said(text) == [("Ana Moor", "“We stay,”")]


def test_single_marks_are_speech_where_there_are_no_others() -> None:
    text = "‘We stay,’ Ana Moor said.\n‘We never go.’\nBo Tesk left."
    assert [speaker for speaker, _ in _said(text)] == ["Ana Moor", "Ana Moor"]


@pytest.mark.parametrize("place", ["Belholm", "Orvik"])
def test_a_town_that_labels_a_line_does_not_speak(place: str) -> None:
    assert _said(f"It rained.\n{place}: “Slow day,” a feast of old, is over.") in (
        [],
        [(None, "“Slow day,”")],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bo Tesk, “The Pier”\nWINNER: Ana Moor, “The Hall”\nTal Brod, “A”\nWINNER: Kim Velk, “The Dam”\n",
        "1. Kelm\nIncumbent: Ana Moor\nIt is near.\n2. Orvik\nIncumbent: Bo Tesk\nIt is not.\n",
    ],
)
def test_one_label_over_and_over_is_no_conversation(text: str) -> None:
    assert not [quote for quote in read(text).quotes if quote.speaker]


def test_one_label_answers_questions() -> None:
    text = "Ana Moor is mayor.\nDo you stay?\nMoor: We stay.\nWill you go?\nMoor: We never go.\n"
    assert _said(text) == [("Ana Moor", "We stay."), ("Ana Moor", "We never go.")]


def test_a_quotation_with_a_remark_in_brackets_goes_on_the_speech() -> None:
    text = "Ana Moor called the plan “a trick”:\n“We stay” (in Veltish).\n"
    assert _said(text)[-1] == ("Ana Moor", "“We stay”")


def test_a_straight_mark_may_be_closed_by_a_curly_one() -> None:
    text = 'Doctors were eager. "It is a pier, a big one,” said Ana Moor, a nurse. “It is old.”'
    assert [speaker for speaker, _ in _said(text)] == ["Ana Moor", "Ana Moor"]


@pytest.mark.parametrize("item", ["“Long Piers”", "“Long Piers” (NNA, Tuesdays)", "3. “The Pier of Kelm”"])
def test_an_item_of_a_list_of_titles_is_nobodys(item: str) -> None:
    text = f"Ana Moor closed the pier. “It is old,” she said.\n{item}\n“Old Harbour”\n"
    assert _said(text) == [("Ana Moor", "“It is old,”")]


def test_a_paragraph_of_nothing_but_speech_is_speech() -> None:
    text = "Ana Moor closed the pier. “It is old,” she said.\n“We stay.”\n"
    assert _said(text) == [("Ana Moor", "“It is old,”"), ("Ana Moor", "“We stay.”")]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("– Mayor Ana Moor, speaking on Thursday about the pier", "Ana Moor"),
        ("-- Tessin baker Ana Moor (in a letter)", "Ana Moor"),
        ("— A Tessin Council spokesman, about the pier", None),
    ],
)
def test_a_line_that_signs_may_tell_more_behind_the_name(line: str, speaker: str | None) -> None:
    text = f"The Harbour Bank said it would pay.\nTHE QUOTE\n“Our hearts are heavy.”\n{line}"
    assert next(one.speaker for one in read(text).quotes if one.kind == "direct") == speaker


def test_a_name_alone_behind_a_quotation_signs_it() -> None:
    text = "“We stay,” Bo Tesk said.\n“I am moved by all the goodwill shown to me.” Queen Ana"
    assert [one.speaker for one in read(text).quotes] == ["Bo Tesk", "Ana"]


def test_words_that_are_no_name_sign_nothing() -> None:
    text = "“We stay,” Bo Tesk said.\n“We are moved by all the goodwill.” Read More"
    assert [one.speaker for one in read(text).quotes] == ["Bo Tesk", "Bo Tesk"]


def test_a_body_that_was_only_reported_does_not_speak_in_the_next_paragraph() -> None:
    text = "The Harbour Bank said it would pay.\n“I call on all who love freedom to stand with us.”"
    assert [one.speaker for one in read(text).quotes] == ["Harbour Bank", None]


def test_a_body_that_is_quoted_goes_on_speaking() -> None:
    text = "“We will pay,” the Harbour Bank said.\n“We stand by what we have agreed with everyone.”"
    assert [one.speaker for one in read(text).quotes] == ["Harbour Bank", "Harbour Bank"]


@pytest.mark.parametrize(
    "between",
    ["The pier is two hundred years old.\n", "Read here: ", "The songs that are sung here:\n- ", "3. "],
)
def test_nobody_goes_on_speaking_behind_other_words(between: str) -> None:
    text = f"Ana Moor said the pier was old.\n{between}“We call on all who love freedom to stand with us.”"
    assert read(text).quotes[-1].speaker is None


def test_who_is_named_before_a_colon_says_the_next_paragraph() -> None:
    text = "Ana Moor said the pier was old.\nBo Tesk issued a note in response:\n“It needs no mending at all.”"
    assert read(text).quotes[-1].speaker == "Bo Tesk"
