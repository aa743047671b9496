"""What readers leave in a library: flags and follows; and how it is forgotten."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from index.errors import Conflict, NotFound
from index.library import Library
from index.library.follows import MOST
from tests.index.library.conftest import FrozenClock
from tests.index.library.writing import BRIDGE, HARBOUR, a_draft, exported, statements


async def test_a_flag_waits_until_it_is_resolved_and_then_forgets_its_reader(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    quote = (await statements(library, "Bram Oskel"))[0].id
    flag = await library.flags.make(reason="speaker", reader="5", quote_id=quote, note="It was Lind.")
    again = await library.flags.make(reason="speaker", reader="5", quote_id=quote)
    assert again.id == flag.id
    page = await library.flags.open()
    assert (page.total, page.items[0].passage.quote_id, page.items[0].note) == (1, quote, "It was Lind.")
    resolved = await library.flags.resolve(flag.id, "fixed", by="7")
    assert (resolved.reader, resolved.outcome) == ("5", "fixed")
    assert (await library.flags.open()).total == 0
    assert (await library.flags.get(flag.id)).reader is None
    with pytest.raises(Conflict):
        await library.flags.resolve(flag.id, "dismissed", by="7")


async def test_words_without_a_statement_can_be_flagged(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    flag = await library.flags.make(reason="outdated", reader=None, article="a1", start=0, end=9)
    assert flag.passage.text.startswith("Port Sarn")
    with pytest.raises(NotFound):
        await library.flags.make(reason="text", reader=None, article="a1", start=5, end=10**9)


async def test_a_digest_comes_at_its_hour_with_what_is_new_and_only_then(
    library: Library, clock: FrozenClock
) -> None:
    await library.articles.add(a_draft(1, HARBOUR), by="cli")
    await library.settings.change(by="7", timezone="Europe/Berlin", digest_hour=8)
    person = await library.follows.add("5", "torrens", kind="person")
    topic = await library.follows.add("5", "closed bridge", kind="topic", channel="99")
    assert person.subject == "Ilva Torrens"
    clock.now = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
    assert await library.follows.due() == ()
    await library.articles.add(a_draft(2, BRIDGE), by="cli")
    clock.now = datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
    assert await library.follows.due() == ()
    clock.now = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
    digests = await library.follows.due()
    assert [(one.follow.id, one.total) for one in digests] == [(person.id, 1), (topic.id, 1)]
    assert digests[0].passages[0].speaker == "Ilva Torrens"
    assert "stays closed" in digests[1].passages[0].text
    for one in digests:
        await library.follows.sent(one.follow.id)
    clock.forward(days=1)
    assert await library.follows.due() == ()


async def test_a_weekly_digest_waits_a_week(library: Library, clock: FrozenClock) -> None:
    await library.articles.add(a_draft(1, HARBOUR), by="cli")
    await library.follows.add("5", "Ilva Torrens", kind="person", every="week")
    await library.articles.add(a_draft(2, BRIDGE), by="cli")
    clock.forward(days=6)
    assert await library.follows.due() == ()
    clock.forward(days=1)
    assert len(await library.follows.due()) == 1


async def test_a_reader_stops_only_their_own_digests(library: Library) -> None:
    mine = await library.follows.add("5", "ferry", kind="topic")
    with pytest.raises(NotFound):
        await library.follows.remove(mine.id, reader="6")
    await library.follows.remove(mine.id, reader="5")
    assert await library.follows.of("5") == ()


async def test_someone_unknown_is_not_followed_and_near_names_are_told(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    with pytest.raises(NotFound) as caught:
        await library.follows.add("5", "Bram Quill", kind="person")
    assert "Bram Oskel" in caught.value.near


async def test_nothing_of_a_reader_is_left_after_forgetting(library: Library) -> None:
    reader = "123456789012345678"
    await library.articles.add(a_draft(1), by=reader)
    quote = (await statements(library))[0].id
    await library.flags.make(reason="other", reader=reader, quote_id=quote, note="secret note")
    await library.follows.add(reader, "ferry", kind="topic")
    before = await exported(library)
    shown = json.loads(await library.privacy.export(reader))
    assert (len(shown["flags"]), len(shown["follows"]), shown["changes"]) == (1, 1, 1)
    await library.privacy.forget(reader)
    async with library._room.database.reading() as db:
        for (table,) in await db.execute_fetchall("SELECT name FROM sqlite_master WHERE type = 'table'"):
            dump = repr([tuple(row) for row in await db.execute_fetchall(f"SELECT * FROM {table}")])  # noqa: S608 -- names of the schema
            assert reader not in dump, table
            assert "secret note" not in dump, table
    kept = await library.privacy.show(reader)
    assert (kept.flags, kept.follows, kept.changes) == ((), (), 0)
    assert await exported(library) == before


async def test_a_question_leaves_no_trace(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    path = library._room.database.path
    before = path.read_bytes()
    await library.ask("What did the xylophonist say about zymurgy?")
    assert path.read_bytes() == before
    assert b"xylophon" not in before


async def test_a_reader_follows_a_number_that_can_still_be_ended(library: Library) -> None:
    for number in range(MOST):
        await library.follows.add("5", f"bridge {number}", kind="topic")
    with pytest.raises(Conflict, match="25 people and topics already"):
        await library.follows.add("5", "one more", kind="topic")
    changed = await library.follows.add("5", "bridge 3", kind="topic", every="week")
    assert changed.every == "week"
    await library.follows.add("6", "one more", kind="topic")
