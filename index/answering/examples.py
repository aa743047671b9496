"""Questions that a library answers, by construction."""

from __future__ import annotations

from index.answering.sources import Limits, Sources
from index.answering.topics import main_topics

_READ = 60
_VERBS = {"promised": "promise", "warned": "warn about", "denied": "deny"}


async def examples(sources: Sources, limit: int = 3) -> list[str]:
    """Up to `limit` questions about those who speak most, of several kinds."""
    asked: list[str] = []
    for place, speaker in enumerate(await sources.speakers(2 * limit)):
        statements = list(await sources.statements(Limits(speaker=speaker.label), limit=_READ))
        acts = [one.act for one in statements if one.act in _VERBS]
        texts = await sources.texts(list({one.article for one in statements}))
        topics = await main_topics(sources, speaker.label, statements, texts)
        if place % 2 == 0 and acts:
            asked.append(f"What did {speaker.label} {_VERBS[acts[0]]}?")
        elif topics:
            asked.append(f"What did {speaker.label} say about {topics[0].label}?")
        if len(asked) == limit:
            break
    return asked
