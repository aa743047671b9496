from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import aiosqlite
import pytest

from index.errors import IndexDrifted
from index.search import SEARCH_SCHEMA, Entry, SearchIndex, count, rows, writing
from index.search.postings import LONGEST
from index.text.tokens import terms

BODY = SearchIndex("body")
DAM = Entry(1, "The minister opened the dam.", ("source:the herald", "month:2031-03"))
TALKS = Entry(2, "Talks about the dam failed.", ("source:the courier", "month:2031-03"))
RAIN = Entry(3, "Rain fell on the capital.", ("source:the herald", "month:2031-04"))


async def found(
    db: aiosqlite.Connection, query: str, *required: tuple[str, ...], limit: int = 100
) -> list[int]:
    hits = await BODY.search(db, terms(query), required=required, limit=limit)
    assert (hits.scores > 0).all()
    return [int(passage) for passage in hits.passages]


async def test_an_empty_index_answers_nothing(db: aiosqlite.Connection) -> None:
    assert await found(db, "dam") == []
    assert (await BODY.scores(db, ["dam"], [1, 2])).tolist() == [0, 0]
    assert await BODY.check(db, []) == []


async def test_a_lone_passage_is_found_with_a_score_above_zero(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [DAM])
    assert await found(db, "dam") == [1]
    assert await found(db, "glacier") == []


async def test_a_tag_limits_the_hits_exactly(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [DAM, TALKS, RAIN])
    assert await found(db, "the dam", ("source:the herald",)) == [1, 3]
    assert await found(db, "dam", ("source:the herald", "source:the courier"), ("month:2031-03",)) == [1, 2]
    assert await found(db, "dam", ("source:the herald",), ("source:the courier",)) == []
    assert await found(db, "dam", ()) == []


async def test_a_tag_is_no_word(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [Entry(1, "rain", ("dam",))])
    assert await found(db, "dam") == []


async def test_two_fields_do_not_know_each_other(db: aiosqlite.Connection) -> None:
    title = SearchIndex("title")
    await BODY.add(db, [DAM])
    await title.add(db, [RAIN])
    assert await found(db, "rain") == []
    await title.clear(db)
    assert await found(db, "dam") == [1]
    assert (await title.search(db, ["rain"])).passages.tolist() == []


async def test_the_idf_names_every_term_asked_for_the_rarest_first(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [DAM, TALKS, RAIN])
    idf = await BODY.idf(db, ["the", "dam", "glacier"])
    assert list(idf) == ["glacier", "dam", "the"]
    assert (await BODY.search(db, ["the", "dam", "glacier"])).idf == idf


async def test_a_passage_cannot_be_added_twice(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [DAM])
    with pytest.raises(ValueError, match="already"):
        await BODY.add(db, [DAM])
    with pytest.raises(ValueError, match="twice"):
        await BODY.add(db, [RAIN, RAIN])


async def counted(db: aiosqlite.Connection, table: str) -> int:
    async with db.execute(f"SELECT count(*) FROM {table}") as cursor:  # noqa: S608 -- a table of ours
        (row,) = await cursor.fetchall()
    return int(row[0])


@pytest.mark.usefixtures("three_slices")
async def test_with_each_small_add_a_slice_of_the_words_is_carried_over_and_a_batch_without_rest_is_dropped(
    db: aiosqlite.Connection,
) -> None:
    batches, carried = [], []
    text = "rain fell over the dam and the old bridge"
    for number in range(1, 6):
        await BODY.add(db, [Entry(number, text)])
        batches.append(await counted(db, "search_recent"))
        carried.append(await counted(db, "search_term"))
        for word in text.split():
            assert await found(db, word) == list(range(1, number + 1))
    assert batches == [1, 2, 2, 2, 2]
    assert 0 < carried[0] < carried[1] < carried[2] == carried[4] == len(set(text.split()))


@pytest.mark.usefixtures("three_slices")
async def test_the_terms_of_a_slice_lie_side_by_side(db: aiosqlite.Connection) -> None:
    for number in range(1, 9):
        await BODY.add(db, [Entry(number, f"word{number} and other{number}", (f"tag{number}",))])
    await BODY.remove(db, [Entry(1, "word1 and other1", ("tag1",))])
    async with db.execute("SELECT word FROM search_term ORDER BY id") as cursor:
        slices = [rows.slice_of(word) for (word,) in await cursor.fetchall()]
    assert slices == sorted(slices)
    assert set(slices) == {0, 1, 2}


async def test_taking_out_what_is_not_there_is_drift(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [DAM, TALKS])
    for entry in (RAIN, Entry(1, "The minister opened the dam dam."), Entry(9, "dam")):
        with pytest.raises(IndexDrifted):
            await BODY.remove(db, [entry])


