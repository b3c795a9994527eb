"""`tuifact` and `python -m tuifact`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line; the exit code.

    Opening the reader needs no parser when there is nothing to parse, and loading one takes as long as half a first
    frame: `tuifact` and `tuifact read ARTICLE` go straight to the screen.
    """
    match sys.argv[1:]:
        case []:
            return _open_reader()
        case ["read", reference] if not reference.startswith("-"):
            return _open_reader(reference)
        case arguments:
            from tuifact.cli import run

            return run(arguments)


def _open_reader(reference: str | None = None) -> int:
    # Loading a program makes a hundred thousand objects and no garbage; looking for some would take a sixth of the
    # time to the first frame. The reader looks for it again once it is open.
    gc.disable()
    from tuifact.tui.launch import open_reader

    return open_reader(reference=reference)


if __name__ == "__main__":
    sys.exit(main())
