"""Selecting with the mouse and with the keyboard, marking what is selected, and pointing at claims."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Seat
from seating import at_the_shelf, click, contrast, drag, place_of, reading
from stock import FERRY, MILL, Piece, article, claim
from textual.color import Color

from tuifact.config import Settings
from tuifact.model import Paragraph


def selected(seat: Seat) -> str:
    """The selected words."""
    return seat.app.screen.get_selected_text() or ""


async def test_the_mouse_selects_exactly_what_it_goes_over(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await drag(seat, "ferry carried", "people")
        assert selected(seat) == "ferry carried 4,711 people"


async def test_lines_that_were_broken_are_selected_as_they_were(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await drag(seat, "The new pier", "said on Tuesday.")
        assert selected(seat) == FERRY.article.paragraphs[8].text


async def test_paragraphs_that_are_selected_are_a_blank_line_apart(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await drag(seat, "What it costs", "2018")
        assert selected(seat) == "What it costs\n\nSteel: 40 percent more than in 2018"


async def test_a_selection_survives_another_size(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("shift+down")
        before = selected(seat)
        await seat.resize(NARROW)
        assert selected(seat) == before
        await seat.resize(WIDE)
        assert selected(seat) == before


async def test_all_claims_of_a_selection_are_marked_at_once_and_undone_at_once(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await drag(seat, "Fares rose", "We sold 900")
        await seat.press("d")
        assert seat.marks() == "?✗✗✗?"
        assert "3 claims: ✗ disputed." in seat.foot
        assert selected(seat) == ""
        await seat.press("z")
        assert seat.marks() == "?????"
        assert "Undone: 3 claims" in seat.foot


async def test_words_selected_with_the_mouse_become_a_claim(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await drag(seat, "The office did", "questions.")
        await seat.press("a")
        assert seat.shows("Claim 6 of 6")
        assert [claim.text for claim in seat.desk.claims()][-1] == "The office did not answer further questions."


async def test_words_over_two_paragraphs_are_no_claim(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await drag(seat, "What it costs", "2018")
        await seat.press("a")
        assert "Select the words first" in seat.foot
        assert len(seat.desk.claims()) == 5


async def test_a_claim_is_split_where_the_selection_begins(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await drag(seat, "people", "March")
        await seat.press("s")
        assert [claim.text for claim in seat.desk.claims()][:2] == ["The ferry carried 4,711", "people in March."]


async def test_words_that_are_not_in_the_claim_do_not_split_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("s")
        await seat.type("zeppelin")
        await seat.press("enter")
        assert "“zeppelin” is not in the claim" in seat.foot
        assert len(seat.desk.claims()) == 5


async def test_a_click_on_a_claim_chooses_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await click(seat, "Fares rose by")
        assert seat.place == 2
        await click(seat, "We sold 900")
        assert seat.place == 4
        await click(seat, "Few had expected")
        assert seat.place == 4
        await click(seat, "The ferry carried")
        assert seat.place == 1


async def test_a_click_beside_the_text_chooses_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        _, y = place_of(seat, "What it costs")
        await seat.pilot.click(offset=(70, y))
        await seat.pilot.click(offset=(20, seat.app.size.height - 2))
        assert seat.place == 1


async def test_a_double_click_selects_the_claim(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await click(seat, "Fares rose by", right=6, times=2)
        assert selected(seat) == "Fares rose by 12 percent."


async def test_selecting_begins_at_the_top_of_the_screen_when_the_claim_is_far(tmp_path: Path) -> None:
    async with reading(tmp_path, MILL) as seat:
        await seat.press("space", "space", "shift+down")
        assert selected(seat)
        assert not selected(seat).startswith("The wheel turned slowly, said the miller, and the tide came late")
        assert seat.shows(selected(seat)[:20])


async def test_selecting_stops_at_the_end_of_the_text(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("G", "shift+down", "shift+down")
        assert "The text ends here." in seat.foot
        assert selected(seat) == "The office did not answer further questions."


async def test_a_selection_keeps_a_word_at_least(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("ctrl+left")
        assert "Nothing is selected yet" in seat.foot
        await seat.press("shift+down", *["shift+left"] * 8)
        assert selected(seat) == "Fares"
        await seat.press(*["ctrl+right"] * 3)
        assert selected(seat) == "Fares"
        await seat.press(*["ctrl+left"] * 12)
        assert selected(seat) == "The ferry carried 4,711 people in March. Fares"
        await seat.press(*["shift+right"] * 12)
        assert selected(seat) == FERRY.article.paragraphs[1].text


async def test_the_track_goes_to_where_one_points(tmp_path: Path) -> None:
    async with reading(tmp_path, MILL) as seat:
        assert seat.shows("On day 1 the mill")
        track = seat.app.screen.query_one("Track")
        await seat.pilot.click(track, offset=(0, track.size.height - 1))
        await seat.pilot.pause()
        assert seat.shows("On day 60 the mill")
        await seat.pilot.mouse_down(track, offset=(0, track.size.height - 1))
        await seat.pilot.hover(track, offset=(0, 0))
        await seat.pilot.mouse_up(track, offset=(0, 0))
        await seat.press("g")
        assert seat.shows("On day 1 the mill")


async def test_lists_are_chosen_from_with_the_mouse(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await click(seat, "Sixty days")
        assert "Sixty days" in next(line for line in seat.lines if line.startswith(" ▌"))
        await seat.pilot.click(offset=(30, 30))
        assert seat.shows("3 articles")
        await click(seat, "Sixty days")
        assert seat.shows("Claim 1 of 60")
        await seat.press("O")
        await click(seat, "▌Sixty", right=3)
        assert not seat.shows("Outline")


@pytest.mark.parametrize("theme", ["tuifact-dark", "tuifact-light", "nord"])
async def test_what_is_selected_can_be_read(theme: str, tmp_path: Path) -> None:
    async with reading(tmp_path, settings=Settings(theme=theme)) as seat:
        await seat.press("shift+down")
        _, y = place_of(seat, "Fares rose")
        page, region = seat.app.get_widget_at(10, y)
        strip = page.render_line(y - region.y)
        style = next(part.style for part in strip if part.text.startswith("Fares") and part.style)
        assert style.color
        assert style.bgcolor
        assert contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)) >= 3


async def test_a_claim_is_given_the_selected_words_also_where_they_stand_twice(tmp_path: Path) -> None:
    twice = article([Paragraph("It cost 5 crowns. It was late."), Paragraph("It cost 5 crowns. Then 6.")])
    piece = Piece(twice, (claim(twice, "It was late."),))
    async with reading(tmp_path, piece) as seat:
        await seat.press("shift+down", "E")
        assert seat.shows("Edit the claim", "It cost 5 crowns.")
        await seat.press("enter")
        assert "Claim edited." in seat.foot
        (edited,) = seat.desk.claims()
        assert (edited.text, edited.paragraph) == ("It cost 5 crowns.", 1)
        await seat.press("E", "home", "ctrl+k")
        await seat.type("It cost 5")
        await seat.press("enter")
        assert seat.shows("“It cost 5” stands there 2 times")
