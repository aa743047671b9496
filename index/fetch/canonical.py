"""One address for one article: what differs only in how a reader came by it becomes the same."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# Only names that no site tells its articles by: "id", "cid", "source" and the like stay.
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok"
    r"|_hsenc|_hsmi|ns_\w+|cmpid|cmp|ocid|smid|smtyp|soc_src|soc_trk|xtor|wt_mc|wt\.mc_id|at_\w+|ref|ref_src|ref_url"
    r"|referrer|ito|icid|ncid|sr_share|guccounter|guce_\w+|__twitter_impression|s_cid|fb_action_\w+|fb_source|taid"
    r"|amp|outputtype|usqp|amp_\w+)$",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp|touch|wap)\.(?=[^.]+\.[^.]+)")
_AMP_CACHE = re.compile(r"^([a-z0-9-]+)\.cdn\.ampproject\.org$")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=-._~"


def canonical(url: str) -> str:
    """Return the form of an article's address that its duplicates share; other than a web address: as given.

    Scheme, `www.`/`m.`/`amp.` hosts, default ports, fragments, tracking parameters, the order of parameters,
    AMP paths and a trailing slash make no difference. The result is a key, not a link to follow.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _DEFAULT_PORTS or not host:
        return url.strip()
    host = _host(host)
    cached = _AMP_CACHE.match(host)
    if cached is not None:
        return canonical(_from_amp_cache(parts.path, parts.query))
    path = _path(parts.path)
    kept = [(key, value) for key, value in _parameters(parts.query) if not _TRACKING.match(key)]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    shown = f":{port}" if port is not None and port != _DEFAULT_PORTS[parts.scheme.lower()] else ""
    return f"https://{host}{shown}{path}{query}"


def _host(host: str) -> str:
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        host = host.casefold()
    return _MOBILE.sub("", host.lower())


def _path(path: str) -> str:
    path = quote(unquote(re.sub(r"/{2,}", "/", path)), safe=_SAFE)
    path = re.sub(r"^/amp(?=/)|/amp/?$|(?<=/)amp/(?=[^/]+$)|\.amp(?=\.html?$|$)", "", path)
    path = re.sub(r"/(?:index|default)\.(?:html?|php|aspx?)$", "/", path)
    return path.rstrip("/") or "/"


def _parameters(query: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return [(query, "")]


def _from_amp_cache(path: str, query: str) -> str:
    """Return the publisher's address in a path like /c/s/paper.example/amp/story."""
    inner = re.sub(r"^/(?:[cv]|i|r)/(?:s/)?", "", path)
    return f"https://{inner}{'?' + query if query else ''}"
