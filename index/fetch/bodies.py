"""Reads a response's body: so many bytes and no more, before and after decompression."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from index.errors import PageRefused

if TYPE_CHECKING:
    import aiohttp

_STEP = 65_536
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_PASTE = "Paste the article's text instead."


async def read_body(response: aiohttp.ClientResponse, most: int) -> bytes:
    """Return the body, decompressed; raises PageRefused where it has more than `most` bytes or is damaged."""
    url = str(response.url)
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise PageRefused(url, f"came packed in a way that was not asked for ({encoding[:20]}).", _PASTE)
    announced = response.headers.get("Content-Length", "")
    if announced.isascii() and announced.isdecimal() and int(announced[:18]) > most:
        raise _too_large(url, most)
    unpacker = _Unpacker(url, most) if encoding not in {"", "identity"} else None
    body = bytearray()
    async for piece in response.content.iter_chunked(_STEP):
        body += piece if unpacker is None else unpacker.add(piece, most - len(body))
        if len(body) > most:
            raise _too_large(url, most)
    if unpacker is not None:
        unpacker.finish()
    return bytes(body)


class _Unpacker:
    """gzip or deflate, in steps whose output is bounded: a bomb is noticed before it has gone off."""

    def __init__(self, url: str, most: int) -> None:
        self._url = url
        self._most = most
        self._engine = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False

    def add(self, piece: bytes, room: int) -> bytes:
        """Return what `piece` unpacks to; raises PageRefused where that is more than `room` bytes."""
        out = bytearray()
        while piece:
            if self._engine.eof:
                # Several packed parts in a row are one body.
                self._engine = zlib.decompressobj(_GZIP_OR_ZLIB)
            out += self._step(piece, room + 1 - len(out))
            self._begun = True
            if len(out) > room or self._engine.unconsumed_tail:
                raise _too_large(self._url, self._most)
            piece = self._engine.unused_data
        return bytes(out)

    def finish(self) -> None:
        """Raise PageRefused where the last part has no end."""
        if self._begun and not self._engine.eof:
            raise PageRefused(self._url, "broke off before its end.", "Try again in a while.")

    def _step(self, piece: bytes, most: int) -> bytes:
        try:
            return self._engine.decompress(piece, most)
        except zlib.error as error:
            damaged = PageRefused(self._url, "is damaged: it does not unpack.", _PASTE)
            if self._begun:
                raise damaged from error
        # "deflate" without its header, as old servers send it.
        self._engine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return self._engine.decompress(piece, most)
        except zlib.error as error:
            raise damaged from error


def _too_large(url: str, most: int) -> PageRefused:
    size = f"{most / 1_000_000:g} MB"
    return PageRefused(url, f"is larger than {size}.", _PASTE)
