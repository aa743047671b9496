"""A place in a stored article, as a button carries it: checked against the article at each press."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from bot.actions import Fields, Forged, article_field, integer
from index.errors import NotFound
from index.library.articles import CUT

if TYPE_CHECKING:
    from index.library import Library
    from index.models import Context, Passage


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage by its article and offsets, the statement in it, and a check on its words."""

    article: str  # a long id is cut; earlier versions left it out, and the statement tells it
    start: int
    end: int
    quote_id: int | None
    check: str

    @classmethod
    def of(cls, passage: Passage) -> Self:
        """Where `passage` stands."""
        return cls(passage.article, passage.start, passage.end, passage.quote_id, _check(passage.text))

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """The spot that `fields` wrote. Raises Forged."""
        if len(fields) != 5:  # noqa: PLR2004  # the five fields below
            raise Forged(str(fields))
        start, end, quote, check, article = fields
        return cls(article, integer(start), integer(end), integer(quote) if quote else None, check)

    def fields(self) -> Fields:
        """The state for a button."""
        quote = "" if self.quote_id is None else str(self.quote_id)
        return str(self.start), str(self.end), quote, self.check, article_field(self.article)


class Gone(NotFound):
    """The article was withdrawn, or its words are others now."""


async def look_up(library: Library, spot: Spot) -> Context:
    """The neighbourhood of a spot. Raises Gone where the words are no longer there."""
    try:
        context = await library.context(await _article(library, spot), spot.start, spot.end)
    except NotFound as error:
        raise Gone(error.message, error.advice) from error
    words = context.text[context.passage.start : context.passage.end]
    if context.withdrawn or _check(words) != spot.check:
        raise Gone(context.title)
    return context


async def _article(library: Library, spot: Spot) -> str:
    """The id of the article of a spot. Raises NotFound."""
    if spot.article and not spot.article.startswith(CUT):
        return spot.article
    if spot.quote_id is not None:
        return (await library.passage(spot.quote_id)).article
    return (await library.articles.get(spot.article)).id


def _check(words: str) -> str:
    return hashlib.blake2s(words.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
