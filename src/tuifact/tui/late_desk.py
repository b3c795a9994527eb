"""A desk that is set up when somebody asks for it: what can be shown without one is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

    from tuifact.config import Settings
    from tuifact.desk import Desk


class LateDesk:
    """Where the library is and how one works, before the rooms of the house are loaded: that takes as long as a tenth
    of a first frame."""

    def __init__(self, folder: Path, settings: Settings, until: ExitStack) -> None:
        """`folder` is the library's; the desk is left when `until` is."""
        self.folder, self.settings, self._until = folder, settings, until

    def open(self) -> Desk:
        """The desk."""
        from tuifact.desk import Desk

        return self._until.enter_context(Desk(self.folder, self.settings))
