"""Drafts between preview and Save: kept in memory for a while, by a code in the preview's buttons."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.models import Draft

# As long as Discord lets the preview be edited.
SECONDS = 15 * 60
MOST = 200


class Expired(Exception):
    """A preview that is no longer kept: too old, or from before a restart. Nothing was stored."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What Save would store, in which server, at whose wish."""

    drafts: tuple[Draft, ...]
    server: int
    person: int
    until: float


class Waiting:
    """The previews that wait for Save or Cancel."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._pending: OrderedDict[str, Pending] = OrderedDict()

    def keep(self, drafts: Sequence[Draft], *, server: int, person: int) -> str:
        """Keep drafts; returns their code."""
        self._tidy()
        code = secrets.token_hex(8)
        self._pending[code] = Pending(tuple(drafts), server, person, self._monotonic() + SECONDS)
        return code

    def get(self, code: str, *, server: int | None, person: int) -> Pending:
        """The drafts of a code, for the person who made the preview, in that server. Raises Expired."""
        self._tidy()
        pending = self._pending.get(code)
        if pending is None or (pending.server, pending.person) != (server, person):
            raise Expired
        return pending

    def extend(self, code: str, draft: Draft) -> None:
        """Replace the one draft of a code by a longer one."""
        self._pending[code] = replace(self._pending[code], drafts=(draft,))

    def drop(self, code: str) -> None:
        """Forget a code."""
        self._pending.pop(code, None)

    def _tidy(self) -> None:
        now = self._monotonic()
        while self._pending and (len(self._pending) > MOST or next(iter(self._pending.values())).until < now):
            self._pending.popitem(last=False)
