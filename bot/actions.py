"""What buttons, menus and forms do: found by name in the id that Discord sends back, with all state in that id.

Nothing is kept in memory, so a button works after a restart and after a year. Every press is authorised anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.limits import CUSTOM_ID_LENGTH, length
from bot.permissions import Level
from index.library.articles import CUT

PREFIX = "qd1"
# Of an id of 100 characters, what is left for an article beside the longest of the rest.
ARTICLE_LENGTH = 50
Fields = tuple[str, ...]
Handler = Callable[[discord.Interaction[Any], Fields], Awaitable[None]]


class _State(tuple[str, ...]):
    """The state of an id; a field that is not there makes the id a forged one."""

    __slots__ = ()

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401  # a tuple's own
        try:
            return super().__getitem__(place)
        except IndexError:
            raise Forged(str(self)) from None


class StateTooLong(ValueError):
    """The state does not fit an id; the caller leaves the button away and says so."""


class Forged(Exception):
    """An id that this version never wrote: forged, or of a version that is gone."""


@dataclass(frozen=True, slots=True)
class Action:
    """What happens at a press, and who may press."""

    handler: Handler
    level: Level


class Actions:
    """The actions by name; each feature adds its own."""

    def __init__(self) -> None:
        self._actions: dict[str, Action] = {}

    def add(self, name: str, handler: Handler, *, level: Level = Level.READER) -> None:
        """Register what buttons, menus or forms of this name do."""
        if name in self._actions:
            raise ValueError(f"two actions are called {name}")
        self._actions[name] = Action(handler, level)

    def find(self, custom_id: str) -> tuple[Action, Fields]:
        """The action of an id and the state in it. Raises Forged."""
        name, fields = decode(custom_id)
        if name not in self._actions:
            raise Forged(name)
        return self._actions[name], fields


def encode(name: str, fields: Sequence[object] = ()) -> str:
    """An id of at most 100 characters. Raises StateTooLong."""
    custom_id = ":".join([PREFIX, name, *(_escaped(str(field)) for field in fields)])
    if length(custom_id) > CUSTOM_ID_LENGTH:
        raise StateTooLong(name)
    return custom_id


def article_field(article: str) -> str:
    """An article's id as every button has room for it: whole, or its end behind the mark of a cut, by which the
    library finds it too."""
    if length(_escaped(article)) <= ARTICLE_LENGTH:
        return article
    end = article[-ARTICLE_LENGTH:]
    while length(_escaped(CUT + end)) > ARTICLE_LENGTH:
        end = end[1:]
    return CUT + end


def decode(custom_id: str) -> tuple[str, Fields]:
    """The name and state of an id. Raises Forged."""
    prefix, *parts = custom_id.split(":")
    if prefix != PREFIX or not parts:
        raise Forged(custom_id)
    return parts[0], _State(_plain(part) for part in parts[1:])


def integer(field: str) -> int:
    """A whole number from a field. Raises Forged."""
    if not field.isascii() or not field.isdigit():
        raise Forged(field)
    return int(field)


def values(data: Any) -> dict[str, str]:  # noqa: ANN401  # an interaction's raw data
    """What was typed into a submitted form, by field; the first choice of a menu."""
    found: dict[str, str] = {}
    for row in data.get("components", ()):
        for part in [*row.get("components", ()), *([row["component"]] if "component" in row else [])]:
            if "value" in part:
                found[part["custom_id"]] = part["value"] or ""
            elif "values" in part:
                found[part["custom_id"]] = next(iter(part["values"]), "")
    return found


def _escaped(field: str) -> str:
    return field.replace("%", "%25").replace(":", "%3A")


def _plain(field: str) -> str:
    return field.replace("%3A", ":").replace("%25", "%")
