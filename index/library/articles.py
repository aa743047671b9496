"""Articles: added, listed, changed, removed and brought back."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from index.errors import ArticleRefused, Conflict, NotFound
from index.library import storing
from index.library.intake import Decision, Intake, Refusal
from index.library.prepared import Prepared, prepare
from index.library.room import Change, Room
from index.models import Added, Article, ArticleCard, Draft, Page, Preview, Refused, Version
from index.store import articles, cards, outlets, visits
from index.store.articles import Stored
from index.store.cards import Sort


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
        ready = await asyncio.to_thread(_prepare_all, drafts)
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
            change.say(_subject(changed), after=_outcomes(changed))
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
        return await self._edit(old, new, by)

    async def _edit(self, old: Stored, new: Article, by: str) -> Article:
        prepared = await asyncio.to_thread(prepare, _draft(new))
        versioned = new.text != old.article.text
        if versioned:
            new = replace(new, version=new.version + 1)
        async with self._room.change(by, "edit") as change:
            await _unchanged(change, old)
            stored = Stored(old.key, change.at if versioned else old.since, new)
            fresh = storing.as_fresh(old.key, prepared)
            await storing.rewrite(self._room, change, stored, fresh, versioned=versioned)
            before, after = _differences(old.article, new)
            change.say(_name(old.article), before, after)
        return new

    async def remove(self, article_id: str, *, by: str) -> ArticleCard:
        """Withdraw an article at once; it can be restored for 24 hours, then its text is deleted."""
        old = await self._stored(article_id)
        if old.article.removed is not None:
            raise Conflict("The article is removed already.")
        async with self._room.change(by, "remove") as change:
            await _unchanged(change, old)
            card = await change.run(partial(cards.get, key=old.key))
            gone = Stored(old.key, old.since, replace(old.article, removed=change.at))
            await storing.rewrite(self._room, change, gone, None)
            change.say(_name(old.article))
            assert card is not None  # noqa: S101 -- it was read above
            return replace(card, removed=change.at)

    async def restore(self, article_id: str, *, by: str) -> ArticleCard:
        """Bring a removed article back within 24 hours; raises NotFound or Conflict."""
        old = await self._stored(article_id)
        if old.article.removed is None:
            raise Conflict("The article is not removed.")
        prepared = await asyncio.to_thread(prepare, _draft(old.article))
        async with self._room.change(by, "restore") as change:
            await _unchanged(change, old)
            back = Stored(old.key, old.since, replace(old.article, removed=None))
            await storing.rewrite(self._room, change, back, storing.as_fresh(old.key, prepared))
            change.say(_name(old.article))
            card = await change.run(partial(cards.get, key=old.key))
        assert card is not None  # noqa: S101 -- it was put above
        return card

    async def versions(self, article_id: str) -> tuple[Version, ...]:
        """The earlier forms of an article, newest first, each with the words that went with it."""
        key = (await self._stored(article_id)).key
        found = await self._room.read(lambda db: articles.versions(db, key))
        return tuple(version for _, version in found)

    async def block(self, outlet: str, *, by: str) -> int:
        """Refuse an outlet (a name, or a host of its addresses) from now on and remove its articles; how many.

        Undoing brings the articles back for 24 hours; then their texts are deleted.
        """
        if not outlet.strip():
            raise Conflict("No outlet was named.", "Give its name, or the host of its addresses.")
        async with self._room.change(by, "block") as change:
            if not await change.run(partial(outlets.block, name=outlet)):
                raise Conflict(f"{outlet} is blocked already.")
            keys = await change.run(partial(outlets.articles_of, name=outlet))
            for key in keys:
                old = await change.run(partial(articles.get, key=key))
                assert old is not None  # noqa: S101 -- its key was read above
                gone = Stored(key, old.since, replace(old.article, removed=change.at))
                await storing.rewrite(self._room, change, gone, None)
            change.say(outlet, after=f"{len(keys)} articles removed")
        return len(keys)

    async def unblock(self, outlet: str, *, by: str) -> None:
        """Allow an outlet again; raises NotFound where it was not blocked."""
        async with self._room.change(by, "unblock") as change:
            if not await change.run(partial(outlets.unblock, name=outlet)):
                raise NotFound(f"{outlet} is not blocked.")
            change.say(outlet)

    async def blocked(self) -> tuple[str, ...]:
        """The blocked outlets, by name."""
        return await self._room.read(outlets.blocked)

    async def _stored(self, article_id: str) -> Stored:
        found = await self._room.read(partial(_by_id, article_id=article_id))
        if found is None:
            raise NotFound(f"There is no article {article_id}.", "Look for it in the list of articles.")
        return found


async def _unchanged(change: Change, old: Stored) -> None:
    """Raise Conflict where someone else changed the article since it was read."""
    if await change.run(partial(articles.get, key=old.key)) != old:
        raise Conflict("Someone else changed the article just now.", "Look at it and try again.")


def _by_id(db: sqlite3.Connection, article_id: str) -> Stored | None:
    key = articles.key_of(db, article_id)
    return None if key is None else articles.get(db, key)


def _prepare_all(drafts: Sequence[Draft]) -> list[Prepared | Refused]:
    ready: list[Prepared | Refused] = []
    for draft in drafts:
        try:
            ready.append(prepare(draft))
        except ArticleRefused as error:
            name = draft.title or draft.url or draft.id or "An article"
            ready.append(Refused(name, None, f"{name}: {error}"))
    return ready


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


def _name(article: Article) -> str:
    return f"{article.title} ({article.id})" if article.title else article.id


def _subject(changed: Sequence[Added]) -> str:
    if len(changed) == 1:
        return f"{changed[0].title} ({changed[0].id})" if changed[0].title else changed[0].id
    return f"{len(changed)} articles"


def _outcomes(changed: Sequence[Added]) -> str:
    counts = Counter(one.outcome for one in changed)
    return ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))


def _differences(old: Article, new: Article) -> tuple[str, str]:
    """What changed, before and after, in words; a text is told by its length."""
    before, after = [], []
    for field in ("title", "author", "source", "published", "url"):
        left, right = getattr(old, field), getattr(new, field)
        if left != right:
            before.append(f"{field}: {left or '-'}")
            after.append(f"{field}: {right or '-'}")
    if old.text != new.text:
        before.append(f"text: {len(old.text)} characters")
        after.append(f"text: {len(new.text)} characters")
    return "; ".join(before), "; ".join(after)
