"""How everything on the one page is measured: in turns, by this process's own time, as ratios of medians.

Two things that take turns are slowed alike by whatever else the machine does, so their ratio hardly moves; and time of
the process counts no waiting.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Work = Callable[[], object]


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
    waits: bool = False
    """Whether it was taken by the clock because a disk is waited for: then it varies a lot."""


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
    """The median of the ratios, round by round."""
    return statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))


def milliseconds(seconds: list[float], each: int = 1) -> str:
    """The least of them, for each of so many, as a remark: other work on the machine only ever adds."""
    return f"{1000 * min(seconds) / each:,.3g} ms"
