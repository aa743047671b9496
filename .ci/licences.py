"""The licences of everything in requirements.lock, as a table, by what is installed here."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

LOCK = Path(__file__).parent / "requirements.lock"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
# What older packages write in their long field, by its beginning.
_KNOWN = {"Apache": "Apache-2.0", "BSD": "BSD-3-Clause", "MIT": "MIT", "The MIT": "MIT", "Mozilla": "MPL-2.0"}


def pins() -> dict[str, str]:
    """The locked packages with their versions."""
    return dict(_PIN.findall(LOCK.read_text(encoding="utf-8")))


def licence(name: str) -> str:
    """The licence that a package declares: its expression, else its classifiers, else its own words."""
    about = metadata.metadata(name)
    if expression := about.get("License-Expression"):
        return expression
    named = [
        line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License")
    ]
    named = [one for one in named if one != "OSI Approved"]
    if named:
        return ", ".join(named)
    words = " ".join((about.get("License") or "").split())
    return next(
        (known for begin, known in _KNOWN.items() if words.startswith(begin)), words[:60] or "not declared"
    )


def main() -> None:
    """Print the table."""
    rows = [f"| {name} | {version} | {licence(name)} |" for name, version in sorted(pins().items())]
    head = ["# Licences of what Quotedesk runs on", "", "Made by `.ci/licences.py`.", ""]
    sys.stdout.write("\n".join([*head, "| package | version | licence |", "| --- | --- | --- |", *rows]) + "\n")


if __name__ == "__main__":
    main()
