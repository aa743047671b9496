"""The only door to the network: `Fetcher`. `canonical` and `check_url` are pure."""

from __future__ import annotations

from index.fetch.canonical import canonical
from index.fetch.fetcher import Fetcher
from index.fetch.limits import FetchLimits
from index.fetch.urls import check_url

__all__ = ["FetchLimits", "Fetcher", "canonical", "check_url"]
