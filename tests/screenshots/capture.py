"""What is kept of a message to draw it: its payload and its pictures, as JSON."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.wire.loopback import Answer, Discord


@dataclass(frozen=True, slots=True)
class Shot:
    """One message or form, ready to be drawn; `context` is who did what to get it."""

    name: str
    message: Mapping[str, Any]
    context: tuple[str, str] | None = None
    private: bool = False
    modal: Mapping[str, Any] | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        (folder / f"{self.name}.json").write_text(
            json.dumps(asdict(self), indent=1, ensure_ascii=False), "utf-8"
        )

    @classmethod
    def load(cls, path: Path) -> Shot:
        data = json.loads(path.read_text("utf-8"))
        return cls(**{**data, "context": tuple(data["context"]) if data["context"] else None})


def take(name: str, answer: Answer, discord: Discord, *, who: str = "", what: str = "") -> Shot:
    """Keep an answer: the last followup where there is one, else the message, or the form."""
    message = answer.followups[-1] if answer.followups else answer.message
    payload: dict[str, Any] = {}
    pictures: dict[str, str] = {}
    if message is not None:
        payload = {
            "content": message.content,
            "embeds": message.embeds,
            "components": message.components,
            "attachments": message.attachments,
        }
        for attachment in message.attachments:
            blob = discord.backend.cdn.get(attachment["url"]) or b""
            kind = attachment["content_type"]
            pictures[attachment["filename"]] = f"data:{kind};base64,{base64.b64encode(blob).decode()}"
    backend = discord.backend
    names = {str(identity): user.name for identity, user in backend.users.items()}
    names |= {str(identity): channel.name or "" for identity, channel in backend.channels.items()}
    names |= {str(role.id): role.name for guild in backend.guilds.values() for role in guild.roles.values()}
    return Shot(
        name,
        payload,
        context=(who, what) if what else None,
        private=message is not None and message.is_ephemeral,
        modal=answer.modal if message is None else None,
        names=names,
        pictures=pictures,
    )
