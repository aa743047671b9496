"""The requests of the wire tests against Discord's own document; says so where it could not be done."""

from __future__ import annotations

import pytest

from tests.wire.conftest import Desk
from tests.wire.loopback import Member, contract

pytestmark = pytest.mark.wire


@pytest.mark.asyncio(loop_scope="session")
async def test_every_request_is_as_discords_document_has_it(desk: Desk, reader: Member) -> None:
    if contract.document_path() is None:
        pytest.skip("Discord's OpenAPI document does not lie beside the project: no request was checked")
    await reader.ask("what did Korvel promise?")
    assert desk.discord.violations() == []
    assert len(desk.discord.requests) > 3


def test_a_wrong_request_is_noticed() -> None:
    path = contract.document_path()
    if path is None:
        pytest.skip("Discord's OpenAPI document does not lie beside the project")
    document = contract.Contract(path)
    wrong = {"content": 7}
    assert "content" in document.violations("POST", "/channels/1/messages", {}, wrong, form=False)[0]
    assert "no such route" in document.violations("POST", "/channels/1/nonsense", {}, {}, form=False)[0]
    assert "'loud'" in document.violations("GET", "/channels/1/messages", {"loud": "1"}, None, form=False)[0]
    right = {"content": "fine", "message_reference": {"message_id": 7}}
    assert document.violations("POST", "/channels/1/messages", {}, right, form=False) == []
