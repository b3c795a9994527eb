"""How everything on the one page is measured: in turns, by this process's own time, as ratios of the least.

Two things that take turns are slowed alike by whatever else the machine does, and other work only ever adds to either:
the least of several turns is nearest to what a thing costs. Time of the process counts no waiting.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

ALLOWED = 1.7
"""How many times what it was a figure may be: in twelve runs, on idle and on busy machines (up to six programs a core)
and with two builds of Python, the most was 1.4 times the least."""

Work = Callable[[], object]


class LeftOut(Exception):
    """What is measured, or what it is held against, is not on this machine."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the page."""

    group: str
    name: str
    against: str
    """What it is divided by."""
    ratio: float
    """How many times as much as that; of growth, 1 is linear."""
    remark: str = ""
    """What it is in milliseconds, or how many a second."""
    growth: bool = False
    """Whether it says how the cost grows, rather than how much it is."""
    allowed: float = ALLOWED
    """How many times what it was it may be before the short form calls it worse."""


def cpu_seconds(work: Work) -> float:
    """Time of this process for one run."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(works: Mapping[str, Work], rounds: int) -> dict[str, list[float]]:
    """Seconds of each in every round; a first round, which fills caches, is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            seconds = cpu_seconds(work)
            if turn:
                taken[name].append(seconds)
    return taken


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The least of ours by the least of theirs."""
    return min(ours) / min(theirs)


def milliseconds(seconds: list[float], each: int = 1) -> str:
    """The least of them, for each of so many, as a remark: other work on the machine only ever adds."""
    return f"{1000 * min(seconds) / each:,.3g} ms"
