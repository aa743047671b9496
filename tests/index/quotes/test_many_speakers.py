"""Who speaks beside single people: several at once, organisations, papers, headlines. Everybody is invented."""

from __future__ import annotations

import pytest

from index.models import Quote
from index.quotes import read


def _last(text: str) -> Quote:
    return read(text).quotes[-1]


def _mention(text: str) -> str | None:
    quote = _last(text)
    return None if quote.speaker_start is None else text[quote.speaker_start : quote.speaker_end]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“We stay,” Ana Moor and Bo Tesk said in a joint statement.", "Ana Moor and Bo Tesk"),
        ("Ana Moor met Bo Tesk. “We stay,” they said.", "they"),
        ("Both Moor and Tesk said the pier was safe.", "Both Moor and Tesk"),
        ("“We stay,” witnesses told the Norland Post.", "witnesses"),
        ("Three councillors, who asked not to be named, said the pier was safe.", "Three councillors"),
        ("Officials quoted by the Norland Post said the pier fell.", "Officials quoted by the Norland Post"),
        ("Norland's parliament demanded that the pier be closed.", "Norland's parliament"),
    ],
)
def test_several_speakers_are_mentioned_as_written_and_none_of_them_is_named(text: str, mention: str) -> None:
    quote = _last(text)
    assert _mention(text) == mention
    assert (quote.speaker, quote.certainty) == (None, "unclear")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We stay,” the Port Haven Council said in a statement.", "Port Haven Council"),
        ("The Port Haven Council told reporters that it would stay.", "Port Haven Council"),
        ("The Port Haven Council spoke. The council added that it would stay.", "Port Haven Council"),
        ("The Norland Post, citing officials, reported that the pier fell.", "Norland Post"),
        ("Citing Bo Tesk, the Norland Post reported that the pier fell.", "Norland Post"),
        ("The Foreign Ministry of Norland said that it “regrets” the loss.", "Foreign Ministry of Norland"),
        ("Tevmark called the move “an insult.”", "Tevmark"),
    ],
)
def test_organisations_speak_for_themselves(text: str, name: str) -> None:
    assert _last(text).speaker == name


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” a spokesman for the Norland Harbour Union, Bo Tesk, said.",
        "“We stay,” said Bo Tesk, a spokesman for the Norland Harbour Union.",
        "A spokesman for the Norland Harbour Union, Bo Tesk, said: “We stay.”",
        "Norland Harbour Union spokesman Bo Tesk said: “We stay.”",
    ],
)
def test_a_spokesman_with_a_name_speaks_under_it(text: str) -> None:
    assert _last(text).speaker == "Bo Tesk"


@pytest.mark.parametrize(
    "headline",
    [
        "Moor: ‘We stay’",
        "Moor to council: ‘We stay’",
        "Moor on pier: ‘We stay’",
        "‘We stay’: Moor",
        "‘We stay’ – Moor",
        "‘We stay,’ says Moor",
        "Moor says: ‘We stay’",
    ],
)
def test_a_headline_that_quotes_names_its_speaker(headline: str) -> None:
    text = f"{headline}\nAna Moor, the mayor of Port Haven, spoke on Monday.\n"
    quote = read(text).quotes[0]
    assert (text[quote.start : quote.end].strip(","), quote.speaker) == (
        "‘We stay,’" if "," in headline else "‘We stay’",
        "Ana Moor",
    )


@pytest.mark.parametrize(
    "headline", ["Council to close ‘unsafe’ pier", "‘Unsafe’ pier to close", "The ‘old’ pier"]
)
def test_a_headline_that_quotes_nobody_is_no_statement(headline: str) -> None:
    assert read(f"{headline}\nThe council met on Monday.\n").quotes == ()


@pytest.mark.parametrize("dash", ["—", "–", "-", "--"])
def test_a_signature_under_a_pulled_quotation_names_who_said_it(dash: str) -> None:
    text = f"Bo Tesk left the council.\n“We stay.”\n{dash} Ana Moor, mayor of Port Haven\n"
    quote = _last(text)
    assert (text[quote.start : quote.end], quote.speaker) == ("“We stay.”", "Ana Moor")
