"""A library file: all SQL except that of the search index. `database` is plumbing, every other module one
noun."""

from __future__ import annotations
