"""Transcripts: lines that begin with who speaks, "MOOR: We stay." or "Ana Moor: We stay."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.models import Span
from index.quotes.grammar import word_set
from index.quotes.statements import Found
from index.quotes.words import NAME, QUOTE, Line

_LONGEST = 5  # words of a label
_TURNS = 3  # lines with a label that make a transcript
_NO_SPEAKERS = word_set(
    "update updated note notes correction editor photo photos image video watch read related source sources"
    " breaking live listen exclusive opinion analysis caption more also update: tags topics contact"
)


def turns(article: Sequence[Line]) -> dict[int, Found]:
    """The turns of a transcript by the start of their line; none where too few lines are labelled."""
    labelled = {line.start: found for line in article if (found := _turn(line)) is not None}
    if len(labelled) < _TURNS:
        return {}
    names = Counter(label for label, _ in labelled.values())
    if max(names.values()) < 2:  # noqa: PLR2004 - in a conversation somebody speaks twice
        return {}
    return {start: found for start, (_, found) in labelled.items()}


def _turn(line: Line) -> tuple[str, Found] | None:
    words = line.sentences[0] if line.sentences else []
    for index, word in enumerate(words[: _LONGEST + 1]):
        if word.text == ":" and index:
            break
        if word.kind != NAME or word.segment is not None:
            return None
    else:
        return None
    label = words[:index]
    rest = [word for sentence in line.sentences for word in sentence][index + 1 :]
    if not rest or label[0].lower in _NO_SPEAKERS or rest[0].kind == QUOTE:
        return None
    mention = Span(label[0].start, label[-1].end)
    name = " ".join(word.lower for word in label)
    return name, Found(Span(rest[0].start, rest[-1].end), mention, None, None, verbatim=True)
