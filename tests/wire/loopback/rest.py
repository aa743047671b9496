"""The HTTP half: authorisation, faults on order, Discord's limits, nonces, then simcord's routes."""

from __future__ import annotations

import asyncio
import fnmatch
import io
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from aiohttp import BodyPartReader, web
from simcord.backend import Backend
from simcord.backend.cdn import CdnStore
from simcord.backend.errors import BackendError
from simcord.http import router, routes

from tests.wire.loopback import limits
from tests.wire.loopback.limits import Json, Upload

assert routes, "importing the routes registers simcord's handlers"
_OPEN = ("/interactions/", "/webhooks/")
_POST_MESSAGE = re.compile(r"/channels/(\d+)/messages\Z")


@dataclass(slots=True)
class Request:
    """One request of the bot and what it got."""

    method: str
    path: str
    query: dict[str, str]
    body: Json
    files: tuple[Upload, ...]
    form: bool
    at: float
    status: int = 0
    answer: Json = None


@dataclass(slots=True)
class Fault:
    """An answer that a test ordered; `after` lets the request do its work first."""

    method: str
    path: str
    status: int
    times: int
    after: bool = False
    retry_after: float = 0.2
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class _File:
    """A file as simcord's routes read it."""

    fp: io.BytesIO
    filename: str
    description: str | None


