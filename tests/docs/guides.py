"""The guides as their reader's fingers meet them: blocks of commands, settings, names in passing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs"
GUIDES = sorted(path for path in DOCS.glob("*.md") if path.name != "model-card.md")

_BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`tuifact ([^`\n]+)`")


@dataclass(frozen=True)
class Block:
    """What stands between two fences."""

    language: str
    way: str
    """How it is run: `reader` on a terminal, `serve` until it is ended, `exit=N` where that is its exit code."""
    text: str

    @property
    def code(self) -> int:
        """The exit code it says."""
        found = re.search(r"exit=(\d+)", self.way)
        return int(found[1]) if found else 0


def blocks(guide: Path, language: str) -> list[Block]:
    """Those of one language, in order."""
    found = (
        Block(match[1], match[2].strip(), match[3]) for match in _BLOCK.finditer(guide.read_text(encoding="utf-8"))
    )
    return [block for block in found if block.language == language]


def named_in_passing(guide: Path) -> list[list[str]]:
    """The words of each command that is named in running text."""
    return [match[1].split() for match in _INLINE.finditer(guide.read_text(encoding="utf-8"))]
