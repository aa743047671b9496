"""Where libraries live: one SQLite file each, named by the Discord server's id or by the operator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_NAME = "default"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def library_path(data: Path, name: str = DEFAULT_NAME) -> Path:
    """The file of the library `name` in the folder `data`. Raises InputError for what is no plain word."""
    if not _NAME.fullmatch(name):
        raise InputError(
            f"{name!r} cannot be the name of a library.",
            "Use up to 64 letters, digits, - and _, or a Discord server's id.",
        )
    return data / f"{name}.sqlite"


def library_names(data: Path) -> list[str]:
    """The names of the libraries in `data`, sorted; an absent folder has none."""
    return sorted(path.stem for path in data.glob("*.sqlite") if _NAME.fullmatch(path.stem))
