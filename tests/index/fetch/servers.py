"""A server on the loopback that behaves as badly as servers can; every path is one misbehaviour."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import itertools
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

PAGE = b"<html><head><title>Harbour</title></head><body><p>The harbour is open.</p></body></html>"
Handler = Callable[["Exchange"], Awaitable[None]]


@dataclass(frozen=True)
class Exchange:
    """One request and the way to answer it, byte by byte."""

    path: str
    headers: dict[str, str]
    port: int
    writer: asyncio.StreamWriter

    async def raw(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, body: bytes = PAGE, *, status: str = "200 OK", **headers: str) -> None:
        fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
        await self.raw(f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body)

    async def redirect(self, target: str, status: str = "302 Found") -> None:
        await self.answer(b"", status=status, Location=target)


@dataclass
class Server:
    """A running server: its port, what it was asked, and the highest number of open connections."""

    port: int
    asked: list[Exchange] = field(default_factory=list)

    def url(self, path: str, host: str = "paper.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [exchange.path for exchange in self.asked]


async def _slow_drip(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        await exchange.raw(b"x")
        await asyncio.sleep(0.02)


async def _slow_head(exchange: Exchange) -> None:
    for byte in itertools.cycle(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 4000):
        await exchange.raw(bytes([byte]))
        await asyncio.sleep(0.02)


async def _silent(_exchange: Exchange) -> None:
    await asyncio.sleep(60)


async def _silent_body(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>")
    await asyncio.sleep(60)


async def _endless(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        await exchange.raw(b"<p>more</p>" * 4000)


async def _endless_chunks(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await exchange.raw(b"10000\r\n" + b"y" * 65_536 + b"\r\n")


async def _huge_chunk_size(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFF\r\nabc")


async def _endless_chunk_extension(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;")
    while True:
        await exchange.raw(b"e" * 65_536)


async def _endless_trailer(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n")
    while True:
        await exchange.raw(b"X-More: " + b"t" * 4000 + b"\r\n")


async def _announced_huge(exchange: Exchange) -> None:
    await exchange.answer(b"<html>", Content_Length="99999999999")


async def _header_flood(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\n")
    for number in itertools.count():
        await exchange.raw(b"X-Flood-%d: %b\r\n" % (number, b"z" * 1000))


async def _header_line_endless(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        await exchange.raw(b"z" * 65_536)


async def _status_line_endless(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 ")
    while True:
        await exchange.raw(b"O" * 65_536)


async def _continue_for_ever(exchange: Exchange) -> None:
    while True:
        await exchange.raw(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        await asyncio.sleep(0.001)


async def _gzip_bomb(exchange: Exchange) -> None:
    await exchange.answer(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")


async def _deflate_bomb(exchange: Exchange) -> None:
    await exchange.answer(zlib.compress(b"\0" * 50_000_000), Content_Encoding="deflate")


async def _raw_deflate_bomb(exchange: Exchange) -> None:
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    await exchange.answer(engine.compress(b"\0" * 50_000_000) + engine.flush(), Content_Encoding="deflate")


async def _gzip_members(exchange: Exchange) -> None:
    await exchange.answer(gzip.compress(b"<p>a</p>" * 10_000) * 200, Content_Encoding="gzip")


async def _gzip_broken(exchange: Exchange) -> None:
    packed = gzip.compress(PAGE * 50)
    await exchange.answer(packed[:20] + b"\xff" * 40 + packed[60:], Content_Encoding="gzip")


async def _gzip_cut(exchange: Exchange) -> None:
    await exchange.answer(gzip.compress(bytes(range(256)) * 200)[:300], Content_Encoding="gzip")


async def _not_gzip(exchange: Exchange) -> None:
    await exchange.answer(PAGE, Content_Encoding="gzip")


async def _brotli(exchange: Exchange) -> None:
    await exchange.answer(PAGE, Content_Encoding="br")


async def _double_gzip(exchange: Exchange) -> None:
    await exchange.answer(gzip.compress(gzip.compress(PAGE)), Content_Encoding="gzip, gzip")


async def _too_short(exchange: Exchange) -> None:
    await exchange.answer(PAGE, Content_Length=str(len(PAGE) + 500))


async def _bad_length(exchange: Exchange) -> None:
    await exchange.answer(PAGE, Content_Length="-5")


async def _two_lengths(exchange: Exchange) -> None:
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 700\r\n\r\n" + PAGE)


async def _not_http(exchange: Exchange) -> None:
    await exchange.raw(b"220 mail.example ESMTP\r\n" * 10)


async def _hangs_up(_exchange: Exchange) -> None:
    return


async def _resets(exchange: Exchange) -> None:
    exchange.writer.transport.abort()


async def _loop(exchange: Exchange) -> None:
    await exchange.redirect("/redirect-loop")


async def _circle(exchange: Exchange) -> None:
    await exchange.redirect("/circle-b" if exchange.path == "/circle-a" else "/circle-a")


async def _chain(exchange: Exchange) -> None:
    await exchange.redirect(f"/chain{int(exchange.path.removeprefix('/chain') or 0) + 1}")


def _to(target: str, status: str = "302 Found") -> Handler:
    async def handler(exchange: Exchange) -> None:
        await exchange.redirect(target.replace("{port}", str(exchange.port)), status)

    return handler


async def _no_location(exchange: Exchange) -> None:
    await exchange.answer(b"", status="302 Found")


async def _picture(exchange: Exchange) -> None:
    await exchange.answer(b"\x89PNG", Content_Type="image/png")


def _status(status: str) -> Handler:
    async def handler(exchange: Exchange) -> None:
        await exchange.answer(b"" if status.startswith("204") else b"no", status=status)

    return handler


async def _cookie(exchange: Exchange) -> None:
    await exchange.answer(Set_Cookie="session=secret; Path=/")


async def _moved(exchange: Exchange) -> None:
    await exchange.redirect("/page", "301 Moved Permanently")


async def _gzip_page(exchange: Exchange) -> None:
    await exchange.answer(gzip.compress(PAGE), Content_Encoding="gzip")


HANDLERS: dict[str, Handler] = {
    "/page": Exchange.answer,
    "/packed": _gzip_page,
    "/cookie": _cookie,
    "/moved": _moved,
    "/slow-drip": _slow_drip,
    "/slow-head": _slow_head,
    "/silent": _silent,
    "/silent-body": _silent_body,
    "/endless": _endless,
    "/endless-chunks": _endless_chunks,
    "/huge-chunk-size": _huge_chunk_size,
    "/endless-chunk-extension": _endless_chunk_extension,
    "/endless-trailer": _endless_trailer,
    "/announced-huge": _announced_huge,
    "/header-flood": _header_flood,
    "/header-line-endless": _header_line_endless,
    "/status-line-endless": _status_line_endless,
    "/continue-for-ever": _continue_for_ever,
    "/gzip-bomb": _gzip_bomb,
    "/deflate-bomb": _deflate_bomb,
    "/raw-deflate-bomb": _raw_deflate_bomb,
    "/gzip-broken": _gzip_broken,
    "/gzip-cut": _gzip_cut,
    "/not-gzip": _not_gzip,
    "/gzip-members": _gzip_members,
    "/brotli": _brotli,
    "/double-gzip": _double_gzip,
    "/too-short": _too_short,
    "/bad-length": _bad_length,
    "/two-lengths": _two_lengths,
    "/not-http": _not_http,
    "/hangs-up": _hangs_up,
    "/resets": _resets,
    "/redirect-loop": _loop,
    "/circle-a": _circle,
    "/circle-b": _circle,
    "/no-location": _no_location,
    "/picture": _picture,
    "/to-loopback": _to("http://127.0.0.1/admin"),
    "/to-other-port": _to("http://127.0.0.1:9/"),
    "/to-localhost": _to("http://localhost/"),
    "/to-metadata": _to("http://169.254.169.254/latest/meta-data/", "307 Temporary Redirect"),
    "/to-decimal": _to("http://2130706433/"),
    "/to-v6": _to("http://[::1]/"),
    "/to-mapped": _to("http://[::ffff:127.0.0.1]/"),
    "/to-file": _to("file:///etc/passwd"),
    "/to-ftp": _to("ftp://paper.example/x"),
    "/to-data": _to("data:text/html,hello"),
    "/to-script": _to("javascript:alert(1)"),
    "/to-credentials": _to("http://admin:secret@paper.example/"),
    "/to-private-name": _to("http://inside.example/"),
    "/to-ssh": _to("http://paper.example:22/"),
    "/to-nonsense": _to("http://[broken"),
    "/to-scheme-less-private": _to("//10.0.0.1/"),
    "/twice-to-private": _to("/to-private-name", "301 Moved Permanently"),
    "/status-403": _status("403 Forbidden"),
    "/status-404": _status("404 Not Found"),
    "/status-410": _status("410 Gone"),
    "/status-429": _status("429 Too Many Requests"),
    "/status-500": _status("500 Internal Server Error"),
    "/status-999": _status("999 Odd"),
    "/status-204": _status("204 No Content"),
}


@asynccontextmanager
async def serve(handlers: dict[str, Handler] | None = None) -> AsyncIterator[Server]:
    """Run the server; `handlers` replace those above. Without one for /robots.txt it answers 404."""
    table = {**HANDLERS, **(handlers or {})}
    tasks: set[asyncio.Task[None]] = set()
    server = Server(0)

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                path = head[0].split(" ")[1].partition("?")[0]
                headers = dict(line.split(": ", 1) for line in head[1:] if ": " in line)
                exchange = Exchange(path, headers, server.port, writer)
                server.asked.append(exchange)
                handler = _chain if path.startswith("/chain") else table.get(path, _status("404 Not Found"))
                await handler(exchange)
        finally:
            tasks.discard(task)
            writer.close()

    listener = await asyncio.start_server(accept, "127.0.0.1", 0)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
