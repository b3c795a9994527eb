"""The keys that move the cursor of a list, and Enter."""

from __future__ import annotations

from scenario import cursor, on
from seat import Seat


@on("shelf", name="next")
async def _(seat: Seat) -> None:
    await seat.press("j")
    assert "tide mill" in cursor(seat)


@on("shelf", name="previous")
async def _(seat: Seat) -> None:
    await seat.press("j", "k")
    assert "Ferry fares" in cursor(seat)


@on("queue", name="next")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("j")
    assert cursor(seat) != before


@on("queue", name="previous")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("j", "k")
    assert cursor(seat) == before


@on("shelf", "queue", name="line_down")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("down")
    assert cursor(seat) != before


@on("shelf", "queue", name="line_up")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("down", "up")
    assert cursor(seat) == before


@on("shelf", "queue", name="page_down")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("space")
    assert cursor(seat) != before


@on("shelf", "queue", name="page_up")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("pagedown", "pageup")
    assert cursor(seat) == before


@on("shelf", "queue", name="half_page_down")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("ctrl+d")
    assert cursor(seat) != before


@on("shelf", "queue", name="half_page_up")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("ctrl+d", "ctrl+u")
    assert cursor(seat) == before


@on("shelf", "queue", name="first")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("G", "home")
    assert cursor(seat) == before


@on("shelf", "queue", name="last")
async def _(seat: Seat) -> None:
    before = cursor(seat)
    await seat.press("end")
    assert cursor(seat) != before


@on("shelf", name="open")
async def _(seat: Seat) -> None:
    await seat.press("enter")
    assert seat.shows("Claim 1 of 5")


@on("queue", name="open")
async def _(seat: Seat) -> None:
    await seat.press("enter")
    assert seat.shows("Claim 5 of 5", "twice the sum approved")


@on("article", name="open")
async def _(seat: Seat) -> None:
    await seat.resize((80, 24))
    assert not seat.shows("said by")
    await seat.press("enter")
    assert seat.shows("said by")
    await seat.press("enter")
    assert not seat.shows("said by")
