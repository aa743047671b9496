"""Lines with labels are a transcript only where people speak in turns."""

from __future__ import annotations

import pytest

from index.quotes import read


@pytest.mark.parametrize(
    "text",
    [
        "Regular: $3.98\nDiesel: $4.75\nPremium: $5.10\nRegular: $3.99\n",
        "Kelm: The city has closed its pier.\nTessin: The city has opened its pier.\nOrvik: The town waits.\n",
        "News: The city closed its piers.\nSports: Kelm won the cup.\nNews: The mayor left.\n",
        "TV: None.\nNotable: Kelm has won twice.\nTV: None.\nNotable: Orvik has not.\n",
        "Egg Place: The hills are wet.\nWay Out: It is open.\nEgg Place: The cave is dry.\nAn egg place.\n",
        "Summary: The pier is old.\nGrowth: It is quick.\nSummary: The hall is new.\nThe summary is short.\n",
        "Kelm: It is wet.\nTessin: It is dry.\nOrvik: It is cold.\nKelm: It is wet again.\nBrod: It is hot.\n",
    ],
)
def test_a_list_with_labels_is_no_transcript(text: str) -> None:
    assert read(text).quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "HOST: We stay.\nMOOR: You go.\nHOST: We never go.\n",
        "Ana Moor: We stay.\nBo Tesk: You go.\nAna Moor: We never go.\n",
        "Tavo Kelsin: We stay.\nSeo-jun Brod: You go.\nTavo Kelsin: We never go.\nKelsin left.\n",
        "Host: We stay.\nGuest: You go.\nHost: We never go.\n",
        "Moor met Tesk in Kelm.\nMoor: We stay.\nTesk: You go.\nMoor: We never go.\n",
    ],
)
def test_people_who_speak_in_turns_make_a_transcript(text: str) -> None:
    assert [text[quote.start : quote.end] for quote in read(text).quotes] == [
        "We stay.",
        "You go.",
        "We never go.",
    ]
