"""What keys cost in the reader: CPU time a key beside Textual's own widgets on the same text, in the same run.

Run it with `python benchmarks/reader.py [rounds]`. A mark is a verdict on the disk and on the screen, beside an app
that writes one line; a jump goes to the end of an article and back, and a resize wraps it anew, both beside Textual's
`TextArea`. On the shelf a step moves the cursor, and a filter is typed letter by letter and taken away again, both
beside the app that writes one line. Every app runs without a terminal, so that only its own work counts.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from measuring import Figure, milliseconds, ratio
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from tuifact.desk import Desk
from tuifact.library import Library
from tuifact.model import Article, Claim, Original, Paragraph
from tuifact.tui.app import ReaderApp

ROUNDS = 5
SMALL, LARGE = 250, 1000
"""Sentences, which are claims, of the shorter and the longer article."""
SIZE, OTHER_SIZE = (120, 40), (90, 30)
FEW, MANY = 500, 4000
"""Articles on the shorter and the longer shelf."""
MARKS, JUMPS, RESIZES = 20, 10, 4
STEPS, FILTER = 10, "file 12"

Acts = Callable[[Pilot[Any]], Awaitable[None]]


class OneLine(App[None]):
    """Writes one line for a key: the least an app can do."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("0")

    def on_key(self) -> None:
        """Another line."""
        self.pressed += 1
        self.query_one(Static).update(f"pressed {self.pressed}")


class Page(App[None]):
    """A text in Textual's own widget for texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        """The text."""
        yield TextArea(self._text, read_only=True, soft_wrap=True)


def article_text(sentences: int) -> str:
    """An article in which every sentence is a claim, four a paragraph."""
    made = [
        f"Ward {number} spent {number + 3} million euros on {number * 7 + 2} bridges in {2000 + number % 20}."
        for number in range(sentences)
    ]
    return "\n\n".join(" ".join(made[start : start + 4]) for start in range(0, sentences, 4))


async def marking(pilot: Pilot[Any]) -> None:
    """Decide one claim after another."""
    for _ in range(MARKS):
        await pilot.press("v")


async def jumping(pilot: Pilot[Any]) -> None:
    """To the end and back, in the reader."""
    for _ in range(JUMPS):
        await pilot.press("G", "g")


async def jumping_in_text(pilot: Pilot[Any]) -> None:
    """To the end and back, in Textual's widget."""
    for _ in range(JUMPS):
        await pilot.press("ctrl+end", "ctrl+home")


async def resizing(pilot: Pilot[Any]) -> None:
    """Another size of the terminal, and back."""
    for _ in range(RESIZES):
        await pilot.resize_terminal(*OTHER_SIZE)
        await pilot.pause()
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()


async def stepping(pilot: Pilot[Any]) -> None:
    """Down the shelf, line by line."""
    for _ in range(STEPS):
        await pilot.press("j")


async def filtering(pilot: Pilot[Any]) -> None:
    """Type a filter, and take it away."""
    await pilot.press("/", *("space" if letter == " " else letter for letter in FILTER), "escape")


async def spent(app: App[Any], *acts: Acts) -> list[float]:
    """CPU seconds of each of these acts, in this app, once it stands."""
    taken = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for act in acts:
            start = time.process_time()
            await act(pilot)
            taken.append(time.process_time() - start)
    return taken


@asynccontextmanager
async def desk_with(sentences: int, folder: Path) -> AsyncIterator[tuple[Desk, str]]:
    """A desk with that article, and its id."""
    file = folder / f"{sentences}.txt"
    file.write_text(article_text(sentences), encoding="utf-8")
    with Desk(folder / f"library-{sentences}") as desk:
        [imported] = desk.import_sources([str(file)])
        yield desk, imported.article


@contextmanager
def shelf_of(articles: int, folder: Path) -> Iterator[Desk]:
    """A desk with so many short articles, each of which has one claim."""

    def claims(article: Article) -> Iterator[Claim]:
        yield Claim(article.text, 0, 0, len(article.text))

    texts = [f"File {number} cost {number + 3} million euros." for number in range(articles)]
    made = (Article((Paragraph(text),), title=text[:-1], original=Original(text.encode())) for text in texts)
    with Library.open(folder / f"shelf-{articles}", find_claims=claims) as library:
        library.add_many(made)
    with Desk(folder / f"shelf-{articles}") as desk:
        yield desk


async def measure_shelves(rounds: int) -> dict[str, list[float]]:
    """CPU seconds of what is done on shelves, round by round."""
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as scratch:
        folder = Path(scratch)
        with shelf_of(FEW, folder) as small, shelf_of(MANY, folder) as large:
            for _ in range(rounds):
                line = await spent(OneLine(), marking)
                few = await spent(ReaderApp(small), stepping, filtering)
                many = await spent(ReaderApp(large), stepping, filtering)
                names = ["line", "step small", "filter small", "step large", "filter large"]
                for name, seconds in zip(names, [*line, *few, *many], strict=True):
                    taken.setdefault(name, []).append(seconds)
    return taken


def shelf_figures(rounds: int) -> Iterator[Figure]:
    """The lines for the page."""
    taken = asyncio.run(measure_shelves(rounds))
    line = [seconds / MARKS for seconds in taken["line"]]
    times = {"step": STEPS, "filter": len(FILTER) + 2}
    for act, count in times.items():
        ours = [seconds / count for seconds in taken[f"{act} large"]]
        yield Figure("reader", f"{act}, {MANY:,} articles", "one line", ratio(ours, line), milliseconds(ours, 1))
    for act in times:
        grown = ratio(taken[f"{act} large"], taken[f"{act} small"]) / (MANY / FEW)
        yield Figure("reader", f"{act}, {MANY:,} articles", f"{FEW} articles", grown, growth=True)


async def measure(rounds: int) -> dict[str, list[float]]:
    """CPU seconds of everything, round by round."""
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as scratch:
        folder = Path(scratch)
        async with desk_with(SMALL, folder) as (small, short), desk_with(LARGE, folder) as (large, long):
            for _ in range(rounds):
                line = await spent(OneLine(), marking)
                page = await spent(Page(article_text(LARGE)), jumping_in_text, resizing)
                few = await spent(ReaderApp(small, short), marking, jumping, resizing)
                many = await spent(ReaderApp(large, long), marking, jumping, resizing)
                ours = [f"{act} {size}" for size in ("small", "large") for act in ("mark", "jump", "resize")]
                names = ["line", "jump in text", "resize text", *ours]
                for name, seconds in zip(names, [*line, *page, *few, *many], strict=True):
                    taken.setdefault(name, []).append(seconds)
    return taken


def figures(rounds: int) -> list[Figure]:
    """The lines for the page."""
    taken = asyncio.run(measure(rounds))
    peers = {"mark": ("line", "one line", MARKS), "jump": ("jump in text", "TextArea", 2 * JUMPS)}
    peers["resize"] = ("resize text", "TextArea", 2 * RESIZES)
    lines = []
    for act, (peer, against, times) in peers.items():
        ours = taken[f"{act} large"]
        remark = milliseconds(ours, times)
        lines.append(Figure("reader", f"{act}, {LARGE:,} claims", against, ratio(ours, taken[peer]), remark))
    for act in peers:
        grown = ratio(taken[f"{act} large"], taken[f"{act} small"]) / (LARGE / SMALL)
        lines.append(Figure("reader", f"{act}, {LARGE:,} claims", f"{SMALL} claims", grown, growth=True))
    return [*lines, *shelf_figures(rounds)]


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
        print(f"{figure.name:24}{figure.against:16}{figure.ratio:8.2f}  {figure.remark}")
