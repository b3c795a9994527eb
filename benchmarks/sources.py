"""What receiving costs: rows of corpora beside a bare loop, pages beside a bare extraction, memory, and comparing.

Run by `python benchmarks/sources.py`. The texts are made here. A ratio says how many times as long it takes as the
peer named beside it, measured in the same rounds; growth 1.0 is linear.
"""

from __future__ import annotations

import csv
import gc
import json
import random
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from tuifact.model.differences import differences
from tuifact.sources import fingerprint, open_sources, unfold

ROUNDS = 5
ROWS = 4_000
PAGES = 20
TOWNS = "Arlow Kelby Marrow Sommerby Dunmere Lindow Vessen Thornby".split()

Work = Callable[[], object]


def make_text(chance: random.Random, sentences: int = 5) -> str:
    """Sentences with names and figures, none like another."""
    return " ".join(
        f"The council of {chance.choice(TOWNS)} voted {chance.randint(5, 40)} to {chance.randint(0, 5)} to pay "
        f"{chance.randint(3, 990)} million crowns for bridge {chance.randint(1, 10**6)}."
        for _ in range(sentences)
    )


def make_rows(count: int) -> list[dict[str, str]]:
    """Rows of a corpus."""
    chance = random.Random(count)
    return [{"title": f"Title {n}", "text": make_text(chance), "date": "2021-04-02"} for n in range(count)]


def make_page(chance: random.Random) -> str:
    """A page with an article and what stands around one."""
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(60))
    prose = "".join(f"<p>{make_text(chance)}</p>" for _ in range(12))
    return (
        f'<!doctype html><html lang="en"><head><title>Bridges</title><meta name="author" content="Ann Bell"></head>'
        f"<body><nav><ul>{links}</ul></nav><main><article><h1>Bridges</h1>{prose}</article></main>"
        f"<footer>Imprint</footer></body></html>"
    )


def receive(path: Path) -> int:
    """Receive and unfold everything behind a path; how many texts it was."""
    return sum(unfold(item) is not None for item in open_sources([str(path)]) if not isinstance(item, Exception))


def medians(*works: Work) -> list[float]:
    """Seconds of CPU each takes, the median of rounds in which all take turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for times, work in zip(taken, works, strict=True):
            gc.collect()
            begun = time.process_time()
            work()
            times.append(time.process_time() - begun)
    return [statistics.median(times) for times in taken]


def tell(name: str, value: str) -> None:
    """One line of the table."""
    print(f"{name:44} {value:>12}")


def measure_corpora(folder: Path) -> None:
    """Rows a second, beside a loop that only parses; growth; memory."""
    small, large = make_rows(ROWS), make_rows(4 * ROWS)
    paths = {name: folder / name for name in ("a.jsonl", "b.jsonl", "a.csv")}
    paths["a.jsonl"].write_text("".join(json.dumps(row) + "\n" for row in small))
    paths["b.jsonl"].write_text("".join(json.dumps(row) + "\n" for row in large))
    with paths["a.csv"].open("w", newline="") as file:
        writer = csv.DictWriter(file, list(small[0]))
        writer.writeheader()
        writer.writerows(small)

    def parse_lines() -> object:
        return [json.loads(line) for line in paths["a.jsonl"].read_bytes().splitlines()]

    def parse_table() -> object:
        with paths["a.csv"].open(newline="") as file:
            return list(csv.DictReader(file))

    ours, bare, table, bare_table, more = medians(
        lambda: receive(paths["a.jsonl"]),
        parse_lines,
        lambda: receive(paths["a.csv"]),
        parse_table,
        lambda: receive(paths["b.jsonl"]),
    )
    tell("JSON Lines, rows a CPU second", f"{ROWS / ours:,.0f}")
    tell("JSON Lines / json.loads", f"{ours / bare:.1f}")
    tell("JSON Lines, growth at four times the rows", f"{more / ours / 4:.2f}")
    tell("CSV, rows a CPU second", f"{ROWS / table:,.0f}")
    tell("CSV / csv.DictReader", f"{table / bare_table:.1f}")
    tracemalloc.start()
    receive(paths["b.jsonl"])
    tell("JSON Lines, most memory held, kB", f"{tracemalloc.get_traced_memory()[1] / 1e3:.0f}")
    tracemalloc.stop()


def measure_pages(folder: Path) -> None:
    """Pages beside the library that finds the article in them."""
    chance = random.Random(1)
    pages = [make_page(chance) for _ in range(PAGES)]
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_text(page)
    reader = import_module("trafilatura")
    ours, bare = medians(lambda: receive(folder), lambda: [reader.extract(page) for page in pages])
    tell("pages / trafilatura.extract", f"{ours / bare:.2f}")


def measure_comparing() -> None:
    """Two versions of a text, and fingerprints."""
    chance = random.Random(2)
    old = make_text(chance, 1_000)
    new = old.replace("bridge 7", "tunnel 7")
    double, doubled = f"{old} {make_text(chance, 1_000)}", f"{new} {make_text(chance, 1_000)}"
    short, long, prints = medians(
        lambda: differences(old, new), lambda: differences(double, doubled), lambda: fingerprint(old)
    )
    tell("difference of two versions of 22,000 words, ms", f"{short * 1000:.0f}")
    tell("difference, growth at twice the words", f"{long / short / 2:.2f}")
    tell("fingerprint of 22,000 words, ms", f"{prints * 1000:.0f}")


def main() -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as name:
        measure_corpora(Path(name))
    with tempfile.TemporaryDirectory() as name, suppress(ImportError):
        measure_pages(Path(name))
    measure_comparing()


if __name__ == "__main__":
    main()
