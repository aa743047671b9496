from __future__ import annotations

import json
from pathlib import Path

from tests.bot.cli.conftest import Run


def an_article(number: int) -> str:
    return json.dumps(
        {
            "id": f"a{number}",
            "title": f"Harbour note {number}",
            "source": "The Quay",
            "published": "2026-05-01",
            "text": f"Harbour master Ines Dahl said pier {number} would open. It rained for {number} days.",
        }
    )


def test_a_broken_line_in_the_middle_costs_that_line_only(run: Run, tmp_path: Path) -> None:
    lines = [an_article(number) for number in range(40)]
    lines[17] = '{"id": "a17", "text": '
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    report = tmp_path / "refused.jsonl"
    ran = run("add", file, "--json", "--report", report)
    assert ran.code == 1
    assert [line["id"] for line in ran.lines] == [f"a{number}" for number in range(40) if number != 17]
    assert f"{file}, line 18" in ran.err
    (refused,) = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert refused["line"] == 18
    assert run("check").code == 0


def test_what_programs_read_has_its_fields_in_their_order(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.jsonl").write_text(an_article(1) + "\n{}\n", encoding="utf-8")
    ran = run("add", tmp_path / "note.jsonl", "--json", "--report", tmp_path / "refused")
    assert [list(line) for line in ran.lines] == [
        ["id", "outcome", "title", "words", "statements", "people", "unclear"]
    ]
    assert list(json.loads((tmp_path / "refused").read_text("utf-8"))) == ["name", "line", "message"]
    (stats,) = run("stats", "--json").lines
    assert list(stats) == (
        ["articles", "statements", "unclear", "people", "outlets", "oldest", "newest", "passages", "bytes"]
    )


def test_adding_again_doubles_nothing(filled: Run) -> None:
    ran = filled("add", "bot/demo/articles.jsonl")
    assert ran.code == 0
    assert "9 were there already" in ran.out
    assert len(filled("list", "--json").lines) == 9


def test_a_dry_run_stores_nothing(run: Run) -> None:
    ran = run("add", "bot/demo/articles.jsonl", "--dry-run")
    assert "Would store 9 articles" in ran.out
    assert run("list", "--json").lines == []


def test_bad_files_are_one_line_each_and_the_rest_is_stored(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "good.jsonl").write_text(an_article(1), encoding="utf-8")
    ran = run("add", tmp_path, tmp_path / "missing.txt")
    assert ran.code == 1
    assert sorted(line.split(":")[0].rsplit("/", 1)[-1] for line in ran.err.splitlines()) == [
        "binary.txt",
        "empty.txt",
        "missing.txt",
    ]
    assert [line["id"] for line in run("list", "--json").lines] == ["a1"]
