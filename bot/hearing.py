"""Whether a message is a question to the bot, and which: a pure function of what the message is."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What Discord shows in another way than it is typed: mentions, emojis and times; marks of markup.
_TOKENS = re.compile(r"<(?:@[!&]?|#|a?:\w+:|t:)-?\d+(?::\w)?>|(?<!\w)@(?:everyone|here)\b")
_LINE_MARKS = re.compile(r"^\s*(?:(?:#{1,3}|-#|>>>|>|[-*])\s+)+", re.MULTILINE)
_MARKS = re.compile(r"\*+|__+|~~|\|\||`+")
_MORE = re.compile(
    r"(?:(?:and|(?:give|show) me) )?(?:more|next|next page|go on|continue|anything else|what else)(?: please)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message: who wrote it (a bot, a webhook), whether the bot is among its mentions, its words."""

    content: str
    from_bot: bool
    direct: bool
    mentioned: bool


def plain(typed: str) -> str:
    """The words of a question on one line, without mentions, emojis of a server and marks of markup."""
    return " ".join(_MARKS.sub("", _LINE_MARKS.sub("", _TOKENS.sub(" ", typed))).split())


def wants_more(question: str) -> bool:
    """Whether a reply to an answer asks for its next page."""
    return _MORE.fullmatch(question.strip(" .!?…")) is not None


def question_of(heard: Heard, me: int) -> str | None:
    """The question in a message to the bot; "" for a bare mention; None where the bot should stay silent.

    A reply to the bot counts as a mention unless its author turned the ping off; then Discord does not deliver
    the words, and there is nothing to answer.
    """
    if heard.from_bot or not (heard.direct or heard.mentioned):
        return None
    words = plain(heard.content)
    if not words and not re.search(rf"<@!?{me}>", heard.content):
        return None
    return words
