"""The window that writes the report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from seat import Seat
from seating import at_the_shelf, click, reading

from tuifact.reports.choose import REPORTS
from tuifact.tui.screens.exporting import FORMS


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def _name(seat: Seat, name: str) -> None:
    """Write another name than the one proposed."""
    await seat.press("home", "ctrl+k")
    await seat.paste(name)


async def test_the_proposed_name_is_that_of_the_article(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("r")
        assert re.search(r"ferry-fares-what-changed[-a-z]*-[0-9a-f]{12}\.md", seat.text)
        await seat.press("enter")
        assert "Report written to" in seat.foot
    assert "Ferry fares" in next(tmp_path.glob("*.md")).read_text(encoding="utf-8")


async def test_tab_chooses_the_form(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("r", *["tab"] * 6)
        assert re.search(r"ferry-fares[-a-z]*-[0-9a-f]{12}\.json", seat.text)
        assert seat.shows("● JSON") or seat.shows("‹ JSON ›")
        await seat.press("enter")
    assert json.loads(next(tmp_path.glob("*.json")).read_text(encoding="utf-8"))


async def test_tab_comes_back_to_the_first_form(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("r")
        before = seat.text
        await seat.press(*["tab"] * len(FORMS))
        assert seat.text == before


def test_every_form_of_report_can_be_chosen_by_the_ending_of_the_name() -> None:
    assert {ending: form for ending, (form, _) in FORMS.items()} == {one.suffix: one.format for one in REPORTS}


async def test_the_form_is_chosen_with_the_mouse_and_with_the_name(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("r")
        await click(seat, "○ HTML", right=3)
        assert re.search(r"ferry-fares[-a-z]*-[0-9a-f]{12}\.html", seat.text)
        await _name(seat, "report.csv")
        assert seat.shows("● CSV")
        await seat.press("enter")
    assert (tmp_path / "report.csv").read_text(encoding="utf-8").count("\n") >= 5


async def test_tab_does_nothing_to_an_empty_name(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("r", "home", "ctrl+k", "tab")
        await seat.press("enter")
        assert seat.shows("The name must end in")


async def test_a_file_in_the_way_is_replaced_by_a_second_enter_alone(tmp_path: Path) -> None:
    Path("in-the-way.md").write_text("mine", encoding="utf-8")
    async with reading(tmp_path) as seat:
        await seat.press("r")
        await _name(seat, "in-the-way.md")
        await seat.press("enter")
        assert seat.shows("is already there. Enter again replaces it.")
        assert Path("in-the-way.md").read_text(encoding="utf-8") == "mine"
        await seat.press("enter")
        assert "Report written to" in seat.foot
    assert "Ferry fares" in Path("in-the-way.md").read_text(encoding="utf-8")


async def test_another_name_asks_anew(tmp_path: Path) -> None:
    for name in ("a.md", "ab.md"):
        Path(name).write_text("mine", encoding="utf-8")
    async with reading(tmp_path) as seat:
        await seat.press("r")
        await _name(seat, "a.md")
        await seat.press("enter")
        await _name(seat, "ab.md")
        await seat.press("enter")
        assert seat.shows("ab.md is already there")
    assert Path("ab.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("report.txt", "The name must end in .md, .html,"),
        ("report", "The name must end in"),
        ("nowhere/report.md", "nowhere"),
        ("~nobody-has-this-name/report.md", "nobody"),
        ("x" * 300 + ".md", "too long"),
        ("taken.md", "taken.md"),
    ],
)
async def test_what_cannot_be_written_is_said_in_the_window(name: str, said: str, tmp_path: Path) -> None:
    Path("taken.md").mkdir()
    async with reading(tmp_path) as seat:
        await seat.press("r")
        await _name(seat, name)
        await seat.press("enter")
        assert said in " ".join(seat.text.split())
        await seat.press("enter")
        assert seat.shows("Write the fact-check report to")
        await seat.press("escape")
        assert not seat.shows("Write the fact-check report to")


async def test_an_empty_shelf_has_no_report(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, ()) as seat:
        await seat.press("r")
        assert "There is no article to report on." in seat.foot
