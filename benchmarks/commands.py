"""What a small command costs: its CPU time as a ratio to that of a Python that does nothing, in the same rounds.

Run it with `python benchmarks/commands.py [rounds]`. The ratio is the median over the rounds; `least` is the smallest
CPU time seen, in milliseconds, which other work on the machine disturbs least.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 9

NOTHING = ("python -c pass", ["-c", "pass"])
MEASURED = [
    ("import tuifact", ["-c", "import tuifact"]),
    ("import typer", ["-c", "import typer"]),
    ("tuifact --help", ["-m", "tuifact", "--help"]),
    ("tuifact list", ["-m", "tuifact", "list"]),
    ("tuifact claims --json", ["-m", "tuifact", "claims", "--json"]),
    ("tuifact clean", ["-m", "tuifact", "clean", "article.txt"]),
    ("tuifact export", ["-m", "tuifact", "export"]),
]

ARTICLE = "Harbour bridge reopens\n\n" + "\n\n".join(
    f"The bridge carried {number},500 vehicles a day in {1980 + number}, the port authority said."
    for number in range(30)
)


def cpu_seconds(arguments: list[str], folder: Path) -> float:
    """User and system time of this Python with these arguments, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "TUIFACT_LIBRARY": str(folder / "library")}
    subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int) -> None:
    """Measure, and print a line a command."""
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as scratch:
        folder = Path(scratch)
        (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
        cpu_seconds(["-m", "tuifact", "import", "article.txt"], folder)
        seen: dict[str, list[float]] = {name: [] for name, _ in [NOTHING, *MEASURED]}
        for _ in range(rounds):
            for name, arguments in [NOTHING, *MEASURED]:
                seen[name].append(cpu_seconds(arguments, folder))
    print(f"{'':24}{'ratio':>7}{'least, ms':>12}")
    for name, times in seen.items():
        ratio = statistics.median(ours / bare for ours, bare in zip(times, seen[NOTHING[0]], strict=True))
        print(f"{name:24}{ratio:7.1f}{1000 * min(times):12.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
