"""How far long work has come: a bar on standard error, drawn only where a person is looking."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tuifact.cli.output import may_move

WIDTH = 24
"""Cells of the bar."""
PATIENCE = 0.5
"""Seconds of quiet before the bar appears: short work needs none."""
PACE = 0.1
"""Seconds between two drawings."""


class Bar:
    """A bar that stands in the last line of the terminal and makes way for whatever else is said."""

    def __init__(self, total: int, what: str) -> None:
        """`total` is 0 when nobody knows it: then only the count is shown. `what` is counted (`articles`)."""
        self._total = total
        self._what = what
        self._done = 0
        self._shown = False
        self._wanted = may_move(sys.stderr)
        self._next = time.monotonic() + PATIENCE

    def advance(self) -> None:
        """One more is done; a bar that made way comes back."""
        self._done += 1
        if self._wanted and time.monotonic() >= self._next:
            self._draw()

    def clear(self) -> None:
        """Make way for a line."""
        if self._shown:
            self._write("")
            self._shown = False
            self._next = 0.0

    def _draw(self) -> None:
        self._next = time.monotonic() + PACE
        self._write(drawn(self._done, self._total, self._what))
        self._shown = True

    def _write(self, text: str) -> None:
        # What was said before it must be on the terminal before it.
        sys.stdout.flush()
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


@contextmanager
def progress(total: int, what: str) -> Iterator[Bar]:
    """A bar that is gone when the work is, however it ends."""
    bar = Bar(total, what)
    try:
        yield bar
    finally:
        bar.clear()


def drawn(done: int, total: int, what: str) -> str:
    """The bar as text.

    >>> drawn(6, 12, "articles")
    '▰▰▰▰▰▰▰▰▰▰▰▰▱▱▱▱▱▱▱▱▱▱▱▱  6 of 12 articles'
    >>> drawn(6, 0, "articles")
    '6 articles'
    """
    if done > total:
        return f"{done} {what}"
    full = WIDTH * done // total
    return f"{'▰' * full}{'▱' * (WIDTH - full)}  {done} of {total} {what}"
