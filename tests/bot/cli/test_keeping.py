from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.cli.console import Console
from bot.config import load
from tests.bot.cli.conftest import ROOT, Run


def test_show_gives_back_the_article_as_it_was_added(filled: Run) -> None:
    first = (ROOT / "bot/demo/articles.jsonl").read_text(encoding="utf-8").splitlines()[0]
    ran = filled("show", "sarn-strait-talks", "--json")
    assert ran.out.strip() == first


def test_a_removed_article_is_out_of_all_answers_until_it_is_restored(filled: Run) -> None:
    ask = ("ask", "What did Tull deny?", "--json")
    before = filled(*ask).out
    assert filled("remove", "norrhaven-leak").code == 0
    (without,) = filled(*ask).lines
    assert "norrhaven-leak" not in without["articles"]
    assert filled("restore", "norrhaven-leak").code == 0
    assert filled(*ask).out == before


def test_an_export_read_back_exports_the_same(filled: Run, tmp_path: Path) -> None:
    exported = filled("export").out
    file = tmp_path / "all.jsonl"
    file.write_text(exported, encoding="utf-8")
    other = tmp_path / "other"
    assert filled("import", file, data=other).code == 0
    again = filled("export", data=other)
    assert (again.code, again.err) == (0, "")
    assert again.out == exported


def test_a_backup_into_a_folder_that_is_not_there_names_the_folder(filled: Run, tmp_path: Path) -> None:
    refused = filled("backup", tmp_path / "nowhere" / "copy.sqlite")
    assert (refused.code, refused.err.count("\n")) == (3, 1)
    assert f"{tmp_path / 'nowhere'}: no file can be written there." in refused.err


def test_a_backup_answers_like_the_library(filled: Run, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    assert filled("backup", copies / "default.sqlite").code == 0
    ask = ("ask", "what did Korvel promise?", "--json")
    assert filled(*ask, data=copies).out == filled(*ask).out


def test_a_rebuild_changes_no_answer_and_leaves_no_drift(filled: Run) -> None:
    ask = ("ask", "Who denied a leak?", "--json")
    before = filled(*ask).out
    assert filled("rebuild").code == 0
    assert filled("check").code == 0
    assert filled(*ask).out == before


def test_stats_are_direct_counts(filled: Run) -> None:
    (stats,) = filled("stats", "--json").lines
    assert (stats["articles"], stats["outlets"]) == (9, 3)
    assert (stats["oldest"], stats["newest"]) == ("2026-09-03", "2026-10-27")


def test_an_unknown_id_says_what_to_do(filled: Run) -> None:
    ran = filled("show", "nothing-like-it")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


def test_an_export_into_a_folder_that_is_not_there_is_one_line(filled: Run, tmp_path: Path) -> None:
    refused = filled("export", tmp_path / "nowhere" / "all.jsonl")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "all.jsonl: cannot be written (No such file or directory)." in refused.err


def test_an_import_names_the_line_that_is_not_utf_8(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_bytes(filled("export").out.encode() + b'{"quotedesk": "blocked", "outlet": "Caf\xe9"}\n')
    other = tmp_path / "other"
    refused = filled("import", file, data=other)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "line 11: this is no line of an export." in refused.err
    assert filled("list", "--json", data=other).lines == []


def test_an_export_that_an_editor_gave_a_byte_order_mark_is_read(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text(filled("export").out, encoding="utf-8-sig")
    assert filled("import", file, data=tmp_path / "other").code == 0


def test_a_library_that_may_not_be_written_is_still_read(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / "data/default.sqlite").read_bytes()
    answered = filled("ask", "what did Korvel promise?", "--json").out
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)  # root may write anywhere
    assert filled("ask", "what did Korvel promise?", "--json").out == answered
    for command in ("list", "stats", "check", "export"):
        assert (ran := filled(command)).code == 0, ran.err
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["default.sqlite"]
    assert (tmp_path / "data/default.sqlite").read_bytes() == before


@pytest.mark.usefixtures("filled")
def test_a_library_that_another_writes_to_is_not_read_without_the_right_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    log = tmp_path / "data/default.sqlite-wal"
    console = Console(load(None), tmp_path / "data/default.sqlite")
    assert console._may_only_be_read()
    log.write_bytes(b"not yet in the library")
    assert not console._may_only_be_read()


def test_a_backup_replaces_no_file(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "copy.sqlite").write_text("of value", encoding="utf-8")
    refused = filled("backup", tmp_path / "copy.sqlite")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "copy.sqlite: is there already." in refused.err
    assert (tmp_path / "copy.sqlite").read_text(encoding="utf-8") == "of value"
