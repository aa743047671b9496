"""What a load run found, as a table and as faults."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.load.newsroom import SERVERS
from tests.wire.loopback import Answer, Discord
from tests.wire.loopback.answers import Exchange

MEGABYTE = 1024 * 1024


@dataclass(slots=True)
class Figures:
    """One run: seconds to acknowledge and to answer, in the order of the questions; what went wrong."""

    acknowledged: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    memory: int = 0
    imported: int = 0
    fetched: int = 0
    seconds: float = 0.0
    loop: dict[str, object] = field(default_factory=dict)

    def note(self, server: str, question: str, answer: Answer | BaseException) -> None:
        """Judge one answer: there, in time, with this server's words and no other's."""
        if isinstance(answer, BaseException):
            self.faults.append(f"{server}: {question} -> {answer}")
            return
        exchange = answer.exchange
        assert exchange is not None
        self.acknowledged.append(exchange.acknowledged or 0.0)
        self.answered.append(exchange.finished or 0.0)
        self.faults += [f"{question} -> {fault}" for fault in mixed(server, answer.text)]

    def read_loop(self, path: Path) -> None:
        if path.is_file():
            self.loop = json.loads(path.read_text("utf-8"))

    def table(self) -> str:
        rows = [
            ("questions answered", f"{len(self.answered)}"),
            ("acknowledged p50 / p95 / max", _times(self.acknowledged)),
            ("answered p50 / p95 / max", _times(self.answered)),
            ("whole run", f"{self.seconds:.1f} s, {len(self.answered) / max(self.seconds, 1e-9):.0f} a second"),
            ("articles imported meanwhile", f"{self.imported}"),
            ("feeds polled meanwhile", f"{self.fetched}"),
            ("peak memory of the bot", f"{self.memory / MEGABYTE:.0f} MB"),
            ("loop held over 50 ms", f"{self.loop.get('blocked', 'not measured')}"),
            ("  of that by work", f"{self.loop.get('worked', 'not measured')}"),
            ("faults", f"{len(self.faults)}"),
        ]
        width = max(len(name) for name, _ in rows)
        return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def mixed(server: str, text: str) -> Iterator[str]:
    """Where an answer lacks its own server's word or has another's."""
    words = text.casefold()
    if server not in words:
        yield f"{server}: no words of this server in {text[:120]!r}"
    for other in SERVERS:
        if other != server and other in words:
            yield f"{server}: words of {other} in {text[:120]!r}"


def doubled(discord: Discord, exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Interactions that were answered more than once."""
    for exchange in exchanges:
        extra = len(exchange.record.followup_ids) + (exchange.message is not None)
        if extra > 1:
            yield f"interaction {exchange.record.id} has {extra} answers"
    yield from (f"refused: {fault}" for fault in discord.refused)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of `values` lie; 0 for none."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else 0.0


def _times(values: Sequence[float]) -> str:
    middle, high, most = percentile(values, 0.5), percentile(values, 0.95), max(values, default=0.0)
    return f"{middle * 1000:.0f} / {high * 1000:.0f} / {most * 1000:.0f} ms"
