from __future__ import annotations

import pytest

from bot.actions import Actions, Forged, StateTooLong, article_field, decode, encode, integer
from bot.client import Interaction
from bot.permissions import Level


async def nothing(_interaction: Interaction, _fields: tuple[str, ...]) -> None: ...


def test_what_was_encoded_is_decoded() -> None:
    fields = ("", "a:b", "50 %", "%3A")
    assert decode(encode("context", fields)) == ("context", fields)


def test_a_state_that_does_not_fit_makes_no_id() -> None:
    with pytest.raises(StateTooLong):
        encode("context", ["x" * 100])


@pytest.mark.parametrize("custom_id", ["", "qd1", "qd0:context", "qd9:context:1", "context:1"])
def test_an_id_of_no_version_is_forged(custom_id: str) -> None:
    with pytest.raises(Forged):
        decode(custom_id)


def test_a_field_that_is_not_there_is_forged_and_no_fault_of_the_program() -> None:
    _, fields = decode("qd1:flags")
    with pytest.raises(Forged):
        fields[0]
    assert decode("qd1:flags:")[1][0] == ""


@pytest.mark.parametrize(
    "name", ["a" * 300, ":" * 300, "😀" * 300, "https://courier.example/" + "a-b/%20" * 20]
)
def test_an_article_with_any_id_has_room_beside_the_longest_state(name: str) -> None:
    field = article_field(name)
    assert field != name
    assert name.endswith(field.removeprefix("…"))
    fields = ("1234567", "1234567", "123456789", "0a1b2c3d", field)
    assert decode(encode("context", fields)) == ("context", fields)


def test_a_usual_id_stays_whole() -> None:
    assert article_field("courier-2026-03-05-pier") == "courier-2026-03-05-pier"


@pytest.mark.parametrize("field", ["", "-1", "1.5", "x", "٣", "1_0"])
def test_a_number_that_is_none_is_forged(field: str) -> None:
    with pytest.raises(Forged):
        integer(field)


def test_an_action_that_nobody_added_is_forged_and_no_name_is_taken_twice() -> None:
    actions = Actions()
    actions.add("flag", nothing, level=Level.EDITOR)
    assert actions.find("qd1:flag:1")[0].level is Level.EDITOR
    with pytest.raises(Forged):
        actions.find("qd1:other")
    with pytest.raises(ValueError, match="flag"):
        actions.add("flag", nothing)
