"""What becomes of each draft of a batch: new, known already, a new version, another outlet's copy, or
refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from index.library import twins
from index.library.addresses import canonical
from index.library.prepared import Prepared
from index.models import Article, Draft
from index.store import articles, finding, outlets, purged
from index.store.articles import Stored

Outcome = Literal["added", "same", "updated", "copy"]

# Near-identical bodies are one article when they came out within these days; a yearly notice is not.
_DAYS = 3
_INCOMPLETE = frozenset({"teaser", "paywall", "consent"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one draft: `key` is the article that it is or becomes, `old` that article as it
    stands."""

    prepared: Prepared
    outcome: Outcome
    key: int
    old: Stored | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a draft is not stored."""

    prepared: Prepared
    reason: str
    advice: str = ""


class Intake:
    """Decides about the drafts of one batch, in order, inside the transaction that will store them. Reads
    only."""

    def __init__(self, db: sqlite3.Connection, batch: Sequence[Prepared], by: str) -> None:
        self._db = db
        self._by = by
        self._next = articles.next_key(db)
        self._blocked = outlets.blocked(db)
        self._ids = finding.by_ids(db, [one.id for one in batch])
        self._addresses = finding.by_addresses(db, [address for one in batch for address in one.addresses])
        self._bands = finding.by_bands(db, [band for one in batch for band in one.bands])
        self._seen: dict[int, Stored] = {}
        self._new: set[int] = set()
        self._changed: set[int] = set()

    def decide(self, prepared: Prepared, now: datetime) -> Decision | Refusal | None:
        """Decide about the next draft; None where that must wait until what was decided is written."""
        draft = prepared.draft
        blocked = outlets.refusal(self._blocked, draft.source, draft.url)
        if blocked is not None:
            return Refusal(prepared, f"The outlet {blocked} is blocked here.", "An admin can allow it again.")
        key, same_page = self._known(prepared)
        if key is None and self._by == "feed" and purged.is_known(self._db, prepared.names):
            return _removed(prepared)
        if key is None:
            return self._added(prepared, now)
        if key in self._changed:
            return None
        old = self._stored(key)
        if old.article.removed is not None:
            if self._by == "feed":
                return _removed(prepared)
            self._changed.add(key)
            return Decision(prepared, "added", key, old)
        outcome = _page_outcome(draft, old.article) if same_page else _twin_outcome(draft, old.article)
        if outcome == "updated" and key in self._new:
            return None
        if outcome == "updated" and not draft.fetched and articles.was(self._db, key, draft.text):
            # A file that is added once more tells nothing new, though the library has gone on since.
            outcome = "same"
        if outcome == "updated":
            self._changed.add(key)
        return Decision(prepared, outcome, key, old)

    def _known(self, prepared: Prepared) -> tuple[int | None, bool]:
        """The article that a draft is, and whether by its id or its page rather than by its words."""
        key = self._ids.get(prepared.id)
        if key is not None:
            return key, self._stored(key).article.id == prepared.id
        for address in prepared.addresses:
            key = self._addresses.get(address)
            if key is not None:
                own = canonical(self._stored(key).article.url)
                return key, own is None or own in prepared.addresses
        return self._twin(prepared), False

    def _twin(self, prepared: Prepared) -> int | None:
        """The article, not removed, whose body is near-identical and which came out about the same time."""
        candidates = {key for band in prepared.bands for key in self._bands.get(band, ())}
        for key in sorted(candidates):
            article = self._stored(key).article
            if (
                article.removed is None
                and _close(article.published, prepared.draft.published)
                and twins.alike(article.text, prepared.draft.text)
            ):
                return key
        return None

    def _stored(self, key: int) -> Stored:
        if key not in self._seen:
            found = articles.get(self._db, key)
            assert found is not None  # noqa: S101 -- ids, addresses and bands lead to articles
            self._seen[key] = found
        return self._seen[key]

    def _added(self, prepared: Prepared, now: datetime) -> Decision:
        key = self._next
        self._next += 1
        stored = Stored(key, now, as_article(prepared, now))
        self._seen[key] = stored
        self._new.add(key)
        self._ids[prepared.id] = key
        for address in prepared.addresses:
            self._addresses[address] = key
        for band in prepared.bands:
            self._bands.setdefault(band, []).append(key)
        return Decision(prepared, "added", key)


def _removed(prepared: Prepared) -> Refusal:
    return Refusal(prepared, "An admin removed this article.", "Restore it, or add it by hand.")


def as_article(prepared: Prepared, added: datetime) -> Article:
    """The article that a draft becomes."""
    draft = prepared.draft
    return Article(
        id=prepared.id,
        text=draft.text,
        url=draft.url,
        title=draft.title,
        author=draft.author,
        source=draft.source,
        published=draft.published,
        language=draft.language,
        added=added,
    )


def _page_outcome(draft: Draft, old: Article) -> Outcome:
    """The same page again: changed only where its words did, and never by a page that shows a part of them."""
    if draft.text == old.text and draft.title in {"", old.title}:
        return "same"
    if _INCOMPLETE.intersection(draft.concerns) and len(draft.text) < len(old.text):
        return "same"
    return "updated"


def _twin_outcome(draft: Draft, old: Article) -> Outcome:
    """Near the same words: another outlet's copy, or the same one once more."""
    if draft.source.casefold() == old.source.casefold() and draft.url in {None, old.url}:
        return "same"
    known = ((outlet.source.casefold(), outlet.url) for outlet in old.also)
    return "same" if (draft.source.casefold(), draft.url) in known else "copy"


def _close(left: date | None, right: date | None) -> bool:
    return left is None or right is None or abs((left - right).days) <= _DAYS
