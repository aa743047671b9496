from __future__ import annotations

import threading

import pytest

from index.search.turns import Turns


def test_a_writer_gets_through_where_somebody_never_stops_reading() -> None:
    turns = Turns()
    with turns.reading():
        assert list(turns.after_readers(range(200))) == list(range(200))


def test_a_writer_goes_on_when_the_reader_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.search.turns._LONGEST", 60.0)
    turns = Turns()
    written: list[int] = []
    with turns.reading():
        writer = threading.Thread(target=lambda: written.extend(turns.after_readers(range(3))))
        writer.start()
        writer.join(0.05)
        assert written == []
    writer.join()
    assert written == [0, 1, 2]


def test_a_reader_that_fails_is_no_reader_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.search.turns._LONGEST", 60.0)
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.reading():
        raise ZeroDivisionError
    assert list(turns.after_readers("ab")) == ["a", "b"]
