"""The verdict in words, and the second reader's signature."""

from __future__ import annotations

from pathlib import Path

import pytest
from seating import ANA, reading
from stock import WALK

from tuifact.config import Settings
from tuifact.desk import Desk
from tuifact.model import Confidence, Rating, Review, Status

SCALE = (
    Rating("True", Status.VERIFIED, 5),
    Rating("Mostly true", Status.VERIFIED, 4),
    Rating("False", Status.DISPUTED, 1),
)


async def test_everything_that_is_said_beside_a_verdict(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("D", "C")
        assert seat.shows("The verdict in words", "✗ disputed")
        await seat.type("Fewer were carried.")
        await seat.press("tab", "right", "right", "tab")
        await seat.type("4,117 people")
        await seat.press("tab")
        await seat.type("counted again")
        await seat.press("tab")
        await seat.type("ask the office")
        await seat.press("enter")
        claim = seat.desk.claims()[0]
        assert (claim.verdict, claim.confidence) == ("Fewer were carried.", Confidence.MEDIUM)
        assert (claim.correction, claim.note, claim.internal_note) == (
            "4,117 people",
            "counted again",
            "ask the office",
        )
        assert claim.status is Status.DISPUTED
        assert seat.shows("Fewer were carried.", "medium confidence", "Correction", "4,117 people", "For the desk only")
        assert "Saved." in seat.foot


async def test_what_is_emptied_is_taken_away(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        seat.desk.mark([seat.desk.claims()[0].id], Status.DISPUTED, verdict="No.", confidence="low")
        await seat.until(lambda: seat.shows("low confidence"))
        await seat.press("k", "k", "C", "backspace", "backspace", "backspace", "tab", "right", "enter")
        claim = seat.desk.claims()[0]
        assert (claim.verdict, claim.confidence, claim.status) == ("", None, Status.DISPUTED)
        await seat.press("z")
        assert seat.desk.claims()[0].verdict == "No."


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_nothing_said_is_nothing_written(key: str, tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("C", key)
        assert seat.desk.claims()[0].rev == 0
        assert not seat.shows("The verdict in words")


async def test_a_rating_of_ones_own_scale_sets_the_status_it_counts_as(tmp_path: Path) -> None:
    async with reading(tmp_path, settings=Settings(checker="ana", ratings=SCALE)) as seat:
        await seat.press("C", "tab", "right", "right", "enter")
        claim = seat.desk.claims()[0]
        assert (claim.rating, claim.status) == ("Mostly true", Status.VERIFIED)
        assert seat.shows("✓ verified   Mostly true")


async def test_what_somebody_decided_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("C")
        await seat.type("Fewer were carried.")
        with Desk(tmp_path / "library", ANA) as other:
            other.mark([other.claims()[0].id], Status.VERIFIED, by="bo")
        await seat.press("enter")
        assert seat.desk.claims()[0].verdict == ""
        assert seat.shows("Fewer were carried.", "The verdict in words")


async def test_a_second_reader_signs_and_a_later_change_voids_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        claim = seat.desk.claims()[0].id
        seat.desk.mark([claim], Status.DISPUTED, by="bo")
        await seat.until(lambda: seat.shows("by         bo"))
        await seat.press("A")
        assert seat.desk.claim(claim).review is Review.SIGNED
        await seat.until(lambda: seat.shows("signed off ana"))
        seat.desk.write_note(claim, "another look", by="bo")
        await seat.until(lambda: seat.shows("! signed off by ana"))
        assert seat.desk.claim(claim).review is Review.VOID


async def test_nobody_signs_off_what_they_decided_themselves(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("A")
        assert seat.desk.claims()[0].review is Review.OPEN
        assert "Signed off" not in seat.foot
        await seat.press("V", "A")
        assert seat.desk.claims()[0].review is Review.UNSIGNED
        assert "Signed off" not in seat.foot


async def test_what_is_selected_is_signed_off_together(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        first, second, *_ = (claim.id for claim in seat.desk.claims())
        seat.desk.mark([first, second], Status.VERIFIED, by="bo")
        await seat.until(lambda: seat.shows("✓ 2"))
        await seat.press("shift+down", *["ctrl+left"] * 3)
        await seat.press("A")
        assert "Signed off: 2 claims." in seat.foot
        assert [seat.desk.claim(claim).review for claim in (first, second)] == [Review.SIGNED] * 2


@pytest.mark.parametrize("key", ["e", "C", "A"])
async def test_where_there_is_no_claim_there_is_nothing_to_give_reasons_for(key: str, tmp_path: Path) -> None:
    async with reading(tmp_path, WALK) as seat:
        await seat.press(key)
        assert "There is no" in seat.foot
