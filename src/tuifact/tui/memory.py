"""What the reader remembers from one time to the next. A convenience: it never fails and never matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuifact.tui.glimpses import Glimpses
from tuifact.tui.places import Places

if TYPE_CHECKING:
    from pathlib import Path


class Memory:
    """The places one was at, and the glimpses of what one saw there."""

    def __init__(self, library: Path, state: Path | None = None) -> None:
        """`library` is the library's folder, `state` the folder that holds what is remembered; None holds nothing."""
        self.places = Places(state and state / "places.json")
        """Where one was in each article."""
        self.glimpses = Glimpses(state and state / "glimpses", library)
        """What the screens showed last."""
