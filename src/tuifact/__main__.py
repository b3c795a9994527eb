"""`tuifact` and `python -m tuifact`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; the exit code.

    Opening the reader needs no parser when there is nothing to parse, and loading one takes as long as half a first
    frame: `tuifact` and `tuifact read ARTICLE` go straight to the screen.
    """
    match sys.argv[1:]:
        case []:
            from tuifact.tui.launch import open_reader

            return open_reader()
        case ["read", reference] if not reference.startswith("-"):
            from tuifact.tui.launch import open_reader

            return open_reader(reference=reference)
        case arguments:
            from tuifact.cli import run

            return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
