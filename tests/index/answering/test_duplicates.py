from __future__ import annotations

from datetime import date

from index.answering.duplicates import shown_once
from index.models import Passage

WORDS = "Torrens called the breakwater a wall of promises that no storm would ever respect."


def passage(
    article: str,
    start: int = 0,
    text: str = WORDS,
    speaker: str | None = "Ilva Torrens",
    source: str = "Lantern",
) -> Passage:
    return Passage(
        article=article,
        start=start,
        end=start + len(text),
        text=text,
        kind="indirect",
        speaker=speaker,
        mention=speaker,
        act="said",
        certainty="named",
        quote=None,
        quote_id=None,
        title="",
        source=source,
        url=None,
        published=date(2026, 2, 1),
        link=None,
    )


def shown(*passages: Passage) -> list[tuple[str, int]]:
    return [(one.article, one.start) for one in shown_once(passages, 5)]


def test_what_another_outlet_printed_is_named_with_the_first() -> None:
    (one,) = shown_once([passage("a"), passage("b", source="Courier")], 5)
    assert (one.article, [outlet.source for outlet in one.also]) == ("a", ["Courier"])


def test_words_that_stand_in_a_passage_already_are_not_shown_again() -> None:
    part = passage("a", 10, WORDS[10:40])
    assert shown(passage("a"), part) == [("a", 0)]
    assert shown(part, passage("a")) == [("a", 10), ("a", 0)]
    assert shown(passage("a"), passage("b", 10, WORDS[10:40])) == [("a", 0), ("b", 10)]
    assert shown(passage("a"), passage("a", 10, WORDS[10:40], speaker="Matteo Kern")) == [("a", 0), ("a", 10)]


def test_a_surname_alone_may_be_the_same_speaker_but_no_other_person_is() -> None:
    assert shown(passage("a"), passage("b", speaker="Torrens")) == [("a", 0)]
    assert shown(passage("a"), passage("b", speaker="Matteo Torrens")) == [("a", 0), ("b", 0)]
    assert shown(passage("a"), passage("b", speaker=None)) == [("a", 0), ("b", 0)]
