"""A seat before the reader: keys go in, what the screen shows comes out."""

from __future__ import annotations

import html
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events

from tuifact.config import Settings
from tuifact.desk import Desk
from tuifact.tui.app import ReaderApp
from tuifact.tui.memory import Memory

if TYPE_CHECKING:
    from textual.pilot import Pilot

CELL_WIDTH, LINE_HEIGHT = 12.2, 24.4
"""Of a cell in the pictures Textual exports."""

TEXT = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>', re.DOTALL)
PLACE = re.compile(r"(?:Claim )?(\d+) of (\d+)  ")

PATIENCE = 120.0
"""Seconds after which something that does not happen is a failure: a busy machine may take long, and a count of looks
says nothing about it."""

Size = tuple[int, int]
WIDE: Size = (120, 40)
NARROW: Size = (80, 24)
TINY: Size = (40, 12)


def read_off(picture: str) -> list[str]:
    """The lines of a picture of the screen, trailing blanks cut."""
    lines: dict[int, str] = {}
    for x, y, text in TEXT.findall(picture):
        number = round((float(y) - 20) / LINE_HEIGHT)
        line = lines.get(number, "")
        gap = round(float(x) / CELL_WIDTH) - cell_len(line)
        lines[number] = line + " " * gap + html.unescape(text).replace("\xa0", " ").rstrip("\n")
    return [lines.get(number, "").rstrip() for number in range(max(lines, default=-1) + 1)]


@dataclass
class Seat:
    """The running reader with somebody at the keyboard."""

    app: ReaderApp
    pilot: Pilot[int]
    desk: Desk

    async def press(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Write into the line or the window that is open."""
        await self.pilot.press(*(_KEYS.get(character, character) for character in text))

    async def paste(self, text: str) -> None:
        """The same for what is long, as a terminal sends what was pasted."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something that happens by itself, but not for ever."""
        ends = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < ends, "it did not happen:\n" + self.text
            await self.pilot.pause()

    async def resize(self, size: Size) -> None:
        """Pull at the corner of the window."""
        await self.pilot.resize_terminal(*size)
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return read_off(self.app.export_screenshot(simplify=True))

    @property
    def text(self) -> str:
        """The same as one text."""
        return "\n".join(self.lines)

    @property
    def foot(self) -> str:
        """The last line of the screen."""
        lines = self.lines
        return lines[-1] if len(lines) == self.app.size.height else ""

    @property
    def place(self) -> int:
        """Which claim the card shows, from 1; 0 when it shows none."""
        found = PLACE.search(self.text)
        return int(found[1]) if found else 0

    def line_with(self, words: str) -> int:
        """The first line of the screen with these words, from 0; fails when there is none."""
        lines = self.lines
        assert any(words in line for line in lines), f"“{words}” is not on the screen:\n" + "\n".join(lines)
        return next(number for number, line in enumerate(lines) if words in line)

    def shows(self, *words: str) -> bool:
        """Whether all of these stand on the screen."""
        text = self.text
        return all(word in text for word in words)

    def marks(self, article: str | None = None) -> str:
        """How the claims of an article (or of the library) stand, a glyph each, in reading order."""
        return "".join(claim.status.glyph for claim in self.desk.claims(article))


@asynccontextmanager
async def seated(
    folder: Path,
    article: str | None = None,
    *,
    size: Size = WIDE,
    settings: Settings | None = None,
    memory: Memory | None = None,
) -> AsyncIterator[Seat]:
    """The reader on the library in this folder, on the shelf or on an article."""
    with Desk(folder, settings or Settings(checker="ana")) as desk:
        app = ReaderApp(desk, article, memory=memory)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Seat(app, pilot, desk)


_KEYS = {" ": "space", "\n": "enter", "/": "slash", ".": "full_stop", "-": "minus", "_": "underscore", "~": "tilde"}
