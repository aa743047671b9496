from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from index.answering import forms
from index.answering.forms import held
from index.library import Library
from index.models import Draft
from index.text.tokens import terms

VISIT = (
    "The prime minister of Korria, Aldo Fenn, met President Irena Harvold in Lindby on Friday.\n\n"
    "Their talks took an hour. The two signed an agreement on fish."
)
TAX = (
    "Income tax will fall in July. Nina Fenn was not at the meeting.\n\n"
    "Crime fell by 11 percent last year.\n\n"
    'Greta Solm presented the cut. "Families will feel it," Solm said.\n\n'
    'Marek Dunne dismissed the tax cut. "It is a gift for the rich," he said.\n\n'
    "The farmers’ union welcomed the tax cut."
)
STORM = "A storm killed three people on the coast. It tore the roofs off 200 houses."
ARTICLES = (("visit", "A visit", VISIT), ("tax", "A tax cut", TAX), ("storm", "A storm on the coast", STORM))


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with Library.open(tmp_path / "library.sqlite") as opened:
        for key, title, text in ARTICLES:
            draft = Draft(text=text, id=key, title=title, source="The Post", published=date(2026, 2, 20))
            await opened.articles.add(draft, by="cli")
        yield opened


def test_a_term_is_held_where_some_form_of_its_word_is() -> None:
    assert held(terms("meets"), {*terms("they met")}) == {*terms("meets")}
    assert held(terms("died"), {*terms("nobody was killed")}) == {*terms("died")}
    assert held(terms("ferry met"), {*terms("the ferry sailed")}) == {*terms("ferry")}


def test_the_forms_of_terms_are_the_terms_and_what_stands_for_them() -> None:
    assert forms.of(["pier", "met"]) == {"pier", "met", "meet"}
    assert forms.of([]) == frozenset()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("where did harvold meet fenn", "in Lindby"),
        ("how many people died in the storm", "killed three people"),
        ("by how much did crime fall", "11 percent"),
        ("what was signed", "signed an agreement"),
    ],
)
async def test_other_forms_of_the_words_asked_for_answer(library: Library, question: str, words: str) -> None:
    answer = await library.ask(question)
    assert answer.answered
    assert words in answer.passages[0].text


async def test_who_is_for_and_against_something(library: Library) -> None:
    against = await library.ask("who opposes the tax cut")
    assert against.answered
    assert {passage.speaker for passage in against.passages} == {"Marek Dunne"}
    supporting = await library.ask("who supports the tax cut?")
    assert supporting.answered
    assert "union" in supporting.passages[0].text
    assert not (await library.ask("who opposes the fish agreement")).answered
