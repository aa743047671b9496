"""What is wrong with a set-up: one finding a topic, its sentence in `templates/terminal/doctor.j2`."""

from __future__ import annotations

import asyncio
import platform
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from bot.libraries import library_names, library_path
from bot.render import TEMPLATES, Renderer
from index.errors import LibraryDamaged, LibraryError, LibraryNewer
from index.library import Library

if TYPE_CHECKING:
    from bot.config import Settings

LOW, FULL = 200_000_000, 20_000_000  # bytes: a busy day of articles; a write-ahead log
CLOCK_SLACK = timedelta(seconds=30)  # Discord refuses nothing up to here, but timestamps look wrong beyond it.
LOCK_SECONDS = 2.0  # longer than any article takes to be stored
OLDEST_SQLITE = (3, 35)  # RETURNING
_TOKEN = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+")
_TEMPLATE = re.compile(r'"((?:discord|terminal)/[a-z_/]+\.j2)"')
_STATES: dict[type[LibraryError], str] = {LibraryNewer: "newer", LibraryDamaged: "damaged"}
_CODES = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_CANTOPEN: "read-only",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one topic: `state` picks the sentence, `detail` fills it."""

    topic: str
    state: str
    detail: str = ""
    fault: bool = False


@dataclass(frozen=True, slots=True)
class Portal:
    """What Discord says of a token: the bot's name, its servers (name, missing rights), Discord's own time.

    `starts` is how often the bot may still connect today, `closed` the code with which the gateway refused it
    (None: it was let in, or not asked because no start was left).
    """

    name: str
    servers: tuple[tuple[str, tuple[str, ...]], ...]
    time: datetime
    starts: int = 1000
    closed: int | None = None


class TokenRefused(Exception):
    """Discord does not know the token."""


class DiscordAway(Exception):
    """Discord cannot be reached from here."""


Ask = Callable[["Settings"], Awaitable[Portal]]


async def examine(
    settings: Settings, ask: Ask, *, now: datetime | None = None, templates: Path = TEMPLATES
) -> list[Finding]:
    """All findings, faults and good news alike. `ask` asks Discord about the token (see `bot.portal`)."""
    return [
        _versions(),
        _templates(templates),
        _folder(settings.data),
        _disk(settings.data),
        *[await _database(settings.data, name) for name in library_names(settings.data)],
        *await _discord(settings, ask, now or datetime.now(UTC)),
    ]


def _versions() -> Finding:
    wanted, found = _discord_version()
    detail = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, discord.py {found}"
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return Finding("versions", "old", detail, fault=True)
    if found != wanted:
        return Finding("versions", "other", f"{detail} in place of {wanted}", fault=True)
    return Finding("versions", "good", detail)


def _discord_version() -> tuple[str, str]:
    """discord.py as required and as installed; tests hold Quotedesk to the one that it names."""
    pinned = (re.fullmatch(r"discord\.py==(\S+)", line) for line in metadata.requires("quotedesk") or [])
    return next(found[1] for found in pinned if found), metadata.version("discord.py")


def _templates(templates: Path) -> Finding:
    named = {
        name
        for source in Path(__file__).parent.rglob("*.py")
        for name in _TEMPLATE.findall(source.read_text(encoding="utf-8"))
    }
    missing = sorted(name for name in named if not (templates / name).is_file())
    if missing:
        return Finding("templates", "missing", ", ".join(missing), fault=True)
    broken = Renderer(templates).broken()
    return Finding("templates", "broken" if broken else "good", ", ".join(broken), fault=bool(broken))


def _existing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.resolve()


def _folder(data: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=_existing(data)) as trial:
            trial.write(b"a")
    except OSError as error:
        return Finding("folder", "unwritable", f"{data}: {error.strerror}", fault=True)
    return Finding("folder", "good", str(data))


def _disk(data: Path) -> Finding:
    free = shutil.disk_usage(_existing(data)).free
    state = "full" if free < FULL else "low" if free < LOW else "good"
    return Finding("disk", state, f"{free // 1_000_000} MB", fault=state != "good")


async def _database(data: Path, name: str) -> Finding:
    path = library_path(data, name)
    try:
        async with Library.open(path, create=False, read_only=True) as library:
            drift = await library.upkeep.check()
    except LibraryError as error:
        return Finding("database", _STATES.get(type(error), "unusable"), f"{name}: {error}", fault=True)
    if drift:
        return Finding("database", "drift", name, fault=True)
    state = await asyncio.to_thread(_writing, path)
    return Finding("database", state, name, fault=state != "good")


def _writing(path: Path) -> str:
    """What a change of the library would meet; nothing is changed."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    try:
        with closing(
            sqlite3.connect(address, uri=True, timeout=LOCK_SECONDS, isolation_level=None)
        ) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return _CODES.get(error.sqlite_errorcode & 0xFF, "unusable")
    return "good"


async def _discord(settings: Settings, ask: Ask, now: datetime) -> list[Finding]:
    if settings.token is None:
        return [Finding("token", "missing", fault=True)]
    if not _TOKEN.fullmatch(settings.token.get_secret_value()):
        return [Finding("token", "shape", fault=True)]
    try:
        portal = await ask(settings)
    except TokenRefused:
        return [Finding("token", "refused", fault=True)]
    except DiscordAway as error:
        return [Finding("token", "unreachable", str(error), fault=True)]
    late = abs(portal.time - now) > CLOCK_SLACK
    return [
        Finding("token", "good", portal.name),
        Finding("clock", "wrong" if late else "good", f"{portal.time:%Y-%m-%d %H:%M:%S} UTC", fault=late),
        _gateway(portal),
        *[_server(name, missing) for name, missing in portal.servers],
        *([] if portal.servers else [Finding("servers", "none", fault=True)]),
    ]


def _gateway(portal: Portal) -> Finding:
    if portal.starts == 0:
        return Finding("gateway", "exhausted", fault=True)
    if portal.closed in {4013, 4014}:
        return Finding("gateway", "intents", str(portal.closed), fault=True)
    if portal.closed is not None:
        return Finding("gateway", "closed", str(portal.closed), fault=True)
    return Finding("gateway", "good", str(portal.starts))


def _server(name: str, missing: tuple[str, ...]) -> Finding:
    if not missing:
        return Finding("permissions", "good", name)
    return Finding("permissions", "missing", f"{name}: {', '.join(missing)}", fault=True)
