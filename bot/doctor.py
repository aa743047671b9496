"""What is wrong with a set-up: one finding a topic, its sentence in `templates/terminal/doctor.j2`."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.libraries import library_names, library_path
from bot.render import Renderer
from index.errors import LibraryError
from index.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Settings

ROOM = 200 * 1024 * 1024
CLOCK_SLACK = timedelta(seconds=30)  # Discord refuses nothing up to here, but timestamps look wrong beyond it.


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one topic: `state` picks the sentence, `detail` fills it."""

    topic: str
    state: str
    detail: str = ""
    fault: bool = False


@dataclass(frozen=True, slots=True)
class Portal:
    """What Discord says of a token: the bot's name, its servers (name, missing rights), Discord's own time."""

    name: str
    servers: tuple[tuple[str, tuple[str, ...]], ...]
    time: datetime


class TokenRefused(Exception):
    """Discord does not know the token."""


class DiscordAway(Exception):
    """Discord cannot be reached from here."""


Ask = Callable[["Settings"], Awaitable[Portal]]


async def examine(settings: Settings, ask: Ask, *, now: datetime | None = None) -> list[Finding]:
    """All findings, faults and good news alike. `ask` asks Discord about the token (see `bot.portal`)."""
    return [
        _versions(),
        _templates(),
        _disk(settings.data),
        *[await _database(settings.data, name) for name in library_names(settings.data)],
        *await _discord(settings, ask, now or datetime.now(UTC)),
    ]


def _versions() -> Finding:
    detail = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    old = sqlite3.sqlite_version_info < (3, 35)  # RETURNING
    return Finding("versions", "old" if old else "good", detail, fault=old)


def _templates() -> Finding:
    broken = Renderer().broken()
    return Finding("templates", "broken" if broken else "good", ", ".join(broken), fault=bool(broken))


def _disk(data: Path) -> Finding:
    folder = data
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder.resolve()).free
    return Finding("disk", "full" if free < ROOM else "good", f"{free // 1_000_000} MB", fault=free < ROOM)


async def _database(data: Path, name: str) -> Finding:
    try:
        async with Library.open(library_path(data, name), create=False, read_only=True) as library:
            drift = await library.upkeep.check()
    except LibraryError as error:
        return Finding("database", "unusable", f"{name}: {error}", fault=True)
    return Finding("database", "drift" if drift else "good", name, fault=bool(drift))


async def _discord(settings: Settings, ask: Ask, now: datetime) -> list[Finding]:
    if settings.token is None:
        return [Finding("token", "missing", fault=True)]
    try:
        portal = await ask(settings)
    except TokenRefused:
        return [Finding("token", "refused", fault=True)]
    except DiscordAway as error:
        return [Finding("token", "unreachable", str(error), fault=True)]
    late = abs(portal.time - now) > CLOCK_SLACK
    return [
        Finding("token", "good", portal.name),
        Finding("clock", "wrong" if late else "good", portal.time.isoformat(), fault=late),
        *[_server(name, missing) for name, missing in portal.servers],
        *([] if portal.servers else [Finding("servers", "none", fault=True)]),
    ]


def _server(name: str, missing: tuple[str, ...]) -> Finding:
    if not missing:
        return Finding("permissions", "good", name)
    return Finding("permissions", "missing", f"{name}: {', '.join(missing)}", fault=True)
