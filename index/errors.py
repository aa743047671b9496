"""What can go wrong, drawn as a tree; each message says what happened and what to do next.

QuotedeskError
├── InputError            the input is at fault; nothing was stored
│   ├── FileRefused       a file or a line of one: empty, binary, too large, broken
│   ├── PageRefused       a page or feed: blocked address, too large, no article in it
│   └── ArticleRefused    an article: no text, a blocked outlet, already known
├── NotFound              no such article, feed, flag
│   └── Nobody            no one of that name is quoted
├── Conflict              the change cannot be made as things stand (nothing to undo, already merged)
└── LibraryError          the library file cannot be used
    ├── LibraryNewer      written by a newer version of Quotedesk
    ├── LibraryDamaged    the file is damaged or is no library
    ├── LibraryUnwritable read-only folder, full disk, locked by another process
    └── IndexDrifted      the search index disagrees with the articles; a rebuild mends it
"""

from __future__ import annotations


class QuotedeskError(Exception):
    """The root: `message` is one sentence for a reader, `advice` what they can do next."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class InputError(QuotedeskError):
    """The input is at fault; nothing was stored."""


class FileRefused(InputError):
    """A file, or one line of it (`line`, from 1), cannot be read as articles."""

    def __init__(self, name: str, reason: str, advice: str = "", *, line: int | None = None) -> None:
        where = name if line is None else f"{name}, line {line}"
        super().__init__(f"{where}: {reason}", advice)
        self.name = name
        self.line = line
        self.reason = reason


class PageRefused(InputError):
    """A page or feed at `url` was not fetched or holds no article."""

    def __init__(self, url: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{url}: {reason}", advice)
        self.url = url
        self.reason = reason


class ArticleRefused(InputError):
    """An article cannot be stored; `article` is its id where it has one."""

    def __init__(self, reason: str, advice: str = "", *, article: str | None = None) -> None:
        super().__init__(reason, advice)
        self.article = article
        self.reason = reason


class NotFound(QuotedeskError):
    """Nothing goes by that name; `near` are names that are close, best first."""

    def __init__(self, message: str, advice: str = "", *, near: tuple[str, ...] = ()) -> None:
        super().__init__(message, advice)
        self.near = near


class Nobody(NotFound):
    """No one of that name is quoted in the library."""

    def __init__(self, name: str, *, near: tuple[str, ...] = ()) -> None:
        super().__init__(f"Nobody called {name} speaks in this library.", near=near)


class Conflict(QuotedeskError):
    """The change cannot be made as things stand."""


class LibraryError(QuotedeskError):
    """The library file cannot be used."""


class LibraryNewer(LibraryError):
    """The library was written by a newer version."""


class LibraryDamaged(LibraryError):
    """The file is damaged, or is not a Quotedesk library."""


class LibraryUnwritable(LibraryError):
    """The library cannot be written: read-only, disk full, or held by another process."""


class IndexDrifted(LibraryError):
    """The search index does not hold what the articles say it should."""

    def __init__(self) -> None:
        super().__init__("The search index disagrees with the articles.", "Run `quotedesk rebuild`.")
