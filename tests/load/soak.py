"""`python -m tests.load.soak --minutes 30`: questions, completions, presses and imports in four servers, and
whether anything grows: memory, file handles, tasks, the time to answer. One minute is a quick look."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.load import newsroom
from tests.load.burst import STOCK, Desk, newsrooms
from tests.load.figures import MEGABYTE, Figures, percentile
from tests.wire.loopback import BotProcess

Act = Callable[[Desk, str], Coroutine[Any, Any, None]]

RATE = 4.0
"""Acts a second over all servers; a person may ask ten times a minute, so each act is a new person's."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The bot at one moment: seconds since the start, bytes, open files, tasks of its loop."""

    at: float
    memory: int
    files: int
    tasks: int


@dataclass(slots=True)
class Soak:
    """A soak under way."""

    data: Path
    desks: list[Desk]
    bot: BotProcess
    figures: Figures = field(default_factory=Figures)
    times: list[tuple[float, float]] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    _imported: dict[str, int] = field(default_factory=dict)
    _chance: random.Random = field(default_factory=lambda: random.Random(11))
    _people: dict[str, int] = field(default_factory=dict)

    async def run(self, seconds: float) -> None:
        questions = newsroom.questions()
        acts: Sequence[Act] = [self._ask] * 7 + [self._complete] * 2 + [self._press]
        pending: set[asyncio.Task[None]] = set()
        next_sample = next_import = 0.0
        while (now := time.monotonic() - self.began) < seconds:
            if now >= next_sample:
                self.sample(now)
                next_sample = now + 5
            if now >= next_import:
                pending.add(asyncio.create_task(self._import(self._chance.choice(self.desks))))
                next_import = now + 15
            act = self._chance.choice(acts)
            pending.add(
                asyncio.create_task(self._guarded(act, self._chance.choice(self.desks), next(questions)))
            )
            pending = {task for task in pending if not task.done()}
            await asyncio.sleep(1 / RATE)
        await asyncio.gather(*pending)
        self.sample(time.monotonic() - self.began)

    async def _guarded(self, act: Act, desk: Desk, question: str) -> None:
        try:
            await act(desk, question)
        except AssertionError as error:
            self.figures.faults.append(f"{desk.word}: {question} -> {error}")

    async def _ask(self, desk: Desk, question: str) -> None:
        at = time.monotonic() - self.began
        answer = await desk.guild.member("Reader").ask(question)
        self.figures.note(desk.word, question, answer)
        self.times.append((at, self.figures.answered[-1]))

    async def _complete(self, desk: Desk, question: str) -> None:
        names = await desk.guild.member("Reader").type("ask", "speaker", question.split()[2][:3])
        if len(names) > 25:
            self.figures.faults.append(f"{desk.word}: {len(names)} choices")

    async def _press(self, desk: Desk, question: str) -> None:
        reader = desk.guild.member("Reader")
        answer = await reader.ask(question)
        if "Context" in answer.buttons:
            context = await reader.press(answer, "Context")
            self.figures.note(desk.word, f"context of {question}", context)

    async def _import(self, desk: Desk) -> None:
        first = STOCK + self._imported.get(desk.word, 0)
        self._imported[desk.word] = first + 20 - STOCK
        file = ("day.jsonl", newsroom.json_lines(desk.word, range(first, first + 20)))
        with suppress(AssertionError):
            preview = await desk.guild.member("Editor", admin=True).run("article add", file=file)
            if "Save" in preview.buttons:
                await desk.admin.press(preview, "Save")
            self.figures.imported += 20

    def sample(self, at: float) -> None:
        report = self.data / "loop.json"
        tasks = json.loads(report.read_text("utf-8"))["tasks"] if report.is_file() else 0
        files = len(os.listdir(f"/proc/{self.bot.pid}/fd"))  # noqa: PTH208 - not a folder of ours
        self.samples.append(Sample(at, self.bot.memory("VmRSS"), files, tasks))

    def report(self) -> Iterator[str]:
        """Sentences on growth; those that begin with "fault" fail the run."""
        early = [took for at, took in self.times if at < 60]
        late = [took for at, took in self.times if at >= 60] or early
        first, last = self.samples[min(3, len(self.samples) - 1)], self.samples[-1]
        slow = percentile(early, 0.99), percentile(late, 0.99)
        before, after = first.memory / MEGABYTE, last.memory / MEGABYTE
        yield f"p99 in the first minute {slow[0] * 1000:.0f} ms, later {slow[1] * 1000:.0f} ms"
        yield f"memory {before:.1f} MB at {first.at:.0f} s, {after:.1f} MB at the end"
        yield f"open files {first.files} then {last.files}, tasks {first.tasks} then {last.tasks}"
        if slow[1] > 2 * slow[0]:
            yield "fault: the p99 is more than twice that of the first minute"
        if last.files > first.files + 8:
            yield "fault: open files grow"
        if last.tasks > first.tasks + 20:
            yield "fault: tasks grow"


async def soak(data: Path, *, minutes: float, servers: int = 4) -> Soak:
    """Soak the bot; the figures are in what is returned."""
    async with newsrooms(data, servers) as (discord, desks, bot):
        under_way = Soak(data, desks, bot)
        await under_way.run(minutes * 60)
        under_way.figures.memory = bot.memory()
        under_way.figures.seconds = time.monotonic() - under_way.began
        under_way.figures.faults += [f"refused: {fault}" for fault in discord.refused]
        code = await bot.stop()
        if code != 0 or "Traceback" in bot.errors:
            under_way.figures.faults.append(f"the bot ended with {code}: {bot.errors[-800:]}")
    under_way.figures.read_loop(data / "loop.json")
    return under_way


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--servers", type=int, default=4, choices=range(1, 5))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quotedesk-soak-") as folder:
        done = asyncio.run(soak(Path(folder), minutes=options.minutes, servers=options.servers))
    sentences = [*done.report(), *(f"fault: {fault}" for fault in done.figures.faults[:20])]
    sys.stdout.write(done.figures.table() + "\n" + "\n".join(sentences) + "\n")
    for row in done.figures.loop.get("longest", [])[:5]:  # type: ignore[index]  # a list in the report
        sys.stdout.write(f"  held the loop {row['ms']} ms at {row['at']} s: {row['what']}\n")
    return 1 if any(sentence.startswith("fault") for sentence in sentences) else 0


if __name__ == "__main__":
    sys.exit(main())
