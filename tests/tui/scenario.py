"""What is done for one command on one screen: the table that the tests of the keys go through, and its words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from seat import Seat

from tuifact.tui.commands import Place

Act = Callable[[Seat], Awaitable[None]]
"""Presses keys and judges what then stands on the screen and in the library."""


@dataclass(frozen=True)
class Scenario:
    """What is done on which screen."""

    place: Place
    name: str
    """Of the command."""
    act: Act
    long: bool
    """Whether the long article is the open one."""

    def __str__(self) -> str:
        return f"{self.place}-{self.name}"


SCENARIOS: list[Scenario] = []
"""All that the modules beside this one have registered."""


def on(*places: Place, name: str, long: bool = False) -> Callable[[Act], Act]:
    """Register what is done for one command on these screens."""

    def register(act: Act) -> Act:
        SCENARIOS.extend(Scenario(place, name, act, long) for place in places)
        return act

    return register


def tally(seat: Seat) -> tuple[int, int, int]:
    """Verified, disputed and unverified claims in the library."""
    stored = seat.desk.tally()
    return stored.verified, stored.disputed, stored.unverified


def text(seat: Seat) -> list[str]:
    """The lines of the text, without the card beside it."""
    return [line[:76].rstrip() for line in seat.lines[2:-1]]


def top(seat: Seat) -> str:
    """The first lines of the text."""
    return "\n".join(text(seat)[:6])


def cursor(seat: Seat) -> str:
    """The line the cursor is on."""
    return next(line for line in seat.lines if line.startswith(" ▌"))


def selected(seat: Seat) -> str:
    """The selected words."""
    return seat.app.screen.get_selected_text() or ""
