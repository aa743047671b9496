"""Inputs chosen by the code they reach, by atheris: `python -m tests.fuzz --guided quotes --inputs 100000`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.fuzz.targets import Target


def guide(target: Target, inputs: int, rest: list[str]) -> int:
    """Let atheris choose; a fault ends the process with a trace and the input in a file."""
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # no part of the tests' requirements

    for name in [name for name in sys.modules if name.split(".")[0] in {"index", "bot"}]:
        module = sys.modules[name]
        for value in list(vars(module).values()):
            if callable(value) and getattr(value, "__module__", None) == name and hasattr(value, "__code__"):
                setattr(module, value.__name__, atheris.instrument_func(value))
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(target.seeds):
            (Path(folder) / str(number)).write_bytes(seed)
        arguments = [
            sys.argv[0],
            folder,
            f"-runs={inputs}",
            "-max_len=3000",
            "-timeout=10",
            "-rss_limit_mb=2048",
            *rest,
        ]
        atheris.Setup(arguments, target.check)
        atheris.Fuzz()
    return 0
