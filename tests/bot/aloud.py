"""A newcomer's walk through every reader's command, read aloud as a screen reader would say it.

`python -m tests.bot.aloud` prints each reply: its words without marks, its buttons, its pictures' alt text.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import simcord

from bot.cooldowns import Cooldowns
from bot.limits import walk
from tests.bot.commands.test_ask import NAMESAKE
from tests.bot.conftest import Desk, a_bot, build, buttons_of, components_of

_DAY = re.compile(r"<t:(\d+):\w>")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)]+)\)")
_MARKS = re.compile(r"\\([^0-9A-Za-z\s])|^(?:#{1,3} |-# |> |- )|\*\*|~~", re.MULTILINE)

TAPE = "one measuring tape in this strait, not two"
COMMANDS: tuple[tuple[str, dict[str, object]], ...] = (
    *(
        ("ask", dict[str, object](question=question))
        for question in (
            "what did Osgood Penhallow say about pensions?",
            "what do people say about zeppelin onions?",
            "hello",
            "?",
            "Korvel",
            "what did Ried say?",
            "what did Ried say about the quota last week?",
            "compare Korvel and Ried on the quota",
            "where was it signed?",
        )
    ),
    ("ask", {"question": "what did Korvel promise?", "since": "the day of never"}),
    ("ask", {"question": "what was said about the quota?", "source": "Orsenia Today", "since": "2026-10-01"}),
    ("quotes", {"speaker": "Ana Korvel", "topic": "season"}),
    ("quotes", {"speaker": "Nobody Here"}),
    ("quotes", {"topic": "onions"}),
    ("quotes", {}),
    ("person", {"name": "Ana Korvel"}),
    ("person", {"name": "Osgood Penhallow"}),
    ("person", {"name": "Ried"}),
    ("person", {"name": "Korvle"}),
    ("verify", {"words": TAPE, "speaker": "Ana Korvel"}),
    ("verify", {"words": TAPE, "speaker": "Tomas Ried"}),
    ("verify", {"words": "two measuring tapes in this strait, not one"}),
    ("verify", {"words": "purple zeppelins sing at midnight"}),
    ("compare", {"left": "Ana Korvel", "right": "Tomas Ried", "topic": "closed season"}),
    ("compare", {"left": "Ana Korvel", "topic": "season"}),
    ("compare", {"left": "Ana Korvel", "right": "Tomas Ried", "topic": "onions"}),
    ("follow", {}),
    ("follow", {"person": "Ana Korvel"}),
    ("follow", {"topic": "herring quota", "every": "week"}),
    ("follow", {"person": "Osgood Penhallow"}),
    ("privacy show", {}),
    ("unfollow", {"subject": "onions"}),
    ("unfollow", {"subject": "Ana Korvel"}),
    ("privacy export", {}),
    ("privacy delete", {}),
    ("unfollow", {"subject": "onions"}),
)


def spoken(message: Any) -> str:
    """What a screen reader says of a message."""
    return "\n".join(_parts(components_of(message)))


def _parts(components: list[dict[str, Any]]) -> Iterator[str]:
    for one in walk(components):
        if one["type"] == 10:
            yield _plain(one["content"])
        elif one["type"] == 2:
            yield f"  [button {one['label']}]"
        elif one["type"] == 12:
            yield f"  [picture: {one['items'][0]['description']}]"
        elif one["type"] == 13:
            yield f"  [file {one['file']['url']}]"


def _plain(text: str) -> str:
    text = _DAY.sub(lambda day: f"{datetime.fromtimestamp(int(day[1]), UTC):%-d %B %Y}", text)
    text = _LINK.sub(r"\1 (link)", text)
    return _MARKS.sub(lambda mark: mark[1] or "", text)


def say(title: str, result: Any) -> None:
    """Print one step of the walk: a reply, a form, a message."""
    sys.stdout.write(f"\n=== {title}\n")
    if getattr(result, "modal", None) is not None:
        sys.stdout.write(f"(a form: {result.modal['title']})\n")
        return
    for message in [getattr(result, "response", result), *getattr(result, "followups", ())]:
        if message is not None:
            private = "(only you see this) " if getattr(result, "ephemeral", False) else ""
            sys.stdout.write(private + spoken(message) + "\n")


async def run(desk: Desk, command: str, **options: object) -> Any:
    """A slash command, with a fresh cooldown."""
    desk.bot.cooldowns = Cooldowns(time.monotonic)
    result = await desk.reader.slash(desk.channel, command, **options)
    say(f"/{command} {options or ''}", result)
    return result


async def mention(desk: Desk, words: str, reply_to: Any = None) -> Any:
    """A mention, and the bot's reply to it."""
    await desk.reader.send(desk.channel, f"<@{desk.bot.me}> {words}", reply_to=reply_to)
    say(f"@bot {words}", desk.channel.last_message)
    return desk.channel.last_message


async def the_walk(desk: Desk) -> None:
    """Every reader's command, as a newcomer would try it, with what goes wrong."""
    await run(desk, "help")
    await mention(desk, "")
    first = await run(desk, "ask", question="what did Korvel promise?")
    buttons = buttons_of(first.response)
    for label in sorted(buttons, key=lambda label: label.startswith("More")):
        say(f"press {label}", await desk.reader.click(first.response, custom_id=buttons[label]))
    answer = await mention(desk, "what did Korvel say about the closed season?")
    answer = await mention(desk, "and Ried?", answer)
    await mention(desk, "when?", answer)
    for command, options in COMMANDS:
        await run(desk, command, **options)
    for words in (f"They say “{TAPE}”!", "👍"):
        message = await desk.reader.send(desk.channel, words)
        result = await desk.reader.context_menu(desk.channel, "Check this quote", message)
        say(f"right-click {words}", result)


async def main() -> None:
    """Build a server and walk through it; then one without articles."""
    with tempfile.TemporaryDirectory() as data:
        bot = a_bot(Path(data))
        await bot.prepare()
        env = simcord.Env(bot)
        await env.start()
        desk = await build(env, bot)
        async with bot.shelf.library(desk.guild.id) as library:
            await library.articles.add(NAMESAKE, by="cli")
            await library.ask("Ried")
        await the_walk(desk)
        empty = await build(env, bot, "Empty", stocked=False)
        for command, options in (("help", {}), COMMANDS[0], ("quotes", {}), ("person", {"name": "Ana"})):
            await run(empty, command, **options)
        await bot.shelf.close()
        await env.shutdown()


if __name__ == "__main__":
    asyncio.run(main())
