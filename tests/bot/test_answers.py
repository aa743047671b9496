from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers import answer_card
from bot.cards import Card
from bot.inert import unquoted
from bot.limits import walk
from bot.render import Renderer
from index.models import Passage
from tests.bot.samples import a_passage, an_answer, an_understanding, asked, the_worst, words

RENDERER = Renderer()
calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
async def loop() -> None:
    """Views of discord.py need a running loop."""


def texts(card: Card) -> list[str]:
    return [one["content"] for one in walk(card.to_components()) if one["type"] == 10]  # type: ignore[no-untyped-call]


def labels(card: Card) -> list[str]:
    return [one["label"] for one in walk(card.to_components()) if one["type"] == 2]  # type: ignore[no-untyped-call]


def quotes(card: Card) -> list[str]:
    """The words that a card shows in block quotes, as they were stored."""
    found = []
    for text in texts(card):
        lines = [line for line in text.split("\n") if line.startswith("> ")]
        if lines:
            found.append(unquoted("\n".join(lines)))
    return found


async def test_an_answer_shows_the_exact_words_with_speaker_act_day_outlet_and_link() -> None:
    card = answer_card(RENDERER, an_answer(a_passage()), asked())
    text = "\n".join(texts(card))
    assert quotes(card) == ["“We will mend the pier,” Mara Lind said."]
    assert "**Mara Lind** promised · <t:1772712000:D> · The Harbour Courier" in text
    assert "[Read it in place](https://courier.example/pier#:~:text=We%20will%20mend%20the%20pier)" in text


@calm
@given(st.lists(words.map(str.strip).filter(bool), min_size=1, max_size=4), words, st.booleans())
async def test_any_answer_fits_and_shows_only_slices(parts: list[str], question: str, answered: bool) -> None:  # noqa: FBT001
    passages = [the_worst(part * 3) for part in parts]
    answer = an_answer(
        *passages,
        answered=answered,
        missing=(question,) * 8,
        understood=an_understanding(unknown=(question[:100],) * 3),
    )
    for page in range(3):
        card = answer_card(RENDERER, answer, asked(question, before=(question,)), page)
        for shown in quotes(card):
            assert any(passage.text.startswith(shown) for passage in passages)


async def test_a_passage_too_long_for_a_message_is_cut_visibly_with_its_link() -> None:
    long = "We will mend the pier and the wall. " * 300
    card = answer_card(RENDERER, an_answer(a_passage(long.strip())), asked())
    [shown] = quotes(card)
    assert long.startswith(shown)
    assert not shown.endswith(" ")
    left = len(long.strip()) - len(shown)
    assert f"✂ Cut here: {left:,} characters more in the article." in "\n".join(texts(card))
    assert "Read it in place" in "\n".join(texts(card))


async def test_a_long_answer_becomes_pages_and_every_passage_is_on_exactly_one() -> None:
    passages = [a_passage(f"Number {number}. " + "The pier stands. " * 90) for number in range(7)]
    answer = an_answer(*passages)
    shown: list[str] = []
    page = 0
    while len(shown) < 7:
        card = answer_card(RENDERER, answer, asked(), page)
        shown += quotes(card)
        page += 1
    assert shown == [passage.text for passage in passages]
    assert not any(label.startswith("More") for label in labels(card))
    assert "Back" in labels(card)


@pytest.mark.parametrize(
    ("passage", "words_shown"),
    [
        (
            a_passage(speaker=None, mention="he", certainty="unclear"),
            "**Speaker unclear:** the article says “he”",
        ),
        (a_passage(speaker=None, mention=None, certainty="unclear"), "**Speaker unclear**"),
        (a_passage(certainty="pronoun", mention="she"), "-# Named by a pronoun: “she”."),
        (a_passage(certainty="description", mention="the mayor"), "-# Named by a description: “the mayor”."),
        (a_passage(kind="indirect"), "-# Reported by the article, not word for word."),
        (a_passage(kind="report", speaker=None), "**The reporter’s words**"),
    ],
)
async def test_how_the_speaker_is_known_is_said_in_words(passage: Passage, words_shown: str) -> None:
    assert words_shown in "\n".join(texts(answer_card(RENDERER, an_answer(passage), asked())))


async def test_an_honest_no_says_what_was_searched_what_is_missing_and_what_is_near() -> None:
    answer = an_answer(a_passage(), answered=False, missing=("onions",))
    text = "\n".join(texts(answer_card(RENDERER, answer, asked("What about onions?"))))
    assert "**No answer in this library.**" in text
    assert re.search(r"I searched 9 articles, from <t:\d+:D> to <t:\d+:D>\.", text)
    assert "Nothing here about onions." in text
    assert "**Near, but not an answer:**" in text


async def test_a_question_too_long_to_be_read_back_offers_no_button_that_needs_it() -> None:
    passages = [a_passage(start=number) for number in range(4)]
    card = answer_card(RENDERER, an_answer(*passages), asked("pier " * 600))
    assert labels(card) == ["Context", "Cite", "Flag"] * 3
    assert "ask in fewer words" in "\n".join(texts(card))


async def test_an_article_id_too_long_for_a_button_leaves_no_button_away() -> None:
    card = answer_card(RENDERER, an_answer(a_passage(article="a" * 200, quote_id=None)), asked())
    assert labels(card) == ["Context", "Cite", "Flag", "Why this answer?"]
