from __future__ import annotations

from index.search.shelf import Shelf


def test_what_was_not_asked_for_longest_goes_first() -> None:
    shelf: Shelf[str] = Shelf(10)
    shelf.put(1, "one", 4)
    shelf.put(2, "two", 4)
    assert shelf.get(1) == "one"
    shelf.put(3, "three", 4)
    assert [shelf.get(number) for number in (1, 2, 3)] == ["one", None, "three"]


def test_a_value_in_the_place_of_another_takes_only_its_own_room() -> None:
    shelf: Shelf[str] = Shelf(10)
    shelf.put(1, "one", 4)
    for _ in range(5):
        shelf.put(2, "two", 6)
    assert shelf.get(1) == "one"


def test_a_value_larger_than_the_shelf_drives_nothing_out() -> None:
    shelf: Shelf[str] = Shelf(10)
    shelf.put(1, "one", 4)
    shelf.put(2, "two", 11)
    assert (shelf.get(1), shelf.get(2)) == ("one", None)
