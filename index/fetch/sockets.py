"""The only place where connections are made: each goes to an address that has been looked at.

A name is resolved once, here; the addresses found are checked and handed to the connection, which never
asks again, so an answer that changes between check and use changes nothing. Every socket is checked once more
as it is made, whatever led there.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from index.fetch.addresses import refusal
from index.fetch.limits import FetchLimits

Lookup = Callable[[str, int], Awaitable[list[str]]]
OpenTo = frozenset[tuple[str, int]]

# More addresses for one name are an attempt at something.
_MOST_ADDRESSES = 16


class AddressBlocked(OSError):
    """A name leads where no connection may go; `reason` ends the sentence "an address that ..."."""

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(f"{host} leads to an address that {reason}")
        self.reason = reason


class NameUnknown(OSError):
    """A name that has no address."""


class CheckedResolver(AbstractResolver):
    """Resolves a name to addresses of which every one may be connected to."""

    def __init__(self, lookup: Lookup | None, open_to: OpenTo) -> None:
        self._lookup = lookup or look_up
        self._open_to = open_to

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of `host`; raises AddressBlocked where any of them is not public."""
        try:
            addresses = await self._lookup(host, port)
        except OSError as error:
            raise NameUnknown(f"{host} has no address") from error
        if not addresses:
            raise NameUnknown(f"{host} has no address")
        # One forbidden address among good ones is reason enough: it would be tried when the others fail.
        for address in addresses:
            check_address(host, address, port, self._open_to)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses[:_MOST_ADDRESSES]
            if family in {socket.AF_UNSPEC, socket.AF_INET6 if ":" in address else socket.AF_INET}
        ]

    async def close(self) -> None:
        """Hold nothing, so release nothing."""


def check_address(host: str, address: str, port: int, open_to: OpenTo) -> None:
    """Raise AddressBlocked unless a connection to `address` and `port` may be made."""
    reason = refusal(address)
    if reason is not None and (address, port) not in open_to:
        raise AddressBlocked(host, reason)


async def look_up(host: str, port: int) -> list[str]:
    """Ask the system's resolver for the numeric addresses of `host`."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for _, _, _, _, address in found))


def open_session(
    agent: str, limits: FetchLimits, *, lookup: Lookup | None = None, open_to: OpenTo = frozenset()
) -> aiohttp.ClientSession:
    """Return a session that keeps no cookies, uses no proxy, and connects to checked addresses only."""

    def checked_socket(info: aiohttp.connector.AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = info
        check_address(str(address[0]), str(address[0]), int(address[1]), open_to)
        return socket.socket(family, kind, protocol)

    connector = aiohttp.TCPConnector(
        resolver=CheckedResolver(lookup, open_to),
        use_dns_cache=False,
        force_close=True,
        limit=16,
        socket_factory=checked_socket,
    )
    timeout = aiohttp.ClientTimeout(total=limits.total, sock_connect=limits.connect, sock_read=limits.idle)
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate", "Accept-Language": "en, *;q=0.5"},
        timeout=timeout,
        auto_decompress=False,
        trust_env=False,
        read_bufsize=65_536,
        # A third of the default: no page needs more, and these are held in memory before anything is judged.
        max_headers=100,
    )
