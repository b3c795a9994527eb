"""One visitor's reader, in the process that the server starts for it: `python -m tuifact.serving.visit FOLDER …`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from tuifact.config import load_settings
from tuifact.errors import TuifactError

DRIVER = "tuifact.serving.driver:BrowserDriver"
"""What Textual takes instead of a terminal; it is told so in the environment."""


def command(library: Path, name: str, reports: Path, inbox: Path | None) -> list[str]:
    """The command that opens a reader for this visitor, to be run without a shell."""
    # -P: the folder one happens to stand in must not lend its modules to the program.
    start = [sys.executable, "-P", "-m", "tuifact.serving.visit"]
    return [*start, str(library), name, str(reports), *([str(inbox)] if inbox is not None else [])]


def main(arguments: list[str]) -> int:
    """Open the reader; the exit code."""
    library, name, reports, *inbox = arguments
    os.environ["TEXTUAL_DRIVER"] = DRIVER
    from tuifact.serving.visitor_desk import VisitorDesk
    from tuifact.tui.launch import complain, open_served_reader

    try:
        settings = replace(load_settings(), checker=name)
    except TuifactError as error:
        return complain(error)
    desk = VisitorDesk(Path(library), settings, inbox=Path(inbox[0]) if inbox else None, reports=Path(reports))
    return open_served_reader(desk)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
