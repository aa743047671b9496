from __future__ import annotations

import pytest

from bot.commands.article.linking import MOST, links


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("nothing here", []),
        ("Read https://courier.example/pier.", ["https://courier.example/pier"]),
        ("(https://courier.example/pier)", ["https://courier.example/pier"]),
        ("https://courier.example/Pier_(Brannock)", ["https://courier.example/Pier_(Brannock)"]),
        ("[the pier](https://courier.example/pier)", ["https://courier.example/pier"]),
        ("<https://courier.example/pier> and **https://bell.example/a**", 2),
        ("“https://courier.example/pier”", ["https://courier.example/pier"]),
        ("https://courier.example/a https://courier.example/a", ["https://courier.example/a"]),
        ("HTTPS://COURIER.example/a?b=1&c=2#d", ["HTTPS://COURIER.example/a?b=1&c=2#d"]),
        ("ftp://courier.example/a javascript:alert(1)", []),
        ("https://", []),
        (" ".join(f"https://courier.example/{n}" for n in range(20)), MOST),
    ],
)
def test_addresses_are_found_without_the_punctuation_around_them(content: str, found: list[str] | int) -> None:
    seen = links(content)
    assert (len(seen) if isinstance(found, int) else seen) == found


@pytest.mark.parametrize("content", ["https://)))...", "https://a" + ")" * 1990, "https://a" * 400])
def test_odd_messages_are_no_fault(content: str) -> None:
    for url in links(content):
        assert url.startswith("https://")
