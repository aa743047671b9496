"""Chromium, driven over its debugging socket: one process for all pictures."""

from __future__ import annotations

import asyncio
import base64
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
    "about:blank",
)
WIDTHS = {"phone": 390, "desktop": 720}
SCALE = 2


def executable() -> str | None:
    """Where Chromium is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Chromium:
    """`async with Chromium(path) as browser:` then `await browser.photograph(html, "phone")`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._count = 0

    async def __aenter__(self) -> Self:
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        profile = Path(self._profile.name)
        self._process = await asyncio.create_subprocess_exec(
            self._path,
            f"--user-data-dir={profile}",
            *FLAGS,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        port = await self._port(profile / "DevToolsActivePort")
        self._session = aiohttp.ClientSession()
        async with self._session.get(f"http://127.0.0.1:{port}/json") as reply:
            tabs = await reply.json()
        address = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
        self._socket = await self._session.ws_connect(address, max_msg_size=0)
        await self._call("Page.enable")
        return self

    @staticmethod
    async def _port(file: Path) -> str:
        # Chromium announces its port in a file and in no other way.
        for _ in range(600):
            if lines := _lines(file):
                return lines[0]
            await asyncio.sleep(0.05)
        raise TimeoutError("Chromium did not start within 30 s")

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._socket.close()
        await self._session.close()
        self._process.terminate()
        await self._process.wait()
        self._profile.cleanup()

    async def photograph(self, html: str, width: str) -> bytes:
        """A PNG of the page's whole height."""
        await self._size(WIDTHS[width], 800)
        frame = (await self._call("Page.getFrameTree"))["frameTree"]["frame"]["id"]
        await self._call("Page.setDocumentContent", frameId=frame, html=html)
        ready = "Promise.all([...document.images].map(i => i.decode().catch(() => 0)))"
        await self._call("Runtime.evaluate", expression=ready, awaitPromise=True)
        measure = "document.getElementById('shot').getBoundingClientRect().height"
        height = (await self._call("Runtime.evaluate", expression=measure))["result"]["value"]
        await self._size(WIDTHS[width], int(height + 0.999))
        shot = await self._call("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    async def overflow(self) -> list[str]:
        """The words of what is wider than the page: clipped on this screen."""
        script = (
            "[...document.querySelectorAll('#shot *')]"
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            ".map(e => e.textContent.slice(0, 60))"
        )
        result = await self._call("Runtime.evaluate", expression=script, returnByValue=True)
        return [str(text) for text in result["result"]["value"]]

    async def _size(self, width: int, height: int) -> None:
        await self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=SCALE,
            mobile=False,
        )

    async def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._count += 1
        await self._socket.send_json({"id": self._count, "method": method, "params": parameters})
        while True:
            answer = await self._socket.receive_json()
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result


def _lines(file: Path) -> list[str]:
    return file.read_text("ascii").splitlines() if file.is_file() else []
