"""Run the bot with every callback of its event loop timed: `python -m tests.load.watched run`.

The report goes to the file named by QUOTEDESK_WATCH, once a second and at the end: how often a callback held
the loop for more than 50 ms by the clock ("blocked", which a busy machine makes longer) and of work ("worked"),
the longest and where they were at the time, and the number of tasks. With QUOTEDESK_WATCH_FROM, what happened
before so many seconds after the start is left out; with SEAM_PORT the bot may fetch from that port.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

BLOCKED = 0.050
KEPT = 20


class Watch:
    """Times callbacks; `report()` may be called from any thread."""

    def __init__(self, path: Path, warm: float = 0.0) -> None:
        self._path = path
        self._warm = warm
        self._began = time.perf_counter()
        self._callbacks = 0
        self._blocked = 0
        self._worked = 0
        self._longest: list[tuple[float, float, str]] = []
        self._tasks = 0
        self._counted = 0.0
        self._running: float | None = None
        self._where = ""

    def install(self) -> None:
        """Time every callback that a loop of this process runs from now on."""
        run = asyncio.Handle._run

        def timed(handle: asyncio.Handle) -> None:
            name = _name(handle)
            self._running, busy = time.perf_counter(), time.thread_time()
            began = self._running
            run(handle)
            self._running = None
            self._note(began, time.perf_counter() - began, time.thread_time() - busy, name)

        asyncio.Handle._run = timed  # type: ignore[assignment,method-assign]  # all callbacks pass there
        atexit.register(self.report)
        threading.Thread(target=self._repeat, daemon=True).start()
        threading.Thread(target=self._look, args=[threading.get_ident()], daemon=True).start()

    def _note(self, began: float, took: float, worked: float, name: object) -> None:
        self._callbacks += 1
        if began - self._began < self._warm:
            return
        if took > BLOCKED:
            self._blocked += 1
        if worked > BLOCKED:
            self._worked += 1
        if len(self._longest) < KEPT or took > self._longest[-1][0]:
            where = f" in {self._where}" if took > BLOCKED else ""
            self._longest.append((took, began - self._began, _words(name) + where))
            self._longest.sort(reverse=True)
            del self._longest[KEPT:]
        if began - self._counted > 1:
            self._counted = began
            with suppress(RuntimeError):
                self._tasks = len(asyncio.all_tasks())

    def _repeat(self) -> None:
        while True:
            time.sleep(1)
            self.report()

    def _look(self, loop: int) -> None:
        """Note where the loop's thread is whenever a callback has held it for long."""
        while True:
            time.sleep(BLOCKED / 5)
            began, frame = self._running, sys._current_frames().get(loop)
            if began is not None and time.perf_counter() - began > BLOCKED * 0.8:
                self._where = " < ".join(_lines(frame))

    def report(self) -> None:
        """Write the figures so far."""
        data: dict[str, Any] = {
            "seconds": round(time.perf_counter() - self._began, 1),
            "callbacks": self._callbacks,
            "blocked": self._blocked,
            "worked": self._worked,
            "tasks": self._tasks,
            "longest": [_row(*entry) for entry in self._longest],
        }
        draft = self._path.with_suffix(".part")
        draft.write_text(json.dumps(data, indent=1), "utf-8")
        draft.replace(self._path)


def _name(handle: asyncio.Handle) -> object:
    """Whose step it is: the coroutine of a task, else the callback."""
    callback = getattr(handle, "_callback", None)
    owner = getattr(callback, "__self__", None)
    return owner.get_coro() if isinstance(owner, asyncio.Task) else callback


def _lines(frame: FrameType | None) -> Iterator[str]:
    """The innermost places, the last first."""
    for _ in range(6):
        if frame is None:
            return
        yield f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}:{frame.f_lineno}"
        frame = frame.f_back


def _row(took: float, at: float, what: str) -> dict[str, object]:
    return {"ms": round(took * 1000, 1), "at": round(at, 1), "what": what}


def _words(thing: object) -> str:
    return str(getattr(thing, "__qualname__", None) or type(thing).__name__)


def main() -> None:
    path = os.environ.get("QUOTEDESK_WATCH")
    if path:
        Watch(Path(path), float(os.environ.get("QUOTEDESK_WATCH_FROM", "0"))).install()
    if port := os.environ.get("SEAM_PORT"):
        from tests.wire.loopback.seam import open_up

        open_up(int(port))
    from bot.__main__ import main as run

    run()


if __name__ == "__main__":
    main()
