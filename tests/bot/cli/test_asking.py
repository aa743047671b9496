from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import ROOT, Run

SAMPLES = {
    (article := json.loads(line))["id"]: article
    for line in (ROOT / "bot/demo/articles.jsonl").read_text(encoding="utf-8").splitlines()
}
PASSAGE_KEYS = (
    "article start end text kind speaker act title source url published link".split()  # noqa: SIM905  # the order
)


def test_an_answer_is_made_of_slices_of_stored_articles_by_the_person_asked_for(filled: Run) -> None:
    ran = filled("ask", "what did Korvel promise?", "--json")
    (answer,) = ran.lines
    assert ran.code == 0
    assert list(answer) == ["question", "kind", "answered", "score", "articles", "passages"]
    assert answer["answered"] is True
    for passage in answer["passages"]:
        assert list(passage) == PASSAGE_KEYS
        stored = SAMPLES[passage["article"]]
        assert stored["text"][passage["start"] : passage["end"]] == passage["text"]
        assert (passage["speaker"], passage["act"]) == ("Ana Korvel", "promised")
        assert passage["link"].startswith(stored["url"] + "#:~:text=")


def test_a_person_nobody_quotes_gets_an_honest_no_and_exit_code_1(filled: Run) -> None:
    ran = filled("ask", "What did Berglund say about pensions?")
    assert ran.code == 1
    assert "No answer in this library. Searched 9 articles, the newest of 2026-10-27." in ran.out
    assert "No one called Berglund is quoted here." in ran.out


def test_a_file_of_questions_is_answered_in_order_with_their_ids(filled: Run, tmp_path: Path) -> None:
    asked = tmp_path / "questions.jsonl"
    asked.write_text(
        '{"id": "b", "question": "What did Tull deny?", "asked": "2026-11-01"}\n\n'
        '{"id": "a", "question": "Who won the chess final?"}\n',
        encoding="utf-8",
    )
    ran = filled("ask", "--questions", asked, "--json")
    assert ran.code == 0
    assert [(line["id"], line["answered"]) for line in ran.lines] == [("b", True), ("a", False)]


def test_a_broken_line_of_questions_is_named(filled: Run, tmp_path: Path) -> None:
    asked = tmp_path / "questions.jsonl"
    asked.write_text('{"question": "What did Ried say?"}\n{"question":\n', encoding="utf-8")
    ran = filled("ask", "--questions", asked, "--json")
    assert ran.code == 1
    assert f"{asked}, line 2: is no question." in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_question_needs_words_or_a_file(filled: Run) -> None:
    assert filled("ask").code == 2


def test_quotes_come_as_offsets_and_store_nothing(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("A short title\n\n“The bridge will hold,” engineer Ola Brent said.\n", encoding="utf-8")
    ran = run("quotes", page, "--json")
    (line,) = ran.lines
    assert list(line) == ["id", "text", "quotes"]
    (quote,) = line["quotes"]
    assert list(quote) == (
        ["start", "end", "kind", "speaker", "speaker_start", "speaker_end", "cue", "act", "certainty"]
    )
    assert "The bridge will hold" in line["text"][quote["start"] : quote["end"]]
    assert quote["speaker"] == "Ola Brent"
    assert not (tmp_path / "data").exists()


def test_quotes_of_json_articles_do_not_repeat_the_text(run: Run) -> None:
    ran = run("quotes", "bot/demo/articles.jsonl", "--json")
    assert [line["id"] for line in ran.lines] == list(SAMPLES)
    assert all("text" not in line for line in ran.lines)


def test_a_library_that_is_not_there_is_an_error_of_the_library(run: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("no folder", encoding="utf-8")
    ran = run("ask", "what did Korvel promise?", data=nowhere)
    assert ran.code == 3
    assert len(ran.err.splitlines()) == 1


def test_questions_may_hold_odd_line_breaks_and_come_from_windows(filled: Run, tmp_path: Path) -> None:
    asked = tmp_path / "questions.jsonl"
    asked.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "question": "What did Tull\xe2\x80\xa8deny?"}\r\n'
        b'{"id": "b", "question": "What did\xc2\x85Tull deny?"}\r\n'
    )
    ran = filled("ask", "--questions", asked, "--json")
    assert [(line["id"], line["answered"]) for line in ran.lines] == [("a", True), ("b", True)]


@pytest.mark.parametrize(
    "line", [b'{"question": "Caf\xe9?"}', b'{"question": "\\ud800?"}', b'{"question": 7}', b"[" * 100_000]
)
def test_a_question_that_cannot_be_read_is_named_by_its_line(filled: Run, tmp_path: Path, line: bytes) -> None:
    asked = tmp_path / "questions.jsonl"
    asked.write_bytes(b'{"question": "What did Ried say?"}\n' + line)
    ran = filled("ask", "--questions", asked, "--json")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "line 2: is no question." in ran.err


@pytest.mark.parametrize("name", ["articles.JSONL", "Articles.Jsonl.GZ"])
def test_the_kind_of_a_file_does_not_hang_on_the_case_of_its_name(run: Run, tmp_path: Path, name: str) -> None:
    data = (ROOT / "bot/demo/articles.jsonl").read_bytes()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("GZ") else data)
    ran = run("quotes", tmp_path / name, "--json")
    assert [line["id"] for line in ran.lines] == list(SAMPLES)
    assert all("text" not in line for line in ran.lines)


def test_a_text_whose_name_only_speaks_of_json_is_a_text(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "about.json.txt"
    page.write_text("A short title\n\n“The bridge will hold,” engineer Ola Brent said.\n", encoding="utf-8")
    (line,) = run("quotes", page, "--json").lines
    assert "The bridge will hold" in line["text"]
