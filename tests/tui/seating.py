"""Ways to sit down: before the shelf, or before one of the articles it is filled with; and a hand on the mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from seat import WIDE, Seat, Size, seated
from stock import FERRY, SHELF, Piece, fill
from textual.color import Color

from tuifact.config import Settings

ANA = Settings(checker="ana")


@asynccontextmanager
async def at_the_shelf(
    folder: Path, pieces: Sequence[Piece] = SHELF, *, size: Size = WIDE, settings: Settings = ANA
) -> AsyncIterator[Seat]:
    """Before the shelf with these articles, the last one on top."""
    fill(folder / "library", pieces)
    async with seated(folder / "library", size=size, settings=settings) as seat:
        yield seat


@asynccontextmanager
async def reading(
    folder: Path,
    piece: Piece = FERRY,
    *,
    pieces: Sequence[Piece] = (),
    size: Size = WIDE,
    settings: Settings = ANA,
) -> AsyncIterator[Seat]:
    """Before an article, the only one of the library or one of `pieces`."""
    shelf = list(pieces) or [piece]
    article = fill(folder / "library", shelf)[shelf.index(piece)]
    async with seated(folder / "library", article, size=size, settings=settings) as seat:
        yield seat


def place_of(seat: Seat, words: str) -> tuple[int, int]:
    """Column and line of the screen where these words stand first; what is left of them must be one cell wide."""
    line = seat.line_with(words)
    return seat.lines[line].index(words), line


async def click(seat: Seat, words: str, *, right: int = 0, times: int = 1) -> None:
    """Click on these words, so many cells to the right of their beginning."""
    x, y = place_of(seat, words)
    widget, region = seat.app.get_widget_at(x + right, y)
    await seat.pilot.click(widget, offset=(x + right - region.x, y - region.y), times=times)
    await seat.pilot.pause()


async def drag(seat: Seat, first: str, last: str) -> None:
    """Drag the mouse from the beginning of one text to the end of another."""
    await seat.pilot.mouse_down(offset=place_of(seat, first))
    x, y = place_of(seat, last)
    end = (x + len(last) - 1, y)
    await seat.pilot.hover(offset=end)
    await seat.pilot.mouse_up(offset=end)
    await seat.pilot.pause()


def contrast(first: Color, second: Color) -> float:
    """The ratio of two colours, 1 to 21, as WCAG 2 has it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
