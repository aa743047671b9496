"""What went wrong on the wire, as a sentence for the one who asked."""

from __future__ import annotations

import ssl

import aiohttp

from index.errors import PageRefused
from index.fetch.sockets import AddressBlocked, NameUnknown
from index.fetch.turns import Crowded

_LATER = "Try again in a while."
_PASTE = "Paste the article's text instead."
_PUBLIC = "Only pages on the public web can be added; paste the text instead."
# In order: what is more particular comes first.
_KINDS: tuple[tuple[type[BaseException], str, str], ...] = (
    (NameUnknown, "names a site that does not exist.", "Check the address."),
    (ssl.CertificateError, "has a certificate that is not valid.", _PASTE),
    (aiohttp.ClientConnectorCertificateError, "has a certificate that is not valid.", _PASTE),
    (ssl.SSLError, "cannot be read over a secure connection.", _PASTE),
    (Crowded, "is behind too many requests to its site.", _LATER),
    (TimeoutError, "stopped answering.", _LATER),
    (aiohttp.ClientPayloadError, "broke off before its end.", _LATER),
    (aiohttp.ClientConnectorError, "does not accept connections.", _LATER),
    (aiohttp.ServerDisconnectedError, "hung up without an answer.", _LATER),
    (ConnectionResetError, "hung up without an answer.", _LATER),
    (aiohttp.ClientResponseError, "answered in a way that is not HTTP.", _PASTE),
)
_STATUS = {
    401: ("asks for an account (401).", _PASTE),
    402: ("asks for money (402).", _PASTE),
    403: ("does not let programs in (403).", _PASTE),
    404: ("does not exist (404).", "Check the address."),
    407: ("asks for an account (407).", _PASTE),
    410: ("has been taken down (410).", _PASTE),
    429: ("asks to come back later (429).", _LATER),
    451: ("may not be shown here (451).", _PASTE),
}


def of_error(url: str, error: Exception) -> PageRefused:
    """Return the refusal for what aiohttp or a socket raised."""
    blocked = _inner(error, AddressBlocked)
    if isinstance(blocked, AddressBlocked):
        return PageRefused(url, f"leads to an address that {blocked.reason}.", _PUBLIC)
    for kind, reason, advice in _KINDS:
        if _inner(error, kind) is not None:
            return PageRefused(url, reason, advice)
    return PageRefused(url, "could not be read.", _LATER)


def of_status(url: str, status: int) -> PageRefused:
    """Return the refusal for an HTTP status that is no success."""
    if status in _STATUS:
        return PageRefused(url, *_STATUS[status])
    if status >= 500:  # noqa: PLR2004 (HTTP)
        return PageRefused(url, f"is out of order ({status}).", _LATER)
    return PageRefused(url, f"was not handed out ({status}).", _PASTE)


def _inner(error: BaseException | None, kind: type[BaseException]) -> BaseException | None:
    """Find an error of `kind` in the chain of causes, or among those that a connection attempt collected."""
    for _ in range(10):
        if error is None or isinstance(error, kind):
            return error
        collected = getattr(error, "exceptions", None)
        if isinstance(collected, tuple | list):
            found = next((one for one in collected if isinstance(one, kind)), None)
            if found is not None:
                return found
        error = getattr(error, "os_error", None) or error.__cause__ or error.__context__
    return None


def wire_errors() -> tuple[type[Exception], ...]:
    """Return what the wire can raise."""
    return (aiohttp.ClientError, OSError)
