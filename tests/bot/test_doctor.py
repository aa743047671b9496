"""Every fault that the doctor knows is made, and told in one sentence."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot import doctor
from bot.config import Settings
from bot.demo import sample_drafts
from bot.doctor import DiscordAway, Finding, Portal, TokenRefused, examine
from bot.libraries import library_path
from bot.render import TEMPLATES, Renderer
from index import schema
from index.library import Library

NOW = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
TOKEN = "MTE.abc-d.ef_g"  # noqa: S105 -- the key to nothing
FINE = Portal("Quotedesk", (("Harbour", ()),), NOW)


def settings(data: Path, token: str | None = TOKEN) -> Settings:
    return Settings(DISCORD_TOKEN=token, QUOTEDESK_DATA=data, _env_file=None)  # type: ignore[call-arg, arg-type]


async def findings(
    data: Path, answer: Portal | Exception = FINE, *, token: str | None = TOKEN
) -> list[Finding]:
    async def ask(_settings: Settings) -> Portal:
        if isinstance(answer, Exception):
            raise answer
        return answer

    return await examine(settings(data, token), ask, now=NOW)


def told(found: list[Finding]) -> list[str]:
    """The sentences of the faults, as the terminal shows them."""
    lines = Renderer().text("terminal/doctor.j2", findings=found).splitlines()
    assert len(lines) == len(found)
    return [line.removeprefix("FAULT  ") for line in lines if line.startswith("FAULT")]


async def a_library(data: Path, name: str = "harbour") -> Path:
    path = library_path(data, name)
    async with Library.open(path) as library:
        await library.articles.add_many(sample_drafts()[:2], by="cli")
    return path


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Without the rights of root, who may write everywhere, and in a folder that can be read by all."""
    folder.chmod(0o555)
    me = os.getuid()
    if me == 0:
        os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        if me == 0:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)


