"""Finding earlier claims: building the index, searching it and adding to it, beside SQLite FTS5 and, if there, bm25s.

    python benchmarks/matching.py [CLAIMS]

Claims are made up from word lists (20,000 by default; the largest collections of published checks have 500,000); times
are CPU time, which a busy machine lengthens least. What is asked is a claim told in other words: half of its words
left out or in the place of others, among words of somebody who passes it on. `right` is the share found first.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
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
Search = Callable[[str], str]
"""The id found first, or nothing."""

PLACES = "Ambly Brodek Carrow Dunmere Elvas Fjerne Galt Hollin Ister Jarrow Kestrel Lunden Marl Norwick Ostra".split()
DOERS = "mayor governor nurse farmer driver teacher judge bank clinic council ferry mill harbour senator union".split()
DEEDS = "closed opened sold bought fined sued banned paid burned moved counted found lost hid built praised".split()
THINGS = "bridge school tunnel well barn archive garden factory museum tower canal orchard stadium prison depot".split()
NEAR = dict(
    pair.split("=")
    for pair in "nurse=doctor teacher=school driver=motorist bank=lender bought=purchased praised=lauded closed=shut "
    "burned=torched built=erected garden=park".split()
)
"""Words told in the place of others."""
QUERIES = 200
KEPT = 0.6
"""Share of the words of a claim that are told again."""

RATED = {"author": {"name": "Desk"}, "reviewRating": {"alternateName": "False"}}
"""What a published check has beside its claim and its page."""

COLD = """
import sys, time
from pathlib import Path
from tuifact.matching import ClaimIndex
start = time.process_time()
ClaimIndex(Path(sys.argv[1])).search(sys.argv[2])
print(1e3 * (time.process_time() - start))
"""

OPENED = """
import sys, time
from pathlib import Path
from tuifact.desk import Desk
with Desk(Path(sys.argv[1])) as desk:
    claims = [claim.id for claim in desk.claims_of(desk.library.articles()[0].id)]
    start = time.process_time()
    found = desk.earlier(claims)
    print(len(claims), len(found), 1e3 * (time.process_time() - start))
