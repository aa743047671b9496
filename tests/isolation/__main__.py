"""`python -m tests.isolation [RUNS [STEPS]]`: runs of the three servers, and what was looked at."""

from __future__ import annotations

import sys

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.isolation.machine import Servers


def main(runs: int, steps: int) -> None:
    """Run."""
    chosen = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=(Phase.generate,),
        report_multiple_bugs=False,
    )
    try:
        run_state_machine_as_test(Servers, settings=chosen)
    finally:
        done = Servers.totals
        sys.stdout.write(
            f"3 servers, {done['runs']:,} runs, {done['steps']:,} acts; {done['payloads']:,} payloads, files"
            f" and log lines looked at; {done['ids']:,} ids of buttons, menus and forms\n"
        )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]), *(100, 30)[len(sys.argv) - 1 :])
