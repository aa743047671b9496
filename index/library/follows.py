"""Follows: digests of a person or a topic."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Literal
from zoneinfo import ZoneInfo

from index.errors import Conflict, Nobody, NotFound
from index.library import citing
from index.library.room import Room
from index.library.settings import stored_settings
from index.library.sources import LibrarySources, open_sources
from index.models import Digest, Follow, LibrarySettings, Passage
from index.store import follows
from index.text import tokens

# As many as the completion of /unfollow can show.
MOST = 25
_SHOWN = 5
_SEARCHED = 200
_LONGEST_SUBJECT = 100
_PERIOD = {"day": timedelta(days=1), "week": timedelta(days=7)}
# A digest that went out a little late yesterday is still due at its hour today.
_SLACK = timedelta(hours=2)


class Follows:
    """The digests that readers asked for. No audit entries: they are the readers' own affair."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def add(
        self,
        reader: str,
        subject: str,
        *,
        kind: Literal["person", "topic"],
        every: Literal["day", "week"] = "day",
        channel: str | None = None,
    ) -> Follow:
        """Follow a person (Nobody with near names where unknown) or a topic; asking twice is one follow."""
        subject = " ".join(subject.split())[:_LONGEST_SUBJECT]
        if kind == "person":
            names = (await self._room.memory.current()).names
            known = names.resolve(subject)
            if known is None:
                raise Nobody(subject, near=names.near(subject))
            subject = known
        elif not tokens.terms(subject):
            raise Conflict("A topic has words.", "Name what the articles should be about.")
        mine = await self.of(reader)
        if len(mine) >= MOST and subject not in {each.subject for each in mine}:
            raise Conflict(f"You follow {MOST} people and topics already.", "End one first with /unfollow.")
        wanted = Follow(0, reader, channel, subject, kind, every, self._room.clock(), None)
        key = await self._room.write(partial(follows.insert, follow=wanted))
        return await self._get(key)

    async def remove(self, follow_id: int, *, reader: str) -> Follow:
        """Stop a digest of this reader; raises NotFound."""
        found = await self._get(follow_id)
        if found.reader != reader:
            raise NotFound(f"You follow nothing under number {follow_id}.")
        await self._room.write(partial(follows.delete, key=follow_id))
        return found

    async def of(self, reader: str) -> tuple[Follow, ...]:
        """What a reader follows."""
        return await self._room.read(lambda db: follows.of_reader(db, reader))

    async def due(self, now: datetime | None = None) -> tuple[Digest, ...]:
        """The digests to send now: hour come, no quiet hours, something new since the last; none is empty."""
        moment = now or self._room.clock()
        async with open_sources(self._room) as sources:
            settings = await sources.run(stored_settings)
            if _is_quiet(moment, settings):
                return ()
            every = await sources.run(follows.all_follows)
            made = [await _digest(sources, one, seen) for one, seen in every if _is_due(one, moment, settings)]
        return tuple(digest for digest in made if digest is not None)

    async def sent(self, follow_id: int, now: datetime | None = None) -> None:
        """Note that a digest went out; what is in the library by now is not new any more."""
        moment = now or self._room.clock()
        await self._room.write(lambda db: follows.sent(db, follow_id, moment, follows.newest_article(db)))

    async def _get(self, follow_id: int) -> Follow:
        found = await self._room.read(partial(follows.get, key=follow_id))
        if found is None:
            raise NotFound(f"You follow nothing under number {follow_id}.")
        return found


def _is_quiet(now: datetime, settings: LibrarySettings) -> bool:
    hour = now.astimezone(ZoneInfo(settings.timezone)).hour
    start, end = settings.quiet_from, settings.quiet_until
    if start <= end:
        return start <= hour < end
    return hour >= start or hour < end


def _is_due(follow: Follow, now: datetime, settings: LibrarySettings) -> bool:
    """Whether the digest hour has come since the last digest, or since it was asked for, plus the period."""
    last = follow.last_sent or follow.made
    period = _PERIOD[follow.every] if follow.last_sent is not None or follow.every == "week" else timedelta()
    if now < last + period - _SLACK:
        return False
    local = now.astimezone(ZoneInfo(settings.timezone))
    hour = local.replace(hour=settings.digest_hour, minute=0, second=0, microsecond=0)
    today = hour if hour <= local else hour - timedelta(days=1)
    return last < today


async def _digest(sources: LibrarySources, follow: Follow, seen: int) -> Digest | None:
    if follow.kind == "person":
        found, total = await sources.run(lambda db: follows.new_statements(db, follow.subject, seen, _SHOWN))
        passages = [await citing.statement(sources, one) for one in found]
    else:
        passages, total = await _about(sources, follow.subject, seen)
    shown = tuple(passage for passage in passages if passage is not None)
    return Digest(follow, shown, total) if shown else None


async def _about(sources: LibrarySources, topic: str, seen: int) -> tuple[list[Passage | None], int]:
    """The best passages with every word of a topic in articles added after `seen`, one an article."""
    wanted = list(dict.fromkeys(tokens.terms(topic)))
    hits = await sources.body(wanted, limit=_SEARCHED)
    chunks = await sources.chunks(hits.passages.tolist())
    texts = await sources.texts(list({chunk.article for chunk in chunks.values() if chunk.article > seen}))
    places: dict[int, Passage | None] = {}
    for key in hits.passages:
        chunk = chunks.get(int(key))
        if chunk is None or chunk.article <= seen or chunk.article in places:
            continue
        text = texts[chunk.article][chunk.start : chunk.end]
        if set(wanted) <= set(tokens.terms(text)):
            places[chunk.article] = await _best_sentences(sources, chunk.article, chunk.start, text, wanted)
    return list(places.values())[:_SHOWN], len(places)


async def _best_sentences(
    sources: LibrarySources, article: int, start: int, text: str, wanted: list[str]
) -> Passage | None:
    """The line of the chunk that holds most of the wanted words."""
    best, place, offset = -1, (0, len(text)), 0
    for line in text.splitlines(keepends=True):
        score = len(set(wanted) & set(tokens.terms(line)))
        if score > best and line.strip():
            best, place = score, (offset, offset + len(line.rstrip()))
        offset += len(line)
    return await citing.words(sources, article, start + place[0], start + place[1])
