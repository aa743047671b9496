"""Which network addresses may be connected to: public ones, whatever notation hides the others."""

from __future__ import annotations

import ipaddress
import socket

# Public by number, but answered by the cloud's own machinery (Azure's wire server).
_METADATA = frozenset({"168.63.129.16", "169.254.169.254", "100.100.100.200", "192.0.0.192", "fd00:ec2::254"})
_GLOBAL_V6 = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")
_TEREDO = ipaddress.ip_network("2001::/32")
_LAST_V4 = ipaddress.IPv4Address("255.255.255.255")
# 3fff::/20 is documentation too (RFC 9637), newer than Python 3.11's table.
_DOCUMENTATION = ipaddress.ip_network("3fff::/20")


def refusal(address: str) -> str | None:
    """Return why no connection goes to a numeric `address`, or None where it is public."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "is no network address"
    if str(parsed) in _METADATA:
        return "is a cloud's metadata service"
    if isinstance(parsed, ipaddress.IPv4Address):
        return _refusal_v4(parsed)
    inner = _embedded(parsed)
    if inner is not None:
        return refusal(str(inner))
    return _refusal_v6(parsed)


def from_number(host: str) -> str | None:
    """Return the IPv4 address that a host in an odd notation stands for (decimal, octal, hexadecimal, short),
    or None where `host` is a name or a plain dotted quad."""
    try:
        plain = socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, ValueError):
        return None
    return None if plain == host else plain


def _refusal_v4(address: ipaddress.IPv4Address) -> str | None:
    if address.is_loopback or address.is_unspecified:
        return "is this machine"
    if address.is_link_local:
        return "is on the local link"
    if address.is_multicast:
        return "is multicast"
    if not address.is_global or address.is_private or address.is_reserved:
        return "is private or reserved"
    return None


def _refusal_v6(address: ipaddress.IPv6Address) -> str | None:
    if address.is_loopback or address.is_unspecified:
        return "is this machine"
    if address.is_link_local:
        return "is on the local link"
    if address.is_multicast:
        return "is multicast"
    if address not in _GLOBAL_V6 or address in _DOCUMENTATION or not address.is_global or address.is_private:
        return "is private or reserved"
    return None


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address inside a mapped, compatible, NAT64, 6to4 or Teredo address."""
    number = int(address)
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(number & 0xFFFFFFFF)
    if address in _SIX_TO_FOUR:
        return ipaddress.IPv4Address((number >> 80) & 0xFFFFFFFF)
    if address in _TEREDO:
        return ipaddress.IPv4Address(~number & 0xFFFFFFFF)
    if 1 < number <= int(_LAST_V4):
        return ipaddress.IPv4Address(number)
    return None
