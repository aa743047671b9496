"""The work on articles inside one change: what an intake decided is written, and search follows."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from index.library.addresses import canonical
from index.library.intake import Decision, Intake, Refusal, as_article
from index.library.prepared import Prepared
from index.library.room import Change, Room
from index.models import Added, Outlet, Refused
from index.store import articles, deriving, doubts, purged, readings
from index.store.articles import Stored
from index.store.deriving import Fresh


async def store(room: Room, change: Change, batch: Sequence[Prepared], by: str) -> list[Added | Refused]:
    """Store a batch inside a change; one outcome a draft, in order."""
    results: list[Added | Refused] = []
    left = list(batch)
    while left:
        decided = await change.run(partial(_decide, batch=left, by=by, now=change.at))
        left = left[len(decided) :]
        decisions = [one for one in decided if isinstance(one, Decision)]
        await room.unindex(change, [one.key for one in decisions if one.outcome == "updated"])
        fresh = await change.run(partial(_write, decisions=decisions, now=change.at))
        await enter(room, change, fresh)
        results += await change.run(partial(_results, decided=decided))
    return results


async def rewrite(
    room: Room, change: Change, stored: Stored, fresh: Fresh | None, *, versioned: bool = False
) -> None:
    """Put an article in its new form, and what is derived from it (None: nothing, it is removed).

    `versioned` keeps the present form as an earlier version.
    """
    await room.unindex(change, [stored.key])
    await change.run(partial(_rewrite, stored=stored, fresh=fresh, versioned=versioned, now=change.at))
    if fresh is not None:
        await enter(room, change, [fresh])


async def enter(room: Room, change: Change, fresh: Collection[Fresh]) -> None:
    """Put derived articles into the search index; in others it may now be less clear whom a surname alone
    means."""
    await room.index(change, fresh)
    tags = await change.run(partial(doubts.settle, articles=[one.key for one in fresh]))
    await room.body.retag(change.db, tags.before, tags.after)


async def rederive(room: Room, change: Change, keys: Collection[int]) -> None:
    """Derive articles anew from what was read out of them, after a decision on people."""
    await room.unindex(change, keys)
    loaded = await change.run(partial(_rederive, keys=sorted(keys), now=change.at))
    await room.index(change, loaded)


def derive(db: sqlite3.Connection, fresh: Sequence[Fresh]) -> None:
    """Write what is derived from articles that have nothing derived yet."""
    deriving.derive(db, fresh)


def refused(one: Refusal) -> Refused:
    """A refusal as the outcome of a batch."""
    draft = one.prepared.draft
    name = draft.title or draft.url or one.prepared.id
    return Refused(name, None, f"{name}: {one.reason} {one.advice}".strip())


def as_fresh(key: int, prepared: Prepared) -> Fresh:
    """What was read out of a draft, for the article under `key`."""
    return Fresh(
        key=key,
        text=prepared.draft.text,
        reading=prepared.reading,
        chunks=prepared.chunks,
        bands=prepared.bands,
        words=prepared.words,
        counts=prepared.counts,
    )


def _decide(
    db: sqlite3.Connection, batch: Sequence[Prepared], by: str, now: datetime
) -> list[Decision | Refusal]:
    intake = Intake(db, batch, by)
    decided: list[Decision | Refusal] = []
    for prepared in batch:
        decision = intake.decide(prepared, now)
        if decision is None:
            break
        decided.append(decision)
    return decided


def _write(db: sqlite3.Connection, decisions: Sequence[Decision], now: datetime) -> list[Fresh]:
    """Write what was decided; returns the articles to index."""
    new = [one for one in decisions if one.outcome == "added" and one.old is None]
    articles.insert(db, [Stored(one.key, now, as_article(one.prepared, now)) for one in new])
    purged.forget(db, (name for one in new for name in one.prepared.names))
    for one in decisions:
        if one.outcome == "updated" and one.old is not None:
            _update(db, one.old, one.prepared, now)
        elif one.outcome == "added" and one.old is not None:
            _revive(db, one.old, one.prepared, now)
        elif one.outcome == "copy":
            _copy(db, one.key, one.prepared)
    written = [one for one in decisions if one.outcome in {"added", "updated"}]
    articles.add_addresses(
        db,
        [
            (one.key, address)
            for one in decisions
            if one.outcome != "same"
            for address in one.prepared.addresses
        ],
    )
    fresh = [as_fresh(one.key, one.prepared) for one in written]
    deriving.derive(db, fresh)
    return fresh


def _update(db: sqlite3.Connection, old: Stored, prepared: Prepared, now: datetime) -> None:
    """A new version keeps its id, the day it first came out, and what the new page does not say."""
    draft = prepared.draft
    articles.add_version(db, old, now)
    deriving.withdraw(db, [old.key], version=old.article.version, since=old.since, gone=now)
    article = replace(
        old.article,
        text=draft.text,
        title=draft.title or old.article.title,
        author=draft.author or old.article.author,
        source=old.article.source or draft.source,
        published=old.article.published or draft.published,
        version=old.article.version + 1,
    )
    articles.put(db, Stored(old.key, now, article))


def _revive(db: sqlite3.Connection, old: Stored, prepared: Prepared, now: datetime) -> None:
    article = replace(as_article(prepared, old.article.added), id=old.article.id, version=old.article.version)
    if article.text != old.article.text:
        articles.add_version(db, old, now)
        article = replace(article, version=old.article.version + 1)
    articles.put(db, Stored(old.key, now, article))


def _copy(db: sqlite3.Connection, key: int, prepared: Prepared) -> None:
    draft = prepared.draft
    articles.add_printing(db, key, draft.id, Outlet(draft.source, draft.url, draft.published))


def _rewrite(
    db: sqlite3.Connection, stored: Stored, fresh: Fresh | None, *, versioned: bool, now: datetime
) -> None:
    old = articles.get(db, stored.key)
    assert old is not None  # noqa: S101 -- the caller read it in this transaction
    version = old.article.version if versioned else None
    if versioned:
        articles.add_version(db, old, now)
    deriving.withdraw(db, [stored.key], version=version, since=old.since, gone=now)
    articles.put(db, stored)
    address = canonical(stored.article.url)
    if address is not None:
        articles.add_addresses(db, [(stored.key, address)])
    if fresh is not None:
        deriving.derive(db, [fresh])


def _rederive(db: sqlite3.Connection, keys: Sequence[int], now: datetime) -> list[Fresh]:
    loaded = [fresh for key in keys if (fresh := deriving.load(db, key)) is not None]
    deriving.withdraw(db, [one.key for one in loaded], version=None, since=now, gone=now)
    deriving.derive(db, loaded)
    return loaded


def _results(db: sqlite3.Connection, decided: Sequence[Decision | Refusal]) -> list[Added | Refused]:
    return [_result(db, one) for one in decided]


def _result(db: sqlite3.Connection, one: Decision | Refusal) -> Added | Refused:
    if isinstance(one, Refusal):
        return refused(one)
    draft = one.prepared.draft
    old = None if one.old is None else one.old.article
    words, statements, unclear, people = readings.counts(db, one.key)
    return Added(
        id=one.prepared.id if old is None else old.id,
        outcome=one.outcome,
        title=draft.title if old is None else (draft.title or old.title),
        words=words,
        statements=statements,
        people=people,
        unclear=unclear,
    )
