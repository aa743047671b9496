from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.config import Settings, load
from index.errors import InputError

EXAMPLE = Path(__file__).parent.parent.parent / ".env.example"
NAMES = {field.alias for field in Settings.model_fields.values() if field.alias}


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_the_example_names_every_setting_and_no_other() -> None:
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(NAMES)


def test_the_example_as_it_is_gives_the_defaults() -> None:
    assert load(EXAMPLE) == load(None)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = tmp_path / ".env"
    env.write_text("QUOTEDESK_DATA=from-file\nQUOTEDESK_LOG_LEVEL=DEBUG\n", encoding="utf-8")
    monkeypatch.setenv("QUOTEDESK_DATA", "from-environment")
    settings = load(env)
    assert settings.data == Path("from-environment")
    assert settings.log_level == "DEBUG"


def test_a_wrong_setting_is_named_and_its_value_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_SHARDS", "s3cret")
    with pytest.raises(InputError, match="DISCORD_SHARDS") as caught:
        load(None)
    assert "s3cret" not in str(caught.value)


def test_the_token_never_shows_when_the_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "very-secret")
    settings = load(None)
    assert settings.token is not None
    assert "very-secret" not in f"{settings!r} {settings} {settings.model_dump()}"


def test_settings_cannot_be_changed_after_the_start() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load(None).data = Path("elsewhere")
