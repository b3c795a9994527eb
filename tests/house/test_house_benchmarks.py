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
sys.path.insert(0, {folder!r})
import all as page
from measuring import Figure
figure = Figure(**json.loads(sys.argv[1]))
print(page.objection(figure, {{page.key(figure): 2.0}}))
"""


@pytest.mark.parametrize(
    ("changed", "objection"),
    [
        ({"ratio": 3.5}, ""),
        ({"ratio": 3.7}, "3.70, was 2.00"),
        ({"ratio": 3.7, "waits": True}, ""),
        ({"ratio": 8.1, "waits": True}, "8.10, was 2.00"),
        ({"ratio": 1.5, "growth": True}, ""),
        ({"ratio": 1.7, "growth": True}, "grows more than in line: 1.70"),
    ],
    ids=str,
)
def test_what_counts_as_worse(changed: dict[str, float | bool], objection: str) -> None:
    figure = {"group": "reader", "name": "mark", "against": "one line", **changed}
    code = ASKED.format(folder=str(BENCHMARKS))
    ran = subprocess.run([sys.executable, "-c", code, json.dumps(figure)], capture_output=True, timeout=60, text=True)
    assert (ran.stdout.strip(), ran.stderr) == (objection, "")


def test_what_was_is_recorded_for_every_group() -> None:
    was = json.loads((BENCHMARKS / "was.json").read_text(encoding="utf-8"))
    groups = {name.partition(":")[0] for name in was}
    assert groups == {"first frame", "reader", "library", "cleaning", "worth", "matching", "import", "export"}
    assert all(ratio > 0 for ratio in was.values())
