"""Addresses before anything is sent: only what a public web page can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import PageRefused
from index.fetch.addresses import from_number, refusal

if TYPE_CHECKING:
    from yarl import URL

# Longer addresses break servers and tools alike.
LONGEST_URL = 2048
PORTS = frozenset({80, 443, 8080, 8443})
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_LOCAL_NAMES = re.compile(
    r"(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|invalid|test)\.?$"
)
_COPY = "Copy the address from the browser's address bar."
_PUBLIC = "Only pages on the public web can be added; paste the text instead."


def check_url(url: str, *, open_to: frozenset[tuple[str, int]] = frozenset()) -> URL:
    """Return `url` parsed, in the very form that is requested.

    `open_to` holds (host, port) pairs that are let pass, for tests. Raises PageRefused for other schemes and
    ports, credentials, local names and numeric hosts that are not public; names are checked where they resolve.
    """
    from yarl import URL

    shown = _shown(url)
    if not url.strip() or len(url) > LONGEST_URL or _ODD.search(url):
        raise PageRefused(shown, "is not a web address (empty, too long, or with blanks in it).", _COPY)
    try:
        parsed = URL(url)
        host, port = parsed.raw_host, parsed.port
    except (IndexError, TypeError, ValueError) as error:
        raise PageRefused(shown, "is not a web address.", _COPY) from error
    if parsed.scheme not in {"http", "https"}:
        raise PageRefused(shown, "is not an http or https address.", _COPY)
    if parsed.raw_user is not None or parsed.raw_password is not None or "@" in parsed.raw_authority:
        raise PageRefused(shown, "holds a user name or password.", "Give the address without them.")
    if not host:
        raise PageRefused(shown, "names no site.", _COPY)
    if (host, port) not in open_to:
        _check_host(host, shown)
        if port not in PORTS:
            raise PageRefused(shown, f"is on port {port}, where no web pages are.", _PUBLIC)
    return parsed.with_fragment(None)


def _check_host(host: str, shown: str) -> None:
    name = host.lower().rstrip(".")
    plain = from_number(name)
    is_number = re.fullmatch(r"[\d.]+|0x[\da-f.x]*", name) is not None
    if plain is not None or (is_number and refusal(name) == "is no network address"):
        raise PageRefused(shown, "writes its host as a number.", _PUBLIC)
    if ":" in name or is_number:
        reason = refusal(name)
        if reason is not None:
            raise PageRefused(shown, f"leads to an address that {reason}.", _PUBLIC)
    elif _LOCAL_NAMES.search(name) or "." not in name:
        raise PageRefused(shown, "names a machine of a local network.", _PUBLIC)


def _shown(url: str) -> str:
    """Return an address for a message: short, on one line, never with a password."""
    line = " ".join(
        re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", " ", url[:300]).split()
    )
    line = re.sub(r"//[^/@\s]*@", "//", line)
    return line if len(line) <= 200 else line[:199] + "…"  # noqa: PLR2004 (a line of a message)
