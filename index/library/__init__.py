"""The one facade over a library file: everything that Discord, the command line and the feeds do goes through
here."""

from __future__ import annotations

from index.library.articles import attempt
from index.library.facade import Library
from index.library.prepared import Prepared, prepare

__all__ = ["Library", "Prepared", "attempt", "prepare"]
