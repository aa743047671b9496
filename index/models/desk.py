"""What admins and readers keep in a library beside articles: flags, follows, feeds, settings, the audit log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from index.models.answers import Passage

FlagReason = Literal["speaker", "text", "outdated", "other"]


@dataclass(frozen=True, slots=True)
class Flag:
    """A reader's report on one passage; `reader` is a user id, kept until the flag is resolved."""

    id: int
    passage: Passage
    reason: FlagReason
    note: str
    reader: str | None
    made: datetime
    outcome: Literal["open", "fixed", "dismissed"] = "open"


@dataclass(frozen=True, slots=True)
class Follow:
    """A digest someone asked for: a person's name or a topic, to a channel or (None) a direct message."""

    id: int
    reader: str
    channel: str | None
    subject: str
    kind: Literal["person", "topic"]
    every: Literal["day", "week"]
    made: datetime
    last_sent: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its health. `state`: "ok", "failing" (backing off), "paused", "gone"."""

    id: int
    url: str
    title: str
    state: Literal["ok", "failing", "paused", "gone"]
    last_good: datetime | None
    next_try: datetime | None
    failures: int
    reason: str
    articles: int
    etag: str | None = None
    modified: str | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Poll:
    """How a poll of a feed went; "ok" clears the failures.

    `url` and `title` replace the feed's where given (it moved), `stored` adds to its count of articles,
    `entries` are entry ids that need not be looked at again, `told` whether admins know of the failure.
    """

    state: Literal["ok", "failing", "gone"]
    next_try: datetime | None
    reason: str = ""
    etag: str | None = None
    modified: str | None = None
    url: str | None = None
    title: str | None = None
    stored: int = 0
    entries: frozenset[str] = frozenset()
    told: bool | None = None

    def applied(self, feed: Feed, now: datetime) -> Feed:
        """The feed and its health afterwards."""
        good = self.state == "ok"
        return replace(
            feed,
            state=self.state,
            next_try=self.next_try,
            reason=self.reason,
            last_good=now if good else feed.last_good,
            failures=0 if good else feed.failures + 1,
            etag=self.etag if good else feed.etag,
            modified=self.modified if good else feed.modified,
            url=self.url or feed.url,
            title=self.title or feed.title,
            articles=feed.articles + self.stored,
            told=(False if good else feed.told) if self.told is None else self.told,
        )


@dataclass(frozen=True, slots=True)
class CitedPage:
    """The page of an article that answers cited, to be looked at again.

    `seen` stands for the words that the page had when it was last looked at, or for the article's where it
    never was (`first`). `etag` and `modified` belong into the request.
    """

    article: str
    url: str
    seen: bytes
    first: bool
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change: who (`by`: "cli", "feed" or a user id), what, to which thing, before and after in words."""

    id: int
    at: datetime
    by: str
    action: str
    subject: str
    before: str
    after: str
    undone: bool = False
    undoable: bool = False


@dataclass(frozen=True, slots=True)
class Stats:
    """Direct counts over a library."""

    articles: int
    statements: int
    unclear: int
    people: int
    outlets: int
    oldest: str | None
    newest: str | None
    passages: int
    bytes: int


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """What the admins of a server chose. Ids are Discord's, as text.

    `channels` where the bot answers (empty: everywhere), `adders` the roles that may add articles beside
    admins, hours are of the day in `timezone` (an IANA name); no digest goes out from `quiet_from` until
    `quiet_until` (equal: no quiet hours). `audit_channel` is told of changes, `news_channel` of what feeds
    bring. `recheck` looks at cited pages again at night.
    """

    channels: tuple[str, ...] = ()
    answers: Literal["public", "private"] = "public"
    adders: tuple[str, ...] = ()
    timezone: str = "UTC"
    digest_hour: int = 8
    quiet_from: int = 22
    quiet_until: int = 7
    audit_channel: str | None = None
    news_channel: str | None = None
    recheck: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """What is new for one follow: the best `passages`, and how many there are in all."""

    follow: Follow
    passages: tuple[Passage, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything a library keeps of one reader; `changes` is the number of audit entries with their id."""

    reader: str
    flags: tuple[Flag, ...]
    follows: tuple[Follow, ...]
    changes: int
