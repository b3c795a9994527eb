"""What the doctor finds, one by one."""

from __future__ import annotations

from dataclasses import dataclass

REPAIR = "tuifact doctor --repair saves what can be saved, after a backup"
IMPORT_AGAIN = "import its source again: the verdicts stay"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the doctor found."""

    words: str
    """In one line: which file or claim, and what about it."""
    hint: str = ""
    """What to do about it."""
    grave: bool = True
    """Whether something is damaged or lost; else it is only worth knowing."""
    mendable: bool = True
    """Whether a repair does something about it."""


def worth_knowing(words: str, hint: str) -> Finding:
    """Something that is only worth knowing, and that no repair is needed for."""
    return Finding(words, hint, grave=False, mendable=False)
