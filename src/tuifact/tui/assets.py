"""The stylesheets, one a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuifact.paths import bundled

if TYPE_CHECKING:
    from pathlib import Path


def stylesheet(name: str) -> Path:
    """The sheet of this name, in the `styles` folder: `app` for what every screen shares, else a screen's own."""
    return bundled("styles") / f"{name}.tcss"
