"""The bot in three servers at once, and a watch on every word that leaves it: sent, in files, in the log."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import simcord
from simcord.backend import serializers

from bot.app import Quotedesk
from bot.limits import walk
from tests.bot.conftest import a_bot
from tests.isolation.papers import PAPERS, Paper

COMPONENT, MODAL = 3, 5
Act = Callable[[], Awaitable[Any]]


@dataclass(slots=True)
class Server:
    """One server, its people, and what its library should hold."""

    paper: Paper
    guild: Any
    channel: Any
    admin: Any
    reader: Any
    articles: set[int] = field(default_factory=set)
    removed: list[int] = field(default_factory=list)
    fresh: int = 0

    @property
    def betraying(self) -> tuple[str, ...]:
        """What no other server may ever be shown."""
        numbers = (self.guild.id, self.channel.id, self.admin.id, self.reader.id)
        return (*self.paper.stems, *(str(number) for number in numbers))


class Heard(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class World:
    """Three servers. Every act goes through `watched`, which looks at all that came of it."""

    def __init__(self, data: Path) -> None:
        self.bot: Quotedesk = a_bot(data)
        self.env: Any = None
        self.servers: list[Server] = []
        self.ids: list[str] = [
            "qd1:more",
            "qd1:context:1:2",
            "qd9:x",
            "qd1:flags:W10",
            "qd1:undo:1",
            "qd1:quotes:::::",
        ]
        self.forms: list[str] = ["qd1:flagged:1:2:3:x:y", "qd1:corrected:1", "qd1:article-edited:x"]
        self.menus: list[str] = []
        self.checked = 0
        self.acts = 0
        self._heard = Heard()
        self._files: set[str] = set()
        self._dice = random.Random(1)

    async def open(self) -> None:
        """Start the bot in its servers."""
        logging.getLogger().addHandler(self._heard)
        await self.bot.prepare()
        self.env = simcord.Env(self.bot)
        await self.env.start()
        for paper in PAPERS:
            guild = self.env.create_guild(paper.server)
            role = guild.create_role("desk", permissions=discord.Permissions(manage_guild=True))
            admin = guild.add_member(self.env.create_user(f"admin of {paper.secret}"), roles=[role])
            reader = guild.add_member(self.env.create_user(f"reader of {paper.secret}"))
            self.servers.append(
                Server(paper, guild, guild.create_text_channel(f"{paper.secret}-news"), admin, reader)
            )

    async def close(self) -> None:
        """Stop it."""
        logging.getLogger().removeHandler(self._heard)
        await self.bot.shelf.close()
        self.env._errors_acknowledged = self.env.error_cursor
        await self.env.shutdown()

    async def watched(self, server: Server, act: Act, *given: str) -> Any:
        """Do it and look at everything that left the bot; only words that were `given` may be said back."""
        sent, logged = len(self.env.http_requests), len(self._heard.lines)
        try:
            found = await act()
        finally:
            said = [*self._sent(sent), *self._heard.lines[logged:], *self._stored()]
            self._look(server, said, given)
        self.acts += 1
        if isinstance(found, str | list):
            self._look(server, [str(found)], given)
        return found

    def _sent(self, start: int) -> Iterator[str]:
        for entry in self.env.http_requests[start:]:
            if entry.json is not None:
                self._collect(entry.json)
                yield json.dumps(entry.json, ensure_ascii=False, default=str)

    def _stored(self) -> Iterator[str]:
        for url, data in self.env.backend.cdn._blobs.items():
            if url not in self._files:
                self._files.add(url)
                yield data.decode("utf-8", "ignore")

    def _collect(self, payload: Any) -> None:
        """Remember every id that a press could send."""
        data = payload.get("data", payload) if isinstance(payload, dict) else {}
        if not isinstance(data, dict) or not isinstance(data.get("components"), list):
            return
        if data.get("custom_id"):
            self.forms.append(data["custom_id"])
        for one in walk(data["components"]):
            if str(one.get("custom_id", "")).startswith(("qd1:", "menu:")):
                (self.menus if one["type"] == 3 else self.ids).append(one["custom_id"])

    def _look(self, server: Server, said: Sequence[str], given: Sequence[str]) -> None:
        allowed = " ".join(given).casefold()
        for text in said:
            self.checked += 1
            folded = text.casefold()
            for other in self.servers:
                if other is server:
                    continue
                found = [stem for stem in other.betraying if stem in folded and stem not in allowed]
                assert not found, (
                    f"{other.paper.server} is betrayed in {server.paper.server} by {found}: {text[:1500]}"
                )

    # ------------------------------------------------------------------ forged and foreign presses

    async def press(self, server: Server, member: Any, custom_id: str, *, menu: bool = False) -> Any:
        """Press a button (or choose in a menu) with any id, on a message that claims to have it."""
        message = self.env.backend.create_message(
            server.channel.id,
            self.bot.me,
            "",
            components=[{"type": 10, "id": 1, "content": "a card"}],
            flags=1 << 15,
        )
        payload = dict(serializers.message_payload(self.env.backend, message))
        part: dict[str, Any] = {"type": 3 if menu else 2, "id": 2, "custom_id": custom_id}
        part |= {"options": [{"label": "x", "value": "x"}]} if menu else {"style": 2, "label": "Press"}
        payload["components"] = [{"type": 1, "id": 1, "components": [part]}]
        data: dict[str, Any] = {"custom_id": custom_id, "component_type": part["type"]}
        if menu:
            data["values"] = ["x"]
        return await member._dispatch_interaction(
            COMPONENT, server.channel, data, extra={"message": payload}, source_message_id=message.id
        )

    async def submit(self, server: Server, member: Any, custom_id: str, values: dict[str, str]) -> Any:
        """Send a form with any id."""
        rows = [
            {"type": 18, "component": {"type": 4, "custom_id": name, "value": value}}
            for name, value in values.items()
        ]
        return await member._dispatch_interaction(
            MODAL, server.channel, {"custom_id": custom_id, "components": rows}
        )

    def forged(self, custom_id: str) -> str:
        """An id that no version wrote, made from one that it did."""
        parts = custom_id.split(":")
        way = self._dice.randrange(4)
        if way == 0 and len(parts) > 2:
            del parts[self._dice.randrange(2, len(parts))]
        elif way == 1 and len(parts) > 2:
            parts[self._dice.randrange(2, len(parts))] = self._dice.choice(
                ["", "0", "-1", "9" * 30, "x", "W1sxXV0", "%3A"]
            )
        elif way == 2:
            parts.append("7")
        else:
            parts = parts[:2]
        return ":".join(parts)[:100]

    @contextmanager
    def nothing_unknown(self, *, unless: bool = False) -> Iterator[None]:
        """Whatever happens inside has an answer of its own: no fault that had to be logged with its trace."""
        before = len(self._heard.lines)
        yield
        unknown = [line for line in self._heard.lines[before:] if line.startswith("unexpected ")]
        assert unless or not unknown, unknown[0]
