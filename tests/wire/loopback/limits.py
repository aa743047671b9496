"""Discord's limits that simcord lets pass, as sentences about one request; none means that it may pass.

The figures are those of Discord's reference (message components, embeds, interactions, application commands).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from simcord.components import walk_components

Json: TypeAlias = Any
"""Whatever a JSON document holds; it is looked at, never trusted."""

TEXT_LIMIT = 4000
COMPONENT_LIMIT = 40
FILE_LIMIT = 10 * 1024 * 1024
_WEB = re.compile(r"https?://[^\s/]+\S*\Z")
_MEDIA = re.compile(r"(?:https?://[^\s/]+\S*|attachment://[\w.\-]+)\Z")
_LINK = re.compile(r"(?:https?|discord)://\S+\Z")
_COMMAND_NAME = re.compile(r"[-_'\w]{1,32}\Z")
_BUTTON, _TEXT, _THUMBNAIL, _GALLERY, _CHAT_INPUT = 2, 10, 11, 12, 1
_SUBCOMMANDS = {1, 2}
_LINK_STYLE = 5


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart request."""

    name: str
    data: bytes
    description: str | None = None


def faults(path: str, body: Json, files: Sequence[Upload] = ()) -> list[str]:
    """What Discord would refuse in this request."""
    found = list(_file_faults(files))
    if path.endswith("/commands") and isinstance(body, list):
        found += _command_faults(body)
    elif isinstance(body, Mapping):
        callback = path.endswith("/callback")
        message = (body.get("data") or {}) if callback else body
        found += _message_faults(message)
        found += _choice_faults(message.get("choices"))
    return found


def _length(what: str, text: object, low: int, high: int) -> Iterator[str]:
    if not isinstance(text, str) or not low <= len(text) <= high:
        size = len(text) if isinstance(text, str) else "no text"
        yield f"{what} has {size} characters, {low} to {high} are allowed"


def _choice_faults(choices: Json) -> Iterator[str]:
    if choices is None:
        return
    if len(choices) > 25:
        yield f"{len(choices)} choices, 25 are allowed"
    for choice in choices:
        yield from _length("a choice's name", choice["name"], 1, 100)
        if isinstance(choice["value"], str):
            yield from _length("a choice's value", choice["value"], 1, 100)


def _message_faults(message: Mapping[str, Any]) -> Iterator[str]:
    components = message.get("components") or []
    nested = list(walk_components(components))
    if len(nested) > COMPONENT_LIMIT:
        yield f"{len(nested)} components, {COMPONENT_LIMIT} are allowed"
    text = sum(len(part.get("content") or "") for part in nested if part.get("type") == _TEXT)
    if text > TEXT_LIMIT:
        yield f"{text} characters of text, {TEXT_LIMIT} are allowed"
    for part in nested:
        yield from _component_faults(part)
    for embed in message.get("embeds") or []:
        yield from _embed_faults(embed)
    nonce = message.get("nonce")
    if isinstance(nonce, str):
        yield from _length("a nonce", nonce, 1, 25)
    for attachment in message.get("attachments") or []:
        if attachment.get("description") is not None:
            yield from _length("a file's description", attachment["description"], 0, 1024)


def _component_faults(part: Mapping[str, Any]) -> Iterator[str]:
    kind = part.get("type")
    if "custom_id" in part:
        yield from _length("a custom_id", part["custom_id"], 1, 100)
    if kind == _BUTTON:
        if not part.get("label") and not part.get("emoji"):
            yield "a button has neither label nor emoji"
        if part.get("style") == _LINK_STYLE:
            yield from _url("a button's link", part.get("url"), _LINK, 512)
    elif kind == _TEXT and not str(part.get("content") or "").strip():
        yield "a text display is blank"
    elif kind == _THUMBNAIL:
        yield from _url("a thumbnail", (part.get("media") or {}).get("url"), _MEDIA, 2048)
    elif kind == _GALLERY:
        for item in part.get("items") or []:
            yield from _url("a picture", (item.get("media") or {}).get("url"), _MEDIA, 2048)


def _url(what: str, url: object, shape: re.Pattern[str], limit: int) -> Iterator[str]:
    yield from _length(what, url, 1, limit)
    if isinstance(url, str) and not shape.match(url):
        yield f"{what} is no address that Discord takes: {url[:80]!r}"


def _embed_faults(embed: Mapping[str, Any]) -> Iterator[str]:
    for field in embed.get("fields") or []:
        for key in ("name", "value"):
            if not str(field.get(key) or "").strip():
                yield f"an embed field's {key} is empty"
    pictures = [(embed.get(key) or {}).get("url") for key in ("image", "thumbnail")]
    for url in pictures:
        if url is not None:
            yield from _url("an embed's picture", url, _MEDIA, 2048)
    if embed.get("url") is not None:
        yield from _url("an embed's link", embed["url"], _WEB, 2048)


def _file_faults(files: Sequence[Upload]) -> Iterator[str]:
    if len(files) > 10:
        yield f"{len(files)} files, 10 are allowed"
    for file in files:
        if len(file.data) > FILE_LIMIT:
            yield f"the file {file.name!r} has {len(file.data)} bytes, {FILE_LIMIT} are allowed"
        yield from _length("a file's name", file.name, 1, 260)


def _command_faults(commands: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for kind, limit in ((1, 100), (2, 5), (3, 5)):
        count = sum(command.get("type", 1) == kind for command in commands)
        if count > limit:
            yield f"{count} commands of type {kind}, {limit} are allowed"
    seen: set[tuple[int, str]] = set()
    for command in commands:
        key = (command.get("type", 1), command["name"])
        if key in seen:
            yield f"two commands are called {command['name']!r}"
        seen.add(key)
        if command.get("type", 1) == _CHAT_INPUT:
            yield from _option_faults(command, command["name"])
            size = _size(command)
            if size > 8000:
                yield f"/{command['name']} has {size} characters in all, 8000 are allowed"
        else:
            yield from _length("a context menu's name", command["name"], 1, 32)


def _option_faults(node: Mapping[str, Any], where: str) -> Iterator[str]:
    if not _COMMAND_NAME.match(node["name"]) or node["name"] != node["name"].lower():
        yield f"/{where}: the name is not one of lower case letters, digits, - and _"
    yield from _length(f"the description of /{where}", node.get("description"), 1, 100)
    options = node.get("options") or []
    if len(options) > 25:
        yield f"/{where} has {len(options)} options, 25 are allowed"
    if len({option["name"] for option in options}) < len(options):
        yield f"/{where} has two options of one name"
    required = [bool(option.get("required")) for option in options if option["type"] not in _SUBCOMMANDS]
    if required != sorted(required, reverse=True):
        yield f"/{where} has a required option after an optional one"
    yield from _choice_faults(node.get("choices"))
    for option in options:
        yield from _option_faults(option, f"{where} {option['name']}")


def _size(node: Mapping[str, Any]) -> int:
    own = len(node["name"]) + len(node.get("description") or "")
    own += sum(len(c["name"]) + len(str(c["value"])) for c in node.get("choices") or [])
    return own + sum(_size(option) for option in node.get("options") or [])
