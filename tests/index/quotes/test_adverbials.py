"""Times and places beside who speaks and what is said."""

from __future__ import annotations

import pytest

from index.quotes import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Moor said there were several faults with the pier.", "there were several faults with the pier"),
        (
            "Ana Moor said during a debate on Tuesday there would be a “loss of trust”.",
            "there would be a “loss of trust”",
        ),
        ("Ana Moor said the day was marked by a visit.", "the day was marked by a visit"),
        ("Ana Moor said Monday that the pier was old.", "that the pier was old"),
        ("“We knew,” Ana Moor said by phone Wednesday.", "“We knew,”"),
    ],
)
def test_what_is_said_begins_with_its_subject(text: str, said: str) -> None:
    [quote] = read(text).quotes
    assert (quote.speaker, text[quote.start : quote.end]) == ("Ana Moor", said)


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("pledged", "to mend the pier"),
        ("pledged Wednesday", "to mend the pier"),
        ("vowed again last week", "never to sell the pier"),
        ("promised on 3 March", "not to sell the pier"),
        ("threatened late on Friday", "to close the pier"),
        ("vowed", "not to sell the pier"),
    ],
)
def test_what_is_promised_begins_behind_the_time_and_with_its_not(verb: str, said: str) -> None:
    text = f"Ana Moor {verb} {said}."
    [quote] = read(text).quotes
    assert (quote.speaker, text[quote.start : quote.end]) == ("Ana Moor", said)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Senior keeper Ana Moor last week said the pier was old.", "Senior keeper Ana Moor"),
        ("Ana Moor on Tuesday said the pier was old.", "Ana Moor"),
        ("Keeper Ana Moor, another baker, on Monday said the pier was old.", "Keeper Ana Moor"),
        ("Ana May said the pier was old.", "Ana May"),
        ("The letter published Friday says the pier was old.", "The letter"),
        ("Officials on Wednesday also announced a reward.", "Officials"),
    ],
)
def test_a_time_is_no_part_of_who_speaks(text: str, mention: str) -> None:
    [quote] = read(text).quotes
    assert quote.speaker_start is not None
    assert text[quote.speaker_start : quote.speaker_end] == mention


@pytest.mark.parametrize(
    "dateline", ["(AP) ", "Kelm (CNN) ", "Port Haven, Norland (Reuters) ", "Kelm (CNN Business) "]
)
def test_a_dateline_in_brackets_belongs_to_nobody(dateline: str) -> None:
    text = f"{dateline}The pier is old, according to Ana Moor. “We stay,” she said."
    assert [text[one.start : one.end] for one in read(text).quotes] == ["The pier is old", "“We stay,”"]


def test_who_speaks_behind_a_dateline_is_not_its_place() -> None:
    [quote] = read("Tessin (AP) Kelm Motors said strong sales do not tell of a turn.").quotes
    assert quote.speaker == "Kelm Motors"


def test_an_adverb_before_a_comma_is_nobody() -> None:
    text = "Separately, the Kelm Post – a popular paper among bakers – has urged Ana Moor to stay."
    assert [quote.speaker for quote in read(text).quotes] == ["Kelm Post"]
