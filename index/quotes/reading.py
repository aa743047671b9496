"""Reading an article: its statements, each resolved to the person who made it."""

from __future__ import annotations

from index.models import Span
from index.models.quotes import Certainty, Quote, QuoteKind, Reading
from index.names import Cast, Resolution
from index.quotes.acts import Wording, act_of
from index.quotes.marks import Segment, segments
from index.quotes.running import of_lines
from index.quotes.statements import Found
from index.quotes.words import lines

_DIRECT = 0.95
_INDIRECT = 0.05


def read(text: str, title: str = "") -> Reading:
    """Every statement that `text` reports, in text order, with the people and roles it names.

    `title` is evidence for names only: statements are offsets into `text`.
    """
    cast = Cast.of(text, title)
    marked = segments(text)
    quotes: list[Quote] = []
    previous: Resolution | None = None
    place = 0
    for found in of_lines(list(lines(text))):
        resolution = _resolve(cast, found, previous)
        while place < len(marked) and marked[place].end <= found.words.start:
            place += 1
        kind = _kind(text, found.words, marked, place)
        quotes.append(_quote(text, found, resolution, kind))
        previous = resolution if resolution.name is not None else None
    return Reading(tuple(quotes), cast.people, cast.roles)


def _resolve(cast: Cast, found: Found, previous: Resolution | None) -> Resolution:
    if found.mention is None or (found.follows and previous is not None):
        return previous or Resolution(None, "unclear")
    name = None if previous is None else previous.name
    return cast.resolve(found.mention, previous=name, addressed=found.addressed)


def _quote(text: str, found: Found, resolution: Resolution, kind: QuoteKind) -> Quote:
    words = text[found.words.start : found.words.end]
    certainty: Certainty = resolution.certainty if resolution.name is not None else "unclear"
    return Quote(
        start=found.words.start,
        end=found.words.end,
        kind=kind,
        speaker=resolution.name,
        speaker_start=None if found.mention is None else found.mention.start,
        speaker_end=None if found.mention is None else found.mention.end,
        cue=None if found.cue is None else text[found.cue.start : found.cue.end],
        act=act_of(found.act, Wording(words, direct=kind == "direct")),
        certainty=certainty,
    )


def _kind(text: str, words: Span, marked: list[Segment], place: int) -> QuoteKind:
    letters = _letters(text, words.start, words.end)
    inside = 0
    while place < len(marked) and marked[place].start < words.end:
        segment = marked[place]
        inside += _letters(text, max(words.start, segment.inner_start), min(words.end, segment.inner_end))
        place += 1
    share = inside / letters if letters else 0.0
    if share >= _DIRECT:
        return "direct"
    return "indirect" if share <= _INDIRECT else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(character.isalnum() for character in text[start:end])
