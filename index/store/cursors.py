"""Cursors of paged listings: the place of the last item shown, so that inserts do not shift pages."""

from __future__ import annotations

import base64
import binascii
import json

from index.errors import NotFound

Place = tuple[str | int | None, ...]


def written(place: Place) -> str:
    """A place as a short text that is safe in any id."""
    return base64.urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode().rstrip("=")


def place_of(cursor: str, length: int) -> Place:
    """The place that `written` made, of `length` parts; raises NotFound for anything else."""
    try:
        found = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise NotFound("This page is gone.", "Start the list anew.") from error
    if not isinstance(found, list) or len(found) != length or not all(_plain(part) for part in found):
        raise NotFound("This page is gone.", "Start the list anew.")
    return tuple(found)


def number_of(cursor: str) -> int:
    """The whole number that is the only part of a place; raises NotFound for anything else."""
    number = place_of(cursor, 1)[0]
    if not isinstance(number, int):
        raise NotFound("This page is gone.", "Start the list anew.")
    return number


def _plain(part: object) -> bool:
    if isinstance(part, bool):
        return False
    if isinstance(part, int):
        return -(2**63) <= part < 2**63
    return part is None or isinstance(part, str)
