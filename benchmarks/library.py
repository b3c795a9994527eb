"""What the library costs beside sqlite3 and plain TinyDB, in one run on one disk.

Run by `python benchmarks/library.py [--claims N]`; 100,000 claims take a few minutes, most for TinyDB. One mark is
a claim's status changed and a line of history added, on disk when the call returns: in sqlite3 one transaction (WAL,
full sync), in TinyDB one update of its one file, without history. Marks are taken in turn, so that a busy machine slows
all.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from tuifact.library import Library
from tuifact.model import Article, Claim, Original, Paragraph

CLAIMS_EACH = 10
"""Claims of an article."""

ROUNDS, BLOCK, SLOW_ROUNDS = 20, 10, 3
"""Marks are taken in rounds of blocks; of what rewrites a whole file only a few, one at a time."""

STATUSES = ("verified", "disputed", "unverified")
SMALL = 1_000

Mark = Callable[[int], object]
"""Makes the mark of this number."""


def make_article(number: int) -> Article:
    """An article of ten sentences, two a paragraph."""
    sentences = [
        f"In ward {number} the council counted {number * 7 + place} bridges, {place} percent more than before."
        for place in range(CLAIMS_EACH)
    ]
    texts = [" ".join(sentences[start : start + 2]) for start in range(0, CLAIMS_EACH, 2)]
    raw = "\n\n".join(texts).encode()
    return Article(tuple(map(Paragraph, texts)), title=f"Ward {number}", original=Original(raw, f"ward-{number}.txt"))


def every_sentence(article: Article) -> Iterator[Claim]:
    """Each of its sentences as a claim."""
    for number, paragraph in enumerate(article.paragraphs):
        middle = paragraph.text.index(". In ") + 1
        for start, end in ((0, middle), (middle + 1, len(paragraph.text))):
            yield Claim(paragraph.text[start:end], number, start, end, worth=0.5, reasons=("number",))


def fill(folder: Path, claims: int) -> float:
    """Make a library of so many claims; seconds a thousand of them."""
    start = time.perf_counter()
    with Library.open(folder, find_claims=every_sentence) as library:
        articles = claims // CLAIMS_EACH
        for first in range(0, articles, 1000):
            library.add_many(map(make_article, range(first, min(first + 1000, articles))))
    return (time.perf_counter() - start) / claims * 1000


def claim_document(number: int) -> dict[str, Any]:
    """A claim for the others, of about 400 bytes as JSON."""
    text = f"In ward {number} the council counted {number * 7} bridges, 3 percent more than before. " * 3
    return {"id": f"{number:012x}", "article": f"{number // 10:012x}", "status": "unverified", "rev": 0, "text": text}


def library_marks(folder: Path, closing: ExitStack) -> Mark:
    """Marks in an open library."""
    library = closing.enter_context(Library.open(folder, find_claims=every_sentence))
    ids = [claim.id for claim in library.claims(limit=1000)]
    return lambda turn: library.mark(ids[turn % len(ids)], STATUSES[turn % 3], by=f"checker {turn}")


def sqlite_marks(path: Path, claims: int, closing: ExitStack) -> Mark:
    """Marks in sqlite3."""
    base = sqlite3.connect(path, isolation_level=None)
    closing.callback(base.close)
    base.execute("pragma journal_mode=WAL")
    base.execute("pragma synchronous=FULL")
    base.execute("create table claims(id text primary key, status text, document text)")
    base.execute("create table history(claim text, by text, at text, was text, now text)")
    base.execute("begin")
    documents = map(claim_document, range(claims))
    base.executemany(
        "insert into claims values(?, 'unverified', ?)", ((one["id"], json.dumps(one)) for one in documents)
    )
    base.execute("commit")

    def mark(turn: int) -> None:
        changed = claim_document(turn * 7919 % claims) | {"status": STATUSES[turn % 3], "rev": turn}
        base.execute("begin immediate")
        base.execute(
            "update claims set status = ?, document = ? where id = ?",
            (changed["status"], json.dumps(changed), changed["id"]),
        )
        base.execute(
            "insert into history values(?, 'ana', '2026', 'unverified', ?)", (changed["id"], changed["status"])
        )
        base.execute("commit")

    return mark


def tinydb_marks(path: Path, claims: int, closing: ExitStack) -> Mark:
    """Marks in TinyDB as it comes."""
    base = closing.enter_context(TinyDB(path))
    table = base.table("claims")
    table.insert_multiple(map(claim_document, range(claims)))
    return lambda turn: table.update({"status": STATUSES[turn % 3], "rev": turn}, doc_ids=[turn * 7919 % claims + 1])


def floor_marks(path: Path, closing: ExitStack) -> Mark:
    """The least a durable mark can be: a short line appended and flushed."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    closing.callback(os.close, descriptor)
    flush = getattr(os, "fdatasync", os.fsync)

    def mark(turn: int) -> None:
        os.write(descriptor, b"%150d\n" % turn)
        flush(descriptor)

    return mark


def milliseconds(act: Callable[[], object]) -> float:
    """What it takes by the clock."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1e3


def in_turn(subjects: dict[str, Mark], slow: Iterable[str]) -> dict[str, float]:
    """Median milliseconds of a mark of each."""
    turns = count(1)
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for turn in range(ROUNDS):
        for name, mark in subjects.items():
            if name in slow and turn >= SLOW_ROUNDS:
                continue
            for number in [next(turns) for _ in range(1 if name in slow else BLOCK)]:
                taken[name].append(milliseconds(partial(mark, number)))
    return {name: statistics.median(times) for name, times in taken.items()}


def reading_costs(folder: Path) -> dict[str, float]:
    """Milliseconds of what is asked most: opening with the first counts, counts, a filter, a page of it."""

    def open_and_count() -> None:
        with Library.open(folder) as library:
            library.counts()

    costs = {"open": min(milliseconds(open_and_count) for _ in range(3))}
    with Library.open(folder) as library:
        library.counts()
        article = library.articles()[0].id
        asked: dict[str, Callable[[], object]] = {
            "counts": library.counts,
            "disputed": lambda: library.claims(status="disputed"),
            "first 50": lambda: library.claims(limit=50),
            "one article": lambda: library.claims(article),
        }
        for name, ask in asked.items():
            costs[name] = statistics.median(milliseconds(ask) for _ in range(5))
    return costs


def main() -> None:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000, help="of the large library (default: 10000)")
    claims = max(parser.parse_args().claims, SMALL)
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as made, ExitStack() as closing:
        scratch = Path(made)
        filled = {size: fill(scratch / f"library-{size}", size) for size in sorted({SMALL, claims})}
        reading = reading_costs(scratch / f"library-{claims}")
        marks = in_turn(
            {
                "small": library_marks(scratch / f"library-{SMALL}", closing),
                "library": library_marks(scratch / f"library-{claims}", closing),
                "sqlite3": sqlite_marks(scratch / "claims.sqlite", claims, closing),
                "TinyDB": tinydb_marks(scratch / "tinydb.json", claims, closing),
                "flush": floor_marks(scratch / "floor", closing),
            },
            slow=["TinyDB"],
        )
    print(f"{claims:,} claims, medians in milliseconds")
    for name, taken in (marks | reading).items():
        print(f"  {'mark, ' if name in marks else ''}{name:<16} {taken:10.3f}")
    print("ratios")
    for name in ("sqlite3", "TinyDB", "flush", "small"):
        print(f"  mark to {name:<16} {marks['library'] / marks[name]:10.4f}")
    print(f"  import, {claims:,} to {SMALL:,} {filled[claims] / filled[SMALL]:10.3f}")


if __name__ == "__main__":
    main()
