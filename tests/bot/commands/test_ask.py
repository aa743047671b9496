from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot import replies
from bot.demo import QUESTION, sample_drafts
from bot.inert import unquoted
from bot.limits import walk
from index.library import Library
from index.models import Draft
from tests.bot.conftest import Desk, a_bot, buttons_of, components_of, text_of


async def test_a_question_is_acknowledged_and_answered_with_exact_words(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    shown = [line for line in text_of(result).split("\n") if line.startswith("> ")]
    stored = [draft.text for draft in sample_drafts()]
    assert shown
    assert all(any(unquoted(line) in text for text in stored) for line in shown)
    assert "**Ana Korvel** promised" in text_of(result)
    assert not result.ephemeral


async def test_who_said_nothing_on_what_is_compared_is_named(desk: Desk) -> None:
    result = await desk.reader.slash(
        desk.channel, "ask", question="Compare Ana Korvel and Ilse Brandow on the warm water"
    )
    assert "**Ana Korvel**" in text_of(result)
    assert "Nothing on this by Ilse Brandow here." in text_of(result)


async def test_a_private_answer_is_seen_by_its_asker_alone(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "ask", question=QUESTION, private=True)
    assert result.ephemeral


async def test_a_question_without_evidence_gets_an_honest_no(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "ask", question="What do people say about zeppelin onions?")
    assert "**No answer in this library.**" in text_of(result)


async def test_more_turns_the_page_in_place_and_back_returns(desk: Desk) -> None:
    first = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    before = text_of(first)
    more = next(label for label in buttons_of(first.response) if label.startswith("More"))
    await desk.reader.click(first.response, custom_id=buttons_of(first.response)[more])
    assert text_of(first) != before
    await desk.reader.click(first.response, custom_id=buttons_of(first.response)["Back"])
    assert text_of(first) == before


async def test_a_page_that_no_button_has_shows_the_last_one(desk: Desk) -> None:
    first = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    stored = desk.env.backend.get_message(desk.channel.id, first.response.id)
    for one in walk(stored.components):
        if one.get("custom_id", "").startswith("qd1:more:1:"):
            one["custom_id"] = one["custom_id"].replace(":1:", ":999999999:", 1)  # type: ignore[index]  # forged
            forged = one["custom_id"]
    await desk.reader.click(first.response, custom_id=forged)
    assert not any(label.startswith("More") for label in buttons_of(first.response))
    assert "Back" in buttons_of(first.response)


async def test_more_ends_when_every_passage_was_shown_once(desk: Desk) -> None:
    shown = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    pages = [text_of(shown)]
    while "More" in buttons_of(shown.response):
        await desk.reader.click(shown.response, custom_id=buttons_of(shown.response)["More"])
        pages.append(text_of(shown))
        assert len(pages) < 9
    quoted = [line for page in pages for line in page.split("\n") if line.startswith("> ")]
    assert len(pages) > 1
    assert len(quoted) == len(set(quoted))


async def test_someone_else_turns_a_private_copy(desk: Desk) -> None:
    first = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    before = text_of(first)
    more = next(label for label in buttons_of(first.response) if label.startswith("More"))
    copy = await desk.admin.click(first.response, custom_id=buttons_of(first.response)[more])
    assert copy.ephemeral
    assert text_of(first) == before


async def test_buttons_work_in_a_new_process(desk: Desk) -> None:
    first = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    await desk.bot.shelf.close()
    again = a_bot(desk.bot.settings.data)
    await again.prepare()
    await desk.env.restart_bot(again)
    why = await desk.reader.click(first.response, custom_id=buttons_of(first.response)["Why this answer?"])
    assert "**How I understood it**" in text_of(why)
    context = await desk.reader.click(first.response, custom_id=buttons_of(first.response)["Context"])
    assert "> **" in text_of(context)
    await again.shelf.close()


async def test_a_withdrawn_article_says_so_when_touched(desk: Desk) -> None:
    first = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    context = buttons_of(first.response)["Context"]
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.remove(context.rsplit(":", 1)[1], by="cli")
    result = await desk.reader.click(first.response, custom_id=context)
    assert "no longer in the library" in text_of(result)


async def test_a_filter_that_is_no_day_is_explained(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "ask", question=QUESTION, since="the day of never")
    assert "is no day that I know" in text_of(result)
    assert result.ephemeral
    desk.expected("NoDay")


async def test_names_are_completed_from_this_library(desk: Desk) -> None:
    found = await desk.reader.autocomplete(desk.channel, "ask", "speaker", "korv", question="q")
    assert "Ana Korvel" in [choice["value"] for choice in found]
    assert len(await desk.reader.autocomplete(desk.channel, "ask", "speaker", "", question="q")) <= 25


async def test_a_flood_is_told_when_to_come_back(desk: Desk) -> None:
    for _ in range(10):
        await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    result = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    assert "Come back in" in text_of(result)
    assert result.ephemeral


async def test_two_servers_never_see_each_other(desk: Desk) -> None:
    guild = desk.env.create_guild("Empty")
    reader = guild.add_member(desk.env.create_user("other"))
    channel = guild.create_text_channel("news")
    result = await reader.slash(channel, "ask", question=QUESTION)
    assert "It holds no articles yet." in text_of(result)
    assert await reader.autocomplete(channel, "ask", "speaker", "korv", question="q") == []
    assert "Ana Korvel" in text_of(await desk.reader.slash(desk.channel, "ask", question=QUESTION))


NAMESAKE = Draft(
    text="The dredger sails on Sunday, the pilot Pavel Ried said. “No pilot is asked twice,” Ried said.",
    title="The dredger sails",
)


async def test_a_surname_that_two_people_bear_is_answered_and_asks_which_one(desk: Desk) -> None:
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add(NAMESAKE, by="cli")
    both = await desk.reader.slash(desk.channel, "ask", question="What did Ried say?")
    assert "I took it to mean Tomas Ried. Did you mean someone else?" in text_of(both)
    assert "Tomas Ried" not in buttons_of(both.response)
    await desk.reader.click(both.response, custom_id=buttons_of(both.response)["Pavel Ried"])
    assert "-# Only Pavel Ried" in text_of(both)
    assert "**Pavel Ried** said" in text_of(both)
    assert "**Tomas Ried**" not in text_of(both)
    assert "someone else?" not in text_of(both)
    kept_to = await desk.reader.slash(desk.channel, "ask", question="What was said?", speaker="Ried")
    assert "I took it to mean Tomas Ried." in text_of(kept_to)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what did he say?", "I cannot tell whom “he” means: write the name, or reply"),
        (
            "what did the home secretary say?",
            "I cannot tell whom “home secretary” means: write the name",
        ),
        ("what do plumbers say about herring?", "Nobody is quoted here on this as “plumbers”."),
        ("what did Osgood Penhallow say?", "No one called Osgood Penhallow is quoted here."),
    ],
)
async def test_whom_the_library_does_not_know_is_told_by_how_they_are_asked_for(
    desk: Desk, question: str, words: str
) -> None:
    assert words in text_of(await desk.reader.slash(desk.channel, "ask", question=question))


