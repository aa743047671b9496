"""What Quotedesk runs on: locked with hashes, licences listed; nothing reaches for the network by itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
PINS = {canonicalize_name(name): version for name, version in re.findall(r"(?m)^([\w.-]+)==([^\s;\\]+)", LOCK)}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIRED = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["pdf"]]

_IMPORT_ALL = """
import importlib, os, pkgutil, sys

def watch(event, arguments):
    if event.startswith("socket.") and event not in {"socket.__new__", "socket.gethostname"}:
        raise SystemExit(f"{event} {arguments} while importing")
    if event == "subprocess.Popen":
        raise SystemExit(f"{event} {arguments} while importing")

sys.addaudithook(watch)
count = 0
for top in ("index", "bot"):
    package = importlib.import_module(top)
    for module in pkgutil.walk_packages(package.__path__, f"{top}."):
        if not module.name.endswith(("__main__", ".generate")):
            importlib.import_module(module.name)
            count += 1
print(count)
"""


@pytest.mark.parametrize("requirement", REQUIRED, ids=lambda requirement: requirement.name)
def test_every_requirement_is_locked_within_its_range(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])


def test_every_lock_has_hashes_and_names_no_place_to_download_from() -> None:
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", LOCK)[1:]
    assert len(blocks) == len(PINS) > 30
    for block in blocks:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block
    assert not re.search(r"https?:|--index-url|--find-links|--trusted-host|@ |file:", LOCK)


def test_what_the_locked_packages_need_is_locked_too() -> None:
    for name in PINS:
        for line in metadata.requires(name) or []:
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert canonicalize_name(needed.name) in PINS, f"{name} needs {needed.name}"


def test_the_installed_versions_are_the_locked_ones() -> None:
    """QUOTEDESK_LOCKED=1 says that the environment was made from the lock."""
    differing = {name: metadata.version(name) for name, pin in PINS.items() if metadata.version(name) != pin}
    if differing and not os.environ.get("QUOTEDESK_LOCKED"):
        pytest.skip(f"installed from the ranges of pyproject.toml, not from the lock: {differing}")
    assert differing == {}


def test_the_table_of_licences_lists_every_locked_package_with_its_licence() -> None:
    table = (ROOT / ".ci" / "LICENCES.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"(?m)^\| (\w[\w.-]*) \| [^|]+ \| ([^|]+) \|$", table))
    rows.pop("package")
    listed = {canonicalize_name(name) for name in rows}
    assert listed == set(PINS)
    assert not [name for name, licence in rows.items() if "not declared" in licence or "UNKNOWN" in licence]


def test_importing_every_module_opens_no_socket_and_starts_no_process() -> None:
    process = subprocess.run(  # noqa: S603 -- our own text
        [sys.executable, "-W", "ignore", "-c", _IMPORT_ALL],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    assert int(process.stdout) > 100
