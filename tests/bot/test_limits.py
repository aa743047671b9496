from __future__ import annotations

from typing import Any

import pytest

from bot.limits import LimitExceeded, check_choices, check_message, check_modal, clipped, length


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def row(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(buttons)}


def a_button(custom_id: str = "a", **more: object) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "Go", "custom_id": custom_id, **more}


@pytest.mark.parametrize(
    "components",
    [
        [text("a" * 4001)],
        [text("a" * 2001), text("b" * 2000)],
        [text("😀" * 2001)],
        [text(" ")],
        [text("a")] * 41,
        [row(*(a_button(str(number)) for number in range(6)))],
        [row(a_button("a"), a_button("a"))],
        [row(a_button("a" * 101))],
        [row(a_button(label="a" * 81))],
        [row({"type": 2, "style": 5, "url": "https://" + "a" * 505, "label": "x"})],
        [{"type": 12, "items": [{"media": {"url": "attachment://a"}, "description": "a" * 1025}]}],
        [row({"type": 3, "custom_id": "m", "options": [{"label": "a", "value": str(n)} for n in range(26)]})],
        [row({"type": 3, "custom_id": "m", "options": [{"label": "a" * 101, "value": "a"}]})],
    ],
)
def test_what_discord_would_refuse_is_refused_here(components: list[dict[str, Any]]) -> None:
    with pytest.raises(LimitExceeded):
        check_message([{"type": 17, "components": components}])


def test_the_most_that_discord_takes_passes() -> None:
    check_message([{"type": 17, "components": [text("a" * 4000), row(*(a_button(str(n)) for n in range(5)))]}])


def test_choices_are_counted_and_measured() -> None:
    check_choices(["a" * 100] * 25)
    for names in (["a"] * 26, ["a" * 101], [""]):
        with pytest.raises(LimitExceeded):
            check_choices(names)


@pytest.mark.parametrize(
    ("key", "value"), [("title", "a" * 46), ("custom_id", "a" * 101), ("components", [text("a")] * 6)]
)
def test_forms_are_measured(key: str, value: object) -> None:
    form: dict[str, Any] = {"title": "Form", "custom_id": "f", "components": []}
    check_modal(form)
    with pytest.raises(LimitExceeded):
        check_modal(form | {key: value})


def test_the_length_counts_what_discord_counts() -> None:
    assert length("a😀") == 3


def test_a_clipped_label_ends_in_an_ellipsis_and_never_in_half_an_emoji() -> None:
    assert clipped("short", 10) == "short"
    assert clipped("😀" * 10, 10) == "😀😀😀😀…"
