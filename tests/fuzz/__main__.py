"""`python -m tests.fuzz --inputs 1000000`: mutants for all targets, then a table; 1 where one was wrong.

`--growth` measures instead whether time grows in step with size. `--guided TARGET` lets atheris (where it is
installed) choose the inputs by the code that they reach.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from itertools import islice
from pathlib import Path

from tests.fuzz.growth import growths
from tests.fuzz.mutating import Mutator
from tests.fuzz.targets import TARGETS, Target

SECONDS_EACH = 10  # of work; an input of a few kilobytes that takes longer is a fault by itself
_SHOWN = 3


class TooSlow(Exception):
    """One input took longer than any should."""


class Record:
    """Inputs and faults by target; of each kind of fault the first inputs are kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.inputs: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self.faults: Counter[tuple[str, str]] = Counter()

    def run(self, target: Target, number: int, seed: int) -> None:
        """Give a target so many inputs."""
        began = time.perf_counter()
        for data in islice(Mutator(target.seeds, seed), number):
            self.inputs[target.name] += 1
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_EACH)
            try:
                target.check(data)
            except Exception as error:  # noqa: BLE001 -- whatever comes is what is looked for
                self._note(target, data, error)
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        self.seconds[target.name] += time.perf_counter() - began  # type: ignore[assignment]  # a counter of seconds

    def _note(self, target: Target, data: bytes, error: Exception) -> None:
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
        self.faults[target.name, kind] += 1
        count = self.faults[target.name, kind]
        if count == 1:
            sys.stdout.write(f"{target.name}: {kind}: {str(error)[:200]}\n")
            sys.stdout.write("".join(traceback.format_tb(error.__traceback__)[-6:]))
            sys.stdout.flush()
        if self.folder is not None and count <= _SHOWN:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{target.name}-{place.lineno}-{count}").write_bytes(data)

    def table(self) -> str:
        """One row a target."""
        rows = [f"{'target':12} {'inputs':>9} {'faults':>7} {'per second':>11}"]
        for name, number in self.inputs.items():
            faults = sum(count for (target, _), count in self.faults.items() if target == name)
            rows.append(f"{name:12} {number:>9,} {faults:>7,} {number / max(self.seconds[name], 1e-9):>11,.0f}")
        rows.append(f"{'all':12} {self.inputs.total():>9,} {self.faults.total():>7,}")
        return (
            "\n".join([*rows, *(f"  {name}: {kind} ({n})" for (name, kind), n in self.faults.items())]) + "\n"
        )


async def _fuzz(chosen: list[Target], inputs: int, seed: int, folder: Path | None) -> Record:
    record = Record(folder)
    total = sum(target.share for target in chosen)
    rounds = max(1, inputs // 50_000)
    for turn in range(rounds):
        for target in chosen:
            record.run(target, round(inputs * target.share / total / rounds), seed * 1000 + turn)
        sys.stdout.write(f"round {turn + 1} of {rounds}\n{record.table()}")
        sys.stdout.flush()
    return record


def _grow(chosen: list[Target]) -> int:
    steep = 0
    for target in chosen:
        found = list(growths(target))
        worst = max(found, key=lambda one: one.ratio, default=None)
        if worst is not None:
            sys.stdout.write(
                f"{target.name:12} {len(found):3} pieces, worst {worst.ratio:5.1f} for 4 times {worst.piece!r}"
                f" from {worst.size:,} bytes\n"
            )
        for one in found:
            if one.steep:
                steep += 1
                sys.stdout.write(f"  steep: {one.piece!r} from {one.size:,} bytes: {one.ratio:.1f}\n")
        sys.stdout.flush()
    return 1 if steep else 0


def _alarm(_signal: int, _frame: object) -> None:
    raise TooSlow


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", default=",".join(TARGETS))
    parser.add_argument("--faults", type=Path, help="folder for inputs that were wrong")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--guided", choices=list(TARGETS))
    options, rest = parser.parse_known_args()
    if options.guided:
        from tests.fuzz.guided import guide

        return guide(TARGETS[options.guided], options.inputs, rest)
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGVTALRM, _alarm)
    chosen = [TARGETS[name] for name in options.targets.split(",")]
    if options.growth:
        return _grow(chosen)
    record = asyncio.run(_fuzz(chosen, options.inputs, options.seed, options.faults))
    return 1 if record.faults else 0


if __name__ == "__main__":
    sys.exit(main())
