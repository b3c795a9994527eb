"""A large corpus end to end, by the command: rate, memory and growth at each size, in one process and in two; an import
that is interrupted in the middle and goes on; one with bad rows.

    python benchmarks/corpus.py               1,000, 10,000 and 100,000 articles: a quarter of an hour
    python benchmarks/corpus.py --quick       200, 1,000 and 2,000: half a minute

The articles are made here, ninety words each. A rate is given by the CPU time of the program, which other programs do
not change, and by the clock. Growth is the CPU time an article beside that of the smallest size, start left out; 1.0
is linear. The peer is the least an import can do in plain Python: parse, hash, split, write.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

SIZES, QUICK = (1_000, 10_000, 100_000), (200, 1_000, 2_000)

INTERRUPTED = 130
"""What the command ends with after Ctrl+C."""

BAD = 50
"""Every so many rows one is no article, where that is measured."""

TOWNS = "Arlow Kelby Marrow Sommerby Dunmere Lindow Vessen Thornby".split()
PLACES = "bridge school clinic ferry library tram harbour theatre".split()


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of the command."""

    code: int
    cpu: float
    """Seconds, of the program and those that helped it."""
    wall: float
    memory: float
    """The most that one of its processes held, in MB."""
    outcomes: Counter[str] = field(default_factory=Counter)


def make_row(number: int, chance: random.Random) -> str:
    """A short article, none like another, as a line of a corpus."""
    town, place, weeks, cost = (
        chance.choice(TOWNS),
        chance.choice(PLACES),
        chance.randint(2, 80),
        chance.randint(3, 990),
    )
    text = (
        f"The council of {town} voted {chance.randint(5, 40)} to {chance.randint(0, 5)} on Tuesday to close "
        f"the {place} for {weeks} weeks. Repairs will cost {cost}.{number % 10} million crowns, says {number}.\n\n"
        f"“We had no choice after the inspection of {2000 + number % 24},” said mayor {chance.choice(TOWNS)}a Brandt. "
        f"About {cost * 37} people use the {place} every month, {weeks} percent more than ten years ago.\n\n"
        f"Residents were less certain. A petition against the plan has {cost * 3 + number} signatures so far, and its "
        "authors want a vote in the autumn. Nobody from the county office was there to comment when we asked."
    )
    return json.dumps({"title": f"{town} closes its {place} for {weeks} weeks ({number})", "text": text})


def make_corpus(path: Path, count: int, bad: int = 0) -> Path:
    """A corpus of so many rows; with `bad`, one row in so many has no text."""
    chance = random.Random(count)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            row = make_row(number, chance)
            file.write(('{"title": "empty"}' if bad and number % bad == 0 else row) + "\n")
    return path


def least(path: Path) -> float:
    """CPU seconds of a bare loop over the same rows, which holds none: what a program held when it started another
    counts as that one's memory."""
    begun = time.process_time()
    with path.open("rb") as lines, path.with_suffix(".least").open("w", encoding="utf-8") as file:
        for line in lines:
            row = json.loads(line)
            sentences = re.split(r"(?<=[.!?])\s+", row["text"])
            kept = {"sha256": hashlib.sha256(line).hexdigest(), "title": row["title"], "sentences": sentences}
            file.write(json.dumps(kept) + "\n")
    return time.process_time() - begun


def run(library: Path, *arguments: str, stop_after: int = 0) -> Ran:
    """The command on a library; with `stop_after`, it is interrupted when it has told of so many texts."""
    command = [sys.executable, "-m", "tuifact", "--library", str(library), *arguments]
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    outcomes: Counter[str] = Counter()
    for line in child.stdout or ():
        outcomes[json.loads(line).get("outcome", "told")] += 1
        if outcomes.total() == stop_after:
            child.send_signal(signal.SIGINT)
    _, status, usage = os.wait4(child.pid, 0)
    cpu, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    child.returncode = os.waitstatus_to_exitcode(status)
    return Ran(child.returncode, cpu, time.monotonic() - begun, memory, outcomes)


def expect(ran: Ran, code: int, **outcomes: int) -> None:
    """Stop here when a run ended in another way: its figures would mean nothing."""
    assert (ran.code, dict(ran.outcomes)) == (code, outcomes), ran


