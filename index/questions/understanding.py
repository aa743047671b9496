"""Understand a question: its kind, people, topic, dates and outlet, without looking anything up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from index.models import Understanding
from index.questions.dates import Dated, about_now, find_dates
from index.questions.events import Bound, find_event
from index.questions.following import follow
from index.questions.frames import find_frame
from index.questions.matches import Match, NameBook, meant, names_alone, with_capitals
from index.questions.outlets import named_outlet, only_outlet, outlet_phrase
from index.questions.people import Asked, in_slot
from index.questions.readers import Frame, Place
from index.questions.turning import turned
from index.questions.verbs import TRANSITIVE, verbs
from index.questions.wording import LEADS_TO_TOPIC, plain, quoted, says_something, words

STATEMENTS = frozenset({"said", "who-said", "did-say", "opinions", "compare"})
"""Kinds of question that only statements answer."""


_NAME_WORDS = 6  # a question of more words is not only a name
_TELLS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\byears?\b|^(?:in|of|during|throughout|since) \d{4}$"
)
_BESIDE_NAME = frozenset(["the", "a", "an", "mr", "mrs", "ms", "dr", "s"])
_JOINED = _BESIDE_NAME | {"and", "or"}
_ASKS = re.compile(
    r"(?:who|where|when|why|how|which|what (?!about\b|of\b)"
    r"|did|does|do|is|are|was|were|has|have|will|would|can|should)\b"
)
_ABOUT = re.compile(r"(?!(?:and|what|how)\b).*\babout ", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:$|(?:how|when|where|why|what|who|did|does|is|was)\b)", re.IGNORECASE)
_FROM_NOW = re.compile(r"\b(?:last|past|previous|yesterday|ago|since|this (?:week|month|year))\b")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A question read in parts; `typed` is its text before known names got capitals."""

    typed: str
    text: str
    frame: Frame
    matches: Sequence[Match]
    dated: Dated | None
    bound: Bound | None
    outlet: tuple[str, int, int] | None


def understand(
    question: str,
    *,
    names: NameBook,
    sources: Iterable[str] = (),
    today: date,
    after: Understanding | None = None,
) -> Understanding:
    """Understand `question` as asked on `today` of a library with these `names` and outlets (`sources`).

    `after` is what was understood of the question before, which a follow-up ("and Raisi?") completes.
    Never raises, whatever the question.
    """
    text = plain(question)
    if after is not None and (source := only_outlet(text, sources)):
        return replace(after, source=source)
    parts = _parts(text, names, sources, today)
    if not parts.frame.strict and (other := turned(text, _limit_before(parts))):
        behind = _parts(other, names, sources, today)
        parts = behind if behind.frame.strict else parts
    understood = _read(parts)
    if after is not None:
        asks_them = understood.kind in STATEMENTS
        understood = follow(parts.text, understood, _of_whom(after, names) if asks_them else after)
    return _with_somebody(understood, parts.text, parts.frame)


def _of_whom(after: Understanding, names: NameBook) -> Understanding:
    """The question before, with whom it asks about and nothing else: "who is Brant?", "latest on Brant"."""
    found = [] if after.speakers or after.unknown else meant(names.find(after.topic), after.topic)
    if len(found) != 1 or says_something(after.topic[: found[0].start]):
        return after
    if not _THEN.match(after.topic, found[0].end):
        return after
    shared = (tuple(found[0].names),) if len(found[0].names) > 1 else ()
    return replace(after, speakers=tuple(found[0].names), namesakes=shared)


def _parts(text: str, names: NameBook, sources: Iterable[str], today: date) -> _Parts:
    outlet = named_outlet(text, sources)
    dates = find_dates(text, today)
    day = range(dates.start, dates.end) if dates else ()
    matches = [match for match in meant(names.find(text), text) if match.start not in day]
    typed, text = text, with_capitals(text, matches)
    frame = find_frame(_outlet_hidden(text, outlet), partial(_is_known, text, matches))
    bound = find_event(text) if dates is None and frame.strict and frame.said is None else None
    return _Parts(typed, text, _of_outlet(frame, outlet), matches, dates, bound, outlet)


