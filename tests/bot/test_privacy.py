"""A day of use, then every byte of every file: no question, and no user id but where `/privacy` says so."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import logs
from bot.demo import sample_drafts
from bot.libraries import library_path
from bot.rounds import Rounds
from index.library import Library
from index.library.upkeep import GRACE
from tests.bot.conftest import Desk, a_bot, buttons_of, text_of
from tests.isolation.world import MODAL

# Words that are in no article: in a dump they can only come from what somebody typed.
ASKED = ("quizzicalness", "flummoxing", "bamboozlery")
NOTE = "discombobulating"
# The tables that `/privacy` tells of: reports, follows, and changes in the admins' log.
LISTED = {"flag", "follow", "audit"}


def dump(data: Path) -> bytes:
    """Everything on disk, the write-ahead logs too."""
    return b"\n".join(path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file())


def tables_with(path: Path, word: str) -> set[str]:
    """The tables in which some value holds a word."""
    found = set()
    with closing(sqlite3.connect(path)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in db.execute(f"SELECT * FROM {table}"):  # noqa: S608 -- names of the schema
                if any(word in str(value) for value in row):
                    found.add(table)
    return found


def listen(caplog: pytest.LogCaptureFixture) -> None:
    """Hear as much as the bot at its most talkative."""
    caplog.set_level(logging.DEBUG)
    for name in logs.CHATTY:
        caplog.set_level(logging.WARNING, logger=name)


async def a_day(desk: Desk) -> None:
    """Questions of every kind, a follow, a report, presses, errors; an admin's changes."""
    reader, channel = desk.reader, desk.channel
    first = await reader.slash(channel, "ask", question=f"what did Korvel promise about {ASKED[0]}?")
    await reader.send(channel, f"<@{desk.bot.me}> who denied {ASKED[1]}?")
    await reader.slash(channel, "verify", words=f"Not one {ASKED[2]} has left", speaker="Jonas Tull")
    await reader.slash(channel, "ask", question=f"{ASKED[0]}?", since=ASKED[1])
    await reader.slash(channel, "person", name=ASKED[2])
    await reader.slash(channel, "quotes", speaker="Ana Korvel", topic=ASKED[0])
    await reader.slash(channel, "follow", person="Ana Korvel")
    await reader.slash(channel, "follow", person="Jonas Tull")
    await reader.slash(channel, "unfollow", subject="Jonas Tull")
    desk.bot.cooldowns._buckets.clear()
    answer = await reader.slash(channel, "ask", question="what did Korvel promise?")
    form = await reader.click(answer.response, custom_id=buttons_of(answer.response)["Flag"])
    await reader.submit_modal(form, {"reason": ["speaker"], "note": NOTE})
    await reader._dispatch_interaction(MODAL, channel, {"custom_id": f"qd1:{ASKED[1]}:1", "components": []})
    desk.env.inject_error("PATCH", "/webhooks/*", status=500, times=1)
    await reader.slash(channel, "ask", question=f"who warned of {ASKED[2]}?")
    await desk.admin.slash(channel, "quotedesk settings", answers="private")
    await desk.admin.slash(channel, "quotedesk undo")
    await Rounds(desk.bot).once(datetime.now(UTC))
    desk.env._errors_acknowledged = desk.env.error_cursor
    assert first is not None


