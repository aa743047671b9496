"""Whatever is typed, there is no traceback: one line on standard error and the exit code that fits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.bulk import _deaf
from tests.bot.cli.conftest import ROOT, Ran, Run

LONG = "x" * 300
NOT_UTF_8 = os.fsdecode(b"caf\xe9")


def one_line(ran: Ran, code: int) -> str:
    assert (ran.code, ran.err.count("\n")) == (code, 1)
    return ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", LONG),
        ("quotes", LONG),
        ("import", LONG),
        ("export", LONG),
        ("backup", LONG),
        ("ask", "--questions", LONG),
        ("demo", "--keep", LONG),
    ],
)
def test_a_name_that_no_file_can_have(filled: Run, arguments: tuple[str, ...]) -> None:
    assert "file name too long" in one_line(filled(*arguments), 1).lower()


@pytest.mark.parametrize("command", ["list", "show", "remove", "restore", "ask", "person", "verify"])
def test_words_that_are_not_utf_8(run: Run, command: str) -> None:
    assert "It is not UTF-8." in one_line(run(command, NOT_UTF_8), 2)


@pytest.mark.parametrize("command", ["show", "remove", "restore", "ask", "person", "verify"])
def test_no_words_at_all(run: Run, command: str) -> None:
    assert "It is empty." in one_line(run(command, " "), 2)


@pytest.mark.parametrize(
    ("arguments", "help_of"),
    [
        (("nonesuch",), ""),
        (("ask", "Who?", "--since", "tomorrow"), "ask "),
        (("list", "--limit", "0"), "list "),
        (("show",), "show "),
        (("stats", "--nonesuch"), "stats "),
    ],
)
def test_what_is_no_command_names_the_help(run: Run, arguments: tuple[str, ...], help_of: str) -> None:
    assert one_line(run(*arguments), 2).endswith(f" {help_of}--help`.\n")


def test_without_a_command_there_is_help(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.err) == (2, "")
    assert "person" in ran.out


def test_a_wrong_name_of_a_library_and_a_wrong_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "cannot be the name of a library" in one_line(run("--library", "../x", "list"), 2)
    monkeypatch.setenv("QUOTEDESK_METRICS_PORT", "many")
    assert "The setting QUOTEDESK_METRICS_PORT is wrong" in one_line(run("list"), 2)


def test_a_folder_without_articles(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert f"{empty}: is a folder without articles." in one_line(run("add", empty), 1)


def test_an_empty_input_is_not_taken_for_the_folder_one_is_in(run: Run) -> None:
    assert "An input is empty." in one_line(run("add", ""), 2)


def test_an_address_of_another_kind_is_no_file(run: Run) -> None:
    assert "is not an http or https address" in one_line(run("add", "ftp://quay.example/pier.html"), 1)


def test_a_questions_file_without_questions_is_answered_with_nothing(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_bytes(b"\n\n")
    ran = filled("ask", "--questions", tmp_path / "none.jsonl", "--json")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def quotedesk(
    *arguments: object, out: int = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command line as a process of its own."""
    command = [sys.executable, "-m", "bot", *map(str, arguments)]
    return subprocess.run(  # noqa: S603
        command,
        cwd=ROOT,
        env=os.environ | environment,
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
        encoding="latin-1",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_under_the_output(filled: Run, tmp_path: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    ran = quotedesk("--data", tmp_path / "data", "stats", out=full)
    os.close(full)
    assert filled("stats").code == 0
    assert (ran.returncode, ran.stderr) == (
        1,
        "No space left on device. Check the place and its permissions.\n",
    )


def test_a_terminal_of_another_encoding_gets_escapes(run: Run) -> None:
    file = "bot/demo/articles.jsonl"
    ran = quotedesk("quotes", file, "--json", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0
    assert [json.loads(line) for line in ran.stdout.splitlines()] == run("quotes", file, "--json").lines


def test_workers_leave_an_interrupt_to_the_writer() -> None:
    ask = "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    before = signal.getsignal(signal.SIGINT)
    with _deaf():
        told = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True, text=True)  # noqa: S603
    assert told.stdout == "True\n"
    assert signal.getsignal(signal.SIGINT) is before
