"""The stylesheets, one a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuifact.paths import bundled

if TYPE_CHECKING:
    from pathlib import Path


def stylesheets() -> list[Path]:
    """Every sheet of the `styles` folder, in the order of their names."""
    return sorted(bundled("styles").glob("*.tcss"))
