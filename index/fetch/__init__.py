"""The only door to the network: `Fetcher`; `check_url` judges an address without it."""

from __future__ import annotations

from index.fetch.fetcher import Fetcher
from index.fetch.limits import FetchLimits
from index.fetch.urls import check_url

__all__ = ["FetchLimits", "Fetcher", "check_url"]
