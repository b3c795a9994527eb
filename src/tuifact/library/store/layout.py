"""Where the parts of a library are inside its folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

GIT_ATTRIBUTES = b"""\
# A merge keeps the lines of both sides; claims.json is then made again from the journals.
claims.json merge=union
journal/*.jsonl merge=union
articles/*.json merge=union
originals/* binary
evidence/* binary
"""
GIT_IGNORE = b".lock\n*.new\n"


@dataclass(frozen=True)
class Layout:
    """The names of everything in one library folder."""

    folder: Path

    @cached_property
    def snapshot(self) -> Path:
        """The settled state; opens with plain TinyDB."""
        return self.folder / "claims.json"

    @cached_property
    def journals(self) -> Path:
        """One journal a machine, only ever appended to."""
        return self.folder / "journal"

    @cached_property
    def articles(self) -> Path:
        """One file an article and version, written once."""
        return self.folder / "articles"

    @cached_property
    def originals(self) -> Path:
        """The bytes as received, named by their SHA-256."""
        return self.folder / "originals"

    @cached_property
    def evidence(self) -> Path:
        """Copies of sources, named by their SHA-256; made when the first one is kept."""
        return self.folder / "evidence"

    @cached_property
    def checks(self) -> Path:
        """Published checks, which another room keeps here: they are taken into backups and otherwise left alone."""
        return self.folder / "checks"

    @cached_property
    def lock(self) -> Path:
        """Held while writing."""
        return self.folder / ".lock"

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder that is always inside."""
        return self.journals, self.articles, self.originals

    @property
    def present_folders(self) -> tuple[Path, ...]:
        """Those that are there, with the one for copies of sources."""
        return tuple(place for place in (*self.folders, self.evidence) if place.is_dir())

    def article_file(self, name: str) -> Path:
        """The file of one version of an article."""
        return self.articles / f"{name}.json"

    def original_file(self, digest: str) -> Path:
        """The file of an original, by the SHA-256 of its bytes."""
        return self.originals / digest

    def snapshot_file(self, digest: str) -> Path:
        """The file of a copy of a source, by the SHA-256 of its bytes."""
        return self.evidence / digest

    def journal(self, machine: str) -> Path:
        """The journal this machine writes."""
        return self.journals / f"{machine}.jsonl"


def this_machine(folder: Path) -> str:
    """A name for this folder on this machine, eight hexadecimal digits, the same each time.

    Two clones of a library never share it, even on one machine: their journals then merge as different files.
    """
    system = Path("/etc/machine-id")
    try:
        machine = system.read_text()
    except OSError:
        machine = ""
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return sha256("\n".join((machine, host, str(folder.resolve()))).encode(errors="replace")).hexdigest()[:8]
