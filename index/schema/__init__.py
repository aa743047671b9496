"""The schema of a library file: the current script, the numbered steps that lead to it, and the file's marks.

Three kinds of table. *Truth* holds articles and the decisions of admins; each has a shadow `past_<table>` that
triggers fill with the row as it was before a change, so that every change can be undone for 24 hours (see
index/store/history.py). *Kept* holds what is neither derived nor undone: readers' flags and follows, health of
feeds, the audit log. *Derived* can be rebuilt from truth at any time.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.schema.shadows import TRUTH, shadow
from index.schema.tables import DERIVED, DERIVED_TABLES, KEPT_TABLES, TRUTH_TABLES
from index.search import SEARCH_SCHEMA

__all__ = ["APPLICATION_ID", "DERIVED", "MIGRATIONS", "TRUTH", "VERSION", "script"]

APPLICATION_ID = 0x51_44_53_4B  # "QDSK"
VERSION = 1


def script() -> str:
    """The whole current schema."""
    shadows = "".join(shadow(table, columns) for table, columns in TRUTH.items())
    return TRUTH_TABLES + KEPT_TABLES + DERIVED_TABLES + shadows + SEARCH_SCHEMA


# The step that leads from a version to the next one, headed by what made it needed.
MIGRATIONS: Mapping[int, str] = {}
