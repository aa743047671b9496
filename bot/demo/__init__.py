"""The sample library: invented articles about invented places, and the question that shows them off."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources

from index.models import Draft

QUESTION = "what did Korvel promise?"


def sample_drafts() -> list[Draft]:
    """The sample articles, oldest first."""
    text = resources.files(__name__).joinpath("articles.jsonl").read_text(encoding="utf-8")
    return [_draft(json.loads(line)) for line in text.splitlines()]


def _draft(fields: dict[str, str]) -> Draft:
    return Draft(
        text=fields["text"],
        id=fields["id"],
        url=fields["url"],
        title=fields["title"],
        author=fields["author"],
        source=fields["source"],
        published=date.fromisoformat(fields["published"]),
    )
