"""What taking in costs: rows of corpora beside a bare loop, pages beside a bare extraction, from file to stored claims,
in one process and in two, memory, and comparing.

Run by `python benchmarks/sources.py`. The texts are made here. A ratio says how many times as long it takes as the
peer named beside it, measured in the same rounds; growth 1.0 is linear.
"""

from __future__ import annotations

import csv
import gc
import json
import os
import random
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from tuifact.desk import Desk
from tuifact.model import Original
from tuifact.model.differences import differences
from tuifact.sources import fingerprint, open_sources, unfold
from tuifact.sources.pages import page_type

ROUNDS = 5
ROWS = 4_000
PAGES = 20
ARTICLES = 1_000
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
    """A page with an article and what stands around one, as large as a paper's."""
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(150))
    prose = "".join(f"<p>{make_text(chance)}</p>" for _ in range(16))
    others = "".join(
        f'<div class="teaser"><h3><a href="/t{n}">Bridge {n} will be closed</a></h3><p>{make_text(chance, 1)}</p></div>'
        for n in range(40)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>Bridges</title><meta name="author" content="Ann Bell"></head>'
        f"<body><nav><ul>{links}</ul></nav><main><article><h1>Bridges</h1>{prose}</article></main>"
        f'<section class="more">{others}</section><footer>Imprint</footer></body></html>'
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


def measure_pages() -> None:
    """Pages beside the library that finds the article in them: with their title, author, day, address and language."""
    chance = random.Random(1)
    pages = [make_page(chance) for _ in range(PAGES)]
    originals = [Original(page.encode(), media_type=page_type()) for page in pages]
    reader = import_module("trafilatura")
    ours, bare = medians(
        lambda: [unfold(original) for original in originals], lambda: [reader.extract(page) for page in pages]
    )
    tell("article and facts of a page / trafilatura.extract", f"{ours / bare:.2f}")


def measure_import(folder: Path) -> None:
    """From a file to stored claims: in CPU seconds, which other programs do not change."""
    paths = [folder / f"{count}.jsonl" for count in (ARTICLES, 4 * ARTICLES)]
    for path in paths:
        rows = make_rows(int(path.stem))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    small, large = paths
    one = [imported(folder, small, 1) for _ in range(ROUNDS)]
    more, two = zip(*((imported(folder, large, 1), imported(folder, large, 2)) for _ in range(ROUNDS)), strict=True)
    alone, larger = (min(own for own, _ in rounds) for rounds in (one, more))
    shared = min(max(own, (own + others) / 2) for own, others in two)
    tell("articles stored a CPU second", f"{ARTICLES / alone:,.0f}")
    tell("growth at four times the articles", f"{larger / alone / 4:.2f}")
    tell("with two processes on two cores, times as fast", f"{larger / shared:.2f}")


def imported(folder: Path, path: Path, jobs: int) -> tuple[float, float]:
    """CPU seconds of an import into a new library: of the process itself, and of those that help it."""
    import resource

    def used(who: int) -> float:
        usage = resource.getrusage(who)
        return usage.ru_utime + usage.ru_stime

    before = used(resource.RUSAGE_SELF), used(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory(dir=folder) as name, Desk(Path(name) / "library") as desk:
        assert all(item.error is None for item in desk.import_sources([str(path)], jobs=jobs))
    return used(resource.RUSAGE_SELF) - before[0], used(resource.RUSAGE_CHILDREN) - before[1]


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
    with suppress(ImportError):
        measure_pages()
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = name
        measure_import(Path(name))
    measure_comparing()


if __name__ == "__main__":
    main()
