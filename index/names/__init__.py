"""Names: who an article speaks of, which of them a mention means, and one person across articles."""

from __future__ import annotations

from index.names.cast import Cast, Named
from index.names.resolve import Resolution

__all__ = ["Cast", "Named", "Resolution"]
