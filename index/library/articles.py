"""Articles: added, listed, changed, removed and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from index.models import Added, Article, ArticleCard, Draft, Page, Preview, Refused, Version

Sort = Literal["newest", "oldest", "added", "title"]


class Articles:
    """The articles of one library."""

    async def add(self, draft: Draft, *, by: str) -> Added:
        """Store one article with its statements, or raise ArticleRefused and store nothing."""
        raise NotImplementedError

    async def add_many(self, drafts: Sequence[Draft], *, by: str) -> list[Added | Refused]:
        """Store a batch in one transaction; one outcome a draft, in order, refused ones among them."""
        raise NotImplementedError

    async def preview(self, draft: Draft) -> Preview:
        """Say what adding would do; nothing is stored."""
        raise NotImplementedError

    async def get(self, article_id: str) -> Article:
        """One article, also a removed one (`removed` is set); raises NotFound."""
        raise NotImplementedError

    async def list(
        self, query: str = "", sort: Sort = "newest", cursor: str | None = None, limit: int = 10
    ) -> Page[ArticleCard]:
        """One page of the articles whose title, outlet, id or address contains `query`."""
        raise NotImplementedError

    async def edit(
        self,
        article_id: str,
        *,
        by: str,
        title: str | None = None,
        source: str | None = None,
        published: date | None = None,
        url: str | None = None,
        text: str | None = None,
        author: str | None = None,
    ) -> Article:
        """Change what is given (None leaves a field alone); a new text is a new version."""
        raise NotImplementedError

    async def remove(self, article_id: str, *, by: str) -> ArticleCard:
        """Withdraw an article at once; it can be restored for 24 hours, then its text is deleted."""
        raise NotImplementedError

    async def restore(self, article_id: str, *, by: str) -> ArticleCard:
        """Bring a removed article back within 24 hours; raises NotFound or Conflict."""
        raise NotImplementedError

    async def versions(self, article_id: str) -> tuple[Version, ...]:
        """The earlier forms of an article, newest first."""
        raise NotImplementedError

    async def block(self, outlet: str, *, by: str) -> int:
        """Refuse an outlet (a name, or a host of its addresses) from now on and remove its articles; how many."""
        raise NotImplementedError

    async def unblock(self, outlet: str, *, by: str) -> None:
        """Allow an outlet again; raises NotFound where it was not blocked."""
        raise NotImplementedError

    async def blocked(self) -> tuple[str, ...]:
        """The blocked outlets, by name."""
        raise NotImplementedError
