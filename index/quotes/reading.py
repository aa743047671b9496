"""Reading an article: its statements, each resolved to the person who made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.models import Span
from index.models.quotes import Certainty, Person, Quote, QuoteKind, Reading
from index.names import UNCLEAR, Cast, Resolution
from index.quotes.acts import Wording, act_of
from index.quotes.found import Found
from index.quotes.headings import without_headings
from index.quotes.marks import Segment, segments
from index.quotes.running import of_lines
from index.quotes.whole_names import whole
from index.quotes.words import lines

_PRONOUNS = {"he": "male", "she": "female"}
_DIRECT = 0.95
_INDIRECT = 0.05


@dataclass(frozen=True, slots=True)
class _Before:
    """Who spoke last, up to offset `end`: the one that is named, else the words for somebody without a name."""

    speaker: Resolution | None = None
    stranger: Span | None = None
    reported: bool = False  # without a word of their own
    end: int = 0


def read(text: str, title: str = "") -> Reading:
    """Every statement that `text` reports, in text order, with the people and roles it names.

    `title` is evidence for names only: statements are offsets into `text`.
    """
    cast = Cast.of(text, title)
    people = cast.people
    known = {person.name: person for person in people}
    marked = without_headings(text, segments(text))
    quotes: list[Quote] = []
    before = _Before()
    place = 0
    letters = [_letters(text, segment.inner_start, segment.inner_end) for segment in marked]
    listed = [Span(name.start, name.end) for name in cast.names if "," in text[name.start : name.end]]
    for found in of_lines(whole(text, list(lines(text, marked)), listed)):
        resolution = _resolve(text, cast, known, found, before)
        if (found.label or found.verbatim) and not _may_be_label(text, cast, found, resolution.name):
            if found.verbatim:
                continue  # a list of towns or prizes is no conversation
            resolution = UNCLEAR
        while place < len(marked) and marked[place].end <= found.words.start:
            place += 1
        kind: QuoteKind = "direct" if found.verbatim else _kind(text, found.words, marked, letters, place)
        if kind == "indirect" and resolution.name is None and _is_inside(found.words, quotes):
            continue
        quotes.append(_quote(text, found, resolution, kind))
        before = _then(text, found, resolution, before, kind)
    return Reading(tuple(quotes), people, cast.roles)


def _resolve(text: str, cast: Cast, known: Mapping[str, Person], found: Found, before: _Before) -> Resolution:
    if found.mention is None or (found.follows and before.speaker is not None):
        goes_on = before.speaker is not None and _goes_on(text, known, found, before)
        return before.speaker if goes_on and before.speaker else UNCLEAR
    name = None if before.speaker is None else before.speaker.name
    said_by = text[found.mention.start : found.mention.end]
    if found.continues and name is not None and _fits(said_by, known[name].gender):
        return Resolution(name, "pronoun")
    return cast.resolve(found.mention, previous=name, addressed=found.addressed, stranger=before.stranger)


def _goes_on(text: str, known: Mapping[str, Person], found: Found, before: _Before) -> bool:
    """Whether the running speaker may go on: in the same paragraph or at the beginning of the next, where a
    body of which was only reported what it says does not."""
    name = None if before.speaker is None else before.speaker.name
    _, paragraph, lead = text[before.end : found.words.start].partition("\n")
    if name is None or not paragraph:
        return True
    return (known[name].is_person or not before.reported) and not any(map(str.isalnum, lead))


def _then(text: str, found: Found, resolution: Resolution, before: _Before, kind: QuoteKind) -> _Before:
    """What is known of who spoke last, after a statement."""
    if resolution.name is not None:
        return _Before(resolution, None, kind == "indirect", found.words.end)
    if found.mention is None or text[found.mention.start : found.mention.end].casefold() in _PRONOUNS:
        return _Before(None, before.stranger)
    return _Before(None, found.mention)


def _may_be_label(text: str, cast: Cast, found: Found, name: str | None) -> bool:
    """Whether who is named without a verb may speak; in a conversation whoever has capital letters may."""
    if found.mention is None:
        return False
    if found.verbatim and text[found.mention.start : found.mention.end].isupper():
        return True
    return found.verbatim if name is None else cast.may_speak(name)


def _is_inside(words: Span, quotes: Sequence[Quote]) -> bool:
    """Whether the words are a part of what somebody with a name is just reported to say of others: "Moor said
    the council had asked for it"."""
    if not quotes or quotes[-1].speaker is None:
        return False
    return quotes[-1].start < words.start and words.end <= quotes[-1].end


def _fits(mention: str, gender: str) -> bool:
    """Whether the mention is a pronoun that can mean somebody of this gender."""
    wanted = _PRONOUNS.get(mention.casefold())
    return wanted is not None and gender in (wanted, "unknown")


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


def _kind(text: str, words: Span, marked: Sequence[Segment], letters: Sequence[int], place: int) -> QuoteKind:
    """How much of the words stands inside the segments from `place` on; `letters` counts those of each."""
    inside = outside = 0
    at = words.start
    while place < len(marked) and marked[place].start < words.end:
        outside += _letters(text, at, max(at, marked[place].start))
        inside += letters[place]
        at = max(at, marked[place].end)
        place += 1
    outside += _letters(text, at, max(at, words.end))
    share = inside / (inside + outside) if inside + outside else 0.0
    if share >= _DIRECT:
        return "direct"
    return "indirect" if share <= _INDIRECT else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
