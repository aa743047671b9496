"""Whether a message is a question to the bot, and which: a pure function of what the message is."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """A message: who wrote it (a bot, a webhook), whether the bot is among its mentions, its words."""

    content: str
    from_bot: bool
    direct: bool
    mentioned: bool


def question_of(heard: Heard, me: int) -> str | None:
    """The question in a message to the bot; "" for a bare mention; None where the bot should stay silent.

    A reply to the bot counts as a mention unless its author turned the ping off; then Discord does not deliver
    the words, and there is nothing to answer.
    """
    if heard.from_bot or not (heard.direct or heard.mentioned):
        return None
    words = re.sub(rf"<@!?{me}>", " ", heard.content)
    words = " ".join(words.split())
    if not words and not re.search(rf"<@!?{me}>", heard.content):
        return None
    return words
