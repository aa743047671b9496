"""How much a stranger's server may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Limits on one request with all its redirects; sizes in bytes, times in seconds.

    - `body`: after decompression; the largest news pages have 3 MB, and parsing time grows with size.
    - `total`: from asking for the address to the last byte; a person waits for it.
    - `idle`: without a byte; a server that drips one a second is stopped by `total`.
    - `connect`: until the connection stands, by address.
    - `redirects`: shortener, tracking, http to https, www, and consent make five; ten is a loop.
    - `gap`: between two requests to one host, so that a busy library is no burden.
    - `queue`: waiting for the host's turn behind other requests, which is not counted in `total`.
    """

    body: int = 5_000_000
    total: float = 30.0
    idle: float = 10.0
    connect: float = 8.0
    redirects: int = 8
    gap: float = 1.0
    queue: float = 120.0