async def test_check_names_the_words_that_drifted(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [DAM, TALKS])
    lines = await BODY.check(db, [DAM, Entry(2, "Talks about the bridge failed.", TALKS.tags)])
    assert [line.split()[0] for line in lines] == ["'bridg'", "'dam'"]
    assert len(await BODY.check(db, [DAM])) > 1


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM search_recent",
        "UPDATE search_recent SET postings = substr(postings, 3)",
        "DELETE FROM search_posting",
        "DELETE FROM search_term",
        "UPDATE search_term SET size = size + 1",
        "UPDATE search_term SET tail = substr(tail, 1, length(tail) - 6) WHERE tail <> x''",
        "UPDATE search_term SET tail = substr(tail, 1, length(tail) - 1) WHERE tail <> x''",
        "UPDATE search_posting SET postings = x''",
        "UPDATE search_posting SET postings = substr(postings, 1, length(postings) - 6)",
        "UPDATE search_posting SET postings = CAST(postings || x'01' AS BLOB)",
        "UPDATE search_posting SET postings = CAST(substr(postings, 5) || x'ffffffff' AS BLOB)",
        "UPDATE search_posting SET key = key + 1",
        "UPDATE search_field SET passages = passages + 1",
    ],
)
async def test_check_sees_any_damage_and_search_at_most_says_so(
    db: aiosqlite.Connection, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    monkeypatch.setattr(writing, "BATCH", 500)
    entries = [Entry(number, f"dam water {number}") for number in range(1, 301)]
    await BODY.add(db, entries)
    await BODY.add(db, [Entry(301, "dam")])
    entries.append(Entry(301, "dam"))
    assert await BODY.check(db, entries) == []
    await db.execute(damage)
    assert await BODY.check(db, entries) != []
    with suppress(IndexDrifted):
        await SearchIndex("body").search(db, ["dam", "water", "7"])


async def test_entries_to_check_may_come_from_an_iterator_that_waits(db: aiosqlite.Connection) -> None:
    async def entries() -> AsyncIterator[Entry]:
        for entry in (DAM, TALKS):
            yield entry

    await BODY.add(db, [DAM, TALKS])
    assert await BODY.check(db, entries()) == []


async def test_a_rebuilt_index_is_the_one_that_grew(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [RAIN])
    await BODY.add(db, [DAM])
    await BODY.add(db, [TALKS])
    grown = await BODY.search(db, terms("the dam in the rain"))
    await BODY.clear(db)
    await BODY.add(db, [DAM, TALKS, RAIN])
    rebuilt = await BODY.search(db, terms("the dam in the rain"))
    assert grown.passages.tolist() == rebuilt.passages.tolist()
    assert grown.scores.tolist() == rebuilt.scores.tolist()


async def test_a_rolled_back_add_leaves_nothing(db: aiosqlite.Connection) -> None:
    await db.commit()
    await db.execute("BEGIN")
    await BODY.add(db, [DAM])
    assert await found(db, "dam") == [1]
    await db.rollback()
    assert await found(db, "dam") == []
    assert await BODY.check(db, []) == []


async def test_readers_see_what_was_committed_and_keep_no_stale_row(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    async with aiosqlite.connect(path) as writer, aiosqlite.connect(path) as reader:
        await writer.execute("PRAGMA journal_mode = WAL")
        await writer.executescript(SEARCH_SCHEMA)
        for start in range(1, 2001, 500):
            await BODY.add(writer, [Entry(start + n, "the dam") for n in range(500)])
            seen = await found(reader, "dam", limit=5000)
            await writer.commit()
            assert len(seen) == start - 1
        await BODY.remove(writer, [Entry(7, "the dam")])
        await writer.commit()
        assert 7 not in await found(reader, "dam", limit=5000)


async def test_of_a_term_that_grew_only_the_new_rows_are_read(
    db: aiosqlite.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "BATCH", 8)
    monkeypatch.setattr(writing, "TAIL", 2)
    monkeypatch.setattr(writing, "ROW", 10)
    await BODY.add(db, [Entry(number, "dam") for number in range(1, 21)])
    assert await found(db, "dam") == list(range(1, 21))
    # The first row is lost under the stamp that it was read with.
    await db.execute("UPDATE search_posting SET postings = x'' WHERE key & 0xFFFFFFFF = 1")
    await BODY.add(db, [Entry(number, "dam") for number in range(21, 31)])
    assert await found(db, "dam") == list(range(1, 31))
    assert await BODY.check(db, [Entry(number, "dam") for number in range(1, 31)]) != []


async def test_a_question_of_a_thousand_words_is_answered(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [DAM, TALKS, RAIN])
    assert await found(db, " ".join(f"word{n}" for n in range(1000)) + " dam rain") == [3, 1, 2]


async def test_more_terms_than_passages_have_are_added_up_in_full(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [Entry(n, f"word{n} word{n + 1} dam") for n in range(1, 400)])
    query = [f"word{n}" for n in range(1000)] + ["dam"]
    hits = await BODY.search(db, query, limit=5)
    assert len(hits.passages) == 5
    assert hits.scores.tolist() == (await BODY.scores(db, query, hits.passages.tolist())).tolist()


async def test_a_text_longer_than_a_passage_counts_as_the_longest(db: aiosqlite.Connection) -> None:
    long = " ".join(f"word{n}" for n in range(LONGEST))
    await BODY.add(db, [Entry(1, long + " dam"), Entry(2, long + " dam" + " word" * 5000)])
    scores = await BODY.scores(db, ["dam"], [1, 2])
    assert scores[0] == scores[1] > 0


async def test_passages_in_scripts_without_spaces_are_found(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [Entry(1, "大臣は新しいダムを開いた。"), Entry(2, "雨が降った。")])
    assert await found(db, "ダム") == [1]


async def test_a_text_counted_beforehand_is_indexed_without_being_read(db: aiosqlite.Connection) -> None:
    await BODY.add(db, [Entry(1, "", DAM.tags, count(DAM.text)), TALKS])
    assert await BODY.check(db, [DAM, TALKS]) == []
