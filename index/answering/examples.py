"""Questions that a library answers, by construction."""

from __future__ import annotations

from index.answering.sources import Limits, Sources
from index.answering.topics import main_topics

_READ = 60
_VERBS = {"promised": "promise", "warned": "warn about", "denied": "deny"}


async def examples(sources: Sources, limit: int = 3) -> list[str]:
    """Up to `limit` questions about those who speak most, of several kinds."""
    asked: list[str] = []
    further: list[str] = []
    for place, speaker in enumerate(await sources.speakers(2 * limit)):
        statements = list(await sources.statements(Limits(speaker=speaker.label), limit=_READ))
        if speaker.label in {one.source.removeprefix("The ") for one in statements}:
            continue  # what an outlet says is asked of its articles
        acts = list(dict.fromkeys(one.act for one in statements if one.act in _VERBS))
        texts = await sources.texts(list({one.article for one in statements}))
        topics = await main_topics(sources, speaker.label, statements, texts)
        done = [f"What did {speaker.label} {_VERBS[act]}?" for act in acts]
        # A word alone, out of its place, is mostly no topic that anybody would ask about.
        named = [topic.label for topic in topics if " " in topic.label]
        about = [f"What did {speaker.label} say about {topic}?" for topic in named[:1]]
        made = done + about if place % 2 == 0 else about + done
        asked += made[:1]
        further += made[1:]
        if len(asked) >= limit:
            break
    return (asked + further)[: max(0, limit)]
