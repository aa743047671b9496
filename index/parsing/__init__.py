"""Files and pages become drafts: `parse_text`, `parse_page`, `parse_file`."""

from __future__ import annotations

from index.parsing.files import Limits, parse_file, readable
from index.parsing.pages import parse_page
from index.parsing.plain import parse_text

__all__ = ["Limits", "parse_file", "parse_page", "parse_text", "readable"]
