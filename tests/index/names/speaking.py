"""Whom an invented article's last speaker is, through the cast alone: what most tests of names ask."""

from __future__ import annotations

import re

from index.models.articles import Span
from index.names import Cast, Resolution


def resolved(
    text: str, mention: str, *, title: str = "", previous: str | None = None, nth: int = -1
) -> Resolution:
    """Whom `mention` means where it stands last in `text` (`nth` -1), or for the nth time."""
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text)]
    start = places[nth]
    return Cast.of(text, title).resolve(Span(start, start + len(mention)), previous=previous)


def speaker(
    text: str, mention: str, *, title: str = "", previous: str | None = None, nth: int = -1
) -> str | None:
    """The name of whom `mention` means."""
    return resolved(text, mention, title=title, previous=previous, nth=nth).name
