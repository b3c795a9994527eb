"""The keys that go somewhere in an article."""

from __future__ import annotations

from scenario import on, text, top
from seat import Seat


@on("article", name="next_open")
async def _(seat: Seat) -> None:
    await seat.press("V", "n")
    assert seat.place == 2
    await seat.press("n", "n", "n", "n")
    assert seat.place == 2


@on("article", name="previous_open")
async def _(seat: Seat) -> None:
    await seat.press("N")
    assert seat.place == 5


@on("article", name="next")
async def _(seat: Seat) -> None:
    await seat.press("j", "j")
    assert seat.place == 3


@on("article", name="previous")
async def _(seat: Seat) -> None:
    await seat.press("j", "j", "k")
    assert seat.place == 2


@on("article", name="line_down", long=True)
async def _(seat: Seat) -> None:
    before = text(seat)
    await seat.press("down")
    assert text(seat)[:20] == before[1:21]


@on("article", name="line_up", long=True)
async def _(seat: Seat) -> None:
    before = top(seat)
    await seat.press("down", "down", "up", "up")
    assert top(seat) == before


@on("article", name="page_down", long=True)
async def _(seat: Seat) -> None:
    before = text(seat)
    await seat.press("space")
    assert text(seat)[:2] == before[-2:]
    await seat.press("pagedown")
    assert not [line for line in text(seat) if "On day" in line and line in before]


@on("article", name="page_up", long=True)
async def _(seat: Seat) -> None:
    before = top(seat)
    await seat.press("space", "pageup")
    assert top(seat) == before


@on("article", name="half_page_down", long=True)
async def _(seat: Seat) -> None:
    before = text(seat)
    await seat.press("ctrl+d")
    assert text(seat)[0] in before[15:20]


@on("article", name="half_page_up", long=True)
async def _(seat: Seat) -> None:
    before = top(seat)
    await seat.press("ctrl+d", "ctrl+u")
    assert top(seat) == before


@on("article", name="first", long=True)
async def _(seat: Seat) -> None:
    before = top(seat)
    await seat.press("G", "g")
    assert top(seat) == before
    assert seat.place == 1


@on("article", name="last", long=True)
async def _(seat: Seat) -> None:
    await seat.press("G")
    assert seat.place == 60
    assert seat.shows("On day 60")


@on("article", name="go_to", long=True)
async def _(seat: Seat) -> None:
    await seat.press("colon", "4", "2", "enter")
    assert seat.place == 42
    await seat.press("colon", "9", "9", "enter")
    assert "There is no claim 99" in seat.foot
    assert seat.place == 42


@on("article", name="next_article")
async def _(seat: Seat) -> None:
    await seat.press("J")
    assert seat.shows("Sixty days at the tide mill")
    await seat.press("J", "J")
    assert "This is the last article." in seat.foot


@on("article", name="previous_article")
async def _(seat: Seat) -> None:
    await seat.press("K")
    assert "This is the first article." in seat.foot
    await seat.press("J", "K")
    assert seat.shows("Ferry fares")


@on("article", name="next_pane")
async def _(seat: Seat) -> None:
    await seat.press("tab", "down", "tab", "j")
    assert seat.place == 2
