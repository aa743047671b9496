"""The schema of a library file: the current script, the numbered steps that lead to it, and the file's marks.

Three kinds of table. *Truth* holds articles and the decisions of admins; each has a shadow `past_<table>` that
triggers fill with the row as it was before a change, so that every change can be undone for 24 hours (see
index/store/history.py). *Kept* holds what is neither derived nor undone: readers' flags and follows, health of
feeds, the audit log. *Derived* can be rebuilt from truth at any time.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.schema.shadows import TRUTH, shadow
from index.schema.tables import DERIVED, DERIVED_TABLES, KEPT_TABLES, PURGED, TRUTH_TABLES, VISITS
from index.search import SEARCH_SCHEMA

__all__ = ["APPLICATION_ID", "DERIVED", "MIGRATIONS", "TRUTH", "VERSION", "script"]

APPLICATION_ID = 0x51_44_53_4B  # "QDSK"
VERSION = 4


def script() -> str:
    """The whole current schema."""
    shadows = "".join(shadow(table, columns) for table, columns in TRUTH.items())
    return TRUTH_TABLES + KEPT_TABLES + VISITS + PURGED + DERIVED_TABLES + shadows + SEARCH_SCHEMA


# A step that gives search other tables drops what is there: it is derived. The mark lets whoever opens the
# library next fill the new ones (index/library/reindexing.py).
_DROP_SEARCH = """
DROP TABLE IF EXISTS search_field;
DROP TABLE IF EXISTS search_recent;
DROP TABLE IF EXISTS search_term;
DROP TABLE IF EXISTS search_posting;
"""
_FILL_SEARCH = """
INSERT OR REPLACE INTO state(name, value) VALUES ('unindexed', '1');
"""

# The step that leads from a version to the next one, headed by what made it needed.
MIGRATIONS: Mapping[int, str] = {
    # Pages that answers cite are looked at again; two layouts of the search tables were both called version 1.
    1: VISITS + _DROP_SEARCH + SEARCH_SCHEMA + _FILL_SEARCH,
    # Feeds brought back what admins had removed.
    2: PURGED,
    # Words are carried over in slices.
    3: _DROP_SEARCH + SEARCH_SCHEMA + _FILL_SEARCH,
}
