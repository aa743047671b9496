"""`python -m tests.load.soak --minutes 30`: questions, completions, presses, imports and feeds in four servers,
and whether anything grows: memory, file handles, tasks, the time to answer. One minute is a quick look."""

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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.load import newsroom
from tests.load.burst import STOCK, Desk, newsrooms
from tests.load.figures import MEGABYTE, Figures, percentile
from tests.wire.loopback import BotProcess, Site

Act = Callable[[Desk, str], Coroutine[Any, Any, None]]

RATE = 4.0
"""Acts a second over all servers; a person may ask ten times a minute, so each act is a new person's."""


WARM = 15.0
"""Seconds from the bot's start in which it loads what it needs; what holds the loop then is not counted."""

STORIES = 200
"""Different articles that are imported into each server; after these, all is known, and nothing need grow."""

GROWTH = 1.1
"""Memory at the end, of that at half time."""


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
    site: Site
    figures: Figures = field(default_factory=Figures)
    times: list[tuple[float, float]] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    stories: dict[str, list[str]] = field(default_factory=dict)
    _imported: dict[str, int] = field(default_factory=dict)
    _chance: random.Random = field(default_factory=lambda: random.Random(11))

    async def run(self, seconds: float) -> None:
        questions = newsroom.questions()
        acts: Sequence[Act] = [self._ask] * 7 + [self._complete] * 2 + [self._press]
        pending: set[asyncio.Task[None]] = set()
        next_sample = next_import = next_story = 0.0
        for desk in self.desks:
            await self._follow(desk)
        while (now := time.monotonic() - self.began) < seconds:
            if now >= next_sample:
                self.sample(now)
                next_sample = now + 5
            if now >= next_import:
                self._begin(pending, self._import, "")
                next_import = now + 15
            if now >= next_story:
                self._begin(pending, self._poll, "")
                next_story = now + 10
            self._begin(pending, self._chance.choice(acts), next(questions))
            pending = {task for task in pending if not task.done()}
            await asyncio.sleep(1 / RATE)
        await asyncio.gather(*pending)
        self.sample(time.monotonic() - self.began)

    def _begin(self, pending: set[asyncio.Task[None]], act: Act, question: str) -> None:
        pending.add(asyncio.create_task(self._guarded(act, self._chance.choice(self.desks), question)))

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

    async def _follow(self, desk: Desk) -> None:
        """Keep a feed in this server."""
        url = self.site.put(f"/{desk.word}", newsroom.feed(desk.word, []), kind="application/rss+xml")
        await desk.guild.member("Editor", admin=True).run("feed add", url=url)

    async def _poll(self, desk: Desk, _question: str) -> None:
        """Print a story, and have the feed fetched as the rounds do."""
        number = 100_000 + len(self.stories.setdefault(desk.word, []))
        path = f"/{desk.word}/{number}"
        self.stories[desk.word].append(self.site.put(path, newsroom.story(desk.word, number)))
        latest = newsroom.feed(desk.word, self.stories[desk.word][-20:])
        self.site.put(f"/{desk.word}", latest, kind="application/rss+xml")
        editor = desk.guild.member("Editor", admin=True)
        checked = await editor.run("feed check", feed=self.site.url(f"/{desk.word}"))
        if path not in self.site.asked:
            self.figures.faults.append(f"{desk.word}: the feed brought nothing: {checked.text[:200]}")
        self.figures.fetched += 1

    async def _import(self, desk: Desk, _question: str) -> None:
        first = STOCK + self._imported.get(desk.word, 0) % STORIES
        self._imported[desk.word] = self._imported.get(desk.word, 0) + 20
        file = ("day.jsonl", newsroom.json_lines(desk.word, range(first, first + 20)))
        editor = desk.guild.member("Editor", admin=True)
        preview = await editor.run("article add", file=file)
        saved = await editor.press(preview, "Save")
        if "20 articles done" not in saved.text:
            self.figures.faults.append(f"{desk.word}: the import gave {saved.text[:200]}")
        self.figures.imported += 20

    def sample(self, at: float) -> None:
        report = self.data / "loop.json"
        tasks = json.loads(report.read_text("utf-8"))["tasks"] if report.is_file() else 0
        files = len(os.listdir(f"/proc/{self.bot.pid}/fd"))  # noqa: PTH208 - not a folder of ours
        self.samples.append(Sample(at, self.bot.memory("VmRSS"), files, tasks))

    def report(self) -> Iterator[str]:
        """Sentences on growth; those that begin with "fault" fail the run."""
        minute = [took for at, took in self.times if at < 60]
        later = [took for at, took in self.times if at >= 60]
        slow = percentile(minute, 0.99), percentile(later, 0.99)
        half = self.samples[-1].at / 2
        first = next(sample for sample in self.samples if sample.at >= half)
        last = self.samples[-1]
        before, after = first.memory / MEGABYTE, last.memory / MEGABYTE
        yield f"p99 in the first minute {slow[0] * 1000:.0f} ms, later {slow[1] * 1000:.0f} ms"
        steps = self.samples[:: max(1, len(self.samples) // 10)]
        yield "memory in MB: " + ", ".join(f"{one.memory / MEGABYTE:.0f} at {one.at:.0f} s" for one in steps)
        yield f"memory {before:.1f} MB at {first.at:.0f} s, {after:.1f} MB at the end"
        yield f"open files {first.files} then {last.files}, tasks {first.tasks} then {last.tasks}"
        if later and slow[1] > 2 * slow[0]:
            yield "fault: the p99 is more than twice that of the first minute"
        if after > GROWTH * before:
            yield "fault: memory grows"
        if last.files > first.files + 8:
            yield "fault: open files grow"
        if last.tasks > first.tasks + 20:
            yield "fault: tasks grow"
        if self.figures.loop.get("worked", 1):
            yield f"fault: the loop was held over 50 ms by work: {self.figures.loop.get('longest')}"


async def soak(data: Path, *, minutes: float, servers: int = 4) -> Soak:
    """Soak the bot; the figures are in what is returned."""
    async with Site() as site:
        environment = {"QUOTEDESK_WATCH_FROM": str(WARM), **site.environment}
        async with newsrooms(data, servers, environment=environment) as (discord, desks, bot):
            under_way = Soak(data, desks, bot, site)
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
