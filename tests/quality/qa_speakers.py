"""Questions built from the gold quotes of public articles: "what did X say about Y", right person, right quote.

X is a gold speaker with a full name, Y the two rarest subject words of one of the quotes, or of the
headline; nothing of the articles is kept here. As many questions again have another article's Y, on which
X says nothing.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.answering.query import small_terms
from index.models import Draft
from index.text.tokens import terms, token_spans
from tests.quality.corpus.asking import Asked
from tests.quality.corpus.writing import Said

CORPORA = ("polnear", "gumnews")
_COMMON = 0.2  # of the articles; a word in more of them is no topic
_WORDS = 2
_SPEAKERS = 3  # of one article, those with most quotes: a list of fifty voices is no measure


@dataclass(frozen=True, slots=True)
class Quoted:
    """Articles as drafts, and the questions about them."""

    drafts: tuple[Draft, ...]
    questions: tuple[Asked, ...]


def quoted(folder: Path, seed: int = 5) -> Quoted:
    """Read the development articles in `folder`."""
    lines = [
        line for name in CORPORA for line in (folder / f"{name}.dev.jsonl").read_text("utf-8").splitlines()
    ]
    articles: list[dict[str, Any]] = [json.loads(line) for line in lines]
    texts = {article["id"]: article["text"] for article in articles}
    counts = Counter(term for text in texts.values() for term in set(terms(text)))
    chance = random.Random(seed)
    asked: list[Asked] = []
    for article in articles:
        for name, said in _speakers(article).items():
            chosen = chance.choice(said)
            asked += _about(name, chosen.words, (chosen,), counts)
            asked += _about(name, texts[article["id"]].split("\n", 1)[0], tuple(said), counts)
    drafts = tuple(Draft(id=key, text=text, title=text.split("\n", 1)[0][:200]) for key, text in texts.items())
    return Quoted(drafts, (*asked, *_silent(chance, asked, texts)))


def _speakers(article: Mapping[str, Any]) -> dict[str, list[Said]]:
    """What each person with a full name says in the reporter's quotation marks."""
    found: dict[str, list[Said]] = {}
    for quote in article["quotes"]:
        name = quote["canonical"] or ""
        if quote["kind"] == "indirect" or len(name.split()) < _WORDS or quote.get("canonical_src") == "none":
            continue
        words = article["text"][quote["start"] : quote["end"]]
        found.setdefault(name, []).append(
            Said(article["id"], name, 0, "said", quote["start"], quote["end"], words, direct=True)
        )
    most = sorted(found, key=lambda name: (-len(found[name]), name))[:_SPEAKERS]
    return {name: found[name] for name in most}


def _about(name: str, text: str, gold: tuple[Said, ...], counts: Counter[str]) -> Iterator[Asked]:
    """The question, where the text has enough words for a topic."""
    topic = _topic(name, text, counts)
    if topic:
        yield Asked(f"What did {name} say about {topic}?", "about", name, gold)


def _topic(name: str, text: str, counts: Counter[str]) -> str | None:
    own = small_terms() | set(terms(name))
    most = _COMMON * max(counts.values())
    written = {
        term: text[start:end]
        for term, start, end in token_spans(text)
        if term not in own and 1 < counts[term] <= most and len(term) > 3
    }
    rare = sorted(written, key=lambda term: (counts[term], term))[:_WORDS]
    return " ".join(written[term] for term in written if term in rare) if len(rare) == _WORDS else None


def _silent(chance: random.Random, asked: Sequence[Asked], texts: Mapping[str, str]) -> Iterator[Asked]:
    """The same people on a topic of which one word or both are in no article that names them."""
    for one in asked:
        name = one.speaker or ""
        other = chance.choice(asked)
        topic = other.question.split(" say about ")[1]
        named = set(terms(" ".join(text for text in texts.values() if name.split()[-1] in text)))
        lacking = set(terms(topic)) - named
        if lacking:
            yield Asked(f"What did {name} say about {topic}", "none" if len(lacking) > 1 else "half", name)
