"""The timeline picture of a person: statements a week or month, stacked by outlet, on a dark ground.

Pillow is loaded when the first picture is drawn. The picture repeats what the words beside it say.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

    from index.models import Bucket

# A phone shows it at a third of this size, with letters that can still be read.
WIDTH, HEIGHT = 800, 500
_LEFT, _RIGHT, _BOTTOM = 64, 24, 58
_TITLE, _LETTERS = 34, 26
# The legend has up to three lines. Names are cut to the first of these widths with which all of them fit.
_LEGEND = (78, 112, 146)
_NAME_WIDTHS = (640, 300, 190)
_GROUND, _GRID, _INK, _FAINT = "#1e1f22", "#3a3c42", "#f2f3f5", "#b5bac1"
# Okabe and Ito's palette: told apart also by colour-blind eyes, and bright enough on a dark ground.
_COLOURS = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#d55e00")
# Pillow's own letters end before the scripts of East Asia.
_BEYOND = "\u2e80"
_OTHERS = "#8a8f98"


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of the picture: per period its start and the counts by outlet, in the order of `outlets`.

    The last outlet is None where several small ones are drawn as one.
    """

    outlets: tuple[str | None, ...]
    starts: tuple[date, ...]
    counts: tuple[tuple[int, ...], ...]
    monthly: bool

    @property
    def highest(self) -> int:
        """The largest total of one period."""
        return max((sum(counts) for counts in self.counts), default=0)


def series(buckets: Sequence[Bucket]) -> Series:
    """Arrange a profile's buckets: outlets by size, periods without a statement as zero."""
    sizes = Counter[str]()
    for bucket in buckets:
        sizes[bucket.source] += bucket.count
    named = [source for source, _ in sizes.most_common(len(_COLOURS))]
    outlets: list[str | None] = [*named, None] if len(sizes) > len(named) else [*named]
    stated = sorted({bucket.start for bucket in buckets})
    monthly = all(day.day == 1 for day in stated) and len(stated) > 1
    starts = _starts(stated, monthly=monthly)
    rows = {start: [0] * len(outlets) for start in starts}
    for bucket in buckets:
        place = named.index(bucket.source) if bucket.source in named else len(named)
        rows[bucket.start][place] += bucket.count
    return Series(tuple(outlets), tuple(starts), tuple(tuple(rows[start]) for start in starts), monthly)


@dataclass(frozen=True, slots=True)
class Total:
    """The statements of one period."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Periods:
    """The picture's figures for words: the totals of its periods, those without a statement left out."""

    unit: Literal["week", "month", "year"]
    totals: tuple[Total, ...]


def periods(figures: Series, most: int = 24) -> Periods | None:
    """The totals of the periods, or of the years where there are more than `most`; None without statements."""
    sums = {
        start: sum(counts) for start, counts in zip(figures.starts, figures.counts, strict=True) if any(counts)
    }
    if not sums:
        return None
    if len(sums) > most:
        years = Counter[str]()
        for start, count in sums.items():
            years[str(start.year)] += count
        return Periods("year", tuple(Total(*year) for year in sorted(years.items())))
    unit: Literal["week", "month"] = "month" if figures.monthly else "week"
    return Periods(unit, tuple(Total(_label(figures, start), count) for start, count in sums.items()))


