"""The table of hostile addresses and servers, over real sockets on the loopback: none gets through."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from index.errors import PageRefused
from index.fetch import Fetcher, FetchLimits
from tests.index.fetch.servers import Server, serve

# Short, so that the whole table runs in seconds; what is held to is that each ends by its own limit.
LIMITS = FetchLimits(body=200_000, total=1.0, idle=0.5, connect=0.5, redirects=5, gap=0.0, queue=5.0)
# Far above LIMITS.total: only a worker that is held fails here.
NEVER_LONGER = 10.0
# For those that another limit stops, which on a busy machine may come after a second.
PATIENT = replace(LIMITS, total=NEVER_LONGER)

NAMES = {
    "paper.example": ["127.0.0.1"],
    "inside.example": ["10.1.2.3"],
    "loopback.example": ["127.0.0.1"],
    "loopback6.example": ["::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "link.example": ["169.254.1.1"],
    "link6.example": ["fe80::1%eth0"],
    "metadata.example": ["169.254.169.254"],
    "azure.example": ["168.63.129.16"],
    "multicast.example": ["224.0.0.1"],
    "carrier.example": ["100.64.0.1"],
    "unspecified.example": ["0.0.0.0"],  # noqa: S104 (an address to be refused)
    "unique-local.example": ["fd00::1"],
    "both.example": ["93.184.215.14", "192.168.0.1"],
    "broadcast.example": ["255.255.255.255"],
    "six-to-four.example": ["2002:7f00:1::"],
    "nobody.example": [],
}

ADDRESSES = [
    ("ftp://paper.example/a", "not an http or https"),
    ("file:///etc/passwd", "not an http or https"),
    ("gopher://paper.example/1", "not an http or https"),
    ("data:text/html,hello", "not an http or https"),
    ("javascript:alert(1)", "not an http or https"),
    ("//paper.example/a", "not an http or https"),
    ("paper.example/a", "not an http or https"),
    ("", "not a web address"),
    ("http://", "names no site"),
    ("http:///path", "names no site"),
    ("http://paper.example/a b", "not a web address"),
    ("http://paper.example/a\r\nX-Injected: 1", "not a web address"),
    ("http://paper.example\\@127.0.0.1/", "not a web address"),
    ("http://paper.example/" + "a" * 3000, "not a web address"),
    ("http://user:secret@paper.example/", "user name or password"),
    ("http://user@paper.example/", "user name or password"),
    ("http://paper.example:22/", "on port 22"),
    ("http://paper.example:6379/", "on port 6379"),
    ("http://paper.example:99999/", "not a web address"),
    ("http://127.0.0.1/", "is this machine"),
    ("http://127.0.0.1:8080/", "is this machine"),
    ("http://127.255.255.254/", "is this machine"),
    ("http://localhost/", "local network"),
    ("http://localhost./", "local network"),
    ("http://LOCALHOST/", "local network"),
    ("http://x.localhost/", "local network"),
    ("http://printer.local/", "local network"),
    ("http://metadata.google.internal/", "local network"),
    ("http://intranet/", "local network"),
    ("http://2130706433/", "host as a number"),
    ("http://017700000001/", "host as a number"),
    ("http://0x7f000001/", "host as a number"),
    ("http://0x7f.0.0.1/", "host as a number"),
    ("http://0177.0.0.1/", "host as a number"),
    ("http://127.1/", "host as a number"),
    ("http://0/", "host as a number"),
    ("http://1.2.3.4.5/", "host as a number"),
    ("http://999.1.1.1/", "host as a number"),
    ("http://0.0.0.0/", "is this machine"),
    ("http://10.0.0.1/", "private or reserved"),
    ("http://172.16.0.1/", "private or reserved"),
    ("http://192.168.1.1/", "private or reserved"),
    ("http://100.64.0.1/", "private or reserved"),
    ("http://169.254.169.254/latest/meta-data/", "metadata service"),
    ("http://169.254.1.1/", "local link"),
    ("http://100.100.100.200/", "metadata service"),
    ("http://168.63.129.16/", "metadata service"),
    ("http://224.0.0.251/", "multicast"),
    ("http://240.0.0.1/", "private or reserved"),
    ("http://255.255.255.255/", "private or reserved"),
    ("http://192.0.2.1/", "private or reserved"),
    ("http://198.18.0.1/", "private or reserved"),
    ("http://[::1]/", "is this machine"),
    ("http://[::]/", "is this machine"),
    ("http://[::ffff:127.0.0.1]/", "is this machine"),
    ("http://[::ffff:7f00:1]/", "is this machine"),
    ("http://[::127.0.0.1]/", "is this machine"),
    ("http://[64:ff9b::127.0.0.1]/", "is this machine"),
    ("http://[64:ff9b::a00:1]/", "private or reserved"),
    ("http://[64:ff9b:1::1]/", "private or reserved"),
    ("http://[2002:7f00:1::]/", "is this machine"),
    ("http://[2001:0:0:0:0:0:f5ff:fffe]/", "private or reserved"),
    ("http://[fe80::1]/", "local link"),
    ("http://[fe80::1%25eth0]/", "local link"),
    ("http://[fd00:ec2::254]/", "metadata service"),
    ("http://[fc00::1]/", "private or reserved"),
    ("http://[ff02::1]/", "multicast"),
    ("http://[2001:db8::1]/", "private or reserved"),
    ("http://[3fff::1]/", "private or reserved"),
    ("http://①②⑦.⓪.⓪.①/", "is this machine"),
    ("http://127。0。0。1/", "is this machine"),
    ("http://inside.example/", "private or reserved"),
    ("http://loopback.example/", "is this machine"),
    ("https://loopback.example/", "is this machine"),
    ("http://loopback6.example/", "is this machine"),
    ("http://mapped.example/", "is this machine"),
    ("http://nat64.example/", "is this machine"),
    ("http://link.example/", "local link"),
    ("http://link6.example/", "local link"),
    ("http://metadata.example/", "metadata service"),
    ("http://azure.example/", "metadata service"),
    ("http://multicast.example/", "multicast"),
    ("http://carrier.example/", "private or reserved"),
    ("http://unspecified.example/", "is this machine"),
    ("http://unique-local.example/", "private or reserved"),
    ("http://both.example/", "private or reserved"),
    ("http://broadcast.example/", "private or reserved"),
    ("http://six-to-four.example/", "is this machine"),
    ("http://nobody.example/", "does not exist"),
]

SERVERS = [
    ("/slow-drip", "took longer than 1 s"),
    ("/slow-head", "took longer than 1 s"),
    ("/silent", "stopped answering"),
    ("/silent-body", "stopped answering"),
    ("/endless", "larger than 0.2 MB"),
    ("/endless-chunks", "larger than 0.2 MB"),
    ("/huge-chunk-size", "not HTTP"),
    ("/endless-chunk-extension", "took longer than 1 s|not HTTP|broke off"),
    ("/endless-trailer", "took longer than 1 s|not HTTP|broke off"),
    ("/announced-huge", "larger than 0.2 MB"),
    ("/header-flood", "not HTTP"),
    ("/header-line-endless", "not HTTP"),
    ("/status-line-endless", "not HTTP"),
    ("/continue-for-ever", "took longer than 1 s"),
    ("/gzip-bomb", "larger than 0.2 MB"),
    ("/deflate-bomb", "larger than 0.2 MB"),
    ("/raw-deflate-bomb", "larger than 0.2 MB"),
    ("/gzip-broken", "does not unpack"),
    ("/gzip-cut", "broke off"),
    ("/not-gzip", "does not unpack"),
    ("/gzip-members", "larger than 0.2 MB"),
    ("/brotli", "not asked for"),
    ("/double-gzip", "not asked for"),
    ("/too-short", "broke off"),
    ("/bad-length", "not HTTP"),
    ("/two-lengths", "not HTTP"),
    ("/not-http", "not HTTP"),
    ("/hangs-up", "hung up"),
    ("/resets", "hung up"),
    ("/redirect-loop", "in a circle"),
    ("/circle-a", "in a circle"),
    ("/chain", "redirects more than 5 times"),
    ("/no-location", "redirects to nowhere"),
    ("/picture", "is no page but image/png"),
    ("/to-loopback", "is this machine"),
    ("/to-other-port", "is this machine"),
    ("/to-localhost", "local network"),
    ("/to-metadata", "metadata service"),
    ("/to-decimal", "host as a number"),
    ("/to-v6", "is this machine"),
    ("/to-mapped", "is this machine"),
    ("/to-file", "not an http or https"),
    ("/to-ftp", "not an http or https"),
    ("/to-data", "not an http or https"),
    ("/to-script", "not an http or https"),
    ("/to-credentials", "user name or password"),
    ("/to-private-name", "private or reserved"),
    ("/to-ssh", "on port 22"),
    ("/to-nonsense", "no address"),
    ("/to-scheme-less-private", "private or reserved"),
    ("/twice-to-private", "private or reserved"),
    ("/status-403", "does not let programs in"),
    ("/status-404", "does not exist"),
    ("/status-410", "taken down"),
    ("/status-429", "come back later"),
    ("/status-500", "out of order"),
    ("/status-999", "out of order"),
    ("/status-204", "not handed out"),
]


async def lookup(host: str, _port: int) -> list[str]:
    return NAMES.get(host, [])


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serve() as running:
        yield running


def fetcher_for(server: Server, limits: FetchLimits = LIMITS) -> Fetcher:
    """A fetcher to which exactly one loopback port is open, and nothing else that is not public."""
    open_to = frozenset({("127.0.0.1", server.port), ("paper.example", server.port)})
    return Fetcher(limits=limits, lookup=lookup, open_to=open_to)


async def refused(fetcher: Fetcher, url: str) -> PageRefused:
    with pytest.raises(PageRefused) as caught:
        await asyncio.wait_for(fetcher.page(url), NEVER_LONGER)
    message = str(caught.value)
    assert "\n" not in message
    assert "secret" not in message
    assert caught.value.advice
    return caught.value


def test_the_table_has_more_than_sixty_entries() -> None:
    assert len(ADDRESSES) + len(SERVERS) >= 60
    assert len({url for url, _ in ADDRESSES}) == len(ADDRESSES)
    assert len({path for path, _ in SERVERS}) == len(SERVERS)


@pytest.mark.parametrize(("url", "sentence"), ADDRESSES)
async def test_no_hostile_address_is_connected_to(server: Server, url: str, sentence: str) -> None:
    async with fetcher_for(server) as fetcher:
        error = await refused(fetcher, url)
    assert sentence in error.reason
    assert server.asked == []


@pytest.mark.parametrize(("path", "sentence"), SERVERS)
async def test_no_hostile_server_gets_through_or_holds_a_worker(
    server: Server, path: str, sentence: str
) -> None:
    async with fetcher_for(server, LIMITS if "longer" in sentence else PATIENT) as fetcher:
        error = await refused(fetcher, server.url(path))
    assert any(part in error.reason for part in sentence.split("|")), error.reason


async def test_all_hostile_servers_at_once_leave_the_loop_to_others(server: Server) -> None:
    async with fetcher_for(server) as fetcher, serve() as other:
        for path in ("/page", "/packed"):
            assert (await fetcher.page(server.url(path))).body
        async with fetcher_for(other) as second:
            hostile = [asyncio.create_task(refused(fetcher, server.url(path))) for path, _ in SERVERS[:8]]
            page = await asyncio.wait_for(second.page(other.url("/page")), NEVER_LONGER)
            assert b"harbour" in page.body
            await asyncio.gather(*hostile, return_exceptions=True)
