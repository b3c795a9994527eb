"""What was checked before: shown beside the text, taken over, dismissed; and what changed since it was checked."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from seat import NARROW, TINY, WIDE, Seat, Size, seated
from stock import Piece, article, claim, fill
from syrupy.assertion import SnapshotAssertion

from tuifact.desk import Desk
from tuifact.model import Evidence, Paragraph, Stance, Status

COST = "The tide mill cost 4.2 million crowns, the council said."
RAIN = "It rained on 40 days that year."


def piece(*texts: str, title: str, name: str) -> Piece:
    """An article of these sentences, each a claim."""
    made = article([Paragraph(text) for text in texts], title=title, name=name)
    return Piece(made, tuple(claim(made, text) for text in texts))


FIRST = piece(COST, RAIN, title="The mill is done", name="/texts/first.txt")
AGAIN = piece(RAIN.replace("40", "50"), COST, title="Once more", name="/texts/again.txt")


@asynccontextmanager
async def after_the_first(folder: Path, size: Size = WIDE) -> AsyncIterator[tuple[Seat, str]]:
    """Before the second article, the first checked by Noor with a source; and the id of the claim about the cost."""
    first, again = fill(folder / "library", [FIRST, AGAIN])
    with Desk(folder / "library") as desk:
        cost, rain = desk.claims(first)
        desk.mark([cost.id], Status.DISPUTED, by="Noor", note="The books say 3.1.")
        desk.add_evidence(cost.id, Evidence(title="Account books", stance=Stance.REFUTES), by="Noor")
        desk.mark([rain.id], Status.VERIFIED, by="Noor")
    async with seated(folder / "library", again, size=size) as seat:
        await seat.until(lambda: seat.shows("≈"))
        yield seat, cost.id


async def test_the_margin_and_the_card_show_what_was_checked_before(tmp_path: Path) -> None:
    async with after_the_first(tmp_path) as (seat, _):
        assert seat.shows("Earlier checks", "≈ differs, number: 40 days → 50 days", "✓ verified, Noor")
        await seat.press("j")
        assert seat.shows("≈ same", "✗ disputed, Noor")
        assert sum(line.startswith("≈") for line in seat.lines) == 2


async def test_a_verdict_is_taken_over_with_its_evidence(tmp_path: Path) -> None:
    async with after_the_first(tmp_path) as (seat, cost):
        await seat.press("j", "p")
        assert seat.shows("Checked before", COST, "refutes: Account books", "Enter take over")
        await seat.press("enter")
        assert "Taken over: ✗ disputed." in seat.foot
        assert seat.shows("The books say 3.1.", f"claim {cost}")
        after = seat.desk.claims(seat.desk.articles()[0].id)[1]
        assert (after.by, [source.title for source in after.evidence]) == ("ana", ["Account books"])
        await seat.press("z")
        assert seat.desk.claim(after.id).evidence == ()


async def test_where_claims_differ_the_evidence_alone_is_taken_over(tmp_path: Path) -> None:
    async with after_the_first(tmp_path) as (seat, _):
        await seat.press("p", "enter")
        assert "That check names no source, and its claim is not the same" in seat.foot
        assert "the verdict is still to be given." in seat.foot
        seat.desk.add_evidence(seat.desk.claims()[1].id, Evidence(title="Rain gauge"), by="Noor")
        await seat.press("p", "enter")
        assert "Its evidence is here, as context; the verdict is still to be given." in seat.foot
        assert seat.marks(seat.desk.articles()[0].id) == "??"


async def test_a_dismissed_check_is_gone_for_good(tmp_path: Path) -> None:
    async with after_the_first(tmp_path) as (seat, _):
        await seat.press("p", "x")
        assert "Dismissed" in seat.foot
        assert not seat.shows("Earlier checks")
        assert sum(line.startswith("≈") for line in seat.lines) == 1
        shown = seat.desk.articles()[0].id
    async with seated(tmp_path / "library", shown) as seat:
        await seat.until(lambda: seat.shows("≈"))
        await seat.press("g")
        assert not seat.shows("Earlier checks")


async def test_the_page_of_a_check_made_here_is_its_claim(tmp_path: Path) -> None:
    async with after_the_first(tmp_path) as (seat, _):
        await seat.press("j", "p", "o")
        assert seat.shows("The mill is done")
        assert seat.place == 1


async def test_claims_in_the_same_words_are_marked_alike(tmp_path: Path) -> None:
    first, again = fill(tmp_path / "library", [FIRST, AGAIN])
    async with seated(tmp_path / "library", first) as seat:
        await seat.until(lambda: seat.shows("said in the same words 1 more time"))
        assert not seat.shows("1 more time   M")
        await seat.press("V")
        assert seat.shows("said in the same words 1 more time   M")
        await seat.press("M")
        assert "1 more: ✓ verified." in seat.foot
        assert seat.marks(again) == "?✓"
        await seat.press("z")
        assert seat.marks(again) == "??"


@asynccontextmanager
async def after_a_revision(folder: Path, size: Size = WIDE) -> AsyncIterator[Seat]:
    """Before an article whose checked claim has another figure now."""
    (shown,) = fill(folder / "library", [FIRST])
    with Desk(folder / "library") as desk:
        desk.mark([one.id for one in desk.claims(shown)], Status.VERIFIED, by="Noor")
    changed = piece(COST.replace("4.2", "4.8"), RAIN, title="The mill is done", name="/texts/first.txt")
    assert fill(folder / "library", [changed]) == [shown]
    async with seated(folder / "library", shown, size=size) as seat:
        yield seat


async def test_what_changed_is_shown_and_a_verdict_can_be_kept(tmp_path: Path) -> None:
    async with after_a_revision(tmp_path) as seat:
        await seat.press("R")
        assert seat.shows("Changed since it was checked: 1 of 2 claims", "[-4.2-]{+4.8+}", "! ✓ verified   changed")
        await seat.press("y")
        assert "Kept: ✓ verified." in seat.foot
        assert not any(one.text_changed for one in seat.desk.claims())


async def test_enter_goes_to_the_claim_that_changed(tmp_path: Path) -> None:
    async with after_a_revision(tmp_path) as seat:
        await seat.press("j", "R", "enter")
        assert seat.place == 1
        await seat.press("R", "j", "space", "pageup", "escape")
        assert not seat.shows("Changed since it was checked")


def undated(picture: str) -> str:
    """A picture that is the same every day."""
    return re.sub(r"\d{4}-\d\d-\d\d", "2026-01-02", picture)


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("window", ["earlier", "revision"])
async def test_windows(
    window: str, size: Size, tmp_path: Path, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuifact.tui.screens.article.sourcing.PATIENCE", 600)  # What the rules find comes later.
    pictures = snapshot.use_extension(SVGImageExtension)
    if window == "earlier":
        async with after_the_first(tmp_path, size) as (seat, _):
            await seat.press("j", "p")
            assert undated(seat.app.export_screenshot(simplify=True)) == pictures
    else:
        async with after_a_revision(tmp_path, size) as seat:
            await seat.press("R")
            assert undated(seat.app.export_screenshot(simplify=True)) == pictures


async def test_published_checks_are_found_where_nobody_decided_anything_yet(tmp_path: Path) -> None:
    (shown,) = fill(tmp_path / "library", [FIRST])
    with Desk(tmp_path / "library") as desk:
        claims = [one.id for one in desk.claims(shown)]
        assert desk.earlier(claims) == {}
        feed = {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "claimReviewed": COST,
            "url": "https://checks.example/1",
            "author": {"@type": "Organization", "name": "Mill Watch"},
            "reviewRating": {"@type": "Rating", "alternateName": "False"},
        }
        desk.import_checks([json.dumps(feed).encode()])
        assert [check.source for check in desk.earlier(claims)[claims[0]]] == ["Mill Watch"]


async def test_the_low_card_has_room_for_what_was_decided_and_on_what_grounds(tmp_path: Path) -> None:
    async with after_the_first(tmp_path, NARROW) as (seat, cost):
        await seat.press("j", "p", "enter", "C")
        await seat.type("The books say less.")
        await seat.press("enter")
        card = seat.lines[-5:-1]
        assert card[0].startswith(" 2 of 2   ✗ disputed")
        assert card[1].startswith(" − Account books")
        assert re.match(r" ≈ same   ✗ disputed, Noor, \d{4}-\d\d-\d\d\b", card[2])
        assert card[3].startswith(" The books say less.")
        assert seat.desk.claim(cost).evidence


async def test_the_day_of_an_earlier_check_is_the_last_to_give_way(tmp_path: Path) -> None:
    long = "Noor " + "van der Meer " * 8
    first, again = fill(tmp_path / "library", [FIRST, AGAIN])
    with Desk(tmp_path / "library") as desk:
        desk.mark([one.id for one in desk.claims(first)], Status.VERIFIED, by=long)
    async with seated(tmp_path / "library", again, size=NARROW) as seat:
        await seat.until(lambda: seat.shows("≈ differs"))
        line = next(line for line in seat.lines if "≈ differs" in line)
        assert re.search(r"✓ verified, Noor van der Meer.*…, \d{4}-\d\d-\d\d$", line)


async def test_a_changed_text_is_said_on_the_low_card_too(tmp_path: Path) -> None:
    async with after_a_revision(tmp_path, NARROW) as seat:
        await seat.press("g")
        assert seat.shows("1 of 2   ✓ verified   ! text changed")


def test_neighbours_in_one_text_are_no_earlier_checks_of_each_other(tmp_path: Path) -> None:
    met = (
        "Officials of Quillhaven may have met the harbour council of Skarn in secret, fishermen say, so that "
        "Quillhaven could be the next town to share its pier with Skarn."
    )
    pressed = (
        "Quillhaven is pressed by the towns of the coast to leave the league of fishermen and to share its pier with "
        "the harbour council of Skarn, officials say."
    )
    again = f"Once more: {met[0].lower()}{met[1:]}"
    (shown,) = fill(tmp_path / "library", [piece(met, pressed, again, title="The pier", name="/texts/pier.txt")])
    with Desk(tmp_path / "library") as desk:
        first, second, third = (one.id for one in desk.claims(shown))
        desk.mark([first], Status.VERIFIED, by="Noor")
        assert set(desk.earlier([first, second, third])) == {third}
