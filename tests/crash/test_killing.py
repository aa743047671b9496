from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.killing import one_import, one_migration, one_work


@pytest.mark.parametrize(("seed", "delay"), [(1, 0.05), (2, 0.4)])
def test_what_was_acknowledged_survives_a_kill_and_nothing_is_half_stored(
    tmp_path: Path, seed: int, delay: float
) -> None:
    one_work(tmp_path, seed, delay)


def test_an_import_that_is_killed_is_there_in_whole_or_not_at_all(tmp_path: Path) -> None:
    one_import(tmp_path, 3, 0.3)


def test_a_migration_that_is_killed_leaves_the_old_library_or_the_new_one(tmp_path: Path) -> None:
    one_migration(tmp_path, 4, 0.004)
