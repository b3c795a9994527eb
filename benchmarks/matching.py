"""Finding earlier claims: building the index, searching it and adding to it, beside SQLite FTS5 and, if there, bm25s.

    python benchmarks/matching.py [CLAIMS]

Claims are made up from word lists (20,000 by default); times are CPU time, which a busy machine lengthens least.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from tuifact.matching import ClaimIndex

Claim = tuple[str, str]
Search = Callable[[str], object]

PLACES = "Ambly Brodek Carrow Dunmere Elvas Fjerne Galt Hollin Ister Jarrow Kestrel Lunden Marl Norwick Ostra".split()
DOERS = "mayor governor nurse farmer driver teacher judge bank clinic council ferry mill harbour senator union".split()
DEEDS = "closed opened sold bought fined sued banned paid burned moved counted found lost hid built praised".split()
THINGS = "bridge school tunnel well barn archive garden factory museum tower canal orchard stadium prison depot".split()
QUERIES = 200


def made_claims(count: int) -> list[Claim]:
    """Claims of twelve to sixteen words; rare words follow a long tail as names do."""
    draw = random.Random(4)
    names = [f"{draw.choice(PLACES)}{draw.choice('aeiou')}{number}" for number in range(count // 10 + 10)]
    claims: list[Claim] = []
    for number in range(count):
        name = names[int(len(names) * draw.random() ** 3)]
        claims.append(
            (
                f"claim-{number}",
                f"The {draw.choice(DOERS)} of {draw.choice(PLACES)} {draw.choice(DEEDS)} the {draw.choice(THINGS)} "
                f"near {name} in {draw.randint(1950, 2025)} and {draw.choice(DEEDS)} {draw.randint(2, 9000)} of its "
                f"{draw.choice(THINGS)}s.",
            )
        )
    return claims


def searches(search: Search, claims: Sequence[Claim]) -> tuple[float, float]:
    """Median and 95th percentile of a search, in milliseconds of CPU time."""
    asked = random.Random(5).sample(list(claims), QUERIES)
    times: list[float] = []
    for _, text in asked:
        start = time.process_time()
        search(f"They say {text.lower()} Can you believe it?")
        times.append(1e3 * (time.process_time() - start))
    return median(times), sorted(times)[int(0.95 * len(times))]


def fts5(claims: Sequence[Claim], path: Path) -> Search:
    """The full-text search of SQLite, on disk."""
    base = sqlite3.connect(path)
    base.execute("create virtual table claim using fts5(id unindexed, text, tokenize='porter unicode61')")
    base.executemany("insert into claim values (?, ?)", claims)
    base.commit()

    def search(text: str) -> object:
        words = " OR ".join(f'"{word}"' for word in text.replace("?", "").replace(".", "").split())
        return base.execute("select id from claim where claim match ? order by rank limit 5", (words,)).fetchall()

    return search


def bm25s(claims: Sequence[Claim]) -> Search:
    """The sparse matrices of bm25s, in memory."""
    module = import_module("bm25s")
    index = module.BM25()
    index.index(module.tokenize([text for _, text in claims], show_progress=False), show_progress=False)

    def search(text: str) -> object:
        return index.retrieve(module.tokenize([text], show_progress=False), k=5, show_progress=False)

    return search


def timed(build: Callable[[], Search]) -> tuple[Search, float]:
    """What was built, and the seconds of CPU time it took."""
    start = time.process_time()
    return build(), time.process_time() - start


def ours(claims: Sequence[Claim], folder: Path) -> Search:
    """The index of tuifact, on disk."""
    index = ClaimIndex(folder)
    index.extend(claims)
    return index.search


def adding(folder: Path) -> float:
    """Median milliseconds of adding one claim and searching for it."""
    times: list[float] = []
    with ClaimIndex(folder) as index:
        for number in range(15):
            text = f"Clerk {number} of Upper Zagorje counted {number + 41} storks on the hall of Vrbovec{number}."
            start = time.process_time()
            index.add(f"added-{number}", text)
            index.search(text)
            times.append(1e3 * (time.process_time() - start))
    return median(times)


def main() -> None:
    """Measure and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    claims = made_claims(count)
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as scratch:
        folder = Path(scratch) / "index"
        engines = {
            "tuifact": lambda: ours(claims, folder),
            "SQLite FTS5": lambda: fts5(claims, Path(scratch) / "fts5.db"),
        }
        if find_spec("bm25s"):
            engines["bm25s"] = lambda: bm25s(claims)
        print(f"{count:,} claims      build s   p50 ms   p95 ms   p95 × tuifact")
        first = 0.0
        for name, build in engines.items():
            search, seconds = timed(build)
            middle, slow = searches(search, claims)
            first = first or slow
            print(f"{name:<15} {seconds:9.2f} {middle:8.2f} {slow:8.2f} {slow / first:12.2f}")
        print(f"adding a claim and finding it: {adding(folder):.1f} ms")


if __name__ == "__main__":
    main()
