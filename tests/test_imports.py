"""The order of the house: imports run one way, and each outside thing has one door."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each name may import those before it, never those after; names on one floor do not know each other,
# except where BESIDE says so.
INDEX_FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors", "models"),
    ("text",),
    ("parsing", "names", "links", "fetch"),
    ("quotes", "questions", "feeds"),
    ("search",),
    ("schema",),
    ("store",),
    ("answering",),
    ("library",),
)
BOT_FLOORS: tuple[tuple[str, ...], ...] = (
    ("config", "libraries", "demo", "limits", "inert", "claims", "cooldowns", "hearing", "permissions"),
    ("pending", "requests", "timeline"),
    ("render", "actions", "logs", "shelf", "web"),
    ("client",),
    ("authority", "wording", "cards", "forms", "options", "pages", "spots", "sync", "metrics"),
    ("asked", "replies", "health"),
    ("errors",),
    ("buttons", "tree"),
    ("answers",),
    ("notices",),
    ("rounds", "commands"),
    ("app", "doctor"),
    ("portal",),
    ("cli",),
    ("__main__",),
)
BESIDE = {("models", "errors")}

DOORS = {
    "discord": ("bot",),
    "jinja2": ("bot/render",),
    "rank_bm25": ("index/search/oracle",),
    "aiosqlite": ("index/store", "index/search", "index/schema", "index/library", "index/answering"),
    "sqlite3": ("index/store", "index/search", "index/schema", "index/library", "bot/doctor"),
    "aiohttp": ("index/fetch", "bot"),
    "trafilatura": ("index/parsing",),
    "feedparser": ("index/feeds",),
    "typer": ("bot/cli",),
    "PIL": ("bot/timeline",),
}


def sources() -> list[Path]:
    return sorted(path for top in ("index", "bot") for path in (ROOT / top).rglob("*.py"))


def imports(path: Path) -> set[str]:
    """What a module imports when it runs; imports for type checkers alone are no dependency."""
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def place(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


@pytest.mark.parametrize("path", sources(), ids=place)
def test_index_never_imports_bot_and_floors_only_look_down(path: Path) -> None:
    top, *rest = place(path).split("/")
    floors = INDEX_FLOORS if top == "index" else BOT_FLOORS
    level = {name: number for number, names in enumerate(floors) for name in names}
    noun = rest[0]
    if noun == "__init__":
        return
    assert noun in level, f"{path} stands on no floor; give it one in this test and in the README"
    for name in imports(path):
        parts = name.split(".")
        assert not (top == "index" and parts[0] == "bot"), f"{place(path)} imports {name}"
        if parts[0] != top or len(parts) == 1 or parts[1] == noun:
            continue
        if parts[1] not in level:
            continue
        allowed = level[parts[1]] < level[noun] or (noun, parts[1]) in BESIDE
        assert allowed, f"{place(path)} imports {name}, which stands above or beside it"


@pytest.mark.parametrize("path", sources(), ids=place)
def test_each_outside_thing_has_one_door(path: Path) -> None:
    here = place(path)
    for name in imports(path):
        doors = DOORS.get(name.split(".")[0])
        if doors is not None:
            assert any(here.startswith(door) for door in doors), f"{here} imports {name}"
