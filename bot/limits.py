"""Discord's limits on what the bot sends, checked here because discord.py does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

TEXT_LENGTH = 4000  # all text of one Components V2 message
COMPONENTS = 40
ROW_BUTTONS = 5
CUSTOM_ID_LENGTH = 100
LABEL_LENGTH = 80
URL_LENGTH = 512
ALT_TEXT_LENGTH = 1024
CHOICES = 25
CHOICE_LENGTH = 100
OPTIONS = 25
OPTION_LENGTH = 100
PLACEHOLDER_LENGTH = 150
MODAL_TITLE_LENGTH = 45
MODAL_LABEL_LENGTH = 45
MODAL_DESCRIPTION_LENGTH = 100
MODAL_VALUE_LENGTH = 4000
MODAL_ROWS = 5

_ROW, _BUTTON, _TEXT_DISPLAY = 1, 2, 10
_TEXT_INPUT = 4
_SELECTS = {3, 5, 6, 7, 8}


class LimitExceeded(Exception):
    """The bot was about to send what Discord refuses; a fault of the bot, never of a reader."""

    def __init__(self, what: str, actual: int, limit: int) -> None:
        super().__init__(f"{what}: {actual} of at most {limit}")
        self.what = what


def length(text: str) -> int:
    """The length as Discord's clients count it: UTF-16 units, never less than code points."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def clipped(text: str, limit: int) -> str:
    """`text`, or its beginning and an ellipsis, within `limit`. For labels and choices, never for a quote."""
    if length(text) <= limit:
        return text
    kept = text[:limit]
    while length(kept) > limit - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def check_message(components: Sequence[Mapping[str, Any]]) -> None:
    """Hold the components of one message to the limits. Raises LimitExceeded."""
    every = list(walk(components))
    _hold("components", len(every), COMPONENTS)
    _hold("text", sum(length(one["content"]) for one in every if one["type"] == _TEXT_DISPLAY), TEXT_LENGTH)
    ids = [one["custom_id"] for one in every if one.get("custom_id")]
    _hold("buttons of one id", len(ids) - len(set(ids)), 0)
    for one in every:
        _check_component(one)


def check_modal(payload: Mapping[str, Any]) -> None:
    """Hold a modal to the limits. Raises LimitExceeded."""
    _hold("modal title", length(payload["title"]), MODAL_TITLE_LENGTH)
    _hold("custom id", length(payload["custom_id"]), CUSTOM_ID_LENGTH)
    _hold("modal rows", len(payload["components"]), MODAL_ROWS)
    for one in walk(payload["components"]):
        if "label" in one:
            _hold("modal label", length(one["label"] or ""), MODAL_LABEL_LENGTH)
        _hold("modal description", length(one.get("description") or ""), MODAL_DESCRIPTION_LENGTH)
        if one["type"] == _TEXT_INPUT:
            _hold("modal value", length(one.get("value") or ""), MODAL_VALUE_LENGTH)
            _hold("placeholder", length(one.get("placeholder") or ""), OPTION_LENGTH)
        _check_component(one)


def check_choices(names: Sequence[str]) -> None:
    """Hold the choices of an autocomplete to the limits. Raises LimitExceeded."""
    _hold("choices", len(names), CHOICES)
    for name in names:
        _hold("choice", length(name), CHOICE_LENGTH)
        _hold("empty choice", int(not name), 0)


def walk(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Every component of a payload, nested ones too."""
    for one in components:
        yield one
        yield from walk(one.get("components", ()))
        for key in ("accessory", "component"):
            if key in one:
                yield from walk([one[key]])


def _check_component(one: Mapping[str, Any]) -> None:
    _hold("custom id", length(one.get("custom_id") or ""), CUSTOM_ID_LENGTH)
    if one["type"] == _BUTTON:
        _hold("label", length(one.get("label") or ""), LABEL_LENGTH)
        _hold("link", length(one.get("url") or ""), URL_LENGTH)
    if one["type"] == _ROW:
        _hold("buttons in a row", len(one["components"]), ROW_BUTTONS)
    if one["type"] == _TEXT_DISPLAY:
        _hold("empty text", int(not one["content"].strip()), 0)
    if one["type"] in _SELECTS:
        _check_select(one)
    for item in one.get("items", ()):
        _hold("alt text", length(item.get("description") or ""), ALT_TEXT_LENGTH)


def _check_select(one: Mapping[str, Any]) -> None:
    _hold("placeholder", length(one.get("placeholder") or ""), PLACEHOLDER_LENGTH)
    options = one.get("options", ())
    _hold("options", len(options), OPTIONS)
    for option in options:
        for key in ("label", "value", "description"):
            _hold(f"option {key}", length(option.get(key) or ""), OPTION_LENGTH)


def _hold(what: str, actual: int, limit: int) -> None:
    if actual > limit:
        raise LimitExceeded(what, actual, limit)