@pytest.fixture(autouse=True)
def _sound_templates(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Compiling them all takes a second; the tests about templates do, and the one of a set-up in order."""
    if "templates" not in request.node.name and "in_order" not in request.node.name:
        monkeypatch.setattr(doctor, "_templates", lambda _folder: Finding("templates", "good"))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others can reach, which pytest's own cannot be."""
    with tempfile.TemporaryDirectory(prefix="quotedesk-doctor-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


async def test_a_set_up_in_order_has_no_fault(tmp_path: Path) -> None:
    await a_library(tmp_path)
    found = await findings(tmp_path)
    assert told(found) == []
    assert {finding.topic for finding in found} == {
        "versions", "templates", "folder", "disk", "database", "token", "clock", "gateway", "permissions",
    }  # fmt: skip


def test_every_state_in_the_source_has_its_sentence_and_every_sentence_its_state() -> None:
    source = Path(doctor.__file__).read_text(encoding="utf-8")
    sentences = set(
        re.findall(r'\("(\w+)", "([\w-]+)"\):', (TEMPLATES / "terminal/doctor.j2").read_text("utf-8"))
    )
    direct = set(re.findall(r'Finding\("(\w+)", "([\w-]+)"', source))
    chosen = {(topic, state) for topic, state in sentences if f'"{state}"' in source and f'"{topic}"' in source}
    assert direct <= sentences
    assert chosen == sentences


# ------------------------------------------------------------------ this machine


async def test_an_old_sqlite_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "OLDEST_SQLITE", (99, 0))
    [sentence] = told(await findings(tmp_path))
    assert "SQLite must be 3.35 or newer" in sentence


async def test_another_version_of_discord_py_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_discord_version", lambda: ("2.7.1", "2.3.0"))
    [sentence] = told(await findings(tmp_path))
    assert "discord.py 2.3.0 in place of 2.7.1: install Quotedesk again" in sentence


@pytest.mark.parametrize("way", ["broken", "missing"])
async def test_templates_that_are_broken_or_missing_are_named(tmp_path: Path, way: str) -> None:
    copy = tmp_path / "templates"
    shutil.copytree(TEMPLATES, copy)
    wrong = copy / "discord" / "answer.j2"
    wrong.unlink()
    if way == "broken":
        wrong.write_text("{% if %}", encoding="utf-8")

    async def ask(_settings: Settings) -> Portal:
        return FINE

    found = await examine(settings(tmp_path), ask, now=NOW, templates=copy)
    [sentence] = told(found)
    assert sentence.startswith(f"{way.title()} templates: discord/answer.j2")


async def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder", encoding="utf-8")
    [sentence] = told(await findings(file))
    assert sentence.startswith("The folder of the libraries cannot be written: ")


@pytest.mark.parametrize(("free", "begin"), [(150_000_000, "Only 150 MB free"), (5_000_000, "The disk of the")])
async def test_a_disk_that_is_low_or_full_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, begin: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    [sentence] = told(await findings(tmp_path))
    assert sentence.startswith(begin)


# ------------------------------------------------------------------ libraries


async def test_a_library_of_a_newer_version_is_said(tmp_path: Path) -> None:
    path = await a_library(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    found = await findings(tmp_path)
    assert "newer" in [finding.state for finding in found]
    [sentence] = told(found)
    assert "written by a newer Quotedesk" in sentence
    assert sentence.endswith("Update Quotedesk.")


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\x00" + b"\xff" * 5000])
async def test_a_damaged_library_is_said_and_others_are_looked_at(tmp_path: Path, content: bytes) -> None:
    library_path(tmp_path, "broken").write_bytes(content)
    await a_library(tmp_path)
    found = await findings(tmp_path)
    assert [finding.state for finding in found if finding.topic == "database"] == ["damaged", "good"]
    assert len(told(found)) == 1


async def test_a_library_whose_index_drifted_is_said_with_the_command_that_mends_it(tmp_path: Path) -> None:
    path = await a_library(tmp_path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM passage WHERE key = 1")
    [sentence] = told(await findings(tmp_path))
    assert "run `quotedesk --library harbour rebuild`" in sentence


async def test_a_library_that_another_program_holds_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "LOCK_SECONDS", 0.05)
    path = await a_library(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        [sentence] = told(await findings(tmp_path))
    assert sentence.startswith("Library harbour is held by another program")


async def test_a_library_that_can_be_read_and_not_written_is_said(open_folder: Path) -> None:
    path = await a_library(open_folder)
    await findings(open_folder)  # whatever is imported late is imported now, while everything can be read
    path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    with as_nobody(open_folder):
        found = await findings(open_folder)
    assert {finding.state for finding in found if finding.fault} == {"read-only", "unwritable"}
    assert any(sentence.startswith("Library harbour can be read and not written") for sentence in told(found))


# ------------------------------------------------------------------ Discord


async def test_a_missing_token_is_said(tmp_path: Path) -> None:
    [sentence] = told(await findings(tmp_path, token=None))
    assert sentence.startswith("DISCORD_TOKEN is not set")


@pytest.mark.parametrize(
    "token", ["0a1b2c3d4e5f", "Bot MTE.abc.def", "MTE.abc", '"MTE.abc.def"', "MTE abc def"]
)
async def test_what_is_no_token_is_said_without_asking_discord_or_repeating_it(
    tmp_path: Path, token: str
) -> None:
    [sentence] = told(await findings(tmp_path, AssertionError("asked"), token=token))
    assert sentence.startswith("DISCORD_TOKEN is no bot token")
    assert token not in sentence


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (TokenRefused(), "Discord refuses DISCORD_TOKEN"),
        (DiscordAway("no route"), "Discord cannot be reached (no route)"),
        (Portal("Q", (("H", ()),), NOW - timedelta(minutes=5)), "This machine's clock differs from Discord's"),
        (Portal("Q", (), NOW), "The bot is in no server yet"),
        (Portal("Q", (("H", ("Send Messages",)),), NOW), "Rights are missing in H: Send Messages."),
        (Portal("Q", (("H", ()),), NOW, closed=4014), "The gateway refuses the bot's intents (4014)"),
        (Portal("Q", (("H", ()),), NOW, closed=4011), "The gateway closed the connection with code 4011"),
        (Portal("Q", (("H", ()),), NOW, starts=0), "The bot was started too often"),
    ],
)
async def test_what_discord_says_is_told_in_a_sentence(
    tmp_path: Path, answer: Portal | Exception, words: str
) -> None:
    [sentence] = told(await findings(tmp_path, answer))
    assert sentence.startswith(words)
