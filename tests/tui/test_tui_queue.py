"""The queue shows the claim under the cursor in full: nobody decides on the beginning of a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from seat import TINY
from seating import at_the_shelf, reading
from stock import FERRY, WALK, Piece


async def test_the_claim_under_the_cursor_stands_below_the_list(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, [FERRY]) as seat:
        await seat.press("Q")
        assert seat.shows("the harbour office said on Tuesday.", "said by the harbour office", "1.5 million euros")
        assert seat.shows("in “Ferry fares: what changed and what did…”")
        await seat.press("j")
        assert seat.shows("check", "4,711 people", "The ferry carried 4,711 people in March.")


async def test_a_decided_claim_gives_way_to_the_next(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("Q", "v")
        assert seat.lines[-8].strip().startswith("checkable   statistic   4,711 people")
        assert not seat.shows("in “Ferry fares")
        await seat.press("v", "v", "v", "v")
        assert "Every claim is checked." in seat.foot
        assert not seat.shows("statistic")


async def test_there_is_room_for_it_on_a_small_screen(tmp_path: Path) -> None:
    async with reading(tmp_path, size=TINY) as seat:
        await seat.press("Q", "j", "j", "j")
        assert seat.shows("said by Maren Holt", "“We have never missed a sailing,” said")


async def test_what_it_shows_is_no_markup(tmp_path: Path) -> None:
    odd = replace(FERRY, claims=tuple(replace(claim, speaker="[red]x[/] \x1b[2J") for claim in FERRY.claims))
    pieces: tuple[Piece, ...] = (WALK, odd)
    async with at_the_shelf(tmp_path, pieces) as seat:
        await seat.press("Q")
        assert seat.shows("said by [red]x[/] ␛[2J")
