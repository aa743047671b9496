"""What came over the wire: a page, or the answer of a feed's server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as received. `url` is where it was found at last, `redirects` the addresses that led there, in
    order; `charset` is what the server declared, `body` is decompressed."""

    url: str
    redirects: tuple[str, ...]
    content_type: str
    charset: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class FeedResponse:
    """What the server of a feed answered to a conditional request.

    `status` is the HTTP status of the last answer (304: not changed; `body` is empty then and on errors).
    `moved` is the new address where every redirect on the way was permanent, else None. `etag` and `modified`
    belong into the next request. `retry_after` is the pause that the server asked for.
    """

    status: int
    url: str
    body: bytes = b""
    content_type: str = ""
    charset: str | None = None
    moved: str | None = None
    etag: str | None = None
    modified: str | None = None
    retry_after: timedelta | None = None