class Cdn(CdnStore):
    """simcord's store, with addresses that a client can fetch."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def store_attachment(
        self, attachment_id: int, channel_id: int, filename: str, data: bytes, description: str | None
    ) -> dict[str, Any]:
        stored = super().store_attachment(attachment_id, channel_id, filename, data, description)
        url = f"{self.base}/cdn/{channel_id}/{attachment_id}/{quote(filename)}"
        self._blobs[url] = data
        return {**stored, "url": url, "proxy_url": url}


@dataclass(slots=True)
class Rest:
    """Answers what the bot asks, and keeps the record that tests read."""

    backend: Backend
    token: str
    gateway_url: str
    shards: int
    changed: asyncio.Event
    requests: list[Request] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    starts: int = 999
    """How often the bot may still connect today."""
    _nonces: dict[tuple[str, str], Any] = field(default_factory=dict)

    async def handle(self, http: web.Request) -> web.Response:
        request = await _read(http)
        self.requests.append(request)
        if not request.path.startswith(_OPEN) and http.headers.get("Authorization") != f"Bot {self.token}":
            return self._reply(request, 401, {"message": "401: Unauthorized", "code": 0})
        fault = self._fault(request)
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault is not None and fault.status and not fault.after:
            return self._faulty(request, fault)
        response = self._answer(request, http.headers.get("X-Audit-Log-Reason"))
        self.changed.set()
        return self._faulty(request, fault) if fault is not None and fault.status else response

    async def attachment(self, http: web.Request) -> web.Response:
        blob = self.backend.cdn.get(str(http.url))
        return web.Response(body=blob) if blob is not None else web.Response(status=404)

    def _answer(self, request: Request, reason: str | None) -> web.Response:
        if request.path == "/gateway/bot":
            return self._reply(request, 200, self._gateway())
        if request.path == "/users/@me/guilds":
            return self._reply(request, 200, self._guilds(request.query))
        wrong = limits.faults(request.path, request.body, request.files)
        if wrong:
            self.refused += [f"{request.method} {request.path}: {fault}" for fault in wrong]
            message = f"Invalid Form Body: {'; '.join(wrong)}"
            return self._reply(request, 400, {"code": 50035, "message": message})
        try:
            data = self._dispatch(request, reason)
        except BackendError as error:
            self.refused.append(f"{request.method} {request.path}: {error}")
            return self._reply(request, error.status, error.to_json())
        wanted = "with_response" if request.path.endswith("/callback") else "wait"
        silent = request.path.startswith(_OPEN) and request.method == "POST"
        if data is None or (silent and request.query.get(wanted, "").lower() not in {"1", "true"}):
            return self._reply(request, 204, None)
        return self._reply(request, 200, data)

    def _dispatch(self, request: Request, reason: str | None) -> Json:
        nonce = self._nonce(request)
        if nonce in self._nonces:
            return self._nonces[nonce]
        data = router.dispatch(
            self.backend,
            request.method,
            request.path,
            json=request.body,
            params=request.query,
            files=[_File(io.BytesIO(file.data), file.name, file.description) for file in request.files],
            reason=reason,
            message_content_access=False,
        )
        if nonce is not None:
            self._nonces[nonce] = data
        return data

    @staticmethod
    def _nonce(request: Request) -> tuple[str, str] | None:
        """Discord posts a message once for a nonce that is enforced, however often it is asked."""
        match = _POST_MESSAGE.match(request.path)
        if not match or request.method != "POST" or not isinstance(request.body, Mapping):
            return None
        if not request.body.get("enforce_nonce") or request.body.get("nonce") is None:
            return None
        return match[1], str(request.body["nonce"])

    def _gateway(self) -> dict[str, Any]:
        limit = {"total": 1000, "remaining": self.starts, "reset_after": 86_400_000, "max_concurrency": 1}
        return {"url": self.gateway_url, "shards": self.shards, "session_start_limit": limit}

    def _guilds(self, query: Mapping[str, str]) -> list[dict[str, Any]]:
        """A page of the bot's servers as Discord gives it, with the bot's rights in each."""
        bot, after = self.backend.bot_user.id, int(query.get("after", 0))
        guilds = sorted(
            (guild for guild in self.backend.guilds.values() if guild.id > after), key=lambda g: g.id
        )
        return [
            {
                "id": str(guild.id),
                "name": guild.name,
                "owner": False,
                "permissions": str(self.backend.compute_permissions(guild.id, bot)),
            }
            for guild in guilds[: int(query.get("limit", 200))]
        ]

    def _fault(self, request: Request) -> Fault | None:
        for fault in self.faults:
            if fault.method == request.method and fnmatch.fnmatch(request.path, fault.path):
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                return fault
        return None

    def _faulty(self, request: Request, fault: Fault) -> web.Response:
        if fault.status != 429:
            request.status = fault.status
            return web.Response(status=fault.status, text="<html>bad gateway</html>", content_type="text/html")
        body = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": False}
        headers = {"Via": "1.1 loopback", "Retry-After": str(fault.retry_after)}
        return self._reply(request, 429, body, headers)

    @staticmethod
    def _reply(
        request: Request, status: int, data: Json, headers: dict[str, str] | None = None
    ) -> web.Response:
        request.status, request.answer = status, data
        if data is None:
            return web.Response(status=status, headers=headers)
        # discord.py reads JSON only where the content type says just that, without a charset.
        body = json.dumps(data).encode()
        return web.Response(body=body, status=status, headers=headers, content_type="application/json")


async def _read(http: web.Request) -> Request:
    path = http.path.removeprefix("/api/v10")
    form = http.content_type.startswith("multipart/")
    body: Json = None
    files: list[tuple[str, str, bytes]] = []
    if form:
        async for part in await http.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            if part.name == "payload_json":
                body = json.loads(await part.text())
            else:
                files.append((part.name or "", part.filename or "", bytes(await part.read())))
    elif http.can_read_body:
        raw = await http.read()
        body = json.loads(raw) if raw else None
    return Request(
        method=http.method,
        path=path,
        query=dict(http.query),
        body=body,
        files=tuple(_uploads(files, body)),
        form=form,
        at=time.monotonic(),
    )


def _uploads(files: list[tuple[str, str, bytes]], body: Json) -> list[Upload]:
    data = (body.get("data") or body) if isinstance(body, Mapping) else {}
    described = {str(item.get("id")): item for item in data.get("attachments") or []}
    return [
        Upload(name, content, described.get(part.removeprefix("files[").rstrip("]"), {}).get("description"))
        for part, name, content in files
    ]
