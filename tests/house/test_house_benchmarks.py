"""The page of figures knows when one has become worse. It is not run here: no test is timed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"

ASKED = """
import json, sys
sys.path.insert(0, sys.argv[1])
import all as page
from measuring import Figure, LeftOut

runs = json.loads(sys.argv[2])

def measure(scale):
    if not runs:
        raise LeftOut("there is no such thing here")
    for name, ratio, growth in runs.pop(0):
        yield Figure("reader", name, "one line", ratio, growth=growth)

page.GROUPS = {"reader": measure}
page.WAS = page.Path(sys.argv[3])
sys.exit(page.compare(page.QUICK))
"""

Run = list[tuple[str, float, bool]]


@pytest.mark.parametrize(
    ("runs", "code", "said"),
    [
        ([[("mark", 3.3, False)]], 0, ""),
        ([[("mark", 3.5, False)], [("mark", 3.3, False)]], 0, ""),
        ([[("mark", 3.9, False)], [("mark", 3.5, False)]], 1, "worse: reader: mark / one line: 3.50, was 2.00\n"),
        ([[("new", 9.0, False)]], 0, ""),
        ([[("twice", 1.5, True)]], 0, ""),
        ([[("twice", 1.8, True)], [("twice", 1.5, True)]], 0, ""),
        (
            [[("twice", 1.7, True)], [("twice", 1.9, True)]],
            1,
            "worse: reader: twice / one line: grows more than in line: 1.70\n",
        ),
        ([], 0, ""),
    ],
    ids=["noise", "once", "twice", "not recorded", "growth", "growth once", "growth twice", "left out"],
)
def test_only_what_is_worse_twice_is_worse(runs: list[Run], code: int, said: str, tmp_path: Path) -> None:
    was = tmp_path / "was.json"
    was.write_text('{"reader: mark / one line": 2.0}', encoding="utf-8")
    command = [sys.executable, "-c", ASKED, str(BENCHMARKS), json.dumps(runs), str(was)]
    ran = subprocess.run(command, capture_output=True, timeout=60, text=True)
    assert (ran.returncode, ran.stderr) == (code, said)
    assert ("left out: there is no such thing here" in ran.stdout) is not bool(runs)
    assert ran.stdout.count("looks worse") == len(runs[1:])


def test_what_was_is_recorded_for_every_group() -> None:
    was = json.loads((BENCHMARKS / "was.json").read_text(encoding="utf-8"))
    groups = {name.partition(":")[0] for name in was}
    assert groups == {"first frame", "reader", "library", "cleaning", "worth", "matching", "import", "export"}
    assert all(ratio > 0 for ratio in was.values())
