"""Whether words were said, and by whom."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.citing import Shelf, once, shelf
from index.answering.passages import make_passage, whole_sentences
from index.answering.query import make_query
from index.answering.sources import Sources, Statement
from index.answering.wordings import Word, differences, likeness, pieces, place, words_of
from index.models import Difference, Passage, VerdictKind, Verification

_FOUND = 80  # passages of search that are looked through
_LONGEST = 300  # words that are compared
_LIKE = 0.6  # shared words of two wordings of one statement
_SHOWN = 3  # passages of evidence
_APART = 200  # characters between two parts of one statement, for "..., he said, ..."
_MARKED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')


@dataclass(frozen=True, slots=True)
class _Utterance:
    """What one speaker said in one go: consecutive statements, and the words that are theirs."""

    parts: tuple[Statement, ...]
    words: tuple[Word, ...]

    @property
    def speaker(self) -> str | None:
        return self.parts[0].speaker

    @property
    def article(self) -> int:
        return self.parts[0].article


_Verdict = tuple[VerdictKind, list[Passage], tuple[Difference, ...]]


async def verify(sources: Sources, words: str, speaker: str | None) -> Verification:
    """One of five verdicts on `words` (and on `speaker`, a name as the library has it), with evidence.
    Capitals, marks, dashes, "[sic]" and the words left out at an ellipsis do not count."""
    coverage = await sources.coverage()
    held = await _candidates(sources, words, speaker)
    verdict, evidence, compared = await asyncio.to_thread(_judge, words, speaker, held)
    return Verification(words, speaker, verdict, tuple(evidence[:_SHOWN]), compared, coverage)


async def _candidates(sources: Sources, words: str, speaker: str | None) -> Shelf:
    query = make_query(words)
    tag = None if speaker is None else await sources.speaker_tag(speaker)
    keys: list[int] = []
    for required in [[(tag,)], []] if tag else [[]]:
        found = await sources.body(query.terms, required, _FOUND) if query.terms else None
        keys += [] if found is None else [int(key) for key in found.passages]
    owners = await sources.owners(keys)
    return await shelf(sources, list(dict.fromkeys(owners[key] for key in keys if key in owners)))


def _judge(words: str, speaker: str | None, held: Shelf) -> _Verdict:
    asked = [piece[:_LONGEST] for piece in pieces(words)]
    if not asked:
        return "not-found", [], ()
    uttered = [one for key in held.texts for one in _utterances(held, key)]
    exact = [(one, found) for one in uttered if (found := place(asked, one.words))]
    theirs = [(one, at) for one, at in exact if speaker is None or one.speaker == speaker]
    if theirs:
        same = _said(held, *theirs[0])
        return (
            "exact",
            [_passage(held, *one) for one in theirs],
            differences(" ".join(map(" ".join, asked)), same),
        )
    others = [(one, at) for one, at in exact if one.speaker is not None]
    if others:
        return "someone-else", [_passage(held, *one) for one in others], ()
    reported = _reported(asked, speaker, held)
    if reported:
        return "only-reported", reported, ()
    return _nearest(words, [word for piece in asked for word in piece], speaker, held)


def _utterances(held: Shelf, article: int) -> Iterator[_Utterance]:
    """The direct words of an article, those of one speaker with little between them as one."""
    text, parts = held.texts[article], list[Statement]()
    for statement in held.statements.get(article, ()):
        if statement.kind == "indirect":
            continue
        if parts and (parts[-1].speaker != statement.speaker or statement.start - parts[-1].end > _APART):
            yield _utterance(text, parts)
            parts = []
        parts.append(statement)
    if parts:
        yield _utterance(text, parts)


def _utterance(text: str, parts: Sequence[Statement]) -> _Utterance:
    words = [
        word for part in parts for start, end in _marked(text, part) for word in words_of(text, start, end)
    ]
    return _Utterance(tuple(parts), tuple(words))


def _marked(text: str, part: Statement) -> list[tuple[int, int]]:
    """The words within quotation marks; a paraphrase around them is the reporter's."""
    found = [match.span(1) for match in _MARKED.finditer(text, part.start, part.end)]
    return found if part.kind == "mixed" and found else [(part.start, part.end)]


def _said(held: Shelf, one: _Utterance, at: tuple[int, int]) -> str:
    text = held.texts[one.article]
    return " ".join(text[word.start : word.end] for word in one.words[at[0] : at[1]])


def _passage(held: Shelf, one: _Utterance, at: tuple[int, int], score: float = 1.0) -> Passage:
    """The sentences in which these words of an utterance stand."""
    text, first, last = held.texts[one.article], one.words[at[0]], one.words[at[1] - 1]
    parts = [part for part in one.parts if part.start < last.end and part.end > first.start]
    if len(parts) == 1 and (cited := held.cite(parts[0], score)):
        return cited
    span = whole_sentences(text, parts[0].start, parts[-1].end)
    return make_passage(held.cards[one.article], text, span, parts, score=score)


def _reported(asked: Sequence[Sequence[str]], speaker: str | None, held: Shelf) -> list[Passage]:
    """Where the words stand in an article without being anyone's direct words; the speaker's come first."""
    made = []
    for key, text in held.texts.items():
        words = words_of(text)
        at = place(asked[:1], words)
        if at is None or place(asked, words) is None:
            continue
        span = whole_sentences(text, words[at[0]].start, words[at[1] - 1].end)
        made.append(make_passage(held.cards[key], text, span, held.statements.get(key, ()), score=1.0))
    return sorted(once(made), key=lambda passage: speaker is not None and passage.speaker != speaker)


def _nearest(words: str, asked: Sequence[str], speaker: str | None, held: Shelf) -> _Verdict:
    """The statement (of the speaker) that is most like the words: the same in other words, or just near."""
    wanted = set(asked)
    single = [
        _Utterance((one,), tuple(words_of(held.texts[key], one.start, one.end)[:_LONGEST]))
        for key, statements in held.statements.items()
        for one in statements
    ]
    likely = sorted(single, key=lambda one: -len(wanted & {word.plain for word in one.words}))[:60]
    likely += [one for one in single if one.speaker == speaker and one not in likely][:60] if speaker else []
    scored = [(*likeness(asked[:_LONGEST], one.words), one) for one in likely if one.words]
    ranked = sorted((one for one in scored if one[0] > 0), key=lambda item: -item[0])
    theirs = [one for one in ranked if speaker is None or one[3].speaker == speaker]
    if theirs and theirs[0][0] >= _LIKE:
        like = [one for one in theirs if one[0] >= _LIKE]
        said = _text(held, theirs[0][3], theirs[0][1], theirs[0][2])
        passages = once(_passage(held, one, (first, end), score) for score, first, end, one in like)
        return "other-words", passages, differences(words, said)
    near = [one for one in theirs + ranked if one[0] >= _LIKE / 2]
    return "not-found", once(_passage(held, one, (first, end), score) for score, first, end, one in near), ()


def _text(held: Shelf, one: _Utterance, first: int, end: int) -> str:
    return held.texts[one.article][one.words[first].start : one.words[end - 1].end]