def tell(name: str, value: str) -> None:
    """One line of the table."""
    print(f"{name:52} {value:>12}", flush=True)


def measure_sizes(scratch: Path, sizes: Sequence[int]) -> None:
    """Rate, memory and growth at each size."""
    start, first = min(run(scratch / "none", "list").cpu for _ in range(3)), 0.0
    for size in sizes:
        path = make_corpus(scratch / f"{size}.jsonl", size)
        ran = run(scratch / f"library-{size}", "import", str(path), "--json")
        expect(ran, 0, imported=size)
        each = (ran.cpu - start) / size
        first = first or each
        tell(f"{size:,} articles, a CPU second", f"{1 / each:,.0f}")
        tell(f"{size:,} articles, a second by the clock", f"{size / ran.wall:,.0f}")
        tell(f"{size:,} articles, growth", f"{each / first:.2f}")
        tell(f"{size:,} articles, most memory held, MB", f"{ran.memory:.0f}")
        holds = run(scratch / f"library-{size}", "list", "--json", "--limit", "1").memory
        tell(f"{size:,} articles, most memory / that of the open library", f"{ran.memory / holds:.2f}")
        tell(f"{size:,} articles, CPU / a bare loop", f"{(ran.cpu - start) / least(path):.1f}")


def measure_sharing(scratch: Path, size: int) -> None:
    """Two processes beside one, in turns; the best of each, for only what else runs makes one slower."""
    walls: dict[int, list[Ran]] = {1: [], 2: []}
    for turn in range(3):
        for jobs, rans in walls.items():
            path, library = scratch / f"{size}.jsonl", scratch / f"shared-{turn}-{jobs}"
            rans.append(run(library, "import", str(path), "--json", "--jobs", str(jobs)))
    alone, shared = (min(rans, key=lambda ran: ran.wall) for rans in walls.values())
    tell(f"{size:,} articles, --jobs 2, times as fast by the clock", f"{alone.wall / shared.wall:.2f}")
    tell(f"{size:,} articles, --jobs 2, CPU / that of one", f"{shared.cpu / alone.cpu:.2f}")
    tell("processors this run had, of two", f"{shared.cpu / shared.wall:.2f}")


def measure_interruption(scratch: Path, size: int) -> None:
    """Ctrl+C in the middle, and the same command again."""
    library, path = scratch / "interrupted", scratch / f"{size}.jsonl"
    stopped = run(library, "import", str(path), "--json", stop_after=size // 2)
    kept = run(library, "list", "--json").outcomes.total()
    again = run(library, "import", str(path), "--json")
    assert stopped.code == INTERRUPTED, stopped
    expect(again, 0, unchanged=kept, imported=size - kept)
    assert run(library, "list", "--json").outcomes.total() == size
    tell(f"{size:,} articles, interrupted: kept", f"{kept:,}")
    tell(
        f"{size:,} articles, interrupted: CPU of both / of one run",
        f"{(stopped.cpu + again.cpu) / whole(scratch, path):.2f}",
    )


def whole(scratch: Path, path: Path) -> float:
    """CPU seconds of one run."""
    return run(scratch / "whole", "import", str(path), "--json").cpu


def measure_faults(scratch: Path, size: int) -> None:
    """Some rows are no articles: the others come in, and the exit code says so."""
    path = make_corpus(scratch / "faults.jsonl", size, BAD)
    ran = run(scratch / "faulty", "import", str(path), "--json")
    bad = len(range(0, size, BAD))
    expect(ran, 3, imported=size - bad, rejected=bad)
    tell(f"{size:,} rows, one in {BAD} bad: imported, named", f"{size - bad:,}, {bad:,}")


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the small form")
    chosen = parser.parse_args()
    # A shell that runs this in the background has Ctrl+C ignored, which programs inherit.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as name:
        os.environ |= {f"XDG_{kind}_HOME": name for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
        scratch, sizes = Path(name), QUICK if chosen.quick else SIZES
        measure_sizes(scratch, sizes)
        measure_sharing(scratch, sizes[1])
        measure_interruption(scratch, sizes[1])
        measure_faults(scratch, sizes[1])


if __name__ == "__main__":
    main()
