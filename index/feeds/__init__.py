"""News by itself: `discover` finds a feed, `Poller` asks those of a library when they are due."""

from __future__ import annotations

from index.feeds.discovery import FoundFeed, discover
from index.feeds.documents import Entry, FeedDocument, parse_feed
from index.feeds.poller import Poller
from index.feeds.ports import Outcome
from index.feeds.revisits import revisit

__all__ = ["Entry", "FeedDocument", "FoundFeed", "Outcome", "Poller", "discover", "parse_feed", "revisit"]
