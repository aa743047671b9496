"""The world of the tests: one Discord on a free port, its servers, its records."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web
from simcord._clock import Clock
from simcord.backend import Backend, serializers

from tests.wire.loopback import contract
from tests.wire.loopback.answers import Exchange
from tests.wire.loopback.gateway import Gateway
from tests.wire.loopback.places import Guild
from tests.wire.loopback.rest import Cdn, Fault, Request, Rest

T = TypeVar("T")
TOKEN = "MTE.loopback.token"  # noqa: S105 - the key to nothing


class RealClock(Clock):
    """The time of day, so that three seconds to acknowledge are three seconds."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Discord:
    """A Discord on 127.0.0.1. `async with Discord() as discord:` opens the port.

    `shards` is what GET /gateway/bot advises, `heartbeat` the interval in seconds. What the bot
    did is in `requests`, what Discord refused in `refused`, what its document forbids in `violations()`.
    """

    def __init__(self, *, shards: int = 1, heartbeat: float = 41.25) -> None:
        self.backend = Backend(clock=RealClock())
        self.backend.bot_user.name = "Quotedesk"
        self.token = TOKEN
        self.shards = shards
        self.guilds: dict[int, Guild] = {}
        self.exchanges: dict[int, Exchange] = {}
        self.changed = asyncio.Event()
        self.gateway = Gateway(self.backend, token=TOKEN, shards=shards, heartbeat=heartbeat)
        self.rest = Rest(self.backend, TOKEN, "", shards, self.changed)
        self._runner: web.AppRunner | None = None
        self._checked = 0
        self._violations: list[str] = []
        path = contract.document_path()
        self.contract = contract.Contract(path) if path else None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_get("/cdn/{tail:.*}", self.rest.attachment)
        app.router.add_route("*", "/api/v10/{tail:.*}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.base = f"http://127.0.0.1:{port}"
        self.api = f"{self.base}/api/v10"
        self.gateway.url = self.rest.gateway_url = f"ws://127.0.0.1:{port}/gateway"
        self.backend.cdn = Cdn(self.base)
        self.backend.subscribers.append(self._feed)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gateway.drop()
        if self._runner is not None:
            await self._runner.cleanup()

    def _feed(self, event: str, payload: object) -> None:
        self.backend.transcript.clear()
        self.backend.http_requests.clear()
        self.gateway.feed(event, payload)  # type: ignore[arg-type]  # simcord's listeners get a mapping

    async def _handle(self, http: web.Request) -> web.Response:
        response = await self.rest.handle(http)
        for exchange in self._concerned(http.path):
            exchange.notice(response)
        self.changed.set()
        return response

    def _concerned(self, path: str) -> list[Exchange]:
        """The interactions that a request may have answered: its own, or for a message route any open one."""
        for part in path.split("/"):
            if part in self.backend.interaction_tokens:
                return [self.exchanges[self.backend.interaction_tokens[part]]]
        return [exchange for exchange in self.exchanges.values() if exchange.finished is None]

    # ------------------------------------------------------------------ arranging

    def guild(self, name: str, *, shard: int | None = None, joins: bool = False) -> Guild:
        """A server with the bot in it; `shard` says on which shard it lies.

        The bot was in it before and greets no one there, unless it `joins` just now.
        """
        # As on Discord, the server's channels come along with the news that the bot was added to it.
        self.backend.subscribers.remove(self._feed)
        guild = Guild(self, self.backend.create_guild(name, shard_id=shard, shard_count=self.shards))
        self.backend.subscribers.append(self._feed)
        self.guilds[guild.id] = guild
        news = dict(serializers.guild_create_payload(self.backend, guild.record))
        if joins:
            # Only of a server that was there before is it said that it is available now.
            news.pop("unavailable", None)
        self.backend.emit("GUILD_CREATE", news)
        return guild

    def fail(
        self, method: str, path: str, status: int, *, times: int = 1, after: bool = False, delay: float = 0.0
    ) -> None:
        """Answer the next `times` requests with `status` (0: only `delay`); `after` does their work first."""
        self.rest.faults.append(Fault(method, path, status, times, after=after, delay=delay))

    # ------------------------------------------------------------------ observing

    @property
    def requests(self) -> list[Request]:
        return self.rest.requests

    @property
    def refused(self) -> list[str]:
        return self.rest.refused

    def asked(self, method: str, ending: str) -> list[Request]:
        """The requests of a method whose path ends so."""
        return [r for r in self.requests if r.method == method and r.path.endswith(ending)]

    def violations(self) -> list[str]:
        """What in the requests so far is not as Discord's document has it; empty without the document."""
        if self.contract is not None:
            for request in self.requests[self._checked :]:
                if request.status != 401:
                    self._violations += self.contract.violations(
                        request.method, request.path, request.query, request.body, form=request.form
                    )
        self._checked = len(self.requests)
        return list(dict.fromkeys(self._violations))

    async def until(self, true: Callable[[], T | None], what: str, *, seconds: float = 10.0) -> T:
        """Wait for `true()` to give something that is true, and return it."""
        try:
            async with asyncio.timeout(seconds):
                while not (found := true()):
                    self.changed.clear()
                    try:
                        async with asyncio.timeout(0.05):
                            await self.changed.wait()
                    except TimeoutError:
                        continue
        except TimeoutError:
            raise AssertionError(f"waited {seconds:g} s in vain for {what}") from None
        return found
