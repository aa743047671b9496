"""The limits that the loopback adds to simcord's, one case each."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wire.loopback.limits import Upload, faults

MESSAGES = "/channels/1/messages"
CALLBACK = "/interactions/1/token/callback"
COMMANDS = "/applications/1/commands"


def a_button(**fields: object) -> dict[str, Any]:
    return {"type": 1, "components": [{"type": 2, "style": 1, "label": "More", "custom_id": "more", **fields}]}


def a_command(**fields: object) -> dict[str, Any]:
    return {"name": "ask", "description": "Ask a question", "type": 1, **fields}


def option(name: str, **fields: object) -> dict[str, Any]:
    return {"name": name, "description": "An option", "type": 3, **fields}


def choices(count: int, *, name: str = "Marla Finch") -> dict[str, Any]:
    return {"type": 8, "data": {"choices": [{"name": name, "value": str(n)} for n in range(count)]}}


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        (CALLBACK, choices(26), "26 choices"),
        (CALLBACK, choices(1, name=""), "a choice's name has 0 characters"),
        (CALLBACK, choices(1, name="n" * 101), "a choice's name has 101"),
        (MESSAGES, {"components": [a_button(custom_id="c" * 101)]}, "a custom_id has 101"),
        (MESSAGES, {"components": [a_button(label="")]}, "neither label nor emoji"),
        (MESSAGES, {"components": [a_button(style=5, url="javascript:alert(1)")]}, "no address"),
        (MESSAGES, {"components": [a_button(style=5, url="https://h.example/" + "a" * 500)]}, "link has 518"),
        (MESSAGES, {"components": [{"type": 10, "content": "a" * 2001}] * 2}, "4002 characters of text"),
        (MESSAGES, {"components": [{"type": 10, "content": "a"}] * 41}, "41 components"),
        (MESSAGES, {"components": [{"type": 10, "content": " \n"}]}, "blank"),
        (MESSAGES, {"embeds": [{"fields": [{"name": "", "value": "x"}]}]}, "field's name is empty"),
        (MESSAGES, {"embeds": [{"url": "harbour news"}]}, "no address"),
        (MESSAGES, {"nonce": "1" * 26}, "a nonce has 26"),
        (MESSAGES, {"attachments": [{"id": 0, "description": "d" * 1025}]}, "description has 1025"),
        (COMMANDS, [a_command(), a_command()], "two commands are called 'ask'"),
        (COMMANDS, [a_command(name="Ask")], "lower case"),
        (COMMANDS, [a_command(description="")], "description of /ask has 0"),
        (COMMANDS, [a_command(options=[option("a"), option("b", required=True)])], "required option after"),
        (COMMANDS, [a_command(options=[option(f"o{n}") for n in range(26)])], "26 options"),
        (COMMANDS, [a_command(options=[option("a", choices=[{"name": "x" * 101, "value": "x"}])])], "has 101"),
    ],
)
def test_what_discord_refuses_is_refused_in_a_sentence(path: str, body: object, sentence: str) -> None:
    assert any(sentence in fault for fault in faults(path, body)), faults(path, body)


def test_what_discord_takes_passes() -> None:
    link = {"type": 2, "style": 5, "label": "Source", "url": "https://harbour.example/a#:~:text=pier"}
    message = {
        "components": [a_button(), {"type": 1, "components": [link]}],
        "embeds": [{"fields": [{"name": "Pier", "value": "open"}], "image": {"url": "attachment://map.png"}}],
        "nonce": "1" * 25,
    }
    assert faults(MESSAGES, message) == []
    assert faults(CALLBACK, choices(25)) == []
    assert faults(COMMANDS, [a_command(options=[option("a", required=True), option("b")])]) == []


def test_too_many_and_too_big_files_are_refused() -> None:
    assert "11 files" in faults(MESSAGES, {}, [Upload("a.txt", b"")] * 11)[0]
    assert "10485761 bytes" in faults(MESSAGES, {}, [Upload("a.txt", bytes(10 * 1024 * 1024 + 1))])[0]