def draw(figures: Series, *, title: str, others: str) -> bytes:
    """The picture as PNG. `others` names the small outlets that are drawn as one. Run it off the event loop."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH, HEIGHT), _GROUND)
    brush = ImageDraw.Draw(image)
    large, small = ImageFont.load_default(_TITLE), ImageFont.load_default(_LETTERS)
    brush.text((_LEFT, 14), _fitted(brush, large, title, WIDTH - _LEFT - _RIGHT), fill=_INK, font=large)
    top = _legend(brush, small, [outlet or others for outlet in figures.outlets])
    _grid(brush, small, figures.highest, top)
    _bars(brush, figures, top)
    _dates(brush, small, figures)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _starts(stated: Sequence[date], *, monthly: bool) -> list[date]:
    if not stated:
        return []
    periods = [stated[0]]
    while periods[-1] < stated[-1]:
        last = periods[-1]
        following = _next_month(last) if monthly else date.fromordinal(last.toordinal() + 7)
        # A start that no regular step reaches is a period of its own.
        periods.append(min([following, *(day for day in stated if last < day < following)]))
    return periods


def _label(figures: Series, start: date) -> str:
    return f"{start:%b %Y}" if figures.monthly else f"{start.day} {start:%b %Y}"


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _colour(figures: Series, place: int) -> str:
    return _OTHERS if figures.outlets[place] is None else _COLOURS[place]


def _bars(brush: ImageDraw.ImageDraw, figures: Series, top: int) -> None:
    step = (WIDTH - _LEFT - _RIGHT) / max(1, len(figures.starts))
    scale = (HEIGHT - top - _BOTTOM) / max(1, figures.highest)
    width = min(48.0, max(2.0, step * 0.75))
    for period, counts in enumerate(figures.counts):
        middle, foot = _LEFT + step * (period + 0.5), float(HEIGHT - _BOTTOM)
        for place, count in enumerate(counts):
            if count:
                box = (
                    middle - width / 2,
                    min(foot - count * scale + 1, foot - 1),
                    middle + width / 2,
                    foot - 1,
                )
                # A line of ground between two outlets tells them apart without their colours.
                brush.rectangle(box, fill=_colour(figures, place))
                foot -= count * scale


def _grid(
    brush: ImageDraw.ImageDraw, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, highest: int, top: int
) -> None:
    lines = sorted({0, highest, *([highest // 2] if highest > 1 else [])})
    for value in lines:
        height = HEIGHT - _BOTTOM - (HEIGHT - top - _BOTTOM) * value / max(1, highest)
        brush.line((_LEFT, height, WIDTH - _RIGHT, height), fill=_GRID)
        brush.text((_LEFT - 10, height), f"{value:,}", fill=_FAINT, font=font, anchor="rm")


def _dates(
    brush: ImageDraw.ImageDraw, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, figures: Series
) -> None:
    step = (WIDTH - _LEFT - _RIGHT) / max(1, len(figures.starts))
    every = max(1, round(165 / step + 0.5))
    for period in range(0, len(figures.starts), every):
        words = _label(figures, figures.starts[period])
        half = brush.textlength(words, font=font) / 2
        middle = min(_LEFT + step * (period + 0.5), WIDTH - 4 - half)
        brush.text((middle, HEIGHT - _BOTTOM + 8), words, fill=_FAINT, font=font, anchor="ma")


def _legend(
    brush: ImageDraw.ImageDraw, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, names: Sequence[str]
) -> int:
    """Draw the outlets with their colours; returns where the chart begins."""
    for most in _NAME_WIDTHS:
        words = [_fitted(brush, font, name, most) for name in names]
        places = _flow([28 + brush.textlength(each, font=font) for each in words])
        if places[-1][1] < len(_LEGEND):
            break
    for number, (each, (left, line)) in enumerate(zip(words, places, strict=True)):
        colour = _OTHERS if number >= len(_COLOURS) else _COLOURS[number]
        middle = _LEGEND[line]
        brush.rectangle((left, middle - 9, left + 18, middle + 9), fill=colour)
        brush.text((left + 28, middle), each, fill=_FAINT, font=font, anchor="lm")
    return _LEGEND[places[-1][1]] + 32


def _flow(widths: Sequence[float]) -> list[tuple[float, int]]:
    """Where things of these widths stand, one beside the other: how far from the left, on which line."""
    left, line = float(_LEFT), 0
    places: list[tuple[float, int]] = []
    for width in widths:
        if left > _LEFT and left + width > WIDTH - _RIGHT:
            left, line = float(_LEFT), line + 1
        places.append((left, line))
        left += width + 22
    return places


def _fitted(
    brush: ImageDraw.ImageDraw, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, words: str, width: float
) -> str:
    """Words that can be drawn in `width`; a cut is shown as one."""
    words = _drawable(words[:WIDTH])
    if brush.textlength(words, font=font) <= width:
        return words
    while words and brush.textlength(words + "…", font=font) > width:
        words = words[:-1]
    return words.rstrip() + "…"


def _drawable(words: str) -> str:
    """Only what the picture's letters hold; the words beside it have the name in full."""
    return "".join(letter if letter.isprintable() and letter < _BEYOND else "□" for letter in words)