async def test_of_several_who_hold_an_office_it_is_asked_first_whom_is_meant(desk: Desk) -> None:
    drafts = [
        Draft(text=f"“The locks stay shut,” said the Mayor of Aldemar, {name}.", title=f"Locks, says {name}")
        for name in ("Ilsa Brook", "Henk Tarrow")
    ]
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add_many(drafts, by="cli")
    question = "what did the mayor of Aldemar say of taxes?"
    asked = await desk.reader.slash(desk.channel, "ask", question=question)
    texts = [part.get("content") or part.get("label") for part in walk(components_of(asked.response))]
    head = [text for text in texts if text][:4]
    assert "**Several people may be meant.** Whom do you mean?" in head[1]
    assert {"Ilsa Brook", "Henk Tarrow"} == set(head[2:4])
    assert "listed by" not in text_of(asked)


async def test_who_asks_nothing_is_told_what_to_ask(desk: Desk) -> None:
    assert "Ask me what someone said" in text_of(await desk.reader.slash(desk.channel, "ask", question="hello"))


async def test_an_honest_no_names_who_is_quoted_and_what_would_be_answered(desk: Desk) -> None:
    text = text_of(await desk.reader.slash(desk.channel, "ask", question="xylophones"))
    assert "Quoted most here: Ana Korvel" in text
    assert "**What I can answer:**\n- What did Ana Korvel promise?" in text


async def test_a_speaker_to_keep_to_whom_nobody_knows_is_asked_back(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "ask", question=QUESTION, speaker="Ann Corvell")
    assert "Did you mean Ana Korvel" in text_of(result.followups[0])
    desk.expected("Nobody")


async def test_days_are_completed_with_the_months_that_have_articles(desk: Desk) -> None:
    found = await desk.reader.autocomplete(desk.channel, "ask", "since", "oct", question="q")
    assert [(one["name"], one["value"]) for one in found] == [("October 2026 · 4 articles", "2026-10-01")]
    found = await desk.reader.autocomplete(desk.channel, "quotes", "until", "oct")
    assert [one["value"] for one in found] == ["2026-10-31"]


async def test_while_a_library_opens_slowly_the_question_is_acknowledged_and_then_answered_privately(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library = desk.bot.shelf.library

    @asynccontextmanager
    async def slow(server: int) -> AsyncIterator[Library]:
        await asyncio.sleep(0.2)
        async with open_library(server) as library:
            yield library

    monkeypatch.setattr(desk.bot.shelf, "library", slow)
    monkeypatch.setattr(replies, "PATIENCE_SECONDS", 0.05)
    result = await desk.reader.slash(desk.channel, "ask", question=QUESTION)
    assert result.ephemeral
    assert "**Ana Korvel** promised" in text_of(result)
