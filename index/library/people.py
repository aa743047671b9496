"""People across articles: corrected, merged, split, renamed."""

from __future__ import annotations

from index.models import Passage


class People:
    """The people of one library and the admins' decisions about them."""

    async def correct(self, quote_id: int, name: str | None, *, by: str) -> Passage:
        """Name the speaker of a statement (None: unclear); the correction outlives re-extraction."""
        raise NotImplementedError

    async def merge(self, keep: str, other: str, *, by: str) -> str:
        """Make two people one under the name `keep`; returns that name. Raises NotFound or Conflict."""
        raise NotImplementedError

    async def split(self, name: str, form: str, *, by: str) -> str:
        """Make `form`, a name that articles give to `name`, a person of its own; returns its name."""
        raise NotImplementedError

    async def rename(self, name: str, new: str, *, by: str) -> str:
        """Change the name a person goes by; returns it."""
        raise NotImplementedError

    async def names(self) -> tuple[str, ...]:
        """Every person's name, most quoted first."""
        raise NotImplementedError

    async def forms(self, name: str) -> tuple[str, ...]:
        """The full names under which articles know this person (what `split` accepts), most common first."""
        raise NotImplementedError
