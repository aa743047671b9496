"""Commands are sent to Discord only when they changed since they were last sent."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from bot.client import Client

if TYPE_CHECKING:
    from discord import app_commands


log = logging.getLogger(__name__)


def fingerprint(tree: app_commands.CommandTree[Client]) -> str:
    """A hash of all commands as Discord would get them."""
    payload = [command.to_dict(tree) for command in tree.get_commands()]
    payload.sort(key=lambda command: (command["name"], command["type"]))
    return hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()


async def sync(tree: app_commands.CommandTree[Client], note: Path) -> bool:
    """Send the commands unless `note` says that these very ones were sent; whether they were."""
    now = fingerprint(tree)
    if _read(note) == now:
        log.info("commands unchanged, not sent")
        return False
    sent = await tree.sync()
    _write(note, now)
    log.info("%d commands sent", len(sent))
    return True


def _read(note: Path) -> str:
    return note.read_text(encoding="utf-8").strip() if note.exists() else ""


def _write(note: Path, text: str) -> None:
    # Without the note the commands are sent once more at the next start; no reason not to serve.
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        log.warning("cannot note that the commands were sent: %s", error)
