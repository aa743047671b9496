"""A site on loopback that hands out pages and feeds, and the one way in which the bot may fetch from it."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from aiohttp import web


class Site:
    """`async with Site() as site: site.put("/story", html)`.

    `module` is run instead of `bot`, with `environment`, to let the bot fetch from it: no setting does so.
    """

    module = "tests.wire.loopback.seam"

    def __init__(self) -> None:
        self._pages: dict[str, tuple[int, str, str]] = {}
        self._runner: web.AppRunner | None = None
        self.asked: list[str] = []

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{tail:.*}", self._hand_out)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """What tells `module` of this site."""
        return {"SEAM_PORT": str(self.port)}

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: str, *, status: int = 200, kind: str = "text/html") -> str:
        """Hand out `body` at `path` from now on; returns the address."""
        self._pages[path] = (status, kind, body)
        return self.url(path)

    async def _hand_out(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        status, kind, body = self._pages.get(request.path, (404, "text/plain", "not here"))
        return web.Response(status=status, text=body, content_type=kind, charset="utf-8")
