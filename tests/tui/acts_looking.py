"""The keys that look closer."""

from __future__ import annotations

import re

from scenario import on, text
from seat import Seat


@on("article", name="search")
async def _(seat: Seat) -> None:
    await seat.press("slash")
    await seat.type("Harbour Ferry")
    await seat.press("enter")
    assert "match 1 of 1" in seat.foot
    await seat.press("slash")
    await seat.type("zeppelin")
    await seat.press("enter")
    assert "“zeppelin” is not in this text." in seat.foot


@on("shelf", "queue", name="search")
async def _(seat: Seat) -> None:
    await seat.press("slash")
    await seat.type("harbour")
    await seat.press("enter")
    assert not seat.shows("Sixty days")
    assert not seat.shows("On day 3 ")
    await seat.press("escape")
    assert seat.shows("Sixty days") or seat.shows("On day 3 ")


@on("shelf", name="filter")
async def _(seat: Seat) -> None:
    await seat.press("f")
    await seat.type("zeppelin")
    assert seat.shows("0 of 3 articles")
    await seat.press("escape")
    assert not seat.shows("zeppelin")


@on("queue", name="filter")
async def _(seat: Seat) -> None:
    await seat.press("f")
    assert seat.shows("Show only   65 of 65 claims", "Maren Holt")
    await seat.press("home")
    while not re.search("▌[ a-z]{9}○ money", seat.text):
        await seat.press("j")
    await seat.press("enter")
    assert seat.shows("1 to check, by worth", "1.5 million euros")
    assert "1 of 65: money" in seat.foot
    await seat.press("escape")
    assert seat.shows("65 to check, by worth")


@on("article", name="filter")
async def _(seat: Seat) -> None:
    await seat.press("d", "f")
    assert seat.shows("Show only   5 of 5 claims", "✗ disputed", "Maren Holt")
    await seat.press("enter")
    assert seat.place == 1
    assert "1 of 5: ✗ disputed" in seat.foot
    await seat.press("escape")
    assert "1 of 5" not in seat.foot


@on("article", name="original")
async def _(seat: Seat) -> None:
    await seat.press("o")
    assert seat.shows("As received", "As cleaned")
    await seat.press("escape")
    assert not seat.shows("As received")


@on("article", name="history")
async def _(seat: Seat) -> None:
    await seat.press("V", "c")
    await seat.type("asked the office")
    await seat.press("enter", "H")
    assert seat.shows("History of claim 1", "ana", "? → ✓ verified", "note  asked the office")
    assert seat.line_with("words written") < seat.line_with("? → ✓ verified")
    await seat.press("escape", "z", "z", "H")
    assert seat.shows("undone: ✓ → ? unverified", "note  taken away")
    await seat.press("escape")
    assert not seat.shows("History of claim")


@on("article", name="outline")
async def _(seat: Seat) -> None:
    await seat.resize((120, 14))
    await seat.press("O")
    assert seat.shows("Outline", "What it costs")
    await seat.press("j", "enter")
    assert "What it costs" in text(seat)[0]


@on("article", name="links")
async def _(seat: Seat) -> None:
    await seat.press("L")
    assert "This text has no links." in seat.foot


@on("article", name="width")
async def _(seat: Seat) -> None:
    await seat.resize((160, 40))
    await seat.press("w")
    assert "At most 84 columns." in seat.foot
    await seat.press("w", "w")
    assert "At most 60 columns." in seat.foot


@on("queue", name="order")
async def _(seat: Seat) -> None:
    await seat.press("s")
    assert seat.shows("by speaker")


@on("shelf", name="order")
async def _(seat: Seat) -> None:
    await seat.press("s")
    assert "Articles most to check first." in seat.foot
    assert seat.line_with("tide mill") < seat.line_with("Ferry fares")


@on("shelf", name="find")
async def _(seat: Seat) -> None:
    await seat.press("F")
    await seat.type("quay is quiet")
    await seat.press("enter")
    await seat.until(lambda: seat.shows("in 1 article"))
    await seat.press("enter")
    await seat.until(lambda: "match 1 of 1" in seat.foot)


@on("shelf", name="pick_filter")
async def _(seat: Seat) -> None:
    await seat.press("T")
    assert seat.shows("Show only", "harbour")
    await seat.press("enter")
    assert seat.shows("Ferry fares")
    assert not seat.shows("tide mill")


@on("article", name="earlier")
async def _(seat: Seat) -> None:
    await seat.press("p")
    assert "Nothing like this claim was checked before." in seat.foot


@on("article", name="revision")
async def _(seat: Seat) -> None:
    await seat.press("R")
    assert "This text is as it was when it came." in seat.foot
