"""The command line as a caller meets it: arguments in, two streams and an exit code out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output; it must be UTF-8."""
        return self.raw.decode("utf-8")

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def errors(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


Tuifact = Callable[..., Ran]
"""Runs a command in this process: `tuifact("list", "--json")`; `stdin=` gives it bytes to read."""


Process = Callable[..., "subprocess.CompletedProcess[bytes]"]
"""Runs a command in a process of its own: `process("list", env={"LC_ALL": "C"})`."""

SettingsFile = Callable[[str], Path]
"""Writes the settings file and says where it is."""
