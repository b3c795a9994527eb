"""How well sentences are ranked and cut by their worth, on labelled sentences that are at hand.

Run it with `python benchmarks/checkworthiness.py FOLDER`; `docs/model-card.md` says which sets its figures come from.
They are not part of the project: most of them may be measured on but not passed on. Each `*.jsonl` in the folder is a
set, a sentence a line: `doc` names its document, `text` is the sentence, `label` is above 0 where it counts as a
claim, or `grade` is 2 where it is check-worthy and 1 where it is factual at all.

AP is average precision, sentences of equal worth taken together; F1 is at the product's own cut, and the best that any
cut would give. Of each band: the share of sentences in it, and of these the share that counts as a claim.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from statistics import fmean
from typing import Any

from tuifact.claims import worth
from tuifact.claims.bands import CHECKABLE, band_of
from tuifact.model.claim import Band

FIRST = 5
"""Sentences of an article that are looked at first."""

CUTS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Other cuts that are tried."""

WAYS: dict[str, Callable[[str], float]] = {
    "every sentence": lambda text: 1.0,
    "rules only": lambda text: worth(text, rules_only=True),
    "rules and model": worth,
}


def average_precision(wanted: Sequence[bool], given: Sequence[float]) -> float:
    """Precision at every worth that occurs, from the highest down, weighted by what it adds to recall."""
    seen = right = 0
    total = 0.0
    for _, tied in groupby(sorted(zip(given, wanted, strict=True), reverse=True), key=itemgetter(0)):
        hits = [hit for _, hit in tied]
        seen, right = seen + len(hits), right + sum(hits)
        total += sum(hits) * right / seen
    return total / max(1, right)


def f1(wanted: Sequence[bool], given: Sequence[float], cut: float) -> float:
    """F1 of taking what is worth at least `cut`."""
    taken = [value >= cut for value in given]
    return 2 * sum(map(min, taken, wanted)) / max(1, sum(taken) + sum(wanted))


def best_cut(wanted: Sequence[bool], given: Sequence[float]) -> tuple[float, float]:
    """The best F1 of all cuts in steps of a hundredth, and the cut."""
    return max((f1(wanted, given, step / 100), step / 100) for step in range(1, 100))


def gain(grades: Iterable[int]) -> float:
    """Discounted gain of grades in this order."""
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades))


def measure_articles(rows: Sequence[dict[str, Any]], given: Sequence[float]) -> str:
    """Means over the articles of a graded set: nDCG, and the share of check-worthy sentences among the first."""
    articles: dict[str, list[tuple[float, int]]] = {}
    for row, value in zip(rows, given, strict=True):
        articles.setdefault(row["doc"], []).append((value, row["grade"]))
    ranked = [[grade for _, grade in sorted(pairs, key=itemgetter(0), reverse=True)] for pairs in articles.values()]
    ideal = fmean(gain(grades) / gain(sorted(grades, reverse=True)) for grades in ranked)
    first = fmean(sum(grade > 1 for grade in grades[:FIRST]) / FIRST for grades in ranked)
    return f"nDCG {ideal:.3f}  first {FIRST} {first:.2f}"


def mean_ap(rows: Sequence[dict[str, Any]], wanted: Sequence[bool], given: Sequence[float]) -> float:
    """Mean of the average precision of each document that has a claim."""
    documents: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        documents.setdefault(row["doc"], []).append(place)
    held = [places for places in documents.values() if any(wanted[place] for place in places)]
    return fmean(average_precision([wanted[at] for at in places], [given[at] for at in places]) for places in held)


def measure_bands(wanted: Sequence[bool], given: Sequence[float]) -> None:
    """What each band holds."""
    for band in Band:
        inside = [hit for hit, value in zip(wanted, given, strict=True) if band_of(value) is band]
        share = f"{sum(inside) / len(inside):.2f} of them count" if inside else ""
        print(f"    {band.value:<16} {len(inside) / len(given):.2f} of the sentences, {share}")


def measure(name: str, rows: Sequence[dict[str, Any]]) -> None:
    """Every figure of one set."""
    graded = "grade" in rows[0]
    wanted = [row["grade" if graded else "label"] > 0 for row in rows]
    print(f"{name}: {len(rows):,} sentences, {sum(wanted) / len(rows):.2f} of them count")
    for way, score in WAYS.items():
        given = [score(row["text"]) for row in rows]
        high, cut = best_cut(wanted, given)
        print(
            f"  {way:<16} AP {average_precision(wanted, given):.3f}  mean AP {mean_ap(rows, wanted, given):.3f}  "
            f"F1 {f1(wanted, given, CHECKABLE):.3f}  best F1 {high:.3f} at {cut:.2f}"
        )
        if graded:
            worthy = [row["grade"] > 1 for row in rows]
            print(
                f"  {'':<16} check-worthy: AP {average_precision(worthy, given):.3f}  {measure_articles(rows, given)}"
            )
    print("    F1 at a cut of", "  ".join(f"{cut} {f1(wanted, given, cut):.3f}" for cut in CUTS))
    measure_bands(wanted, given)
    if graded:
        print("  check-worthy alone:")
        measure_bands(worthy, given)


def main(folder: Path) -> int:
    """Measure every set of the folder; 1 when there is none."""
    paths = sorted(folder.glob("*.jsonl"))
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if rows and rows[0].keys() & {"label", "grade"}:
            measure(path.stem, rows)
    return 0 if paths else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/checkworthiness.py FOLDER")
    sys.exit(main(Path(sys.argv[1])))
