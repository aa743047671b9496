"""Servers see nothing of each other: answers, names, buttons, forged ids."""

from __future__ import annotations

import pytest

from bot.libraries import library_path
from index.library import Library
from tests.load.newsroom import article
from tests.wire.conftest import Desk
from tests.wire.loopback import Guild, Member

pytestmark = [
    pytest.mark.wire,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("nothing_refused"),
]

QUESTION = "what did Odile Marsh say about the harbour?"


async def a_newsroom(desk: Desk, word: str) -> Guild:
    guild = await desk.guild(word, stocked=False)
    async with Library.open(library_path(desk.data, str(guild.id)), create=True) as library:
        await library.articles.add_many([article(word, number) for number in range(24)], by="wire")
    return guild


async def test_the_same_question_gets_each_servers_own_words(desk: Desk) -> None:
    guilds = {word: await a_newsroom(desk, word) for word in ("amberwick", "cobaltmere")}
    for word, guild in guilds.items():
        other = next(w for w in guilds if w != word)
        answer = await guild.member("Ines").ask(QUESTION)
        assert word in answer.text.casefold()
        assert other not in answer.text.casefold()


async def test_an_empty_server_says_so_and_completes_no_name(desk: Desk) -> None:
    reader = (await desk.guild("Empty Quay", stocked=False)).member("Ines")
    answer = await reader.ask("what did Korvel promise?")
    assert "Korvel" not in answer.text.replace("what did Korvel promise?", "")
    assert await reader.type("ask", "speaker", "") == []


async def test_a_button_of_one_server_shows_nothing_in_another(desk: Desk, reader: Member) -> None:
    answer = await reader.ask("what did Korvel promise?")
    assert answer.message is not None
    ids = [part["custom_id"] for row in answer.message.components[0]["components"] for part in buttons_of(row)]
    elsewhere = (await desk.guild("Other Shore", stocked=False)).member("Tove")
    message = elsewhere.write("hello")
    for custom_id in ids:
        shown = await elsewhere.press_id(message, custom_id)
        assert shown.private or shown.modal is not None
        assert "crew" not in shown.text
        assert "Korvel" not in shown.text


def buttons_of(row: dict[str, object]) -> list[dict[str, str]]:
    parts = row.get("components") or []
    assert isinstance(parts, list)
    return [part for part in parts if "custom_id" in part]


@pytest.mark.parametrize(
    "custom_id",
    ["qd1:nothing", "qd1:context:1:2", "qd9:context:a:b:c", "qd1:more", "qd1:context:-1:9:9:x:y", "qd1:"],
)
async def test_a_forged_id_is_refused_privately(reader: Member, custom_id: str) -> None:
    message = reader.write("hello")
    shown = await reader.press_id(message, custom_id)
    assert shown.private
    assert shown.text