def _limit_before(parts: _Parts) -> int:
    """Where the time or the outlet ends that a question begins with; 0 where it begins with neither."""
    if parts.dated and parts.dated.start == 0:
        return parts.dated.end
    if parts.outlet and outlet_phrase(parts.text, *parts.outlet[1:])[0] == 0:
        return parts.outlet[2]
    return 0


def _outlet_hidden(text: str, outlet: tuple[str, int, int] | None) -> str:
    """The question with the outlet as one word: "Post" and "Express" are verbs."""
    if outlet is None:
        return text
    _, start, end = outlet
    return f"{text[:start]}{'x' * (end - start)}{text[end:]}"


def _of_outlet(frame: Frame, outlet: tuple[str, int, int] | None) -> Frame:
    """ "What does The Orrin Post say about fares?" asks for its articles, not for its statements."""
    if outlet is None or frame.slot is None or not frame.slot[0] <= outlet[1] < outlet[2] <= frame.slot[1]:
        return frame
    return Frame("what", topic=frame.topic)


def _with_somebody(understood: Understanding, text: str, frame: Frame) -> Understanding:
    """ "What did he say?" asks for somebody, though nothing tells whom."""
    slot = text[slice(*frame.slot)].casefold() if frame.slot else ""
    if slot not in {"he", "she"} or understood.speakers or understood.unknown:
        return understood
    return replace(understood, kind=frame.kind, unknown=(slot,))


def _is_known(text: str, matches: Sequence[Match], frame: Frame) -> bool:
    """Whether the speaker's place of a frame is nothing but people of the library."""
    if frame.slot is None:
        return False
    start, end = frame.slot
    found = [m for m in matches if m.start >= start and m.end <= end + 2]
    inside = [(m.start, m.end) for m in found]
    # One name, not a name beside another: "What NFL star announced it?" does not ask what Star announced.
    if len(inside) > 1 and names_alone(found, text):
        return set(words(_without(text, frame.slot, inside))) <= _JOINED
    return any(set(words(_without(text, frame.slot, [place]))) <= _BESIDE_NAME for place in inside)


def _read(parts: _Parts) -> Understanding:
    frame = parts.frame
    if not frame.strict and frame.kind != "latest" and _is_name(parts):
        frame = Frame("said", (), (0, len(parts.text)), strict=True)
    asked = in_slot(parts.matches, parts.text, *frame.slot) if frame.slot else Asked((), (), ())
    kind = frame.kind
    acts = frame.acts
    dated = parts.dated if parts.dated and _limits(parts, parts.dated) else None
    loose = kind == "said" and (bool(set(acts) & TRANSITIVE) or not frame.slot) and not asked.speakers
    if loose:
        kind, acts, asked, frame = "what", (), Asked((), (), ()), Frame("what")
    if kind == "said" and not asked.speakers and not asked.unknown:
        kind = "opinions"
    if kind == "did-say" and not asked.speakers and not asked.unknown:
        kind = "who-said"
    said = _words(parts, frame)
    return Understanding(
        kind=kind,
        topic=_topic(parts, frame, asked),
        speakers=asked.speakers,
        unknown=asked.unknown,
        acts=acts,
        words=said,
        source=parts.outlet[0] if parts.outlet else None,
        since=dated.since if dated else None,
        until=dated.until if dated else None,
        since_event=parts.bound.event if parts.bound and parts.bound.begins else None,
        until_event=parts.bound.event if parts.bound and not parts.bound.begins else None,
        recent=kind == "latest"
        or (quoted(parts.text) is None and about_now(_without_outlet(parts)) is not None),
        namesakes=asked.namesakes,
    )


