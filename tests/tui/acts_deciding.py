"""The keys that decide."""

from __future__ import annotations

from scenario import cursor, on, tally
from seat import Seat

from tuifact.model import Status


@on("article", name="verify")
async def _(seat: Seat) -> None:
    await seat.press("v")
    assert tally(seat) == (1, 0, 64)
    assert seat.place == 2


@on("article", name="dispute")
async def _(seat: Seat) -> None:
    await seat.press("d")
    assert tally(seat) == (0, 1, 64)
    assert seat.place == 2


@on("article", name="unverify")
async def _(seat: Seat) -> None:
    await seat.press("V", "u")
    assert tally(seat) == (0, 0, 65)
    assert seat.place == 2


@on("article", name="verify_here")
async def _(seat: Seat) -> None:
    await seat.press("V")
    assert tally(seat) == (1, 0, 64)
    assert seat.place == 1
    assert seat.shows("✓ verified")


@on("article", name="dispute_here")
async def _(seat: Seat) -> None:
    await seat.press("D")
    assert seat.place == 1
    assert seat.shows("✗ disputed")


@on("article", name="unverify_here")
async def _(seat: Seat) -> None:
    await seat.press("D", "U")
    assert tally(seat) == (0, 0, 65)
    assert seat.place == 1


@on("article", name="note")
async def _(seat: Seat) -> None:
    await seat.press("c")
    await seat.type("asked the office")
    await seat.press("enter")
    assert seat.shows("Note", "asked the office")
    assert "asked the office" in [claim.note for claim in seat.desk.claims()]


@on("article", name="evidence")
async def _(seat: Seat) -> None:
    await seat.press("e")
    await seat.type("https://records.example/17")
    await seat.press("enter")
    assert "Evidence added: + https://records.example/17" in seat.foot
    assert [source.url for _, source in seat.desk.list_evidence()] == ["https://records.example/17"]


@on("article", name="wording")
async def _(seat: Seat) -> None:
    await seat.press("d", "k", "C")
    await seat.type("Fewer were carried.")
    await seat.press("tab", "right", "enter")
    assert seat.shows("Fewer were carried.", "high confidence")
    assert "Fewer were carried." in [claim.verdict for claim in seat.desk.claims()]


@on("article", name="sign_off")
async def _(seat: Seat) -> None:
    first = seat.desk.claims()[60].id
    seat.desk.mark([first], Status.VERIFIED, by="bo")
    await seat.until(lambda: seat.shows("by         bo"))
    await seat.press("A")
    assert seat.shows("signed off ana")
    assert "Signed off." in seat.foot
    await seat.press("A")
    assert not seat.shows("signed off ana")
    assert "Signature taken back." in seat.foot


@on("article", name="repeat")
async def _(seat: Seat) -> None:
    await seat.press("full_stop")
    assert "Nothing to repeat" in seat.foot
    await seat.press("d", "full_stop")
    assert tally(seat) == (0, 2, 63)


@on("article", "shelf", "queue", name="undo")
async def _(seat: Seat) -> None:
    await seat.press("z")
    assert "Nothing to undo" in seat.foot
    seat.desk.mark([seat.desk.claims()[0].id], Status.VERIFIED)
    await seat.press("z")
    assert tally(seat) == (0, 0, 65)
    assert "Undone: ✓ verified → ? unverified" in seat.foot


@on("article", "shelf", "queue", name="redo")
async def _(seat: Seat) -> None:
    seat.desk.mark([seat.desk.claims()[0].id], Status.VERIFIED)
    await seat.press("z", "Z")
    assert tally(seat) == (1, 0, 64)
    assert "Done again: ? unverified → ✓ verified" in seat.foot


@on("queue", name="verify")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("v")
    assert tally(seat) == (1, 0, 64)
    assert cursor(seat) != before


@on("queue", name="dispute")
async def _(seat: Seat) -> None:
    await seat.press("d")
    assert tally(seat) == (0, 1, 64)


@on("queue", name="unverify")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("u")
    assert tally(seat) == (0, 0, 65)
    assert cursor(seat) == before


@on("article", name="mark_alike")
async def _(seat: Seat) -> None:
    await seat.press("M")
    assert "Decide this claim first" in seat.foot
    await seat.press("V", "M")
    assert "No unchecked claim says this in the same words." in seat.foot
    assert tally(seat)[0] == 1
