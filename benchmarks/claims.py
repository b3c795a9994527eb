"""What finding claims costs: each figure as a ratio to something known, measured in the same rounds.

Run it with `python benchmarks/claims.py [rounds]`. A ratio is the median over the rounds, so that other work on the
machine, which slows both sides alike, hardly counts. Where sentencex or syntok is not installed, its line is left out.
The texts are made here; every round has its own, because words seen before are scored faster. How well sentences are
ranked is measured by `benchmarks/checkworthiness.py`.
"""

from __future__ import annotations

import importlib
import random
import re
import resource
import statistics
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from tuifact.claims import annotate, split_sentences, worth
from tuifact.cleaning import clean

ROUNDS = 7
SENTENCES = 1500
SMALL, LARGE = 1_000, 10_000
LOAD = "from tuifact.claims import worth; worth('Unemployment fell to 4 percent in 2015.')"

_WORD = re.compile(r"\w+")
_WHO = ("The council", "Mr. Lind", "The port authority", "A spokeswoman for the union", "Dr. Amina Osei", "Critics")
_DID = ("approved", "rejected", "sold", "counted", "postponed", "plans to close", "would like to see", "praised")
_WHAT = ("{} new homes", "{}% of the fleet", "${} million in aid", "the bridge of {}", "a survey of {} voters", "it")
_ENDS = (", officials said.", " in March.", " after the storm on Tuesday.", '. "Nobody asked us," he said.', ".", "?")


def sentences(seed: int, count: int) -> list[str]:
    """So many made-up sentences."""
    pick = random.Random(seed)
    return [
        f"{pick.choice(_WHO)} {pick.choice(_DID)} {pick.choice(_WHAT).format(pick.randrange(9999))}{pick.choice(_ENDS)}"
        for _ in range(count)
    ]


def cpu_seconds(function: Callable[[Any], object], values: Iterable[Any]) -> float:
    """CPU time of calling the function on every value."""
    start = time.process_time()
    for value in values:
        function(value)
    return time.process_time() - start


def process_seconds(code: str) -> float:
    """CPU time of a new Python that runs this code."""

    def used() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return children.ru_utime + children.ru_stime

    before = used()
    subprocess.run([sys.executable, "-c", code], check=True)
    return used() - before


def bare(text: str) -> int:
    """Hardly any work for each word: a regular expression and a checksum."""
    return sum(zlib.crc32(word.encode()) for word in _WORD.findall(text))


def peers() -> dict[str, Callable[[str], object]]:
    """The sentence splitters that are installed."""
    found: dict[str, Callable[[str], object]] = {}
    try:
        sentencex = importlib.import_module("sentencex")
        found["sentencex"] = lambda text: list(sentencex.segment("en", text))
    except ImportError:
        pass
    try:
        segmenter = importlib.import_module("syntok.segmenter")
        found["syntok"] = lambda text: [[*paragraph] for paragraph in segmenter.process(text)]
    except ImportError:
        pass
    return found


def measure_worth(rounds: int) -> None:
    """Scoring a sentence, with and without the trained weights."""
    ways: dict[str, Callable[[str], object]] = {
        "worth": worth,
        "worth, rules only": lambda text: worth(text, rules_only=True),
    }
    for name, way in ways.items():
        ratios, seconds = [], []
        for turn in range(rounds):
            texts = sentences(turn, SENTENCES)
            seconds.append(cpu_seconds(way, texts))
            ratios.append(seconds[-1] / cpu_seconds(bare, texts))
        show(name, "bare words", statistics.median(ratios), f"{SENTENCES / min(seconds):,.0f} sentences/s at best")


def measure_splitting(rounds: int) -> None:
    """Splitting paragraphs, against the peers: how many times as fast."""
    for name, peer in peers().items():
        ratios = []
        for turn in range(rounds):
            made = sentences(100 + turn, 400)
            texts = [" ".join(made[start : start + 5]) for start in range(0, len(made), 5)]
            ratios.append(cpu_seconds(peer, texts) / cpu_seconds(split_sentences, texts))
        show(name, "split_sentences", statistics.median(ratios), "its time over ours")


def measure_growth() -> None:
    """Annotating a long article against a short one, for each sentence; 1 is linear."""
    cost = {}
    for count in (SMALL, LARGE):
        made = sentences(count, count)
        text = "\n\n".join(" ".join(made[start : start + 4]) for start in range(0, count, 4))
        cost[count] = cpu_seconds(annotate, [clean(text, media_type="text/plain")]) / count
    show(f"annotate {LARGE:,}", f"annotate {SMALL:,}", cost[LARGE] / cost[SMALL], "each sentence")


def measure_loading(rounds: int) -> None:
    """Importing and scoring one sentence in a new process."""
    ratios, more = [], []
    for _ in range(rounds):
        nothing, load = process_seconds("pass"), process_seconds(LOAD)
        ratios.append(load / nothing)
        more.append(load - nothing)
    show("import and one worth", "python -c pass", statistics.median(ratios), f"{1000 * min(more):.0f} ms more at best")


def show(name: str, against: str, ratio: float, remark: str) -> None:
    """Print one line."""
    print(f"{name:22}{against:18}{ratio:8.2f}   {remark}")


def main(rounds: int) -> None:
    """Measure, and print a line a figure."""
    print(f"{'':22}{'against':18}{'ratio':>8}")
    measure_worth(rounds)
    measure_splitting(rounds)
    measure_growth()
    measure_loading(rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
