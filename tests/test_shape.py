"""The shape of the code: no giant files, no giant functions, nothing that hides what it is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for top in ("index", "bot") for path in (ROOT / top).rglob("*.py"))
NO_NOUN = {"utils", "util", "helpers", "helper", "common", "misc"}


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_a_file_has_at_most_300_lines_and_a_function_at_most_40(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            start = first.end_lineno if documented and first.end_lineno else node.lineno
            assert node.end_lineno - start <= 40, f"{node.name} has {node.end_lineno - start} lines"


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_a_module_is_named_by_a_noun(path: Path) -> None:
    assert path.stem not in NO_NOUN


def test_the_top_level_is_the_one_of_the_design() -> None:
    allowed = {"pyproject.toml", "README.md", "bot", "index", "templates", "tests", "LICENSE", "CHANGELOG.md"}
    made_by_tools = {"quotedesk.egg-info", "build", "dist", "data"}
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert visible - made_by_tools == allowed
    assert not list((ROOT / "templates").rglob("*.py"))
