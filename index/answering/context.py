"""The neighbourhood of a passage."""

from __future__ import annotations

from index.answering.sources import Sources
from index.errors import NotFound
from index.models import Context, Span
from index.text.sentences import sentences

_BESIDE = 2  # sentences shown on each side
_REACH = 4000  # characters on each side that are looked through for them


async def context(sources: Sources, article_id: str, start: int, end: int) -> Context:
    """The sentences around text[start:end] of an article; `text` is the article's. Raises NotFound where
    there is no such article or slice."""
    key = await sources.key(article_id)
    text = "" if key is None else (await sources.texts([key])).get(key, "")
    if key is None or not 0 <= start < end <= len(text):
        raise NotFound("There is no such passage in this library.", "Its article may have been changed.")
    card = (await sources.cards([key])).get(key)
    return Context(
        article=article_id,
        before=_before(text, start),
        passage=Span(start, end),
        after=_after(text, end),
        text=text,
        title=card.title if card else "",
        withdrawn=card is None,
    )


def _before(text: str, end: int) -> Span:
    """The last sentences that end at or before `end`; empty at `end` where there are none."""
    found = sentences(text, max(0, end - _REACH), end)[-_BESIDE:]
    return Span(found[0].start, found[-1].end) if found else Span(end, end)


def _after(text: str, start: int) -> Span:
    """The first sentences from `start` on; empty at `start` where there are none."""
    found = sentences(text, start, min(len(text), start + _REACH))[:_BESIDE]
    return Span(found[0].start, found[-1].end) if found else Span(start, start)
