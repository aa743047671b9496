from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest

from bot.render import TEMPLATES, Renderer

SOURCE = Path(__file__).resolve().parents[2] / "bot"
USED = sorted(
    {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r'label\("([a-z]+\.[a-z_]+)"', path.read_text(encoding="utf-8"))
    }
)
SHOWN = sorted(
    {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r'"(discord/[a-z_/]+\.j2)"', path.read_text(encoding="utf-8"))
    }
)


def a_renderer(folder: Path, **templates: str) -> Renderer:
    for name, text in templates.items():
        (folder / "discord").mkdir(exist_ok=True)
        (folder / "discord" / f"{name}.j2").write_text(text, encoding="utf-8")
    return Renderer(folder)


def test_every_template_compiles() -> None:
    assert Renderer().broken() == []


@pytest.mark.parametrize("name", USED)
def test_every_label_that_the_source_names_exists(name: str) -> None:
    values = {"count": 1, "name": "n", "limit": 1}
    assert Renderer().label(name, **values)


@pytest.mark.parametrize("name", SHOWN)
def test_every_template_that_the_source_names_exists(name: str) -> None:
    assert (TEMPLATES / name).is_file()


def test_a_value_is_escaped_and_the_template_is_not(tmp_path: Path) -> None:
    renderer = a_renderer(tmp_path, a="**{{ name }}** & {% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(name) }}")
    assert renderer.text("discord/a.j2", name="*x*") == r"**\*x\*** & <\*x\*>"


@pytest.mark.parametrize("values", [{}, {"name": None}])
def test_a_missing_value_is_an_error_and_not_a_gap(tmp_path: Path, values: dict[str, object]) -> None:
    with pytest.raises(jinja2.UndefinedError):
        a_renderer(tmp_path, a="{{ name }}").text("discord/a.j2", **values)


def test_a_broken_template_is_named(tmp_path: Path) -> None:
    [found] = a_renderer(tmp_path, good="x", bad="{% if %}").broken()
    assert found.startswith("discord/bad.j2: ")


def test_no_template_passes_values_through_html() -> None:
    """Escaping is for Discord; "&amp;" would be seen by readers."""
    for path in TEMPLATES.rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text, path
        assert not re.search(r"\{\{[^}]*~", text), path
