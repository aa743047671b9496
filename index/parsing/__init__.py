"""Files, pages and addresses become drafts: `parse_text`, `parse_page`, `parse_file`, `read_article`."""

from __future__ import annotations

from index.parsing.files import LINES, Limits, holds_json, parse_file, readable
from index.parsing.pages import parse_page
from index.parsing.plain import parse_text, text_concerns
from index.parsing.visiting import Pages, read_article, read_fetched

__all__ = [
    "LINES",
    "Limits",
    "Pages",
    "holds_json",
    "parse_file",
    "parse_page",
    "parse_text",
    "read_article",
    "read_fetched",
    "readable",
    "text_concerns",
]
