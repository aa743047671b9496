"""What comes back: an interaction's course in time, and the answer as a person sees it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web
from simcord.backend.models import Interaction, Message
from simcord.components import walk_components

if TYPE_CHECKING:
    from tests.wire.loopback.world import Discord

ACTION_ROW, BUTTON, STRING_SELECT, _TEXT = 1, 2, 3, 10
_LINK_STYLE = 5


class Unusable(AssertionError):
    """A person could not do this in a real client: no such command, button or field."""


@dataclass(slots=True)
class Exchange:
    """One interaction: what was sent, when it was acknowledged (seconds after) and finished."""

    discord: Discord
    record: Interaction
    sent: float = field(default_factory=time.monotonic)
    acknowledged: float | None = None
    finished: float | None = None
    edited_before: str | None = None
    refusal: str | None = None

    def notice(self, response: web.Response) -> None:
        """Look whether something has changed; called after a request of the bot and its `response`."""
        if self.finished is not None:
            return
        # A request that is sent again after its work was done is no refusal of the answer.
        if 400 <= response.status < 429 and '"code": 40060' not in (response.text or ""):
            self.refusal = f"Discord refused it with {response.status}: {response.text}"
        now = time.monotonic() - self.sent
        if self.acknowledged is None and self.record.responded:
            self.acknowledged = now
        if self.record.responded and self._complete():
            self.finished = now

    def _complete(self) -> bool:
        if self.record.followup_ids:
            return True
        if self.record.response_kind == "deferred_update":
            message = self.message
            return message is not None and message.edited_timestamp != self.edited_before
        return not self.record.loading

    @property
    def message(self) -> Message | None:
        stored = self.discord.backend.messages.get(self.record.channel_id, {})
        return stored.get(self.record.message_id or 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person sees of the bot's answer: a message, a form, or both absent."""

    message: Message | None
    private: bool = False
    modal: Mapping[str, Any] | None = None
    exchange: Exchange | None = None
    followups: tuple[Message, ...] = ()

    @property
    def payload(self) -> list[dict[str, Any]]:
        return self.message.components if self.message is not None else []

    @property
    def text(self) -> str:
        """All words of the message and its followups, in order."""
        parts: list[str] = []
        for message in [m for m in (self.message, *self.followups) if m is not None]:
            parts += [message.content] if message.content else []
            parts += [str(c["content"]) for c in walk_components(message.components) if c.get("type") == _TEXT]
            for embed in message.embeds:
                parts += [str(embed.get(key) or "") for key in ("title", "description")]
        return "\n".join(parts)

    @property
    def buttons(self) -> list[str]:
        """The labels of what can be pressed, links left out."""
        return [
            str(c.get("label") or "")
            for c in walk_components(self.payload)
            if c.get("type") == BUTTON and c.get("style") != _LINK_STYLE and not c.get("disabled")
        ]

    @property
    def links(self) -> list[str]:
        return [str(c["url"]) for c in walk_components(self.payload) if c.get("style") == _LINK_STYLE]

    @property
    def files(self) -> list[str]:
        return [str(a["filename"]) for a in self.message.attachments] if self.message is not None else []


def find_button(answer: Answer, label: str) -> dict[str, Any]:
    found = [
        c
        for message in (answer.message, *answer.followups)
        if message is not None
        for c in walk_components(message.components)
        if c.get("type") == BUTTON and "custom_id" in c and str(c.get("label") or "").startswith(label)
    ]
    if not found:
        raise Unusable(f"no button {label!r} among {answer.buttons}")
    if found[0].get("disabled"):
        raise Unusable(f"the button {label!r} is disabled")
    return dict(found[0])


def fill_form(modal: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields' custom ids and values, for values given by label or custom id."""
    names: dict[str, str] = {}
    for part in walk_components(modal["components"]):
        control = part.get("component")
        if isinstance(control, dict) and "custom_id" in control:
            names[str(part.get("label"))] = control["custom_id"]
        if "custom_id" in part:
            names[str(part.get("label") or part["custom_id"])] = part["custom_id"]
            names[part["custom_id"]] = part["custom_id"]
    filled = {}
    for key, value in values.items():
        found = [i for name, i in names.items() if name.casefold().startswith(key.replace("_", " ").casefold())]
        found = found or [i for name, i in names.items() if name == key]
        if not found:
            raise Unusable(f"no field {key!r} among {sorted(names)}")
        filled[found[0]] = value
    return filled
