"""The bot as its own process."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.wire.loopback.world import Discord

ROOT = Path(__file__).parents[3]


async def quotedesk(data: Path, *arguments: str) -> asyncio.subprocess.Process:
    """Start another command of the command line on the same data."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=data,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "QUOTEDESK_DATA": str(data)},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )


class BotProcess:
    """`python -m <module> run` against a loopback Discord, with its output kept."""

    def __init__(self, discord: Discord, process: asyncio.subprocess.Process) -> None:
        self.discord = discord
        self._process = process
        self.errors = ""
        self.output = ""
        self._readers = [
            asyncio.create_task(self._read("output", process.stdout)),
            asyncio.create_task(self._read("errors", process.stderr)),
        ]

    @classmethod
    async def launch(
        cls, discord: Discord, data: Path, *, module: str = "bot", token: str | None = None, **more: str
    ) -> BotProcess:
        """Start the process; its Discord is `discord`, its data folder `data`."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(data),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
            "DISCORD_TOKEN": discord.token if token is None else token,
            "DISCORD_API_BASE": discord.api,
            "DISCORD_GATEWAY_URL": discord.gateway.url,
            "QUOTEDESK_DATA": str(data),
            **more,
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            module,
            "run",
            cwd=data,
            env={key: value for key, value in environment.items() if value},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        return cls(discord, process)

    @classmethod
    async def start(cls, discord: Discord, data: Path, *, module: str = "bot", **more: str) -> BotProcess:
        """Start the process and wait until every shard is there and the commands are known."""
        bot = await cls.launch(discord, data, module=module, **more)
        await bot.ready()
        return bot

    async def ready(self, *, seconds: float = 25.0) -> None:
        discord = self.discord

        def there() -> bool:
            if self._process.returncode is not None:
                raise AssertionError(f"the bot ended with {self._process.returncode}:\n{self.errors}")
            shards = {session.shard for session in discord.gateway.live}
            return shards == set(range(discord.shards)) and bool(discord.backend.commands.get(None))

        try:
            await discord.until(there, "the bot to be ready", seconds=seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.errors[-3000:]}") from None

    async def _read(self, name: str, stream: asyncio.StreamReader | None) -> None:
        while stream is not None and (chunk := await stream.read(65536)):
            setattr(self, name, getattr(self, name) + chunk.decode(errors="replace"))

    async def wait(self, *, seconds: float = 15.0) -> int:
        """Wait for the process to end; its exit code."""
        try:
            async with asyncio.timeout(seconds):
                code = await self._process.wait()
                await asyncio.gather(*self._readers)
        except TimeoutError:
            await self.kill()
            raise AssertionError(f"the bot did not end within {seconds:g} s\n{self.errors[-3000:]}") from None
        return code

    async def stop(self, *, seconds: float = 10.0) -> int:
        """SIGTERM; the exit code."""
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGTERM)
        return await self.wait(seconds=seconds)

    async def kill(self) -> None:
        """SIGKILL."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        await asyncio.gather(*self._readers)

    @property
    def running(self) -> bool:
        return self._process.returncode is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def memory(self, field: str = "VmHWM") -> int:
        """Bytes of memory from /proc: VmHWM the peak, VmRSS now."""
        for line in Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines():
            if line.startswith(field):
                return int(line.split()[1]) * 1024
        raise AssertionError(f"no {field} in /proc/{self.pid}/status")
