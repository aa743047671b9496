"""The gateway: sessions with sequence numbers, zlib-stream, RESUME, op 7, op 9 and close codes."""

from __future__ import annotations

import asyncio
import copy
import json
import zlib
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import discord
from aiohttp import WSMsgType, web
from simcord import intents as gating
from simcord.backend import Backend, serializers

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
BAD_TOKEN, DISALLOWED_INTENTS = 4004, 4014


class Connection:
    """One open socket; frames leave in the order they were given, compressed as the client asked."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self._socket = socket
        self._transport = request.transport
        compressed = request.query.get("compress") == "zlib-stream"
        self._zlib = zlib.compressobj() if compressed else None
        self._frames: asyncio.Queue[str] = asyncio.Queue()

    def send(self, frame: str) -> None:
        self._frames.put_nowait(frame)

    async def write(self) -> None:
        while True:
            frame = await self._frames.get()
            if self._zlib is None:
                await self._socket.send_str(frame)
            else:
                packed = self._zlib.compress(frame.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
                await self._socket.send_bytes(packed)

    async def close(self, code: int) -> None:
        await self._socket.close(code=code)

    def drop(self) -> None:
        """Cut the line, as a failing network does: no close frame."""
        if self._transport is not None:
            self._transport.abort()


@dataclass(slots=True)
class Session:
    """What survives a lost socket: the sequence and the frames to replay."""

    key: str
    shard: int
    shards: int
    intents: discord.Intents
    sequence: int = 0
    frames: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=2000))
    connection: Connection | None = None

    def dispatch(self, event: str, data: Mapping[str, Any]) -> None:
        self.sequence += 1
        frame = json.dumps({"op": DISPATCH, "t": event, "s": self.sequence, "d": data})
        self.frames.append((self.sequence, frame))
        if self.connection is not None:
            self.connection.send(frame)


class Gateway:
    """Every session of the bot; fed by simcord's backend with what happens in its world."""

    def __init__(self, backend: Backend, *, token: str, shards: int, heartbeat: float) -> None:
        self.backend = backend
        self.token = token
        self.shards = shards
        self.heartbeat = heartbeat
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.identified: list[dict[str, Any]] = []
        self.resumed: list[str] = []
        self.heartbeats = 0
        self.closed_by_bot: list[int] = []
        self.refuse_identify: int | None = None
        """The close code that answers the next IDENTIFY."""
        self._running: set[asyncio.Task[None]] = set()

    @property
    def live(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.connection is not None]

    # ------------------------------------------------------------------ what tests do to it

    def drop(self) -> None:
        """Cut every line; events wait in their sessions until the bot resumes."""
        for session in self.live:
            if session.connection is not None:
                session.connection.drop()
            session.connection = None

    def ask_to_reconnect(self) -> None:
        for connection in self._connections():
            connection.send(json.dumps({"op": RECONNECT, "d": None}))

    def invalidate(self, *, resumable: bool) -> None:
        for session in self.live:
            if session.connection is not None:
                session.connection.send(json.dumps({"op": INVALID, "d": resumable}))
            if not resumable:
                del self.sessions[session.key]

    def _connections(self) -> list[Connection]:
        return [session.connection for session in self.live if session.connection is not None]

    # ------------------------------------------------------------------ the socket

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        connection = Connection(socket, request)
        writer = asyncio.create_task(connection.write())
        self._running.add(writer)
        connection.send(json.dumps({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat * 1000}}))
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._receive(connection, json.loads(message.data))
        finally:
            for session in self.sessions.values():
                if session.connection is connection:
                    session.connection = None
            if socket.close_code is not None:
                self.closed_by_bot.append(socket.close_code)
            writer.cancel()
            with suppress(asyncio.CancelledError, ConnectionError):
                await writer
            self._running.discard(writer)
        return socket

    async def _receive(self, connection: Connection, frame: dict[str, Any]) -> None:
        if frame["op"] == HEARTBEAT:
            self.heartbeats += 1
            connection.send(json.dumps({"op": ACK, "d": None}))
        elif frame["op"] == IDENTIFY:
            await self._identify(connection, frame["d"])
        elif frame["op"] == RESUME:
            await self._resume(connection, frame["d"])

    async def _identify(self, connection: Connection, data: dict[str, Any]) -> None:
        self.identified.append(data)
        intents = discord.Intents._from_value(data["intents"])
        code = self.refuse_identify
        if data["token"] != self.token:
            code = BAD_TOKEN
        elif gating.missing_privileged_intents(intents, discord.Intents.none()):
            code = DISALLOWED_INTENTS
        if code is not None:
            await connection.close(code)
            return
        shard, shards = data.get("shard", (0, 1))
        session = Session(f"session-{len(self.identified)}", shard, shards, intents, connection=connection)
        self.sessions[session.key] = session
        session.dispatch("READY", self._ready(session))
        for guild in self._guilds(session):
            self._deliver(session, "GUILD_CREATE", serializers.guild_create_payload(self.backend, guild))

    async def _resume(self, connection: Connection, data: dict[str, Any]) -> None:
        session = self.sessions.get(data["session_id"])
        if session is None or data["token"] != self.token:
            connection.send(json.dumps({"op": INVALID, "d": False}))
            return
        self.resumed.append(session.key)
        session.connection = connection
        for sequence, frame in session.frames:
            if sequence > data["seq"]:
                connection.send(frame)
        session.dispatch("RESUMED", {})

    def _guilds(self, session: Session) -> Iterator[Any]:
        for guild in self.backend.guilds.values():
            if (guild.id >> 22) % session.shards == session.shard:
                yield guild

    def _ready(self, session: Session) -> dict[str, Any]:
        return {
            "v": 10,
            "user": serializers.user_payload(self.backend.bot_user),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self._guilds(session)],
            "session_id": session.key,
            "resume_gateway_url": self.url,
            "shard": [session.shard, session.shards],
            "application": {"id": str(self.backend.application_id), "flags": 0},
        }

    # ------------------------------------------------------------------ the world's events

    def feed(self, event: str, payload: Mapping[str, Any]) -> None:
        """Give an event to the session whose shard it belongs to, if its intents allow."""
        guild_id = payload.get("guild_id")
        if guild_id is None and event.startswith("GUILD_"):
            guild_id = payload.get("id")
        for session in self.sessions.values():
            if (int(guild_id or 0) >> 22) % session.shards == session.shard:
                self._deliver(session, event, payload)

    def _deliver(self, session: Session, event: str, payload: Mapping[str, Any]) -> None:
        needed = gating.required_intent(event, payload)
        if needed is not None and not getattr(session.intents, needed):
            return
        data = copy.deepcopy(dict(payload))
        bot = self.backend.bot_user.id
        if event in {"MESSAGE_CREATE", "MESSAGE_UPDATE"}:
            gating.censor_message(data, bot, backend=self.backend)
        elif event == "GUILD_CREATE":
            gating.prune_guild_create(data, session.intents, bot)
        session.dispatch(event, data)
