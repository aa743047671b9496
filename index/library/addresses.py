"""Canonical addresses: one for all the ways in which links to the same page are written."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

# Hosts and paths under which sites print the same page for phones; dropped only as whole labels and segments.
_MOBILE_HOST = re.compile(r"^(?:www\d?|m|mobile|amp|amp-cdn)\.(?=[^.]+\.)")
_AMP_PATH = re.compile(r"(?:/amp(?=/)|/amp/?$|\.amp(?=\.html?$)|(?<=\.)amp(?=$))")
_AMP_PARAMETERS = frozenset({"amp", "outputtype", "amp_js_v", "usqp"})
# Sharing and counting marks beyond those that courlan drops.
_TRACKING = re.compile(
    r"^(?:utm_\w+|at_\w+|ns_\w+|cmp(?:id)?|smid|smtyp|ref(?:errer|_?src)?|share|taid|ocid|mc_[ce]id)$"
)
_LONGEST = 2048


def canonical(url: str | None) -> str | None:
    """The form under which a page's addresses are one: no scheme, tracking marks, fragment, mobile or AMP
    forms.

    None for what is no web address. It is a key to compare, not a link to follow.
    """
    from courlan import clean_url

    if not url or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(clean_url(url.strip()) or url.strip())
        host = parts.hostname
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.casefold() not in {"http", "https"} or not host:
        return None
    host = _MOBILE_HOST.sub("", host.casefold().strip("."))
    if not host:
        return None
    where = host if port in {None, 80, 443} else f"{host}:{port}"
    path = _AMP_PATH.sub("", unquote(parts.path)).rstrip("/")
    path = re.sub(r"/(?:index|default)\.(?:html?|php|aspx?)$", "", path)
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.match(name.casefold()) and name.casefold() not in _AMP_PARAMETERS
    )
    return where + path + (f"?{urlencode(query)}" if query else "")
