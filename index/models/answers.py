"""Answers: slices of stored articles with their citations, and what was understood of the question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.models.articles import Outlet, Span
from index.models.quotes import Act, Certainty

QuestionKind = Literal[
    "said",  # what did X say / promise / warn / deny (about Y)
    "who-said",  # who said "..."
    "did-say",  # did X say "..."
    "when",
    "where",
    "who",
    "what",
    "why",
    "how-many",
    "opinions",  # what do people say about Y
    "compare",  # compare X and Y on Z; X then and now
    "latest",  # latest on Y
]
PassageKind = Literal["direct", "mixed", "indirect", "report"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Exact limits on what may answer; None means no limit. Dates are inclusive."""

    speaker: str | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of a question; shown by "why this answer?".

    `speakers` are full names as the library has them, `unknown` names asked for that it does not have,
    `words` a quoted passage of the question, `acts` the acts asked for (empty: any), `recent` whether it is
    about now, `dropped` words that matched nothing. `since_event` and `until_event` are events that bound
    the days ("since the summit"); the library's articles date them. `namesakes` are those who share a name
    of the question: once it is settled whom it means, the first of each group is the one among `speakers`.
    """

    kind: QuestionKind
    topic: str
    speakers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    words: str | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None
    recent: bool = False
    dropped: tuple[str, ...] = ()
    since_event: str | None = None
    until_event: str | None = None
    namesakes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of an article: one or more whole sentences, `text` = the article's text[start:end].

    `quote` cuts the statement out of the *article's* text where the passage holds one (several parts: the
    span from first to last). `speaker` is None where unclear; then `mention` is how the article has it.
    `kind` "report" is the reporter's own sentence. `link` lands on the words, or is the plain link, or None.
    `quote_id` names the stored statement (for flags and corrections). `also` are other outlets with the
    near-identical passage.
    """

    article: str
    start: int
    end: int
    text: str
    kind: PassageKind
    speaker: str | None
    mention: str | None
    act: Act | None
    certainty: Certainty | None
    quote: Span | None
    quote_id: int | None
    title: str
    source: str
    url: str | None
    published: date | None
    link: str | None
    score: float = 0.0
    also: tuple[Outlet, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched."""

    articles: int
    oldest: date | None
    newest: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an honest no (`answered` False: `passages` are near, not an answer).

    `score` is what the threshold judges. `articles` are ids, best first, up to 10. `missing` names the
    parts of the question without any match.
    """

    question: str
    understood: Understanding
    answered: bool
    score: float
    articles: tuple[str, ...]
    passages: tuple[Passage, ...]
    coverage: Coverage
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """The neighbourhood of a passage: `before` and `after` are slices of the same article."""

    article: str
    before: Span
    passage: Span
    after: Span
    text: str
    title: str
    withdrawn: bool = False


VerdictKind = Literal["exact", "other-words", "someone-else", "only-reported", "not-found"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A word-by-word comparison: "same", "missing" (asked, not in the article), "extra" (article only)."""

    kind: Literal["same", "missing", "extra"]
    words: str


@dataclass(frozen=True, slots=True)
class Verification:
    """One of five verdicts on words (and perhaps a speaker), with its evidence, best first."""

    words: str
    speaker: str | None
    verdict: VerdictKind
    evidence: tuple[Passage, ...]
    differences: tuple[Difference, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Count:
    """A label and how often."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role as an article states it, verbatim, with the first and last date of the articles that do."""

    words: str
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Bucket:
    """Statements of one outlet in one week or month, which begins at `start`."""

    start: date
    source: str
    count: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a library holds of one person; every line is a slice with its citation, or a count."""

    name: str
    aliases: tuple[str, ...]
    roles: tuple[RoleLine, ...]
    statements: int
    articles: int
    first: date | None
    last: date | None
    outlets: tuple[Count, ...]
    topics: tuple[Count, ...]
    acts: tuple[Count, ...]
    best: tuple[Passage, ...]  # by act: promised, warned, denied, demanded; diverse
    latest: tuple[Passage, ...]
    answered: tuple[tuple[Passage, Passage], ...]  # (theirs, whom they answered or contradicted)
    timeline: tuple[Bucket, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two people, or one then and now, on a topic, in time order; no verdict."""

    topic: str
    left: str
    right: str
    lefts: tuple[Passage, ...]
    rights: tuple[Passage, ...]
    coverage: Coverage
