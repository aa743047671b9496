"""The log: a line an event, as text or JSON, with the id of the request. It holds no question and no secret."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from discord import VoiceClient

from bot import requests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.config import Settings


# Below warnings these tell of every frame, request and statement, with all that people wrote in them.
CHATTY = ("discord", "aiosqlite", "asyncio", "aiohttp")


class Redacted(logging.Filter):
    """Adds the request's id, and blots out secrets wherever a library prints one."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record in place; every record passes."""
        record.request = requests.current()
        message = record.getMessage()
        if any(secret in message for secret in self._secrets):
            record.msg, record.args = self.redact(message), ()
        return True

    def redact(self, text: str) -> str:
        """`text` without the secrets."""
        for secret in self._secrets:
            text = text.replace(secret, "[secret]")
        return text


class Lines(logging.Formatter):
    """A line of text an event, its trace below it."""

    def __init__(self, redacted: Redacted) -> None:
        super().__init__("%(asctime)s %(levelname)s [%(request)s] %(name)s: %(message)s")
        self._redacted = redacted

    def formatException(self, ei: object) -> str:  # noqa: N802  # logging's own name
        """The trace, without secrets."""
        return self._redacted.redact(super().formatException(ei))  # type: ignore[arg-type]  # logging's own type


class JsonLines(Lines):
    """A JSON object an event."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        event = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "request": getattr(record, "request", "-"),
            "where": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            event["trace"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=False)


def set_up(settings: Settings) -> None:
    """Send the log to standard error as the settings say."""
    redacted = Redacted([settings.token.get_secret_value() if settings.token else ""])
    handler = logging.StreamHandler()
    handler.addFilter(redacted)
    handler.setFormatter(JsonLines(redacted) if settings.log_format == "json" else Lines(redacted))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    # The bot does not speak; that it could not is no news.
    VoiceClient.warn_nacl = VoiceClient.warn_dave = False
    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLevelName(settings.log_level)))
