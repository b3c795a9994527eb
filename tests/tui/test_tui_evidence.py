"""Evidence: one line is enough, the form is there when it is wanted, and what was entered is never lost."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from seat import Seat
from seating import reading

from tuifact.desk import Desk
from tuifact.model import Evidence, Grade, Stance

AUDIT = "https://records.example/17"


def sources(seat: Seat) -> list[Evidence]:
    """What was entered, in order."""
    return [source for _, source in seat.desk.list_evidence()]


async def enter(seat: Seat, *fields: str) -> None:
    """Type into field after field, beginning with the first."""
    for field in fields:
        await seat.paste(field) if field else None
        await seat.press("tab")


async def test_a_pasted_link_is_enough(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e")
        assert seat.shows("Evidence for claim 1", "The ferry carried 4,711 people in March.")
        await seat.paste(AUDIT)
        await seat.press("enter")
        (source,) = sources(seat)
        assert (source.url, source.stance, source.grade) == (AUDIT, Stance.SUPPORTS, Grade.SECONDARY)
        assert source.seen == date.today()
        assert seat.shows("Evidence", f"+ {AUDIT}", "secondary")
        await seat.press("z")
        assert sources(seat) == []
        assert not seat.shows(f"+ {AUDIT}")
        assert f"Undone: added {AUDIT}" in seat.foot


async def test_a_stance_is_not_lost_in_a_title_unasked(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e")
        await seat.paste(f"{AUDIT} refutes p. 14")
        await seat.press("enter")
        assert sources(seat) == []
        assert seat.shows("Is all of that its title?", "refutes p. 14")
        await seat.press("enter")
        assert [source.title for source in sources(seat)] == ["refutes p. 14"]
        await seat.press("e")
        await seat.paste("https://records.example/18 refutes")
        await seat.press("enter")
        assert sources(seat)[-1].stance is Stance.REFUTES


async def test_a_whole_line_fills_the_form(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e")
        await seat.paste(
            f"{AUDIT} Audit report | Audit office | p. 14 | primary | refutes | “twice as much” | 2026-03-01"
        )
        await seat.press("tab")
        assert seat.shows("Audit report", "Audit office", "p. 14", "twice as much", "● − refutes", "● primary")
        await seat.press("enter")
        (source,) = sources(seat)
        assert source.quote == "twice as much"
        assert source.seen == date(2026, 3, 1)
        assert seat.shows("− Audit report, Audit office, p. 14", "primary")


async def test_every_field_can_be_filled_by_itself(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e")
        await enter(seat, AUDIT, "Audit report", "Audit office", "twice as much", "table 3")
        await seat.press("left", "tab", "right", "right", "tab")
        await enter(seat, "https://web.archive.example/17", "5 March")
        await seat.press("enter")
        assert seat.shows("5 March is no day; write it like")
        await seat.press("up", *["backspace"] * 7)
        await seat.paste("2026-03-05")
        await seat.press("enter")
        (source,) = sources(seat)
        assert (source.title, source.publisher, source.quote) == ("Audit report", "Audit office", "twice as much")
        assert (source.locator, source.stance, source.grade) == ("table 3", Stance.CONTEXT, Grade.DATA)
        assert (source.archive, source.seen) == ("https://web.archive.example/17", date(2026, 3, 5))


async def test_who_was_asked_is_a_source_too(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e")
        await seat.type("Maren Holt")
        await seat.press("enter")
        (source,) = sources(seat)
        assert (source.name, source.grade) == ("Maren Holt", Grade.PERSON)


@pytest.mark.parametrize("keys", [("escape",), ("enter",), ("x", "escape")])
async def test_nothing_entered_is_nothing_stored(keys: tuple[str, ...], tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e", *keys)
        assert not seat.shows("Evidence for claim")
        assert sources(seat) == []


@pytest.mark.parametrize("line", ["javascript:alert(1)", "http://", "ftp://records.example/17"])
async def test_what_is_no_address_is_refused_and_stays_to_be_mended(line: str, tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e")
        await seat.paste(line)
        await seat.press("tab")
        await seat.press("enter")
        if sources(seat):  # Something without a scheme of its own is a name.
            assert sources(seat)[0].url == ""
        else:
            assert seat.shows("Evidence for claim 1")


async def test_a_source_is_changed_from_the_list(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        seat.desk.add_evidence(seat.desk.claims()[0].id, Evidence(url=AUDIT, title="Audit"))
        await seat.until(lambda: seat.shows("+ Audit"))
        await seat.press("e", "up", "enter")
        assert seat.shows("Changing Audit")
        await seat.press("tab")
        await seat.paste(" report")
        await seat.press("enter")
        assert [source.title for source in sources(seat)] == ["Audit report"]
        assert "Evidence changed: + Audit report" in seat.foot


async def test_what_somebody_else_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        held = seat.desk.add_evidence(seat.desk.claims()[0].id, Evidence(url=AUDIT, title="Audit"))
        await seat.until(lambda: seat.shows("+ Audit"))
        await seat.press("e", "up", "enter", "tab")
        await seat.paste(" report")
        with Desk(tmp_path / "library", seat.desk.settings) as other:
            other.edit_evidence(held.id, replace(held, title="Another"), by="bo")
        await seat.press("enter")
        assert [source.title for source in sources(seat)] == ["Another"]
        assert seat.shows("Audit report", "bo")


async def test_a_source_is_taken_away_and_brought_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        seat.desk.add_evidence(seat.desk.claims()[0].id, Evidence(url=AUDIT, title="Audit report"))
        await seat.until(lambda: seat.shows("+ Audit report"))
        await seat.press("e", "up", "x")
        assert seat.shows("Removed: Audit report")
        assert sources(seat) == []
        await seat.press("escape")
        assert "Evidence removed: Audit report; undo brings it back" in seat.foot
        await seat.press("z")
        assert [source.title for source in sources(seat)] == ["Audit report"]
        assert seat.shows("+ Audit report")


async def test_a_copy_is_kept_with_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page.html"
    page.write_text("<p>The ferry carried 4,711 people.</p>", encoding="utf-8")
    async with reading(tmp_path) as seat:
        await seat.press("e")
        await seat.paste(AUDIT)
        await seat.press("up")
        await seat.paste("nothing.html")
        await seat.press("enter")
        assert seat.shows("Evidence for claim 1", "nothing.html")
        await seat.press(*["backspace"] * len("nothing.html"))
        await seat.paste("page.html")
        await seat.press("enter")
        (source,) = sources(seat)
        assert seat.desk.snapshot(source.id) == page.read_bytes()
        assert seat.shows("copy kept")
        await seat.press("e", "up", "enter", "up")
        assert seat.shows("kept: page.html")


async def test_a_source_is_opened_and_its_address_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_it(link: str) -> bool:
        opened.append(link)
        return True

    monkeypatch.setattr(webbrowser, "open", open_it)
    async with reading(tmp_path) as seat:
        seat.desk.add_evidence(seat.desk.claims()[0].id, Evidence(url=AUDIT, title="Audit report"))
        await seat.until(lambda: seat.shows("+ Audit report"))
        await seat.press("e", "up", "o", "y")
        assert opened == [AUDIT]
        assert seat.app.clipboard == AUDIT
        assert seat.shows(f"Copied: {AUDIT}")


async def test_what_a_source_says_of_itself_is_shown_as_it_stands(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("e")
        await enter(seat, AUDIT, "[b]Audit[/] \x1b[31mreport", "[@click=app.quit]office[/]")
        await seat.press("enter")
        assert seat.shows("[b]Audit[/]", "[@click=app.quit]office[/]")
        assert "\x1b" not in sources(seat)[0].title


async def test_what_the_rules_find_comes_to_the_card(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("D")
        await seat.until(lambda: seat.shows("⚠ disputed without any evidence"))
        await seat.press("j")
        assert not seat.shows("without any evidence")
        await seat.press("k")
        assert seat.shows("⚠ disputed without any evidence")
        await seat.press("e")
        await seat.paste(AUDIT)
        await seat.press("enter")
        await seat.until(lambda: not seat.shows("without any evidence"))


async def test_open_questions_stand_on_the_card(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        claim = seat.desk.claims()[0].id
        asked = seat.desk.ask(claim, "Maren Holt", "Which March?")
        seat.desk.ask(claim, "[b]Omar[/]", "Who counted?", asked=False)
        await seat.until(lambda: seat.shows("Open questions"))
        assert seat.shows("Maren Holt   Which March?", "[b]Omar[/]   still to be asked: Who")
        seat.desk.answer(asked.id, "This one.")
        await seat.until(lambda: not seat.shows("Which March?"))
