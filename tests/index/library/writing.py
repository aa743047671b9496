"""Invented articles for tests of the library."""

from __future__ import annotations

import io
from datetime import date

from index.library import Library
from index.models import Draft
from index.store.statements import Limits, Statement, within

HARBOUR = (
    "Port Sarn will get a new breakwater, Mayor Ilva Torrens said on Monday.\n\n"
    '"We will finish the breakwater before the autumn storms," Torrens said. "Nobody will lose a berth."\n\n'
    'Her critic on the council, Bram Oskel, was not convinced. "The money is not there," Oskel said.\n\n'
    '"It will cost what it costs," he added.'
)
BRIDGE = (
    "The old bridge over the Lune stays closed, the town of Hallin announced.\n\n"
    '"The bolts are gone," said engineer Pelle Varga. "We warned them for nine years."\n\n'
    "Mayor Ilva Torrens promised help for the shops on the far bank."
)


def a_draft(number: int = 1, text: str = HARBOUR, **fields: object) -> Draft:
    values: dict[str, object] = {
        "id": f"a{number}",
        "title": f"Notice {number} of the harbour board",
        "source": "The Sarn Lantern",
        "url": f"https://lantern.example/news/{number}",
        "published": date(2026, 2, number),
        "text": f"{text}\n\nThis was report number {number} from the quay,"
        f" and the {number + 40} gulls did not mind.",
    }
    return Draft(**(values | fields))  # type: ignore[arg-type]  # the fields' types are the test's affair


async def exported(library: Library) -> str:
    stream = io.StringIO()
    await library.upkeep.export(stream)
    return stream.getvalue()


async def statements(library: Library, speaker: str | None = None) -> list[Statement]:
    return await library._room.read(lambda db: within(db, Limits(speaker=speaker), None, 100))
