"""What was seen last is shown first, while it is still so; what is read takes its place."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seat import Seat, seated
from seating import ANA
from stock import FERRY, MILL, SHELF, Piece, fill

from tuifact.desk import Desk
from tuifact.model import Status
from tuifact.tui.app import ReaderApp
from tuifact.tui.glimpses import KEPT, Glimpses
from tuifact.tui.late_desk import LateDesk
from tuifact.tui.memory import Memory
from tuifact.tui.screens.first_sight import (
    glimpse_of_article,
    glimpse_of_shelf,
    seen_article,
    seen_shelf,
)
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.roll import Roll

nonsense = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def glimpses(tmp_path: Path) -> Glimpses:
    """Of a library with one file in it."""
    (tmp_path / "library" / "journal").mkdir(parents=True)
    (tmp_path / "library" / "claims.json").write_text("{}", encoding="utf-8")
    return Glimpses(tmp_path / "state", tmp_path / "library")


def test_a_glimpse_is_there_the_next_time(glimpses: Glimpses, tmp_path: Path) -> None:
    glimpses.note("a", {"title": "Ferry fares"})
    assert glimpses.find("a") is None
    glimpses.keep()
    again = Glimpses(tmp_path / "state", tmp_path / "library")
    assert again.is_kept("a")
    assert again.find("a") == {"title": "Ferry fares"}
    assert not again.is_kept("b")
    assert again.find("b") is None


@pytest.mark.parametrize("name", ["claims.json", "journal/11112222.jsonl", "originals"])
def test_a_glimpse_of_what_was_changed_is_none(name: str, glimpses: Glimpses, tmp_path: Path) -> None:
    glimpses.note("a", {"title": "Ferry fares"})
    glimpses.keep()
    (tmp_path / "library" / name).write_text("something else", encoding="utf-8")
    assert glimpses.find("a") is None


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"of": 1}', "\x00"])
def test_a_damaged_glimpse_is_none(damage: str, glimpses: Glimpses, tmp_path: Path) -> None:
    glimpses.note("a", {"title": "Ferry fares"})
    glimpses.keep()
    for file in (tmp_path / "state").iterdir():
        file.write_text(damage, encoding="utf-8")
    assert glimpses.find("a") is None


def test_only_the_latest_glimpses_are_kept(glimpses: Glimpses, tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        glimpses.note(str(number), {})
    glimpses.keep()
    assert len(list((tmp_path / "state").iterdir())) == KEPT


def test_where_nothing_is_remembered_there_is_no_glimpse(tmp_path: Path) -> None:
    glimpses = Glimpses(None, tmp_path)
    glimpses.note("a", {})
    glimpses.keep()
    assert glimpses.find("a") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("piece", "current"), [(FERRY, 0), (FERRY, 4), (MILL, 0), (MILL, 59), (MILL, 30)])
def test_what_is_seen_of_an_article_is_what_stands_there(piece: Piece, current: int) -> None:
    text, roll = Manuscript(piece.article.paragraphs), Roll(piece.claims)
    seen = seen_article(json.loads(json.dumps(glimpse_of_article("Title", text, roll, current))))
    assert seen is not None
    first = next(n for n in range(len(text)) if text[n] == seen.text[0])
    assert list(seen.text) == [text[first + n] for n in range(len(seen.text))]
    assert seen.text.kinds == text.kinds[first : first + len(seen.text)]
    assert seen.roll.claim(seen.current).text == piece.claims[current].text
    assert seen.number == current
    assert seen.tally == roll.tally


@given(
    st.dictionaries(st.sampled_from(["title", "tally", "paragraphs", "claims", "claim", "count", "articles"]), nonsense)
)
def test_what_is_no_glimpse_shows_nothing(kept: dict[str, Any]) -> None:
    assert seen_article(kept) is None
    assert seen_shelf(kept) is None or kept["articles"] in ([], {})


def test_what_is_seen_of_a_shelf_is_what_stands_there(tmp_path: Path) -> None:
    fill(tmp_path / "library", SHELF)
    with Desk(tmp_path / "library", ANA) as desk:
        articles, tally = desk.articles(), desk.tally()
    seen = seen_shelf(json.loads(json.dumps(glimpse_of_shelf(articles, tally))))
    assert seen is not None
    assert [(item.id, item.title, item.tally) for item in seen.articles] == [
        (item.id, item.title, item.tally) for item in articles
    ]
    assert (seen.among, seen.tally) == (3, tally)


async def remembered(folder: Path, article: str | None) -> Memory:
    """The memory after somebody marked a claim and left."""
    memory = Memory(folder / "library", folder / "state")
    async with seated(folder / "library", article, memory=memory) as seat:
        await seat.press("d")
    memory.glimpses.keep()
    return Memory(folder / "library", folder / "state")


def damage_unseen(file: Path) -> None:
    """Change a file without changing its size or its time."""
    about = file.stat()
    file.write_bytes(b"?" * about.st_size)
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))


async def test_an_article_is_shown_before_the_library_is_read(tmp_path: Path) -> None:
    ids = fill(tmp_path / "library", SHELF)
    memory = await remembered(tmp_path, ids[2])
    assert memory.glimpses.is_kept(ids[2])
    damage_unseen(tmp_path / "library" / "claims.json")
    with ExitStack() as until:
        desk = LateDesk(tmp_path / "library", ANA, until)
        app = ReaderApp(desk, ids[2], memory=memory)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = Seat(app, pilot, None)  # type: ignore[arg-type]
            assert screen.shows("The ferry carried 4,711 people", "Claim 2 of 5", "✗ 1")
            assert "damaged" in screen.text


async def test_a_shelf_is_shown_before_the_library_is_read(tmp_path: Path) -> None:
    fill(tmp_path / "library", SHELF)
    memory = await remembered(tmp_path, None)
    damage_unseen(tmp_path / "library" / "claims.json")
    with ExitStack() as until:
        app = ReaderApp(LateDesk(tmp_path / "library", ANA, until), memory=memory)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = Seat(app, pilot, None)  # type: ignore[arg-type]
            assert screen.shows("Ferry fares", "Sixty days", "3 articles")
            assert "damaged" in screen.text


@pytest.mark.parametrize("key", ["v", "j", "c"])
async def test_a_key_acts_on_the_article_and_not_on_the_glimpse(key: str, tmp_path: Path) -> None:
    ids = fill(tmp_path / "library", SHELF)
    memory = await remembered(tmp_path, ids[1])
    with ExitStack() as until:
        app = ReaderApp(LateDesk(tmp_path / "library", ANA, until), ids[1], memory=memory)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press(key)
            await pilot.press("escape", "v")
            seat = Seat(app, pilot, app.desk)
            assert seat.desk.tally().disputed == 1
            assert seat.desk.tally().verified == (2 if key == "v" else 1)
            assert seat.desk.claims(ids[1], status=Status.DISPUTED)[0].text.startswith("On day 1 ")