async def test_after_a_day_of_use_no_file_and_no_log_line_holds_a_question(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    listen(caplog)
    await a_day(desk)
    held = dump(desk.bot.settings.data).lower() + caplog.text.lower().encode()
    assert len(held) > 100_000
    for word in ASKED:
        assert word.encode() not in held


async def test_user_ids_are_in_the_tables_that_privacy_lists_and_nowhere_else(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    listen(caplog)
    await a_day(desk)
    path = library_path(desk.bot.settings.data, str(desk.guild.id))
    reader, admin = str(desk.reader.id), str(desk.admin.id)
    assert tables_with(path, reader) == {"flag", "follow"}
    assert tables_with(path, admin) == {"audit"}
    assert tables_with(path, NOTE) == {"flag"}
    ours = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("simcord"))
    assert reader not in ours
    assert admin not in ours
    shown = text_of(await desk.reader.slash(desk.channel, "privacy show"))
    assert "A report of" in shown
    assert "You follow Ana Korvel" in shown
    assert "in the log for admins" in text_of(await desk.admin.slash(desk.channel, "privacy show"))


async def test_delete_mine_leaves_no_trace_in_any_byte_of_any_file(desk: Desk) -> None:
    await a_day(desk)
    data = desk.bot.settings.data
    reader, admin = str(desk.reader.id).encode(), str(desk.admin.id).encode()
    assert reader in dump(data)
    await desk.reader.slash(desk.channel, "privacy delete")
    held = dump(data)
    assert reader not in held
    assert NOTE.encode() not in held
    assert admin in held
    await desk.admin.slash(desk.channel, "privacy delete")
    assert admin not in dump(data)
    async with desk.bot.shelf.library(desk.guild.id) as library:
        assert await library.upkeep.check() == []
        page = await library.audit.list()
        assert {entry.by for entry in page.items} <= {"someone", "cli"}


async def test_what_a_reader_wrote_in_a_report_goes_when_its_closing_cannot_be_undone(tmp_path: Path) -> None:
    now = datetime(2026, 3, 5, 9, tzinfo=UTC)
    path = tmp_path / "harbour.sqlite"
    async with Library.open(path, clock=lambda: now) as library:
        await library.articles.add_many(sample_drafts(), by="cli")
        passage = (await library.ask("what did Korvel promise?")).passages[0]
        flag = await library.flags.make(reason="speaker", reader="5", note=NOTE, quote_id=passage.quote_id)
        await library.flags.resolve(flag.id, "dismissed", by="7")
        await library.upkeep.tidy(now + timedelta(hours=23))
        assert NOTE.encode() in dump(tmp_path)
        await library.upkeep.tidy(now + timedelta(hours=25))
        assert NOTE.encode() not in dump(tmp_path)


# ------------------------------------------------------------------ a server that was left


async def test_the_library_of_a_server_that_was_left_is_deleted_at_the_end_of_the_clock_and_not_before(
    desk: Desk,
) -> None:
    path = library_path(desk.bot.settings.data, str(desk.guild.id))
    gone = a_bot(desk.bot.settings.data)  # a bot that is in no server
    left = datetime(2026, 3, 5, tzinfo=UTC)
    gone.shelf._clock = lambda: left
    rounds = Rounds(gone)
    await desk.bot.shelf.close()
    for after in (timedelta(0), timedelta(days=1), GRACE - timedelta(seconds=1)):
        await rounds.once(left + after)
        assert path.exists(), after
    await rounds.once(left + GRACE)
    assert {p.name.partition("-")[0] for p in desk.bot.settings.data.iterdir()} <= {"commands"}
    assert not list(desk.bot.settings.data.glob(f"{desk.guild.id}*"))
    await gone.shelf.close()


async def test_coming_back_stops_the_clock_and_leaving_again_starts_a_new_one(desk: Desk) -> None:
    server = desk.guild.id
    left = datetime(2026, 3, 5, tzinfo=UTC)
    gone = a_bot(desk.bot.settings.data)
    gone.shelf._clock = lambda: left
    await desk.bot.shelf.close()
    await Rounds(gone).once(left)
    await gone.shelf.close()

    await Rounds(desk.bot).once(left + timedelta(days=20))  # it is in the server again
    async with desk.bot.shelf.library(server) as library:
        assert await library.upkeep.left() is None
    await desk.bot.shelf.close()

    later = left + timedelta(days=25)
    gone.shelf._clock = lambda: later
    await Rounds(gone).once(later)
    await Rounds(gone).once(left + GRACE)
    assert server in gone.shelf.servers()
    await Rounds(gone).once(later + GRACE)
    assert server not in gone.shelf.servers()
    await gone.shelf.close()
