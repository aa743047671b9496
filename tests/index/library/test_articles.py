from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from index.errors import ArticleRefused, Conflict, NotFound
from index.library import Library, prepare
from index.models import Added, Draft, Refused
from tests.index.library.conftest import FrozenClock
from tests.index.library.writing import BRIDGE, HARBOUR, a_draft, exported, statements


async def test_a_text_is_stored_character_for_character(library: Library) -> None:
    text = "  First\u00a0line \r\n\n\x00 and “marks”\u200b, naïve e\u0301 \U0001f600\t\n"
    added = await library.articles.add(Draft(text=text, id="odd"), by="cli")
    assert (await library.articles.get("odd")).text == text
    assert added.id == "odd"


async def test_the_end_of_an_id_names_the_only_article_that_has_it(library: Library) -> None:
    for number, name in enumerate(
        ("lantern.example/harbour", "gazette.example/harbour", "gazette.example/pier")
    ):
        await library.articles.add(Draft(text=f"The harbour has {number + 2} piers.", id=name), by="cli")
    assert (await library.articles.get("…example/pier")).id == "gazette.example/pier"
    assert (await library.articles.remove("…lantern.example/harbour", by="cli")).id == "lantern.example/harbour"
    assert (await library.articles.restore("…n.example/harbour", by="cli")).id == "lantern.example/harbour"
    for unclear in ("…example/harbour", "…", "…nowhere"):
        with pytest.raises(NotFound):
            await library.articles.get(unclear)


async def test_an_id_that_is_not_given_is_made_and_stays(library: Library) -> None:
    first = await library.articles.add(a_draft(id=None), by="cli")
    again = await library.articles.add(a_draft(id=None), by="cli")
    assert first.id == again.id
    assert (first.outcome, again.outcome) == ("added", "same")


async def test_a_batch_keeps_its_order_and_refuses_only_what_is_bad(library: Library) -> None:
    results = await library.articles.add_many(
        [a_draft(1), Draft(text="  \n"), a_draft(2, BRIDGE), Draft(text="half \ud800 a character")], by="cli"
    )
    assert [type(one) for one in results] == [Added, Refused, Added, Refused]
    assert (await library.articles.list()).total == 2
    assert await library.upkeep.check() == []


@pytest.mark.parametrize(
    "url",
    [
        "http://lantern.example/news/1?utm_source=feed#top",
        "https://m.lantern.example/news/1/",
        "https://www.lantern.example/news/1/amp/",
    ],
)
async def test_an_address_in_another_form_is_the_same_article(library: Library, url: str) -> None:
    await library.articles.add(a_draft(1), by="cli")
    again = await library.articles.add(a_draft(1, id=None, url=url), by="cli")
    assert (again.id, again.outcome) == ("a1", "same")


