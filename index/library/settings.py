"""The settings of one library."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, fields, replace
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from index.errors import Conflict
from index.library.room import Room
from index.models import LibrarySettings
from index.store import settings

_HOURS = range(24)


class LibrarySettingsDesk:
    """Read and change settings."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def get(self) -> LibrarySettings:
        """The settings, defaults where nothing was changed."""
        return await self._room.read(stored_settings)

    async def change(self, *, by: str, **changes: object) -> LibrarySettings:
        """Change the named fields of LibrarySettings; raises Conflict for a value that makes no sense."""
        known = {field.name for field in fields(LibrarySettings)}
        unknown = sorted(set(changes) - known)
        if unknown:
            raise Conflict(f"There is no setting {unknown[0]}.", f"Settings are {', '.join(sorted(known))}.")
        async with self._room.change(by, "settings") as change:
            old = await change.run(stored_settings)
            new = replace(old, **changes)  # type: ignore[arg-type]  # checked next
            _check(new)
            changed = {name: value for name, value in asdict(new).items() if getattr(old, name) != value}
            if not changed:
                change.drop()
            await change.run(
                partial(settings.put, values={name: json.dumps(value) for name, value in changed.items()})
            )
            change.say(
                ", ".join(changed),
                "; ".join(f"{name}: {_words(getattr(old, name))}" for name in changed),
                "; ".join(f"{name}: {_words(value)}" for name, value in changed.items()),
            )
        return new


def stored_settings(db: sqlite3.Connection) -> LibrarySettings:
    """The settings as the file has them; values that a newer version knows are left out."""
    known = {field.name for field in fields(LibrarySettings)}
    values: dict[str, Any] = {}
    for name, text in settings.all_values(db).items():
        if name in known:
            value = json.loads(text)
            values[name] = tuple(value) if isinstance(value, list) else value
    return replace(LibrarySettings(), **values)


def _check(new: LibrarySettings) -> None:
    for name in ("channels", "adders"):
        value = getattr(new, name)
        if not isinstance(value, tuple) or not all(isinstance(one, str) and one.isdigit() for one in value):
            raise Conflict(f"{name} takes a tuple of ids.")
    if new.answers not in {"public", "private"}:
        raise Conflict("Answers are public or private.")
    for name in ("digest_hour", "quiet_from", "quiet_until"):
        value = getattr(new, name)
        if type(value) is not int or value not in _HOURS:
            raise Conflict(f"{name} is an hour from 0 to 23.")
    for name in ("audit_channel", "news_channel"):
        value = getattr(new, name)
        if value is not None and not (isinstance(value, str) and value.isdigit()):
            raise Conflict(f"{name} is a channel's id.")
    if type(new.recheck) is not bool:
        raise Conflict("recheck is on or off.")
    try:
        ZoneInfo(new.timezone)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError) as error:
        raise Conflict(f"There is no time zone {new.timezone}.", "Take one like Europe/Berlin.") from error


def _words(value: object) -> str:
    if isinstance(value, tuple | list):
        return " ".join(str(one) for one in value) or "-"
    return "-" if value is None else str(value)
