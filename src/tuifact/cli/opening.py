"""The desk a command sits at: the library it was told, with the settings of whoever calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tuifact.config import load_settings
from tuifact.paths import library_folder

if TYPE_CHECKING:
    from tuifact.desk import Desk


def desk_of(ctx: typer.Context) -> Desk:
    """A desk on the library named by `--library`, the environment or the platform; to be closed by its user."""
    from tuifact.desk import Desk

    return Desk(library_folder(ctx.obj), load_settings())