async def test_a_near_identical_body_from_another_outlet_is_a_copy(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    copy = a_draft(1, id="b1", source="Lune Gazette", url="https://gazette.example/x")
    copy = replace(copy, text=copy.text + " Additional reporting by the wire.")
    added = await library.articles.add(copy, by="cli")
    assert (added.id, added.outcome) == ("a1", "copy")
    assert [outlet.source for outlet in (await library.articles.get("b1")).also] == ["Lune Gazette"]
    assert (await library.articles.add(copy, by="cli")).outcome == "same"


async def test_a_yearly_notice_with_the_same_words_is_an_article_of_its_own(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    later = a_draft(1, id="a9", url="https://lantern.example/2027", published=date(2027, 2, 1))
    assert (await library.articles.add(later, by="cli")).outcome == "added"


async def test_two_of_a_kind_in_one_batch_are_one_article(library: Library) -> None:
    changed = replace(a_draft(1), text=a_draft(1).text + '\n\n"And a crane," said Ilva Torrens.')
    results = await library.articles.add_many([a_draft(1), a_draft(1), changed], by="cli")
    assert [one.outcome for one in results if isinstance(one, Added)] == ["added", "same", "updated"]
    assert (await library.articles.get("a1")).version == 2


async def test_a_page_that_changes_twice_in_one_batch_has_both_versions(library: Library) -> None:
    await library.articles.add(a_draft(1, HARBOUR), by="cli")
    forms = [a_draft(1, f"{HARBOUR}\n\nCorrection {number}.") for number in (1, 2, 2)]
    found = await library.articles.add_many(forms, by="cli")
    assert [one.outcome for one in found if isinstance(one, Added)] == ["updated", "updated", "same"]
    article = await library.articles.get("a1")
    assert (article.version, article.text) == (3, forms[1].text)
    assert [one.number for one in await library.articles.versions("a1")] == [2, 1]
    assert await library.upkeep.check() == []


async def test_an_older_form_from_a_file_changes_nothing_but_a_page_that_shows_it_again_does(
    library: Library,
) -> None:
    old, new = a_draft(1, HARBOUR), a_draft(1, BRIDGE)
    await library.articles.add_many([old, new], by="cli")
    assert (await library.articles.add(old, by="cli")).outcome == "same"
    assert (await library.articles.get("a1")).text == new.text
    assert (await library.articles.add(replace(old, fetched=True), by="feed")).outcome == "updated"
    assert (await library.articles.get("a1")).text == old.text


async def test_a_changed_page_is_a_new_version_and_its_lost_words_are_told(
    library: Library, clock: FrozenClock
) -> None:
    await library.articles.add(a_draft(1), by="feed")
    text = a_draft(1).text
    found = {text[one.start : one.end].strip('"'): one.id for one in await statements(library)}
    kept = next(key for words, key in found.items() if "breakwater before" in words)
    lost = next(key for words, key in found.items() if "costs" in words)
    clock.forward(days=2)
    text = a_draft(1).text.replace('"It will cost what it costs," he added.', "He said no more.")
    added = await library.articles.add(replace(a_draft(1), text=text), by="feed")
    assert added.outcome == "updated"
    (version,) = await library.articles.versions("a1")
    assert version.number == 1
    assert any("costs" in words for words in version.vanished)
    assert "breakwater before" in (await library.passage(kept)).text
    with pytest.raises(NotFound, match=r"2026-03-02 is gone since 2026-03-04"):
        await library.passage(lost)


async def test_a_page_that_shows_only_its_beginning_does_not_replace_the_article(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    teaser = replace(a_draft(1), text="Port Sarn will get a new breakwater ...", concerns=("paywall",))
    assert (await library.articles.add(teaser, by="feed")).outcome == "same"


async def test_a_removed_article_answers_nothing_and_comes_back_as_it_was(
    library: Library, clock: FrozenClock
) -> None:
    await library.articles.add_many([a_draft(1), a_draft(2, BRIDGE)], by="cli")
    before = await exported(library)
    await library.articles.remove("a1", by="7")
    assert (await library.articles.list()).total == 1
    assert [card.id for card in (await library.articles.list(sort="removed")).items] == ["a1"]
    assert not (await library.ask("What did Oskel say about the money?")).answered
    clock.forward(hours=23)
    await library.articles.restore("a1", by="7")
    assert await exported(library) == before
    assert await library.upkeep.check() == []


async def test_a_day_after_its_removal_the_text_is_nowhere(library: Library, clock: FrozenClock) -> None:
    await library.articles.add_many([a_draft(1), a_draft(2, BRIDGE)], by="cli")
    await library.articles.remove("a1", by="7")
    clock.forward(hours=25)
    await library.upkeep.tidy()
    with pytest.raises(NotFound):
        await library.articles.get("a1")
    async with library._room.database.reading() as db:
        for (table,) in await db.execute_fetchall("SELECT name FROM sqlite_master WHERE type = 'table'"):
            rows = await db.execute_fetchall(f"SELECT * FROM {table}")  # noqa: S608 -- names of the schema
            assert "storms" not in repr([tuple(row) for row in rows]), table
    assert await library.upkeep.check() == []


async def test_a_feed_does_not_bring_back_what_an_admin_removed(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    await library.articles.remove("a1", by="7")
    with pytest.raises(ArticleRefused, match="removed"):
        await library.articles.add(a_draft(1), by="feed")
    assert (await library.articles.add(a_draft(1), by="7")).outcome == "added"


async def test_a_feed_does_not_bring_back_what_was_purged_but_an_admin_may(
    library: Library, clock: FrozenClock, tmp_path: Path
) -> None:
    await library.articles.add_many([a_draft(1), a_draft(2, BRIDGE)], by="cli")
    await library.articles.remove("a1", by="7")
    clock.forward(hours=25)
    await library.upkeep.tidy()
    again = a_draft(1, id=None, url="http://www.lantern.example/news/1?utm_source=feed")
    with pytest.raises(ArticleRefused, match="An admin removed this article"):
        await library.articles.add(again, by="feed")
    async with Library.open(tmp_path / "moved.sqlite", clock=clock) as moved:
        await moved.upkeep.import_(StringIO(await exported(library)))
        with pytest.raises(ArticleRefused, match="An admin removed this article"):
            await moved.articles.add(again, by="feed")
        assert await exported(moved) == await exported(library)
    assert (await library.articles.add(again, by="7")).outcome == "added"
    assert (await library.articles.add(again, by="feed")).outcome == "same"
    assert "purged" in await exported(library)  # the id that the first one had


async def test_a_blocked_outlet_goes_and_is_refused_with_the_reason(library: Library) -> None:
    await library.articles.add_many([a_draft(1), a_draft(2, BRIDGE, source="Lune Gazette")], by="cli")
    assert await library.articles.block("the sarn lantern", by="7") == 1
    assert (await library.articles.list()).total == 1
    with pytest.raises(ArticleRefused, match="blocked"):
        await library.articles.add(a_draft(3), by="feed")
    await library.articles.block("lantern.example", by="7")
    await library.articles.unblock("The Sarn Lantern", by="7")
    with pytest.raises(ArticleRefused, match=r"lantern\.example"):
        await library.articles.add(a_draft(3), by="feed")
    assert await library.articles.blocked() == ("lantern.example",)


async def test_an_edit_changes_what_is_given_and_nothing_else(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    old = await library.articles.get("a1")
    new = await library.articles.edit("a1", by="7", source="Sarn Weekly", published=date(2026, 1, 9))
    assert new == replace(old, source="Sarn Weekly", published=date(2026, 1, 9))
    assert await library.articles.get("a1") == new
    assert await library.upkeep.check() == []
    assert {one.source for one in await statements(library)} == {"Sarn Weekly"}


async def test_a_list_is_stable_while_articles_come_in(library: Library) -> None:
    await library.articles.add_many([a_draft(n, text=f"{HARBOUR[: n * 7]} {n}") for n in range(1, 8)], by="cli")
    seen = []
    cursor = None
    while True:
        page = await library.articles.list(cursor=cursor, limit=2)
        seen += [card.id for card in page.items]
        await library.articles.add(Draft(text=f"New {len(seen)}", published=date(2026, 5, 1)), by="cli")
        cursor = page.cursor
        if cursor is None:
            break
    assert seen == [f"a{n}" for n in range(7, 0, -1)]
    with pytest.raises(NotFound):
        await library.articles.list(cursor="nonsense")


async def test_a_preview_stores_nothing_and_knows_the_twin(library: Library) -> None:
    preview = await library.articles.preview(a_draft(1))
    assert (preview.outcome, preview.known) == ("added", None)
    assert "Ilva Torrens" in preview.people
    assert (await library.articles.list()).total == 0
    await library.articles.add(a_draft(1), by="cli")
    assert (await library.articles.preview(a_draft(1))).known == "a1"


async def test_what_is_removed_cannot_be_edited_or_removed_again(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    await library.articles.remove("a1", by="7")
    with pytest.raises(Conflict):
        await library.articles.remove("a1", by="7")
    with pytest.raises(Conflict):
        await library.articles.edit("a1", by="7", title="x")
    with pytest.raises(NotFound):
        await library.articles.remove("zz", by="7")


async def test_a_dry_run_tells_what_storing_would_come_to(library: Library) -> None:
    await library.articles.add(a_draft(1), by="cli")
    await library.articles.block("Bad Paper", by="cli")
    same, new, bad = [
        await library.articles.would(prepare(draft))
        for draft in (a_draft(1), a_draft(2, BRIDGE), a_draft(3, source="Bad Paper"))
    ]
    assert isinstance(same, Added)
    assert isinstance(new, Added)
    assert (same.outcome, new.outcome, new.id) == ("same", "added", "a2")
    assert isinstance(bad, Refused)
    assert (await library.articles.list()).total == 1


async def test_an_address_that_is_none_is_kept_and_harms_nothing(library: Library) -> None:
    await library.articles.block("lantern.example", by="cli")
    await library.articles.add(a_draft(1, url="http://[broken"), by="cli")
    assert (await library.articles.get("a1")).url == "http://[broken"
