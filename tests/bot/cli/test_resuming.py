"""Adding a folder of packed articles is killed in the middle, and run once more."""

from __future__ import annotations

import asyncio
import io
import json
import lzma
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from index.library import Library
from index.models import Draft
from index.parsing import parse_file
from tests.bot.cli.conftest import ROOT

# The command itself, with transactions of twenty articles so that these make many.
COMMAND = "from bot.cli import bulk; bulk.BATCH = 20; from bot.cli.app import main; main()"
# When an article came into the library is all that may differ.
WHEN = {"added", "since", "replaced"}
WORDS = (
    "anchor",
    "bollard",
    "cleat",
    "davit",
    "eyelet",
    "fender",
    "gunwale",
    "halyard",
    "inlet",
    "jib",
    "keel",
)


def an_article(number: int, text: str = "", **fields: object) -> dict[str, object]:
    words = " ".join(WORDS[(number * 7 + place * place) % len(WORDS)] + str(number) for place in range(60))
    said = f"Harbour master Ines Dahl{number % 9} said: “Pier {number} will open.” {words}."
    return {
        "id": f"a{number}",
        "title": f"Harbour note {number}",
        "source": "The Quay",
        "url": f"https://quay.example/{number}",
        "published": "2026-05-01",
        "text": text or said,
    } | fields


def the_folder(folder: Path) -> Path:
    """150 articles in three packed files: among them copies in other outlets, and pages that changed later."""
    articles = [an_article(number) for number in range(120)]
    copies = [
        an_article(number, id=f"c{number}", source="The Mole", url=f"https://mole.example/{number}")
        for number in range(0, 120, 8)
    ]
    changed = [
        an_article(number, f"{articles[number]['text']} It will not, said Dahl. {version}")
        for version in range(2)
        for number in range(0, 120, 16)
    ]
    everything = articles + copies + changed
    for place in range(3):
        with lzma.open(folder / f"part{place}.jsonl.xz", "wt", encoding="utf-8") as stream:
            stream.writelines(json.dumps(one) + "\n" for one in everything[place * 50 : place * 50 + 50])
    return folder


def adding(data: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 -- our own command
        [sys.executable, "-c", COMMAND, "--data", str(data), "add", "--json", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def exported(data: Path) -> list[dict[str, Any]]:
    (path,) = data.rglob("*.sqlite")

    async def export() -> str:
        stream = io.StringIO()
        async with Library.open(path) as library:
            assert await library.upkeep.check() == []
            await library.upkeep.export(stream)
        return stream.getvalue()

    return [without_moments(json.loads(line)) for line in asyncio.run(export()).splitlines()]


def without_moments(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_moments(one) for name, one in value.items() if name not in WHEN}
    return [without_moments(one) for one in value] if isinstance(value, list) else value


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return the_folder(tmp_path_factory.mktemp("news"))


@pytest.fixture(scope="module")
def whole(news: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is exported after the same articles came in without processes, and all at once."""
    path = tmp_path_factory.mktemp("whole") / "default.sqlite"

    drafts = [draft for file in sorted(news.iterdir()) for draft in parse_file(file.name, file)]

    async def add() -> None:
        async with Library.open(path) as library:
            await library.articles.add_many([one for one in drafts if isinstance(one, Draft)], by="cli")

    asyncio.run(add())
    return exported(path.parent)


@pytest.mark.parametrize("after", [1, 80])
def test_a_killed_run_leaves_whole_articles_and_no_process_and_goes_on_with_nothing_doubled(
    tmp_path: Path, news: Path, whole: list[dict[str, Any]], after: int
) -> None:
    data = tmp_path / "killed"
    with adding(data, news) as process:
        assert process.stdout is not None
        told = [json.loads(process.stdout.readline()) for _ in range(after)]
        process.kill()
        process.wait()
        told += [json.loads(line) for line in process.stdout if line.endswith("\n")]
        deadline = time.monotonic() + 20
        while is_alive(process.pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        still = is_alive(process.pid)
        if still:
            os.killpg(process.pid, signal.SIGKILL)
    assert not still, "workers outlived the writer"
    assert {one["id"] for one in told} <= {one["id"] for one in exported(data)[1:]}
    with adding(data, news) as process:
        assert process.stdout is not None
        assert len(process.stdout.readlines()) == 150
    found = exported(data)
    assert found == whole
    assert len(found) == 1 + 120
    assert sum(len(one.get("also", [])) for one in found) == 15
    assert sum(len(one.get("versions", [])) for one in found) == 15
