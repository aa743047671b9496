from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.app import main

ROOT = Path(__file__).parent.parent.parent.parent


@dataclass(frozen=True)
class Ran:
    """What one run of the command line printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `quotedesk --data <a fresh folder> ...` in the project's folder."""
    monkeypatch.chdir(ROOT)
    for name in ("DISCORD_TOKEN", "QUOTEDESK_DATA"):
        monkeypatch.delenv(name, raising=False)

    def quotedesk(*arguments: object, data: Path = tmp_path / "data") -> Ran:
        runner = CliRunner()
        with runner.isolation() as streams:
            code = 0
            try:
                main(["--data", str(data), *map(str, arguments)])
            except SystemExit as stop:
                code = stop.code if isinstance(stop.code, int) else 1
            sys.stdout.flush()
            return Ran(code, streams[0].getvalue().decode(), streams[1].getvalue().decode())

    return quotedesk


@pytest.fixture
def filled(run: Run) -> Run:
    """The same, with the sample articles added."""
    assert run("add", "bot/demo/articles.jsonl").code == 0
    return run
