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
        self._begun = time.monotonic()
        self._next = self._begun + PATIENCE

    def advance(self) -> None:
        """One more is done; a bar that made way comes back."""
        self.reach(self._done + 1)

    def reach(self, done: int) -> None:
        """So many are done by now."""
        self._done = done
        if self._wanted and time.monotonic() >= self._next:
            self._draw()

    def clear(self) -> None:
        """Make way for a line."""
        if self._shown:
            self._write("")
            self._shown = False
            self._next = 0.0

    def _draw(self) -> None:
        now = time.monotonic()
        self._next = now + PACE
        self._write(drawn(self._done, self._total, self._what, now - self._begun))
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


def drawn(done: int, total: int, what: str, seconds: float = 0.0) -> str:
    """The bar as text; after so many seconds of work also how fast it goes, and how long it will take.

    >>> drawn(6, 12, "articles")
    '▰▰▰▰▰▰▰▰▰▰▰▰▱▱▱▱▱▱▱▱▱▱▱▱  50 %  6 of 12 articles'
    >>> drawn(6, 0, "articles", 2)
    '6 articles  3 a second'
    """
    rate = done / seconds if seconds > 0 else 0.0
    pace = f"  {pace_words(rate)}" if rate else ""
    if done > total:
        return f"{done} {what}{pace}"
    full = WIDTH * done // total
    left = f"  {time_words((total - done) / rate)} left" if rate and done < total else ""
    return f"{'▰' * full}{'▱' * (WIDTH - full)}  {100 * done // total} %  {done} of {total} {what}{pace}{left}"


def pace_words(rate: float) -> str:
    """How many a second, or a minute where that says more.

    >>> pace_words(420.4), pace_words(3.26), pace_words(0.2)
    ('420 a second', '3.3 a second', '12 a minute')
    """
    if rate < 1:
        return f"{rate * 60:.0f} a minute"
    return f"{rate:.1f} a second".replace(".0 ", " ") if rate < 10 else f"{rate:.0f} a second"


def time_words(seconds: float) -> str:
    """A time that is left, as exact as it can be known.

    >>> time_words(0.4), time_words(75), time_words(5000)
    ('1 s', '1 min 15 s', '1 h 23 min')
    """
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
