"""Rank the candidate sentences of TREC-QA questions with the weights that answers use, and score the order."""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from index.answering.query import make_query
from index.answering.sentence_ranking import Page, SentenceFeatures, features, score
from index.text.tokens import terms

_TREEBANK = (("``", '"'), ("''", '"'), (" 's", "'s"), ("-LRB-", "("), ("-RRB-", ")"), ("\n", " "))
_NONE = SentenceFeatures(0, 0, 0, 0, 0, 0, 0, 1, 0)


@dataclass(frozen=True, slots=True)
class Figures:
    """Over the questions of a split that have right and wrong sentences: mean average precision, mean
    reciprocal rank, both from 0 to 1."""

    questions: int
    average_precision: float
    reciprocal_rank: float


def measure(folder: Path, split: str) -> Figures:
    """Score the questions of one split ("train", "dev", "test") of the data in `folder`."""
    lines = (folder / "trecqa.articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {one["id"]: _plain(one["text"]) for one in map(json.loads, lines)}
    counts = Counter(term for text in texts.values() for term in set(terms(text)))
    precisions, ranks = [], []
    for line in (folder / "trecqa.questions.jsonl").read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        gold = set(question["articles"])
        if question["type"] != split or not gold or len(gold) == len(question["pool"]):
            continue
        query = make_query(_plain(question["question"]))
        idf = {
            term: math.log(1 + (len(texts) - counts[term] + 0.5) / (counts[term] + 0.5)) for term in query.terms
        }
        worth = {
            key: max(
                (score(_alone(made)) for _, made in features(query, idf, Page(0, texts[key], "", 0.0), 0.0)),
                default=score(_NONE),
            )
            for key in question["pool"]
        }
        places = [i for i, key in enumerate(sorted(worth, key=lambda key: -worth[key]), 1) if key in gold]
        precisions.append(sum(n / place for n, place in enumerate(places, 1)) / len(places))
        ranks.append(1 / places[0])
    return Figures(len(ranks), sum(precisions) / len(ranks), sum(ranks) / len(ranks))


def _alone(made: SentenceFeatures) -> SentenceFeatures:
    """A candidate stands alone: neither its place nor a title tells anything."""
    return made._replace(early=0.0, new=0.0, told=0.0)


def _plain(text: str) -> str:
    for written, meant in _TREEBANK:
        text = text.replace(written, meant)
    return text
