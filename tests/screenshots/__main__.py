"""`python -m tests.screenshots OUT`: payloads as JSON and pictures as PNG, phone and desktop."""

from __future__ import annotations

import argparse
import asyncio
import io
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from tests.screenshots.capture import Shot
from tests.screenshots.chromium import WIDTHS, Chromium, executable
from tests.screenshots.drawing import page
from tests.screenshots.scenes import SCENES, stage


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--redraw", action="store_true", help="draw the payloads in OUT again, without the bot")
    parser.add_argument("--only", nargs="*", default=[], help="scenes by name")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    failures = [] if options.redraw else asyncio.run(_capture(options.out, options.only))
    path = executable()
    if path is None:
        sys.stderr.write("Chromium is not installed: the payloads are kept, nothing is drawn.\n")
        return 1
    shots = [Shot.load(file) for file in sorted(options.out.glob("*.json"))]
    asyncio.run(_draw([s for s in shots if not options.only or s.name in options.only], options.out, path))
    for failure in failures:
        sys.stderr.write(f"missing: {failure}\n")
    return 1 if failures else 0


async def _capture(out: Path, only: list[str]) -> list[str]:
    """Play the scenes and keep their payloads; what could not be got, in sentences."""
    failures = []
    with tempfile.TemporaryDirectory(prefix="quotedesk-stage-") as folder:
        async with stage(Path(folder)) as at:
            for scene in SCENES:
                name = scene.__name__
                if only and name.replace("_", "-") not in only:
                    continue
                try:
                    (await scene(at)).save(out)
                except AssertionError as error:
                    failures.append(f"{name}: {error}")
            failures += [f"Discord refused: {fault}" for fault in at.discord.refused]
    return failures


async def _draw(shots: list[Shot], out: Path, path: str) -> None:
    now = datetime.now(UTC)
    async with Chromium(path) as browser:
        for shot in shots:
            for width in WIDTHS:
                png = await browser.photograph(page(shot, width, now), width)
                file = out / f"{shot.name}.{width}.png"
                size = _save(png, file)
                wide = await browser.overflow()
                note = f"  too wide: {wide}" if wide else ""
                sys.stdout.write(f"{file}  {size // 1024} kB{note}\n")


def _save(png: bytes, file: Path) -> int:
    """Save with a palette, which the eye does not miss and the repository does not carry."""
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)
    return file.stat().st_size


if __name__ == "__main__":
    sys.exit(main())