def _without_outlet(parts: _Parts) -> str:
    return _without(parts.text, (0, len(parts.text)), [parts.outlet[1:]]) if parts.outlet else parts.text


def _limits(parts: _Parts, dated: Dated) -> bool:
    """Whether a date limits the articles, and does not belong to what is told.

    In a question about events it does at the beginning or the end, where it is a day or a month; a weekday
    or a year mostly tells. Words that someone may have said keep their dates, but for one as seen from now.
    """
    text, said = parts.text, parts.frame.said
    if said is not None and said[0] <= dated.start:
        return quoted(text) is None and bool(_FROM_NOW.search(text[dated.start : dated.end].lower()))
    if parts.frame.strict:
        return not _is_topic(parts, dated)
    at_edge = dated.start == 0 or not text[dated.end :].strip(" ?!.")
    return at_edge and not _TELLS.search(text[dated.start : dated.end].lower())


def _is_topic(parts: _Parts, dated: Dated) -> bool:
    """Whether a day is what is spoken of, and nothing else: "views on June 6" or "about June 6, 2021"."""
    text, topic = parts.text, parts.frame.topic
    from_now = _FROM_NOW.search(text[dated.start : dated.end].lower())
    if topic is None or from_now or says_something(_without(text, topic, [(dated.start, dated.end)])):
        return False
    on = (text[dated.start : topic[0]] or text[: topic[0]]).rstrip()
    before = words(text[: min(dated.start, topic[0])])[-1:]
    return re.search(r"\b(?:on|about|regarding)$", on) is not None and not set(before) & verbs().keys()


def _is_name(parts: _Parts) -> bool:
    """Whether the question is nothing but someone's name ("And Raisi?")."""
    rest = _without(parts.text, (0, len(parts.text)), [(m.start, m.end) for m in parts.matches])
    short = len(parts.text.split()) <= _NAME_WORDS
    asks = _ASKS.match(parts.text.lower())
    named = names_alone(parts.matches, parts.text) and not _ABOUT.match(rest)
    return short and bool(parts.matches) and named and not asks and not says_something(rest)


def _words(parts: _Parts, frame: Frame) -> str | None:
    """The words that someone may have said: in quotation marks, or the rest of "who said ...?"."""
    found = quoted(parts.typed)
    if found:
        return found[0]
    if frame.said is None:
        return None
    start, end = frame.said
    cut = [place for place in _dropped(parts) if place[0] > start]
    rest = _without(parts.typed, (start, end), cut).strip(" \"',")
    return rest or None


def _topic(parts: _Parts, frame: Frame, asked: Asked) -> str:
    place = frame.topic if frame.strict or frame.topic else (0, len(parts.text))
    if place is None:
        return ""
    cut = _dropped(parts)
    if frame.strict:
        cut += list(asked.spans)
    else:
        now = None if quoted(parts.text) else about_now(parts.text)
        cut += [now] if now else []
    topic = _without(parts.text, place, cut).strip(" ,.?!;:")
    if frame.strict:
        topic = LEADS_TO_TOPIC.sub("", topic)
    if says_something(topic):
        return topic
    return parts.bound.event if parts.bound and parts.bound.about else ""


def _dropped(parts: _Parts) -> list[Place]:
    """Words that became a filter and are no topic."""
    places: list[Place] = []
    if parts.dated and parts.frame.strict and _limits(parts, parts.dated):
        places.append((parts.dated.start, parts.dated.end))
    if parts.bound:
        places.append((parts.bound.start, parts.bound.end))
    if parts.outlet:
        places.append(outlet_phrase(parts.text, parts.outlet[1], parts.outlet[2]))
    return places


def _without(text: str, place: Place, cut: Sequence[Place]) -> str:
    start, end = place
    kept: list[str] = []
    for first, last in sorted(cut):
        if last <= start or first >= end:
            continue
        kept.append(text[start : max(first, start)])
        start = max(start, last)
    kept.append(text[start:end])
    return re.sub(r" {2,}", " ", " ".join(kept))
