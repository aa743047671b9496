"""The settings: one value, built once at start from the environment and `.env`, passed down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from index.errors import InputError


class Settings(BaseSettings):
    """All that can be configured. `.env.example` says each in words; a test keeps the two equal."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8", extra="ignore", frozen=True, populate_by_name=True
    )

    token: SecretStr | None = Field(None, alias="DISCORD_TOKEN")
    api_base: str = Field("https://discord.com/api/v10", alias="DISCORD_API_BASE")
    gateway_url: str | None = Field(None, alias="DISCORD_GATEWAY_URL")
    shards: Annotated[int, Field(ge=1, le=1000)] | None = Field(None, alias="DISCORD_SHARDS")
    data: Path = Field(Path("data"), alias="QUOTEDESK_DATA")
    contact: str = Field("", alias="QUOTEDESK_CONTACT")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", alias="QUOTEDESK_LOG_LEVEL")
    log_format: Literal["text", "json"] = Field("text", alias="QUOTEDESK_LOG_FORMAT")
    metrics_port: Annotated[int, Field(ge=0, le=65535)] | None = Field(None, alias="QUOTEDESK_METRICS_PORT")
    metrics_host: str = Field("127.0.0.1", alias="QUOTEDESK_METRICS_HOST")
    operators: Annotated[tuple[int, ...], NoDecode] = Field((), alias="QUOTEDESK_OPERATORS")

    @field_validator("token", "gateway_url", "shards", "metrics_port", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("operators", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        return tuple(part for part in value.replace(",", " ").split()) if isinstance(value, str) else value


def load(env_file: Path | None = Path(".env")) -> Settings:
    """The settings from the environment, then `env_file`, then the defaults.

    Raises InputError naming the setting that is wrong; its value is never repeated (it may be a secret).
    """
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # a keyword of pydantic-settings
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"The setting {name} is wrong: {first['msg']}.", "Mend it in the environment or in .env."
        ) from None
