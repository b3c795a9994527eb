"""A library that can no longer be read or written: said at the foot, nothing lost, the reader goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from seating import at_the_shelf, reading

from tuifact.desk import Desk
from tuifact.errors import Conflict, LibraryError
from tuifact.paths import faults_folder

SAID = "the disk [/] is full"
FULL = LibraryError(SAID, "make room")

ON_THE_SHELF = {
    "undo": ("z",),
    "redo": ("Z",),
    "statistics": ("S",),
    "summary": ("t",),
    "set_tags": ("t", "x", "enter"),
    "tally": ("Q",),
    "article": ("enter",),
    "write_report": ("r", "enter"),
}
ON_AN_ARTICLE = {
    "mark": ("v",),
    "write_note": ("c", "x", "enter"),
    "received": ("o",),
    "catalogue": ("J",),
    "drop_claim": ("x",),
    "merge_claims": ("k", "m"),
    "add_claim": ("shift+down", "a"),
    "undo": ("z",),
    "summary": ("Q",),
}


def break_down(method: str, monkeypatch: pytest.MonkeyPatch, error: LibraryError = FULL) -> None:
    """Let the desk fail at this from now on."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Desk, method, fail)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("method", ON_THE_SHELF)
async def test_on_the_shelf_it_is_said(method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_shelf(tmp_path) as seat:
        break_down(method, monkeypatch)
        await seat.press(*ON_THE_SHELF[method])
        assert seat.shows(SAID, "make room")
        monkeypatch.undo()
        await seat.press("escape", "question_mark")
        assert seat.shows("Keys")


@pytest.mark.parametrize("method", ON_AN_ARTICLE)
async def test_on_an_article_it_is_said_and_nothing_is_lost(
    method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("j", "V")
        break_down(method, monkeypatch)
        await seat.press(*ON_AN_ARTICLE[method])
        assert seat.shows(SAID)
        monkeypatch.undo()
        assert seat.marks() == "?✓???"
        assert len(seat.desk.claims()) == 5


@pytest.mark.parametrize(("method", "keys"), [("mark", ("v",)), ("undo", ("z",)), ("claims", ("q", "Q"))])
async def test_in_the_queue_it_is_said(
    method: str, keys: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("enter", "V", "q", "Q")
        break_down(method, monkeypatch)
        await seat.press(*keys)
        assert SAID in seat.foot


async def test_a_claim_somebody_else_changed_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path) as seat:
        break_down("mark", monkeypatch, Conflict("bo decided this claim meanwhile", "look again"))
        await seat.press("v")
        assert "bo decided this claim meanwhile" in seat.foot
        assert seat.place == 1


async def test_an_article_that_is_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_shelf(tmp_path) as seat:
        break_down("catalogue", monkeypatch)
        await seat.press("enter", "q")
        assert seat.shows(SAID)


async def test_when_the_others_cannot_be_looked_at_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuifact.tui.app.LOOK_SECONDS", 0.05)
    async with reading(tmp_path) as seat:
        break_down("changes", monkeypatch)
        await seat.until(lambda: SAID in seat.foot)
        assert seat.app.is_running


async def test_a_search_that_breaks_down_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_shelf(tmp_path) as seat:
        break_down("find_text", monkeypatch)
        await seat.press("F", "x", "enter")
        await seat.until(lambda: seat.shows(SAID))
        assert seat.shows("Search the texts")


async def test_an_import_that_breaks_down_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_shelf(tmp_path) as seat:
        break_down("import_sources", monkeypatch)
        await seat.press("i", "x", "enter")
        await seat.until(lambda: seat.shows(SAID))
        assert seat.shows("Import a file")


async def test_a_fault_of_our_own_ends_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret text of the article")

    monkeypatch.setattr(Desk, "undo", fail)
    with pytest.raises(ZeroDivisionError):
        await _press_undo(tmp_path)
    said = capsys.readouterr().err
    assert "a fault inside tuifact" in said
    assert "Traceback" not in said
    [report] = faults_folder().iterdir()
    assert str(report) in said.replace("\n", "")
    told = report.read_text(encoding="utf-8")
    assert "command  the reader, shelf\n" in told
    assert "secret" not in told


async def _press_undo(folder: Path) -> None:
    async with at_the_shelf(folder) as seat:
        await seat.press("z")


async def test_ctrl_c_says_how_to_leave(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("ctrl+c")
        assert "q goes back, and from the shelf quits" in seat.foot
