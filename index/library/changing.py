"""Changing, withdrawing and bringing back what is in a library: single articles, and all of an outlet."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from index.errors import Conflict, NotFound
from index.library import accounts, storing
from index.library.prepared import prepare
from index.library.room import Change, Room
from index.models import Article, ArticleCard, Draft
from index.store import articles, cards, outlets
from index.store.articles import Stored


async def edit(room: Room, old: Stored, new: Article, *, by: str) -> Article:
    """Put an article in another form; other words are a new version."""
    prepared = await asyncio.to_thread(prepare, _draft(new))
    versioned = new.text != old.article.text
    if versioned:
        new = replace(new, version=new.version + 1)
    async with room.change(by, "edit") as change:
        await _unchanged(change, old)
        stored = Stored(old.key, change.at if versioned else old.since, new)
        await storing.rewrite(room, change, stored, storing.as_fresh(old.key, prepared), versioned=versioned)
        before, after = accounts.differences(old.article, new)
        change.say(accounts.named(old.article), before, after)
    return new


async def remove(room: Room, old: Stored, *, by: str) -> ArticleCard:
    """Withdraw an article; raises Conflict where it is removed already."""
    if old.article.removed is not None:
        raise Conflict("The article is removed already.")
    async with room.change(by, "remove") as change:
        await _unchanged(change, old)
        card = await change.run(partial(cards.get, key=old.key))
        await _withdraw(room, change, old)
        change.say(accounts.named(old.article))
        assert card is not None  # noqa: S101 -- it was read above
        return replace(card, removed=change.at)


async def restore(room: Room, old: Stored, *, by: str) -> ArticleCard:
    """Bring a removed article back; raises Conflict where it is not removed."""
    if old.article.removed is None:
        raise Conflict("The article is not removed.")
    prepared = await asyncio.to_thread(prepare, _draft(old.article))
    async with room.change(by, "restore") as change:
        await _unchanged(change, old)
        back = Stored(old.key, old.since, replace(old.article, removed=None))
        await storing.rewrite(room, change, back, storing.as_fresh(old.key, prepared))
        change.say(accounts.named(old.article))
        card = await change.run(partial(cards.get, key=old.key))
    assert card is not None  # noqa: S101 -- it was put above
    return card


async def block(room: Room, outlet: str, *, by: str) -> int:
    """Refuse an outlet from now on and withdraw its articles; how many. Raises Conflict."""
    if not outlet.strip():
        raise Conflict("No outlet was named.", "Give its name, or the host of its addresses.")
    async with room.change(by, "block") as change:
        if not await change.run(partial(outlets.block, name=outlet)):
            raise Conflict(f"{outlet} is blocked already.")
        keys = await change.run(partial(outlets.articles_of, name=outlet))
        for key in keys:
            old = await change.run(partial(articles.get, key=key))
            assert old is not None  # noqa: S101 -- its key was read above
            await _withdraw(room, change, old)
        change.say(outlet, after=f"{accounts.number(len(keys))} removed")
    return len(keys)


async def unblock(room: Room, outlet: str, *, by: str) -> None:
    """Allow an outlet again; raises NotFound where it was not blocked."""
    async with room.change(by, "unblock") as change:
        if not await change.run(partial(outlets.unblock, name=outlet)):
            raise NotFound(f"{outlet} is not blocked.")
        change.say(outlet)


async def _withdraw(room: Room, change: Change, old: Stored) -> None:
    gone = Stored(old.key, old.since, replace(old.article, removed=change.at))
    await storing.rewrite(room, change, gone, None)


async def _unchanged(change: Change, old: Stored) -> None:
    """Raise Conflict where someone else changed the article since it was read."""
    if await change.run(partial(articles.get, key=old.key)) != old:
        raise Conflict("Someone else changed the article just now.", "Look at it and try again.")


def _draft(article: Article) -> Draft:
    return Draft(
        text=article.text,
        id=article.id,
        url=article.url,
        title=article.title,
        author=article.author,
        source=article.source,
        published=article.published,
        language=article.language,
    )
