"""Invented values for cards: the usual and the worst that a library can hand over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from bot.asked import Asked
from index.models import (
    Answer,
    Article,
    ArticleCard,
    AuditEntry,
    Coverage,
    Flag,
    Outlet,
    Passage,
    Span,
    Understanding,
)

DAY = date(2026, 3, 5)
MOMENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
# What breaks markup, hides, reorders, pings or is long in other units than characters.
NASTY = [
    "@everyone",
    "<@123>",
    "<t:1:R>",
    "</ask:1>",
    "[here](https://evil.example)",
    "https://evil.example/a_b_c",
    "**bold** __u__ ~~s~~ ||spoiler|| `code`",
    "# head\n- item\n1. first\n-# small\n>>> block",
    "\u202eright to left\u202c",
    "zero\u200bwidth\ufeff",
    "👨\u200d👩\u200d👧\u200d👦" * 8,
    "مرحبا بالعالم",
    "\x1drule\x1d \x1b[31m",
    "‹U+202E›",
    "\\*",
    ":smile: 10:30",
]
words = st.lists(
    st.sampled_from(NASTY) | st.text(min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=12
).map(" ".join)


def a_passage(text: str = "“We will mend the pier,” Mara Lind said.", **changes: object) -> Passage:
    """A direct statement, or what `changes` make of it."""
    passage = Passage(
        article="pier-mended",
        start=0,
        end=len(text),
        text=text,
        kind="direct",
        speaker="Mara Lind",
        mention="Mara Lind",
        act="promised",
        certainty="named",
        quote=Span(0, len(text)),
        quote_id=7,
        title="The pier will be mended",
        source="The Harbour Courier",
        url="https://courier.example/pier",
        published=DAY,
        link="https://courier.example/pier#:~:text=We%20will%20mend%20the%20pier",
    )
    return replace(passage, **changes)  # type: ignore[arg-type]


def an_understanding(**changes: object) -> Understanding:
    """What was understood of a question."""
    return replace(Understanding("said", "pier", ("Mara Lind",)), **changes)  # type: ignore[arg-type]


def an_answer(*passages: Passage, answered: bool = True, **changes: object) -> Answer:
    """An answer with these passages."""
    answer = Answer(
        question="What did Lind promise?",
        understood=an_understanding(),
        answered=answered,
        score=0.9,
        articles=("pier-mended",),
        passages=passages,
        coverage=Coverage(9, DAY, DAY),
    )
    return replace(answer, **changes)  # type: ignore[arg-type]


def asked(question: str = "What did Lind promise?", **changes: object) -> Asked:
    """A question by person 5."""
    return replace(Asked(question, 5), **changes)  # type: ignore[arg-type]


def the_worst(text: str) -> Passage:
    """A passage whose every field is `text`."""
    return a_passage(
        text,
        article=text[:200],
        kind="indirect",
        speaker=text[:300],
        mention=text[:300],
        certainty="description",
        source=text[:300],
        title=text,
        link="https://courier.example/" + "a" * 480,
        also=tuple(Outlet(text[:100], None, None) for _ in range(5)),
    )


def a_card(**changes: object) -> ArticleCard:
    """A line of the list of articles."""
    line = ArticleCard("pier", "The pier", "Courier", "https://c.example/pier", DAY, MOMENT, 400, 12, 1)
    return replace(line, **changes)  # type: ignore[arg-type]


def a_flag(passage: Passage, note: str = "") -> Flag:
    """An open report."""
    return Flag(3, passage, "speaker", note, "5", MOMENT)


def an_entry(text: str) -> AuditEntry:
    """A change that can be undone."""
    return AuditEntry(4, MOMENT, "5", text, text, text, text, undoable=True)


def an_article(**changes: object) -> Article:
    """A stored article."""
    article = Article(
        "pier",
        "The pier is old.",
        "https://c.example/pier",
        "The pier",
        "Ola Brandt",
        "Courier",
        DAY,
        "en",
        MOMENT,
    )
    return replace(article, **changes)  # type: ignore[arg-type]
