"""The room of the library: the only one that knows TinyDB, and the only one that keeps anything.

What it hands out are the nouns of the model; nothing in its interface names a table, a query or a file. The upkeep
(`examine`, `repair`, `backup`, `restore`) is imported when it is asked for: most runs of the program need none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tuifact.errors import Conflict
from tuifact.library.history import Contest
from tuifact.library.intake import Added
from tuifact.library.library import Library

if TYPE_CHECKING:
    from tuifact.library.upkeep.archive import Backup, backup, restore
    from tuifact.library.upkeep.doctor import Examination, Finding, examine
    from tuifact.library.upkeep.repair import Repair, repair

__all__ = [
    "Added",
    "Backup",
    "Conflict",
    "Contest",
    "Examination",
    "Finding",
    "Library",
    "Repair",
    "backup",
    "examine",
    "repair",
    "restore",
]

_UPKEEP = {
    "Backup": "upkeep.archive",
    "backup": "upkeep.archive",
    "restore": "upkeep.archive",
    "Examination": "upkeep.doctor",
    "Finding": "upkeep.doctor",
    "examine": "upkeep.doctor",
    "Repair": "upkeep.repair",
    "repair": "upkeep.repair",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever is asked for)
    if name not in _UPKEEP:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from importlib import import_module

    return getattr(import_module(f"tuifact.library.{_UPKEEP[name]}"), name)
