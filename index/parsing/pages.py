"""Web pages become drafts, by trafilatura."""

from __future__ import annotations

from index.errors import PageRefused
from index.models import Draft


def parse_page(html: bytes | str, url: str | None, *, charset: str | None = None) -> Draft:
    """Return the article of a page; raises PageRefused where there is none."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, url=url, with_metadata=True)
    text = (getattr(found, "text", "") or "") if found is not None else ""
    if not text.strip():
        raise PageRefused(url or "page", "holds no article.", "Paste its text instead.")
    return Draft(text=text, url=url, title=getattr(found, "title", "") or "")
