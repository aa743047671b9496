"""Questions built from the gold quotes of public articles: "what did X say about Y", right person, right quote.

X is a gold speaker with a full name who says something in the reporter's quotation marks (what is sung, feared
or aimed at is not said: the scorer's own list of cues tells), Y the two rarest subject words of one of these
quotes, or of the headline, which any statement of X in the article answers, reported ones too. Nothing of the
articles is kept here. As many questions again have another article's Y, on which X says nothing.
"""

from __future__ import annotations

import importlib
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.answering.query import small_terms
from index.models import Draft
from index.names.titles import is_office, is_people_in_general
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
    is_speech = _speech(folder)
    asked: list[Asked] = []
    for article in articles:
        said = [quote for quote in article["quotes"] if is_speech(quote) and _is_name(quote["canonical"] or "")]
        for name, own in _speakers(article, said).items():
            chosen = chance.choice([one for one in own if one.direct])
            asked += _about(name, chosen.words, (chosen,), counts)
            asked += _about(name, texts[article["id"]].split("\n", 1)[0], tuple(own), counts)
    drafts = tuple(Draft(id=key, text=text, title=text.split("\n", 1)[0][:200]) for key, text in texts.items())
    return Quoted(drafts, (*asked, *_silent(chance, asked, texts)))


def _speech(folder: Path) -> Callable[[Mapping[str, Any]], bool]:
    """The scorer's test of whether the cue of a gold quote is one of saying."""
    sys.path.insert(0, str(folder))
    try:
        found: Callable[[Mapping[str, Any]], bool] = importlib.import_module("score").is_speech
    finally:
        sys.path.remove(str(folder))
    return found


def _is_name(canonical: str) -> bool:
    """Whether a gold speaker is a full name: no office ("Kelm Secretary"), no plural ("Kelm Parents")."""
    last = canonical.rpartition(" ")[2]
    return len(canonical.split()) >= _WORDS and not (is_office(last) or is_people_in_general(last.lower()))


def _speakers(article: Mapping[str, Any], quotes: Sequence[Mapping[str, Any]]) -> dict[str, list[Said]]:
    """What each person says who is quoted in the reporter's marks: `direct` is what stands in them."""
    found: dict[str, list[Said]] = {}
    for quote in quotes:
        words = article["text"][quote["start"] : quote["end"]]
        name, direct = quote["canonical"], quote["kind"] != "indirect"
        found.setdefault(name, []).append(
            Said(article["id"], name, 0, "said", quote["start"], quote["end"], words, direct=direct)
        )
    marked = {name: sum(one.direct for one in own) for name, own in found.items()}
    most = sorted((name for name in found if marked[name]), key=lambda name: (-marked[name], name))[:_SPEAKERS]
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
