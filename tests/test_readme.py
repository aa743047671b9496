"""README cannot lie: its commands are run, its tables are compared with what there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import discord
import pytest

from bot.app import Quotedesk
from bot.cli.app import app
from bot.config import Settings, load
from tests.bot.cli.conftest import Run
from tests.bot.cli.conftest import run as run  # noqa: PLC0414  # a fixture

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def block(name: str) -> list[str]:
    found = re.search(rf"<!-- {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert found, f"README has no block {name}"
    return found.group(1).splitlines()


def test_every_command_of_the_readme_works(run: Run) -> None:
    for line in block("commands"):
        program, *arguments = shlex.split(line)
        assert program == ".venv/bin/quotedesk"
        ran = run(*arguments)
        assert (ran.code, ran.err) == (0, ""), line
        assert ran.out, line


@pytest.mark.parametrize(
    ("name", "last"), [("demo", "quotedesk demo"), ("tests", "pytest -q -n auto --dist worksteal")]
)
def test_the_two_commands_make_an_environment_install_and_run(name: str, last: str) -> None:
    (line,) = block(name)
    steps = line.split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert steps[1].startswith(".venv/bin/pip install ")
    assert steps[2].endswith(last)


def test_the_demo_answers_its_question_and_ends_without_a_terminal(run: Run) -> None:
    ran = run("demo")
    assert (ran.code, ran.err) == (0, "")
    assert "> what did Korvel promise?" in ran.out
    assert "Ana Korvel promised it" in ran.out


def test_every_command_line_command_is_in_the_table() -> None:
    from typer.main import get_command

    names = set(get_command(app).commands)  # type: ignore[attr-defined]  # it is a group
    assert names == {name for name in names if re.search(rf"^\|.*`{name}\b", README, re.MULTILINE)}


def test_every_setting_is_in_the_table() -> None:
    names = [field.alias for field in Settings.model_fields.values()]
    assert [name for name in names if f"`{name}`" not in README] == []


async def test_every_slash_command_is_in_the_table() -> None:
    bot = Quotedesk(load(None))
    await bot.prepare()
    names = [
        command.qualified_name
        for command in bot.tree.walk_commands()
        if not isinstance(command, discord.app_commands.Group)
    ]
    assert names
    assert [name for name in names if not re.search(rf"`/{name}\b", README)] == []


def test_no_place_of_the_readme_is_left_to_fill_in() -> None:
    assert re.findall(r"<!-- (?!demo|tests|commands|slash commands).* -->", README) == []
