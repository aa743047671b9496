"""Articles: added, listed, changed, removed and brought back."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from index.errors import ArticleRefused, Conflict, NotFound
from index.library import accounts, changing, storing
from index.library.intake import Decision, Intake, Refusal
from index.library.prepared import Prepared, prepare
from index.library.room import Room
from index.models import Added, Article, ArticleCard, Draft, Page, Preview, Refused, Version
from index.store import articles, cards, outlets, visits
from index.store.articles import Stored
from index.store.cards import Sort

# Stands before the end of an id that is too long to be carried about.
CUT = "…"
_NEAR = 50


class Articles:
    """The articles of one library."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def add(self, draft: Draft, *, by: str) -> Added:
        """Store one article with its statements, or raise ArticleRefused and store nothing."""
        prepared = await asyncio.to_thread(prepare, draft)
        result = (await self.store([prepared], by=by))[0]
        if isinstance(result, Refused):
            raise ArticleRefused(result.message, article=draft.id)
        return result

    async def add_many(self, drafts: Sequence[Draft], *, by: str) -> list[Added | Refused]:
        """Store a batch in one transaction; one outcome a draft, in order, refused ones among them."""
        ready = await asyncio.to_thread(lambda: list(map(attempt, drafts)))
        stored = iter(await self.store([one for one in ready if isinstance(one, Prepared)], by=by))
        return [one if isinstance(one, Refused) else next(stored) for one in ready]

    async def store(self, batch: Sequence[Prepared], *, by: str) -> list[Added | Refused]:
        """Store drafts that were prepared elsewhere, in one transaction; one outcome each, in order."""
        if not batch:
            return []
        async with self._room.change(by, "add") as change:
            results = await storing.store(self._room, change, batch, by)
            changed = [one for one in results if isinstance(one, Added) and one.outcome != "same"]
            if not changed:
                change.drop()
            change.say(accounts.subject(changed), after=accounts.outcomes(changed))
        return results

    async def preview(self, draft: Draft) -> Preview:
        """Say what adding would do; nothing is stored. Raises ArticleRefused as `add` would."""
        prepared = await asyncio.to_thread(prepare, draft)
        decision = await self._decision(prepared)
        if isinstance(decision, Refusal):
            raise ArticleRefused(decision.reason, decision.advice, article=draft.id)
        speakers = dict.fromkeys(one.speaker for one in prepared.reading.quotes if one.speaker is not None)
        return Preview(
            draft=draft,
            words=prepared.words,
            statements=len(prepared.reading.quotes),
            unclear=sum(one.speaker is None for one in prepared.reading.quotes),
            people=tuple(speakers),
            known=None if decision.old is None else decision.old.article.id,
            outcome=decision.outcome,
        )

    async def would(self, prepared: Prepared) -> Added | Refused:
        """Say what storing a prepared draft would come to; nothing is stored."""
        decision = await self._decision(prepared)
        if isinstance(decision, Refusal):
            return storing.refused(decision)
        found = prepared.reading.quotes
        return Added(
            id=prepared.id if decision.old is None else decision.old.article.id,
            outcome=decision.outcome,
            title=prepared.draft.title,
            words=prepared.words,
            statements=len(found),
            people=len({one.speaker for one in found if one.speaker is not None}),
            unclear=sum(one.speaker is None for one in found),
        )

    async def _decision(self, prepared: Prepared) -> Decision | Refusal:
        now = self._room.clock()
        decision = await self._room.read(lambda db: Intake(db, [prepared], "cli").decide(prepared, now))
        assert decision is not None  # noqa: S101 -- only a batch can have to wait
        return decision

    async def get(self, article_id: str) -> Article:
        """One article, also a removed one (`removed` is set); raises NotFound."""
        stored = await self._stored(article_id)
        gone = await self._room.read(partial(visits.gone, key=stored.key))
        return replace(stored.article, gone=gone)

    async def list(
        self, query: str = "", sort: Sort = "newest", cursor: str | None = None, limit: int = 10
    ) -> Page[ArticleCard]:
        """One page of the articles whose title, outlet, id or address holds `query`.

        "newest" and "oldest" go by the day of publication, "added" by when they came; "removed" lists those
        that
        can be restored.
        """
        return await self._room.read(lambda db: cards.page(db, query.strip(), sort, cursor, limit))

    async def edit(
        self,
        article_id: str,
        *,
        by: str,
        title: str | None = None,
        source: str | None = None,
        published: date | None = None,
        url: str | None = None,
        text: str | None = None,
        author: str | None = None,
    ) -> Article:
        """Change what is given (None leaves a field alone); a new text is a new version.

        Raises NotFound, Conflict for a removed article, ArticleRefused for a text that cannot be stored.
        """
        old = await self._stored(article_id)
        if old.article.removed is not None:
            raise Conflict("The article is removed.", "Restore it first.")
        given = {
            "title": title,
            "source": source,
            "published": published,
            "url": url,
            "text": text,
            "author": author,
        }
        new = replace(old.article, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # the names are the fields'
        if new == old.article:
            return new
        return await changing.edit(self._room, old, new, by=by)

    async def remove(self, article_id: str, *, by: str) -> ArticleCard:
        """Withdraw an article at once; it can be restored for 24 hours, then its text is deleted."""
        return await changing.remove(self._room, await self._stored(article_id), by=by)

    async def restore(self, article_id: str, *, by: str) -> ArticleCard:
        """Bring a removed article back within 24 hours; raises NotFound or Conflict."""
        return await changing.restore(self._room, await self._stored(article_id), by=by)

    async def versions(self, article_id: str) -> tuple[Version, ...]:
        """The earlier forms of an article, newest first, each with the words that went with it."""
        key = (await self._stored(article_id)).key
        found = await self._room.read(lambda db: articles.versions(db, key))
        return tuple(version for _, version in found)

    async def block(self, outlet: str, *, by: str) -> int:
        """Refuse an outlet (a name, or a host of its addresses) from now on and remove its articles; how many.

        Undoing brings the articles back for 24 hours; then their texts are deleted.
        """
        return await changing.block(self._room, outlet, by=by)

    async def unblock(self, outlet: str, *, by: str) -> None:
        """Allow an outlet again; raises NotFound where it was not blocked."""
        await changing.unblock(self._room, outlet, by=by)

    async def blocked(self) -> tuple[str, ...]:
        """The blocked outlets, by name."""
        return await self._room.read(outlets.blocked)

    async def _stored(self, article_id: str) -> Stored:
        found = await self._room.read(partial(_by_id, article_id=article_id))
        if found is None:
            raise NotFound(f"There is no article {article_id}.", "Look for it in the list of articles.")
        return found


def _by_id(db: sqlite3.Connection, article_id: str) -> Stored | None:
    key = articles.key_of(db, article_id)
    if key is None and article_id.startswith(CUT):
        key = _by_end(db, article_id.removeprefix(CUT))
    return None if key is None else articles.get(db, key)


def _by_end(db: sqlite3.Connection, end: str) -> int | None:
    """The only article, removed or not, whose id ends so."""
    orders: tuple[Sort, ...] = ("newest", "removed")
    pages = [cards.page(db, end, order, None, _NEAR) for order in orders]
    ids = [card.id for page in pages for card in page.items if card.id.endswith(end)]
    whole = all(page.cursor is None for page in pages)
    return articles.key_of(db, ids[0]) if whole and len(ids) == 1 else None


def attempt(draft: Draft) -> Prepared | Refused:
    """A draft made ready to be stored, or why it cannot be."""
    try:
        return prepare(draft)
    except ArticleRefused as error:
        name = draft.title or draft.url or draft.id or "An article"
        return Refused(name, None, f"{name}: {error}")
