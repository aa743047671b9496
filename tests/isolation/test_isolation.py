"""The short form; `python -m tests.isolation 200` runs long and prints its figures."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.isolation.machine import Servers


def test_nothing_of_one_server_is_ever_seen_in_another() -> None:
    before = Servers.totals.copy()
    run_state_machine_as_test(
        Servers,
        settings=settings(
            max_examples=3, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
    assert Servers.totals["steps"] > before["steps"] + 30
    assert Servers.totals["payloads"] > before["payloads"]
