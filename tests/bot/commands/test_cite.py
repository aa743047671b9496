from __future__ import annotations

import pytest

from bot.cards import Card
from bot.commands.cite import citation_card
from bot.inert import unquoted
from bot.limits import walk
from bot.render import Renderer
from index.models import Context, Draft, Span
from tests.bot.conftest import Desk, buttons_of, components_of, text_of
from tests.bot.samples import DAY, NASTY, a_passage, an_article

WORDS = '"Not a tonne," he said.'


@pytest.fixture(autouse=True)
async def loop() -> None:
    """Views of discord.py need a running loop."""


def a_context(text: str) -> Context:
    return Context("pier", Span(0, 0), Span(0, len(text)), Span(0, 0), text, "The pier")


def words_of(shown: Card) -> str:
    parts = walk(shown.to_components())  # type: ignore[no-untyped-call]  # discord.py's own
    return "\n".join(one["content"] for one in parts if one["type"] == 10)


def blocks(text: str) -> list[str]:
    """What stands in code blocks, to be copied."""
    return [part.strip("\n") for part in text.split("```")[1::2]]


async def test_a_citation_is_copied_as_plain_text_or_markdown(desk: Desk) -> None:
    answer = await desk.reader.slash(desk.channel, "ask", question="what did Ried say?")
    ids = [one["custom_id"] for one in walk(components_of(answer.response)) if one.get("label") == "Cite"]
    cited = await desk.reader.click(answer.response, custom_id=ids[-1])
    assert cited.ephemeral
    plain, markdown = blocks(text_of(cited))
    assert plain == (
        f"{WORDS}\n"
        "— Tomas Ried, quoted in Lena Ostrand, “Closed season agreed after night of talks in Aldemar”,"
        " Orsenia Today, 27 October 2026, https://orsenia-today.example/news/closed-season-agreed"
    )
    words, _, source = markdown.partition("\n>\n")
    assert unquoted(words) == WORDS
    assert source.startswith("> — Tomas Ried, quoted in Lena Ostrand, [Closed season agreed after night")
    assert "](https://orsenia-today.example/news/closed-season-agreed#:~:text=" in source


async def test_a_statement_of_an_article_with_a_long_id_has_its_buttons(desk: Desk) -> None:
    name = "courier.example/2026/10/" + "a-harbour-story-" * 8
    draft = Draft(text="“The dredger sails on Sunday,” the pilot Pavel Orm said.", title="Sails", id=name)
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add(draft, by="cli")
    answer = await desk.reader.slash(desk.channel, "ask", question="what did Orm say?")
    buttons = buttons_of(answer.response)
    assert "“The dredger sails on Sunday,”" in text_of(
        await desk.reader.click(answer.response, custom_id=buttons["Cite"])
    )
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.remove(name, by="cli")
    gone = await desk.reader.click(answer.response, custom_id=buttons["Context"])
    assert "no longer in the library" in text_of(gone)


async def test_the_reporters_words_in_an_article_with_a_long_id_have_their_buttons_too(desk: Desk) -> None:
    name = "https://courier.example/2026/10/" + "a-harbour-story-" * 8
    text = "The dredger Molly Swan costs nine million crowns. It sails on Sunday from the old pier."
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add(Draft(text=text, title="The dredger", id=name, source="Courier"), by="cli")
    answer = await desk.reader.slash(desk.channel, "ask", question="How much does the dredger Molly Swan cost?")
    buttons = buttons_of(answer.response)
    for label in ("Context", "Cite"):
        shown = await desk.reader.click(answer.response, custom_id=buttons[label])
        assert "nine million crowns" in text_of(shown)
    form = await desk.reader.click(answer.response, custom_id=buttons["Flag"])
    told = await desk.reader.submit_modal(form, {"reason": ["text"], "note": "Ten million."})
    assert told.ephemeral
    async with desk.bot.shelf.library(desk.guild.id) as library:
        [flag] = (await library.flags.open()).items
    assert flag.passage.article == name


async def test_a_statement_in_an_article_with_a_long_id_is_cited_with_its_speaker(desk: Desk) -> None:
    draft = Draft(text="“The dredger sails,” the pilot Pavel Orm said.", title="Sails", id="a-story-" * 20)
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add(draft, by="cli")
    answer = await desk.reader.slash(desk.channel, "ask", question="what did Orm say?")
    cited = await desk.reader.click(answer.response, custom_id=buttons_of(answer.response)["Cite"])
    assert "— Pavel Orm" in text_of(cited)


async def test_a_withdrawn_article_is_not_cited(desk: Desk) -> None:
    answer = await desk.reader.slash(desk.channel, "ask", question="what did Korvel promise?")
    cite = buttons_of(answer.response)["Cite"]
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.remove(cite.rsplit(":", 1)[1], by="cli")
    assert "no longer in the library" in text_of(await desk.reader.click(answer.response, custom_id=cite))


async def test_the_reporters_words_name_no_speaker() -> None:
    shown = citation_card(Renderer(), a_context("The pier is old."), an_article(), None)
    plain, _ = blocks(words_of(shown))
    assert plain.startswith("The pier is old.\n— Ola Brandt, “The pier”, Courier, 5 March 2026")


@pytest.mark.parametrize("nasty", [*NASTY, "```", "``` ```js\n" * 3])
async def test_nothing_in_an_article_ends_the_block(nasty: str) -> None:
    article = an_article(title=nasty, author=nasty, source=nasty)
    said = a_passage(nasty, speaker=nasty)
    shown = citation_card(Renderer(), a_context(nasty), article, said)
    assert words_of(shown).count("```") == 4


async def test_words_too_long_for_a_message_come_whole_in_a_file() -> None:
    words = "We will mend the pier. " * 200
    shown = citation_card(Renderer(), a_context(words), an_article(published=DAY), a_passage(words))
    [file] = shown.files()
    assert file.fp.read().decode().startswith(words)
    assert "in full" in words_of(shown)
