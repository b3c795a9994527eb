"""What it costs to open the reader: CPU time to the first frame as a ratio to that of a bare Textual app.

Run it with `python benchmarks/first_frame.py [rounds]`; Linux only. Each program runs on a pseudo-terminal of its own;
the first frame is there when a word of its content arrives, and the CPU time is that of all its threads at that
moment. The ratio is the median over rounds in which all were run; times are in milliseconds.

What a screen showed last is remembered and shown at once the next time: `first time` is without that memory.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROUNDS = 7
COLUMNS, LINES = 120, 40
PATIENCE = 60.0
"""Seconds a first frame may take at all."""

WORD = "Quillhaven"
"""What is looked for: in the title and in the first paragraph, and nowhere in the program."""

FIRST_TIME = "tuifact read, first time"

BARE = f"""
from textual.app import App
from textual.widgets import Static

class Bare(App[None]):
    def compose(self):
        yield Static("{WORD}")

Bare().run()
"""

ARTICLE = f"{WORD} bridge reopens\n\n{WORD} has its bridge back, the port authority said in 2024.\n\n" + "\n\n".join(
    f"The bridge carried {number},500 vehicles a day in {1980 + number}, the port authority said."
    for number in range(29)
)


def can_measure() -> bool:
    """Whether the scheduler tells of CPU time here; kernels without its statistics have no such file, or zeros."""
    try:
        return int(Path("/proc/self/schedstat").read_text(encoding="ascii").split()[0]) > 0
    except (OSError, ValueError, IndexError):
        return False


def cpu_to_first_frame(arguments: list[str], environment: dict[str, str]) -> float:
    """CPU milliseconds of this Python with these arguments until the word is on its screen."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    child = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        wait_for_word(ours, child)
        return cpu_milliseconds(child.pid)
    finally:
        child.kill()
        child.wait()
        os.close(ours)


def wait_for_word(screen: int, child: subprocess.Popen[bytes]) -> None:
    """Read what the program draws until the word is in it."""
    seen = b""
    deadline = time.monotonic() + PATIENCE
    while WORD.encode() not in seen:
        ready, _, _ = select.select([screen], [], [], max(0.0, deadline - time.monotonic()))
        if not ready or child.poll() is not None:
            raise SystemExit(f"no first frame: {seen[-400:].decode('utf-8', 'replace')}")
        seen += os.read(screen, 1 << 16)


def cpu_milliseconds(pid: int) -> float:
    """CPU time of all threads of a running process, from the scheduler's own account in nanoseconds."""
    accounts = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(account.read_text(encoding="ascii").split()[0]) for account in accounts) / 1e6


def measure(rounds: int) -> dict[str, list[float]]:
    """CPU milliseconds of each program in every round; the bare app is the first."""
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as scratch:
        folder = Path(scratch)
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "TUIFACT_LIBRARY": str(folder / "library"),
            "XDG_STATE_HOME": str(folder / "state"),
        }
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
        imported = [sys.executable, "-m", "tuifact", "import", str(folder / "article.txt"), "--json"]
        article = subprocess.run(imported, env=environment, capture_output=True, check=True, text=True).stdout
        identifier = article.partition('"article": "')[2].partition('"')[0]
        read = ["-m", "tuifact", "read", identifier]
        programs = {
            "bare Textual app": [str(folder / "bare.py")],
            FIRST_TIME: read,
            "tuifact read ARTICLE": read,
            "tuifact": ["-m", "tuifact"],
        }
        seen: dict[str, list[float]] = {name: [] for name in programs}
        for number in range(rounds + 1):  # The first round is for the memory alone.
            for name, arguments in programs.items():
                forgetful = {"XDG_STATE_HOME": str(folder / f"state-{number}")} if name == FIRST_TIME else {}
                taken = cpu_to_first_frame(arguments, environment | forgetful)
                seen[name] += [taken] if number else []
    return seen


def main(rounds: int) -> None:
    """Measure, and print a line a program."""
    seen = measure(rounds)
    print(f"{'':25}{'ratio':>7}{'median, ms':>12}{'least, ms':>12}")
    for name, times in seen.items():
        ratio = statistics.median(ours / bare for ours, bare in zip(times, seen["bare Textual app"], strict=True))
        print(f"{name:25}{ratio:7.2f}{statistics.median(times):12.0f}{min(times):12.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
