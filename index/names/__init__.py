"""Names: who an article speaks of, which of them a mention means, and one person across articles."""

from __future__ import annotations

from index.names.cast import Cast, Resolution

__all__ = ["Cast", "Resolution"]
