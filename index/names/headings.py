"""Words that begin lines as labels and stand nowhere else: "Verdict: true", "Winner: “The Pier”"."""

from __future__ import annotations

from collections.abc import Sequence

from index.names import gender
from index.names.appearances import Appearance

# Behind a dateline that is a line of its own.
_ENDS = (" —\n", " –\n", "—\n", "–\n")


def without_labels(text: str, found: Sequence[Appearance]) -> list[Appearance]:
    """The names of a text but for single words that it only has as labels of lines. One in capitals may be a
    speaker's, and so may a first name."""
    labels = {place.words for place in found if _is_label(text, place)}
    if labels:
        labels.difference_update(place.words for place in found if not _is_label(text, place))
        labels.difference_update((word,) for place in found if place.full for word in place.words)
    return [place for place in found if place.words not in labels and not _is_dateline(text, place)]


def _is_dateline(text: str, place: Appearance) -> bool:
    """Whether a line is no more than a place, an agency and a dash: "Kelm NNA —"."""
    opens = not place.start or text[place.start - 1] == "\n"
    return opens and len(place.words) > 1 and text.startswith(_ENDS, place.end)


def _is_label(text: str, place: Appearance) -> bool:
    """Whether a word is all that stands between the beginning of its line and a colon."""
    if len(place.words) > 1 or not text.startswith(":", place.end) or place.title:
        return False
    if place.start and text[place.start - 1] != "\n":
        return False
    written = text[place.start : place.end]
    return not (written.isupper() or gender.of_first_name(place.words[0]))
