"""Everything that is measured, on one page: what it costs beside a peer, in the same run, and how it grows.

    python benchmarks/all.py              the page, in some minutes
    python benchmarks/all.py --quick      a short form; ends with 1 when a figure is far worse than it was
    python benchmarks/all.py --quick --record      writes what is "was"

Figures are ratios: machines differ, and what else runs on them; a ratio to something known does so least. What counts
as far worse is generous (`WORSE`), so that a red mark means something.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from groups import FULL, GROUPS, QUICK
from measuring import Figure

WAS = Path(__file__).with_name("was.json")
"""What the short form gave when it was recorded, by name of the figure."""

WORSE = 1.8
"""How many times what it was a figure may be before the short form fails: noise between machines stays below 1.4."""

WORSE_WHERE_IT_WAITS = 4.0
"""The same, where a disk is waited for."""

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
    worse = WORSE_WHERE_IT_WAITS if figure.waits else WORSE
    if before is not None and figure.ratio > worse * before:
        return f"{figure.ratio:.2f}, was {before:.2f}"
    return ""


def key(figure: Figure) -> str:
    """What a figure is recorded under."""
    return f"{figure.group}: {figure.name} / {figure.against}"


def main(quick: bool, record: bool) -> int:
    """Print the page; the exit code."""
    scale = QUICK if quick else FULL
    print(f"{'':<12} {'':<26} {'beside':<28} {'ratio':>8}  least")
    figures = []
    for measure in GROUPS:
        for figure in measure(scale):
            figures.append(figure)
            print(line(figure), flush=True)
    if record:
        recorded = {key(figure): round(figure.ratio, 3) for figure in figures if not figure.growth}
        WAS.write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    was = json.loads(WAS.read_text(encoding="utf-8")) if quick else {}
    worse = [(figure, why) for figure in figures if (why := objection(figure, was))]
    for figure, why in worse:
        print(f"worse: {key(figure)}: {why}", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the short form, held against what it was")
    parser.add_argument("--record", action="store_true", help="write down what it is")
    chosen = parser.parse_args()
    sys.exit(main(chosen.quick, chosen.record))
