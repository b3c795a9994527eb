"""Every screen at the sizes people have, as a picture: whoever changes how one looks sees it in the review.

`pytest tests/tui/test_tui_snapshots.py --snapshot-update` takes new pictures.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from seat import NARROW, TINY, WIDE, Seat, Size, seated
from stock import SHELF, fill
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input, TextArea

from tuifact.config import Settings

ARTICLE = {
    "article": (),
    "card": ("enter",),
    "searched": ("slash", *"March", "enter"),
    "selected": ("shift+down",),
    "several": ("plus", "plus", "plus"),
    "narrowed": ("f", "enter"),
}
"""What is pressed on the reading screen before the picture is taken."""
WINDOWS = {
    "note": ("c",),
    "original": ("o",),
    "outline": ("O",),
    "report": ("r",),
    "help": ("question_mark",),
    "statistics": ("S",),
    "queue": ("Q",),
    "filter": ("f", "j", "j", "space"),
    "evidence": ("e", *"Maren Holt", "enter", "e", "up"),
    "wording": ("C",),
    "edit": ("E",),
    "dropped": ("x", "X"),
}
SHELVES = {
    "shelf": (),
    "filtered": ("slash", *"tide"),
    "import": ("i",),
    "find": ("F",),
    "tags": ("T",),
    "help": ("question_mark",),
}


async def picture(seat: Seat, keys: tuple[str, ...]) -> str:
    """The screen after these keys, with every cursor standing still."""
    await seat.press(*keys)
    for line in seat.app.screen.query(Input):
        line.cursor_blink = False
    for area in seat.app.screen.query(TextArea):
        area.cursor_blink = False
    await seat.pilot.pause()
    return seat.app.export_screenshot(simplify=True)


@pytest.fixture
def pictures(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """One SVG file a picture."""
    return snapshot.use_extension(SVGImageExtension)


@pytest.fixture(autouse=True)
def _nothing_comes_later(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("sourcing", "remembering"):
        monkeypatch.setattr(f"tuifact.tui.screens.article.{part}.PATIENCE", 600)


def size_name(size: Size) -> str:
    """`80x24`."""
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY], ids=size_name)
@pytest.mark.parametrize("name", ARTICLE)
async def test_article(name: str, size: Size, tmp_path: Path, pictures: SnapshotAssertion) -> None:
    ids = fill(tmp_path / "library", SHELF)
    async with seated(tmp_path / "library", ids[2], size=size) as seat:
        assert await picture(seat, ARTICLE[name]) == pictures


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY], ids=size_name)
@pytest.mark.parametrize("name", WINDOWS)
async def test_window_over_the_article(name: str, size: Size, tmp_path: Path, pictures: SnapshotAssertion) -> None:
    ids = fill(tmp_path / "library", SHELF)
    async with seated(tmp_path / "library", ids[2], size=size) as seat:
        assert await picture(seat, WINDOWS[name]) == pictures


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY], ids=size_name)
@pytest.mark.parametrize("name", SHELVES)
async def test_shelf(name: str, size: Size, tmp_path: Path, pictures: SnapshotAssertion) -> None:
    fill(tmp_path / "library", SHELF)
    async with seated(tmp_path / "library", size=size) as seat:
        assert await picture(seat, SHELVES[name]) == pictures


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=size_name)
async def test_empty_shelf(size: Size, tmp_path: Path, pictures: SnapshotAssertion) -> None:
    async with seated(tmp_path / "library", size=size) as seat:
        assert await picture(seat, ()) == pictures


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=size_name)
@pytest.mark.parametrize("theme", ["tuifact-light", "ansi-dark"])
async def test_other_themes(theme: str, size: Size, tmp_path: Path, pictures: SnapshotAssertion) -> None:
    ids = fill(tmp_path / "library", SHELF)
    async with seated(tmp_path / "library", ids[2], size=size, settings=Settings(theme=theme)) as seat:
        assert await picture(seat, ()) == pictures


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=size_name)
async def test_without_colour(
    size: Size, tmp_path: Path, pictures: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    ids = fill(tmp_path / "library", SHELF)
    async with seated(tmp_path / "library", ids[2], size=size) as seat:
        assert await picture(seat, ()) == pictures
