from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.killing import one_backup, one_import, one_migration, one_upgrade, one_work


@pytest.mark.parametrize(("seed", "delay"), [(1, 0.05), (2, 0.4)])
def test_what_was_acknowledged_survives_a_kill_and_nothing_is_half_stored(
    tmp_path: Path, seed: int, delay: float
) -> None:
    one_work(tmp_path, seed, delay)


def test_an_import_that_is_killed_is_there_in_whole_or_not_at_all(tmp_path: Path) -> None:
    one_import(tmp_path, 3, 0.3)


def test_a_migration_that_is_killed_leaves_the_old_library_or_the_new_one(tmp_path: Path) -> None:
    one_migration(tmp_path, 4, 0.004)


def test_the_opening_of_an_earlier_library_that_is_killed_is_made_good_by_the_next(tmp_path: Path) -> None:
    one_upgrade(tmp_path, 5, 0.02)


def test_a_backup_that_is_killed_leaves_the_one_before_it_or_itself_whole(tmp_path: Path) -> None:
    one_backup(tmp_path, 6, 0.6)
