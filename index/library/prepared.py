"""A draft made ready for storing, by work that needs no library and can run in any process."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from index.errors import ArticleRefused
from index.library import twins
from index.library.addresses import canonical
from index.library.chunks import chunks
from index.models import Draft, Reading, Span
from index.search import Counted, count

_WORD = re.compile(r"\w+")
_ID_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft with all that is read out of it.

    `id` is the given one or made; `addresses` are canonical, the article's own first; `chunks` the passages,
    `counts` their terms for the search index; `bands` the hashes that near-identical bodies share; `words` the
    number of words.
    """

    draft: Draft
    id: str
    addresses: tuple[str, ...]
    reading: Reading
    chunks: tuple[Span, ...]
    counts: tuple[Counted, ...]
    bands: tuple[int, ...]
    words: int

    @property
    def names(self) -> tuple[str, ...]:
        """What the article is known by."""
        return (self.id, *self.addresses)


def prepare(draft: Draft) -> Prepared:
    """Read an article; raises ArticleRefused where it has no text or text that no file can hold."""
    from index.quotes import read

    if not draft.text.strip():
        raise ArticleRefused("The article has no text.", article=draft.id)
    _refuse_unstorable(draft)
    found = (canonical(url) for url in (draft.url, *draft.redirects))
    addresses = tuple(dict.fromkeys(address for address in found if address is not None))
    passages = chunks(draft.text)
    return Prepared(
        draft=draft,
        id=draft.id or _made_id(draft, addresses),
        addresses=addresses,
        reading=read(draft.text, draft.title),
        chunks=passages,
        counts=tuple(count(draft.text[one.start : one.end]) for one in passages),
        bands=twins.bands(draft.text),
        words=sum(1 for _ in _WORD.finditer(draft.text)),
    )


def _refuse_unstorable(draft: Draft) -> None:
    fields = (
        draft.text,
        draft.id or "",
        draft.url or "",
        draft.title,
        draft.author,
        draft.source,
        draft.language,
    )
    try:
        for field in fields:
            field.encode()
    except UnicodeEncodeError as error:
        raise ArticleRefused(
            "The article has half a character in it (a lone surrogate).",
            "Save it as UTF-8 again.",
            article=draft.id,
        ) from error


def _made_id(draft: Draft, addresses: tuple[str, ...]) -> str:
    """A short id that is the same whenever the same page or the same text comes."""
    day = "" if draft.published is None else draft.published.isoformat()
    origin = (addresses[0],) if addresses else (draft.title, draft.source, day, draft.text)
    digest = hashlib.blake2b("\x1f".join(origin).encode(), digest_size=10).digest()
    return base64.b32encode(digest).decode().casefold()[:_ID_LENGTH]
