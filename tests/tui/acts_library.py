"""The keys of the library and the program."""

from __future__ import annotations

from scenario import on, selected
from seat import Seat


@on("shelf", "article", name="tag")
async def _(seat: Seat) -> None:
    await seat.press("t")
    await seat.type(" urgent")
    await seat.press("enter")
    assert "Tags: harbour urgent" in seat.foot
    assert [item.tags for item in seat.desk.articles() if "urgent" in item.tags] == [("harbour", "urgent")]


@on("shelf", "article", "queue", name="statistics")
async def _(seat: Seat) -> None:
    await seat.press("S")
    assert seat.shows("3 articles, 65 claims", "Speakers", "Maren Holt")
    await seat.press("escape")
    assert not seat.shows("65 claims")


@on("shelf", name="queue")
async def _(seat: Seat) -> None:
    await seat.press("Q")
    assert seat.shows("Queue of the library", "65 to check")


@on("article", name="queue")
async def _(seat: Seat) -> None:
    await seat.press("Q")
    assert seat.shows("Queue of this article", "5 to check")


@on("shelf", "article", "queue", name="import")
async def _(seat: Seat) -> None:
    file = seat.desk.folder.parent / "new.txt"
    file.write_text("The lighthouse was lit in 1911, the keeper said.\n", encoding="utf-8")
    await seat.press("i")
    await seat.paste(str(file))
    await seat.press("enter")
    await seat.until(lambda: len(seat.desk.articles()) == 4 and not seat.shows("Import a file"))
    assert seat.shows("lighthouse")


@on("shelf", "article", "queue", name="report")
async def _(seat: Seat) -> None:
    report = seat.desk.folder.parent / "report.md"
    await seat.press("r")
    await seat.press("home", "ctrl+k")
    await seat.paste(str(report))
    await seat.press("enter")
    assert "Report written to" in seat.foot
    assert "Ferry fares" in report.read_text(encoding="utf-8")


@on("article", name="close")
async def _(seat: Seat) -> None:
    await seat.press("shift+down", "escape")
    assert selected(seat) == ""
    await seat.press("slash")
    await seat.type("March")
    await seat.press("enter", "escape")
    assert "match" not in seat.foot


@on("shelf", "queue", name="close")
async def _(seat: Seat) -> None:
    await seat.press("slash")
    await seat.type("harbour")
    await seat.press("enter", "escape")
    assert seat.shows("Sixty days") or seat.shows("On day 3 ")


@on("article", "queue", name="back")
async def _(seat: Seat) -> None:
    await seat.press("q")
    assert seat.shows("Library", "3 articles")


@on("shelf", name="back")
async def _(seat: Seat) -> None:
    await seat.press("q")
    assert seat.app.return_code == 0
    assert not seat.app.is_running


@on("anywhere", name="help")
async def _(seat: Seat) -> None:
    await seat.press("question_mark")
    assert seat.shows("Keys", "Next article", "Read the article")
    await seat.press("escape")
    assert seat.shows("3 articles")


@on("anywhere", name="palette")
async def _(seat: Seat) -> None:
    await seat.press("ctrl+p")
    await seat.type("queue")
    await seat.until(lambda: seat.shows("The queue of unchecked claims"))
    await seat.press("enter")
    await seat.until(lambda: seat.shows("Queue of the library"))


@on("anywhere", name="theme")
async def _(seat: Seat) -> None:
    await seat.press("ctrl+t")
    await seat.type("tuifact-light")
    await seat.until(lambda: seat.shows("tuifact-light"))
    await seat.press("enter")
    await seat.until(lambda: seat.app.theme == "tuifact-light")
