"""The connections to a library file: one writer behind a lock, a few readers. No knowledge of what is
stored."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Self, TypeVar

import aiosqlite

from index import schema
from index.errors import LibraryDamaged, LibraryUnwritable
from index.store import opening
from index.store.failures import DAMAGED_ADVICE, translated

T = TypeVar("T")

READERS = 3
_BUSY_SECONDS = 10
# Pages of the write-ahead log before a checkpoint: 16 MB; the p95 of an add fell from 21 to 6 ms (SQLite: 4
# MB).
_CHECKPOINT_PAGES = 4000
_WRITER_CACHE_KIB = 16384
_READER_CACHE_KIB = 4096


class Database:
    """One library file that is open."""

    def __init__(
        self, path: Path, writer: aiosqlite.Connection | None, readers: asyncio.Queue[aiosqlite.Connection]
    ) -> None:
        self.path = path
        self._writer = writer
        self._readers = readers
        self._lock = asyncio.Lock()
        self._damaged = False

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, create: bool = True, read_only: bool = False) -> AsyncIterator[Self]:
        """Open `path` (an older library is brought up to date first) and close it at the end.

        Raises LibraryNewer, LibraryDamaged, LibraryUnwritable.
        """
        version = await asyncio.to_thread(opening.inspect, path)
        if version is None and (read_only or not create):
            raise LibraryUnwritable(f"{path}: there is no library here yet.", "Add an article first.")
        if not read_only:
            await asyncio.to_thread(opening.make_current, path, version)
        elif version != schema.VERSION:
            raise LibraryUnwritable(
                f"{path}: the library is of an older Quotedesk, and was opened for reading only.",
                "Run `quotedesk check` once, which brings it up to date.",
            )
        async with AsyncExitStack() as stack:
            try:
                writer = None if read_only else await _writer(stack, path)
                readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
                for _ in range(READERS):
                    readers.put_nowait(await _reader(stack, path))
            except sqlite3.Error as error:
                raise translated(error, path) or error from error
            yield cls(path, writer, readers)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written through this connection."""
        return self._writer is None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[aiosqlite.Connection]:
        """A connection on one snapshot of the library, for reading only."""
        connection = await self._readers.get()
        try:
            with self._failures():
                await connection.execute("BEGIN")
                try:
                    yield connection
                finally:
                    await asyncio.shield(connection.rollback())
        finally:
            self._readers.put_nowait(connection)

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` on one snapshot of the library, off the event loop."""
        async with self.reading() as connection:
            return await on_thread(connection, work)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[aiosqlite.Connection]:
        """The writer inside a transaction: all of the block is stored when it ends, or nothing."""
        if self._writer is None:
            raise LibraryUnwritable(f"{self.path}: the library was opened for reading only.")
        if self._damaged:
            raise LibraryDamaged(f"{self.path}: the library is damaged.", DAMAGED_ADVICE)
        writer = self._writer
        async with self._lock:
            with self._failures():
                await writer.execute("BEGIN IMMEDIATE")
                try:
                    yield writer
                except BaseException:
                    await asyncio.shield(_rolled_back(writer))
                    raise
                await asyncio.shield(_committed(writer))

    async def scrub(self) -> None:
        """Empty the write-ahead log, in which deleted rows still stand; left for later while others read."""
        if self._writer is not None:
            async with self._lock:
                with self._failures():
                    await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def backup(self, target: Path) -> None:
        """Copy the library as it is now to `target`, beside running readers and the writer."""
        connection = await self._readers.get()
        try:
            with self._failures():
                async with aiosqlite.connect(target) as copy:
                    await connection.backup(copy)
        finally:
            self._readers.put_nowait(connection)

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            plain = translated(error, self.path)
            if plain is None:
                raise
            self._damaged = self._damaged or isinstance(plain, LibraryDamaged)
            raise plain from error


async def on_thread(connection: aiosqlite.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    """Run `work` on the connection's own thread in one go.

    aiosqlite has no public way to do so; statement by statement, each would cross threads twice.
    """
    result: T = await connection._execute(lambda: work(connection._conn))  # type: ignore[no-untyped-call]  # noqa: SLF001
    return result


async def _writer(stack: AsyncExitStack, path: Path) -> aiosqlite.Connection:
    connection = await stack.enter_async_context(
        aiosqlite.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, cached_statements=256)
    )
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        # What is deleted is overwritten: a reader's id, an article that was purged.
        "secure_delete = ON",
        f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
        f"cache_size = -{_WRITER_CACHE_KIB}",
    ):
        await connection.execute(f"PRAGMA {pragma}")
    return connection


async def _reader(stack: AsyncExitStack, path: Path) -> aiosqlite.Connection:
    connection = await stack.enter_async_context(
        aiosqlite.connect(
            opening.read_only_address(path),
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            cached_statements=256,
        )
    )
    await connection.execute(f"PRAGMA cache_size = -{_READER_CACHE_KIB}")
    await connection.execute("PRAGMA query_only = ON")
    return connection


async def _committed(writer: aiosqlite.Connection) -> None:
    try:
        await writer.commit()
    except sqlite3.Error:
        await _rolled_back(writer)
        raise


async def _rolled_back(writer: aiosqlite.Connection) -> None:
    """SQLite may have rolled back by itself, as it does when the disk is full."""
    if writer.in_transaction:
        await writer.rollback()
