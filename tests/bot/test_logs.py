from __future__ import annotations

import json
import logging
import sys

import pytest

from bot import requests
from bot.logs import JsonLines, Lines, Redacted

SECRET = "MTE.not-a.token"  # noqa: S105 -- the key to nothing


def a_record(message: str, *values: object, failed: bool = False) -> logging.LogRecord:
    error = None
    if failed:
        try:
            int(SECRET)
        except ValueError:
            error = sys.exc_info()
    return logging.LogRecord("bot.app", logging.ERROR, __file__, 1, message, values, error)


@pytest.mark.parametrize("kind", [Lines, JsonLines])
@pytest.mark.parametrize(
    "record", [a_record(f"sent {SECRET}"), a_record("sent %s", SECRET), a_record("failed", failed=True)]
)
def test_a_secret_is_blotted_out_wherever_a_line_has_it(kind: type[Lines], record: logging.LogRecord) -> None:
    redacted = Redacted([SECRET, ""])
    assert redacted.filter(record)
    line = kind(redacted).format(record)
    assert SECRET not in line
    assert "[secret]" in line


def test_a_json_line_is_one_object_with_level_place_message_and_the_id_of_its_request() -> None:
    code = requests.begin()
    redacted = Redacted([])
    record = a_record("two\nlines %d", 5)
    redacted.filter(record)
    line = JsonLines(redacted).format(record)
    assert "\n" not in line
    event = json.loads(line)
    assert event.pop("at").endswith("+00:00")
    assert event == {"level": "ERROR", "request": code, "where": "bot.app", "message": "two\nlines 5"}


def test_a_line_of_text_has_the_id_too() -> None:
    code = requests.begin()
    redacted = Redacted([])
    record = a_record("stopped")
    redacted.filter(record)
    assert f" ERROR [{code}] bot.app: stopped" in Lines(redacted).format(record)
