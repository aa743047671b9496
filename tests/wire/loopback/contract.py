"""Requests checked against Discord's own OpenAPI document, where it lies beside the project."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import best_match

from tests.wire.loopback.limits import Json

JSON = "application/json"
_KEYWORDS = Draft202012Validator.VALIDATORS


def _type(validator: Json, types: Json, instance: Json, schema: Mapping[str, Any]) -> Iterator[Any]:
    """Discord takes a snowflake as a number too, and discord.py sends some as numbers."""
    if schema.get("format") == "snowflake" and isinstance(instance, int) and not isinstance(instance, bool):
        return
    yield from _KEYWORDS["type"](validator, types, instance, schema)


_Validator = validators.extend(Draft202012Validator, {"type": _type})


def document_path() -> Path | None:
    """Discord's document: QUOTEDESK_DISCORD_OPENAPI, or ../shared beside the clone; None where neither is."""
    named = os.environ.get("QUOTEDESK_DISCORD_OPENAPI")
    path = Path(named) if named else Path(__file__).parents[4] / "shared" / "discord" / "openapi.json"
    return path if path.is_file() else None


class Contract:
    """The document, and what it says about one request."""

    def __init__(self, path: Path) -> None:
        self._document = json.loads(path.read_text("utf-8"))
        self._paths = [(template.strip("/").split("/"), template) for template in self._document["paths"]]

    def violations(
        self, method: str, path: str, query: Mapping[str, str], body: Json, *, form: bool
    ) -> list[str]:
        """What in this request is not as the document has it; `form` for a multipart request."""
        template = self._template(path)
        operation = self._document["paths"].get(template or "", {}).get(method.lower())
        if template is None or operation is None:
            return [f"{method} {path}: Discord has no such route"]
        where = f"{method} {template}"
        found = [f"{where}: {fault}" for fault in self._query_faults(template, operation, query)]
        validator = self._body_validator(template, method.lower(), form)
        if validator is None:
            return found
        error = best_match(validator.iter_errors({} if body is None else body))
        if error is not None:
            place = "/".join(str(part) for part in error.absolute_path)
            found.append(f"{where}: {place or 'body'}: {error.message[:400]}")
        return found

    def _template(self, path: str) -> str | None:
        parts = path.strip("/").split("/")
        best: tuple[int, str] | None = None
        for template_parts, template in self._paths:
            if len(parts) != len(template_parts):
                continue
            pairs = zip(parts, template_parts, strict=True)
            literals = sum(part == wanted for part, wanted in pairs)
            wild = sum(wanted.startswith("{") for wanted in template_parts)
            if literals + wild == len(parts) and (best is None or literals > best[0]):
                best = (literals, template)
        return best[1] if best else None

    def _query_faults(
        self, template: str, operation: Mapping[str, Any], query: Mapping[str, str]
    ) -> Iterator[str]:
        declared = [*self._document["paths"][template].get("parameters", []), *operation.get("parameters", [])]
        known = {parameter["name"] for parameter in declared if parameter.get("in") == "query"}
        for name in query:
            if name not in known:
                yield f"the query parameter {name!r} is not in the document"

    @functools.cache  # noqa: B019 - one Contract lives as long as the test session
    def _body_validator(self, template: str, method: str, form: bool) -> Json:  # noqa: FBT001 - cache wants hashables
        operation = self._document["paths"][template][method]
        content = operation.get("requestBody", {}).get("content", {})
        schema = content.get("multipart/form-data" if form else JSON, content.get(JSON, {})).get("schema")
        if schema is None:
            return None
        return _Validator({**schema, "components": self._document["components"]})
