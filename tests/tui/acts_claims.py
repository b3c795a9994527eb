"""The keys that change what is a claim, and those that select words."""

from __future__ import annotations

from scenario import on, selected
from seat import Seat


@on("article", name="add_claim")
async def _(seat: Seat) -> None:
    await seat.press("a")
    assert "Select the words first" in seat.foot
    await seat.press("j", "shift+down")
    assert selected(seat) == "Few had expected it."
    await seat.press("a")
    assert seat.place == 3
    assert seat.shows("Claim added.", "Claim 3 of 6")
    await seat.press("z")
    assert not seat.shows("of 6")


@on("article", name="split_claim")
async def _(seat: Seat) -> None:
    await seat.press("s")
    await seat.type("people in")
    await seat.press("enter")
    assert seat.shows("Claim split.", "Claim 2 of 6")
    texts = [claim.text for claim in seat.desk.claims()]
    assert "The ferry carried 4,711" in texts
    assert "people in March." in texts


@on("article", name="merge_claim")
async def _(seat: Seat) -> None:
    await seat.press("m")
    assert seat.shows("Claims merged.", "Claim 1 of 4")
    texts = [claim.text for claim in seat.desk.claims()]
    assert "The ferry carried 4,711 people in March. Fares rose by 12 percent." in texts
    await seat.press("m")
    assert "no claim after this one in its paragraph" in seat.foot


@on("article", name="drop_claim")
async def _(seat: Seat) -> None:
    await seat.press("x")
    assert seat.shows("Claim dropped", "Claim 1 of 4", "Fares rose by 12 percent.")
    await seat.press("z")
    assert seat.shows("of 5")


@on("article", name="restore_claim")
async def _(seat: Seat) -> None:
    await seat.press("X")
    assert "No claim of this text was dropped." in seat.foot
    await seat.press("x", "x", "X")
    assert seat.shows("Dropped claims", "? The ferry carried 4,711 people in March.", "? Fares rose by 12 percent.")
    await seat.press("j", "enter")
    assert seat.shows("Claim taken back in.", "Claim 1 of 4", "Fares rose by 12 percent.")


@on("article", name="edit_claim")
async def _(seat: Seat) -> None:
    await seat.press("E")
    assert seat.shows("Edit the claim", "The ferry carried 4,711 people in March.")
    await seat.press("home", "ctrl+k")
    await seat.type("ferry carried 4,711 people")
    await seat.press("tab")
    await seat.type("Maren Holt")
    await seat.press("tab", "right", "enter")
    assert seat.shows("Claim edited.", "said by    Maren Holt", "kind       event")
    claim = next(claim for claim in seat.desk.claims() if claim.text == "ferry carried 4,711 people")
    assert (claim.speaker, claim.kind) == ("Maren Holt", "event")
    await seat.press("E", "home", "ctrl+k")
    await seat.type("zeppelin")
    await seat.press("enter")
    assert seat.shows("“zeppelin” is not in the article")
    await seat.press("escape", "E", "enter")
    assert not seat.shows("Edit the claim")


@on("article", name="more_claims")
async def _(seat: Seat) -> None:
    await seat.press("j", "plus")
    assert "1 claim selected." in seat.foot
    await seat.press("plus", "plus")
    assert "3 claims selected.   v d u decide   + one more   - one less   Esc leave" in seat.foot
    await seat.press("d")
    assert seat.marks(seat.desk.articles()[0].id) == "?✗✗✗?"
    assert "3 claims: ✗ disputed." in seat.foot
    await seat.press("z", "G", "plus", "plus")
    assert seat.marks(seat.desk.articles()[0].id) == "?????"
    assert "There is no claim after these." in seat.foot


@on("article", name="less_claims")
async def _(seat: Seat) -> None:
    await seat.press("minus")
    assert "No claim is selected yet." in seat.foot
    await seat.press("plus", "plus", "minus")
    assert "1 claim selected." in seat.foot
    await seat.press("minus")
    assert "No claim is selected." in seat.foot
    assert selected(seat) == ""


@on("article", name="select_next")
async def _(seat: Seat) -> None:
    await seat.press("shift+down")
    assert selected(seat) == "Fares rose by 12 percent."
    await seat.press("shift+down", "shift+down")
    assert selected(seat).startswith("“We have never missed")


@on("article", name="select_before")
async def _(seat: Seat) -> None:
    await seat.press("shift+up")
    assert selected(seat) == "Ferry fares: what changed and what did not"
    await seat.press("shift+up")
    assert "The text begins here." in seat.foot


@on("article", name="select_more")
async def _(seat: Seat) -> None:
    await seat.press("shift+right")
    assert "Nothing is selected yet" in seat.foot
    await seat.press("shift+down", "shift+right")
    assert selected(seat) == "Fares rose by 12 percent. Few"


@on("article", name="select_less")
async def _(seat: Seat) -> None:
    await seat.press("shift+down", "shift+left")
    assert selected(seat) == "Fares rose by 12"


@on("article", name="start_later")
async def _(seat: Seat) -> None:
    await seat.press("shift+down", "ctrl+right")
    assert selected(seat) == "rose by 12 percent."


@on("article", name="start_earlier")
async def _(seat: Seat) -> None:
    await seat.press("shift+down", "ctrl+left")
    assert selected(seat) == "March. Fares rose by 12 percent."
