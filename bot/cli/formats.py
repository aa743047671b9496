"""The public JSON formats of the command line. Other programs rely on them: keys are added, never changed.

Each function takes a frozen value and returns what `json.dumps` writes on one line.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.models import (
        Added,
        Answer,
        Article,
        ArticleCard,
        Passage,
        Profile,
        Quote,
        Refused,
        Stats,
        Verification,
    )

Json = dict[str, Any]
# What many a program splits lines at, and `json` leaves as it is.
_BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


def line(value: Json) -> str:
    """One line of JSON; letters of every script stay as they are."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)


def iso(day: date | datetime | None) -> str | None:
    """A date or moment as ISO 8601, None where there is none."""
    return None if day is None else day.isoformat()


def quotes(article_id: str, found: tuple[Quote, ...], text: str | None) -> Json:
    """A line of `quotes --json`; `text` is given where the input was not JSON."""
    head: Json = {"id": article_id} if text is None else {"id": article_id, "text": text}
    return head | {"quotes": [asdict(quote) for quote in found]}


def answer(result: Answer, question_id: str | None = None) -> Json:
    """A line of `ask --json`; passages are ranked also where `answered` is false."""
    head: Json = {} if question_id is None else {"id": question_id}
    return head | {
        "question": result.question,
        "kind": result.understood.kind,
        "answered": result.answered,
        "score": result.score,
        "articles": list(result.articles),
        "passages": [passage(found) for found in result.passages],
    }


def passage(found: Passage) -> Json:
    """One passage with its citation."""
    return {
        "article": found.article,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "kind": found.kind,
        "speaker": found.speaker,
        "act": found.act,
        "title": found.title,
        "source": found.source,
        "url": found.url,
        "published": iso(found.published),
        "link": found.link,
    }


def plain(value: Added | Refused | Stats) -> Json:
    """A line of `add --json`, of the report of `add --report`, of `stats --json`: the value's own fields."""
    return asdict(value)


def article(stored: Article) -> Json:
    """An article in the format that `add` reads."""
    return {
        "id": stored.id,
        "url": stored.url,
        "title": stored.title,
        "author": stored.author,
        "source": stored.source,
        "published": iso(stored.published),
        "text": stored.text,
    }


def card(listed: ArticleCard) -> Json:
    """A line of `list --json`."""
    return {
        "id": listed.id,
        "title": listed.title,
        "source": listed.source,
        "url": listed.url,
        "published": iso(listed.published),
        "added": iso(listed.added),
        "words": listed.words,
        "statements": listed.statements,
        "unclear": listed.unclear,
    }


def profile(person: Profile) -> Json:
    """The line of `person --json`."""
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "roles": [
            {"words": role.words, "articles": role.articles, "first": iso(role.first), "last": iso(role.last)}
            for role in person.roles
        ],
        "statements": person.statements,
        "articles": person.articles,
        "first": iso(person.first),
        "last": iso(person.last),
        "outlets": {count.label: count.count for count in person.outlets},
        "topics": {count.label: count.count for count in person.topics},
        "acts": {count.label: count.count for count in person.acts},
        "best": [passage(found) for found in person.best],
        "latest": [passage(found) for found in person.latest],
    }


def verification(result: Verification) -> Json:
    """The line of `verify --json`."""
    return {
        "words": result.words,
        "speaker": result.speaker,
        "verdict": result.verdict,
        "evidence": [passage(found) for found in result.evidence],
        "differences": [{"kind": part.kind, "words": part.words} for part in result.differences],
    }