"""


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


def retold(claims: Sequence[Claim]) -> list[Claim]:
    """Some of the claims as they come back: fewer of their words, other words near in meaning, words around them."""
    draw = random.Random(5)
    asked: list[Claim] = []
    for id, text in draw.sample(list(claims), QUERIES):
        words = [NEAR.get(word, word) for word in text.lower().rstrip(".").split() if draw.random() < KEPT]
        asked.append((id, f"They say {' '.join(words)}! Can you believe it?"))
    return asked


def searches(search: Search, asked: Sequence[Claim]) -> tuple[float, float, float]:
    """Median and 95th percentile of a search, in milliseconds of CPU time, and the share found first."""
    times: list[float] = []
    right = 0
    for id, text in asked:
        start = time.process_time()
        first = search(text)
        times.append(1e3 * (time.process_time() - start))
        right += first == id
    return median(times), sorted(times)[int(0.95 * len(times))], right / len(asked)


def has_fts5() -> bool:
    """Whether the SQLite of this Python was built with it."""
    options = sqlite3.connect(":memory:").execute("pragma compile_options")
    return ("ENABLE_FTS5",) in options.fetchall()


def fts5(claims: Sequence[Claim], path: Path) -> Search:
    """The full-text search of SQLite, on disk."""
    base = sqlite3.connect(path)
    base.execute("create virtual table claim using fts5(id unindexed, text, tokenize='porter unicode61')")
    base.executemany("insert into claim values (?, ?)", claims)
    base.commit()

    def search(text: str) -> str:
        words = " OR ".join(f'"{word}"' for word in text.replace("?", "").replace("!", "").split())
        found = base.execute("select id from claim where claim match ? order by rank limit 5", (words,)).fetchall()
        return str(found[0][0]) if found else ""

    return search


def bm25s(claims: Sequence[Claim]) -> Search:
    """The sparse matrices of bm25s, in memory."""
    module = import_module("bm25s")
    index = module.BM25()
    index.index(module.tokenize([text for _, text in claims], show_progress=False), show_progress=False)

    def search(text: str) -> str:
        found, _ = index.retrieve(module.tokenize([text], show_progress=False), k=5, show_progress=False)
        return claims[int(found[0][0])][0]

    return search


def timed(build: Callable[[], Search]) -> tuple[Search, float]:
    """What was built, and the seconds of CPU time it took."""
    start = time.process_time()
    return build(), time.process_time() - start


def ours(claims: Sequence[Claim], folder: Path) -> Search:
    """The index of tuifact, on disk."""
    index = ClaimIndex(folder)
    index.extend(claims)

    def search(text: str) -> str:
        found = index.search(text)
        return found[0].id if found else ""

    return search


def cold(folder: Path, asked: Sequence[Claim]) -> float:
    """Median milliseconds of opening the index and the first search, each time in a new process."""
    command = [sys.executable, "-c", COLD, str(folder)]
    runs = [subprocess.run([*command, text], capture_output=True, text=True, check=True) for _, text in asked[:7]]
    return median(float(run.stdout) for run in runs)


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


def opening(claims: Sequence[Claim], scratch: Path) -> tuple[int, int, float]:
    """Of an article opened in a new process: its claims, how many have earlier checks, and the median milliseconds that
    finding them takes. The article says what 30 of the published claims say, every other one with another figure."""
    records = [{"@type": "ClaimReview", "claimReviewed": text, "url": f"https://checks.example/{id}", **RATED}
               for id, text in claims]  # fmt: skip
    feed, article = scratch / "feed.json", scratch / "article.txt"
    feed.write_text(json.dumps(records), encoding="utf-8")
    said = [text.replace(" of its ", "7 of its ") if number % 2 else text for number, (_, text) in enumerate(claims)]
    article.write_text("\n\n".join(random.Random(6).sample(said, 30)), encoding="utf-8")
    homes = {f"XDG_{kind}_HOME": str(scratch / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    library = str(scratch / "library")
    for act in (["checks", "import", str(feed)], ["import", str(article)]):
        subprocess.run([sys.executable, "-m", "tuifact", "--library", library, *act], env={**os.environ, **homes},
                       capture_output=True, check=True)  # fmt: skip
    runs = [
        subprocess.run([sys.executable, "-c", OPENED, library], env={**os.environ, **homes},
                       capture_output=True, text=True, check=True).stdout.split()
        for _ in range(7)
    ]  # fmt: skip
    return int(runs[0][0]), int(runs[0][1]), median(float(milliseconds) for *_, milliseconds in runs)


def main() -> None:
    """Measure and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    claims = made_claims(count)
    asked = retold(claims)
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as scratch:
        folder = Path(scratch) / "index"
        engines = {
            "tuifact": lambda: ours(claims, folder),
            "SQLite FTS5": lambda: fts5(claims, Path(scratch) / "fts5.db"),
        }
        if find_spec("bm25s"):
            engines["bm25s"] = lambda: bm25s(claims)
        print(f"{f'{count:,} claims':<15}   build s   p50 ms   p95 ms   p95 × tuifact   right")
        first = 0.0
        for name, build in engines.items():
            search, seconds = timed(build)
            middle, slow, right = searches(search, asked)
            first = first or slow
            print(f"{name:<15} {seconds:9.2f} {middle:8.2f} {slow:8.2f} {slow / first:15.2f} {right:7.3f}")
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
        print(f"opening the index and the first search: {cold(folder, asked):.1f} ms")
        print(f"adding a claim and finding it: {adding(folder):.1f} ms; on disk: {size:.0f} MB")
        many, found, milliseconds = opening(claims, Path(scratch))
        print(
            f"opening an article of {many} claims, {found} of them checked before: {milliseconds:.0f} ms to find that"
        )


if __name__ == "__main__":
    main()
