"""Everything that is measured, on one page: what it costs beside a peer, in the same run, and how it grows.

    python benchmarks/all.py              the page, in some minutes
    python benchmarks/all.py --quick      a short form, in a minute; ends with 1 when a figure is far worse than it was
    python benchmarks/all.py --quick --record      writes what is "was"

Figures are ratios: machines differ, and what else runs on them; a ratio to something known does so least. What counts
as far worse is generous (`measuring.ALLOWED`), and what looks worse is measured once more: a red mark means something.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from groups import FULL, GROUPS, QUICK, Scale
from measuring import Figure, LeftOut

WAS = Path(__file__).with_name("was.json")
"""What the short form gave when it was recorded, by name of the figure."""

RECORDINGS = 3
"""How often everything is measured for the record, which holds the middle of each figure."""

MOST_GROWTH = 1.6
"""What the growth of anything may be: 1 is linear, twice as much at twice the size is 2."""


def line(figure: Figure) -> str:
    """A figure as it stands on the page."""
    remark = "of linear growth" if figure.growth else figure.remark
    return f"{figure.group:<12} {figure.name:<26} {figure.against:<28} {figure.ratio:>8.2f}  {remark}"


def objection(figure: Figure, was: dict[str, float]) -> str:
    """What is wrong with a figure; empty when nothing is."""
    if figure.growth:
        return f"grows more than in line: {figure.ratio:.2f}" if figure.ratio > MOST_GROWTH else ""
    before = was.get(key(figure))
    if before is not None and figure.ratio > figure.allowed * before:
        return f"{figure.ratio:.2f}, was {before:.2f}"
    return ""


def key(figure: Figure) -> str:
    """What a figure is recorded under."""
    return f"{figure.group}: {figure.name} / {figure.against}"


def measured(groups: Iterable[str], scale: Scale) -> list[Figure]:
    """The figures of these groups, each printed as it comes; a group that cannot be measured here is a line."""
    figures: list[Figure] = []
    for group in groups:
        try:
            for figure in GROUPS[group](scale):
                figures.append(figure)
                print(line(figure), flush=True)
        except LeftOut as reason:
            print(f"{group:<12} left out: {reason}", flush=True)
    return figures


def still_worse(worse: list[Figure], scale: Scale) -> list[Figure]:
    """Of the figures that look worse, the better of two measurements."""
    groups = list(dict.fromkeys(figure.group for figure in worse))
    print(f"looks worse, and is measured once more: {', '.join(groups)}", flush=True)
    again = {key(figure): figure.ratio for figure in measured(groups, scale)}
    return [replace(figure, ratio=min(figure.ratio, again.get(key(figure), figure.ratio))) for figure in worse]


def record(scale: Scale) -> None:
    """Write down what it is."""
    taken: dict[str, list[float]] = {}
    for _ in range(RECORDINGS):
        for figure in measured(GROUPS, scale):
            if not figure.growth:
                taken.setdefault(key(figure), []).append(figure.ratio)
    was = {name: round(statistics.median(ratios), 3) for name, ratios in taken.items()}
    WAS.write_text(json.dumps(was, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def compare(scale: Scale) -> int:
    """Hold what it is against what it was; 1 when something is far worse, and then it says what."""
    was: dict[str, float] = json.loads(WAS.read_text(encoding="utf-8"))
    worse = [figure for figure in measured(GROUPS, scale) if objection(figure, was)]
    if worse:
        worse = [figure for figure in still_worse(worse, scale) if objection(figure, was)]
    for figure in worse:
        print(f"worse: {key(figure)}: {objection(figure, was)}", file=sys.stderr)
    return 1 if worse else 0


def main() -> int:
    """Print the page; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the short form, held against what it was")
    parser.add_argument("--record", action="store_true", help="write down what it is")
    chosen = parser.parse_args()
    print(f"{'':<12} {'':<26} {'beside':<28} {'ratio':>8}  least")
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as home:
        # Settings of whoever runs it, such as their own keys, would change what is measured.
        os.environ |= {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
        if chosen.quick and not chosen.record:
            return compare(QUICK)
        if chosen.record:
            record(QUICK)
        else:
            measured(GROUPS, FULL)
        return 0


if __name__ == "__main__":
    sys.exit(main())
