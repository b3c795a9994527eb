"""Ctrl+C in the middle of an import: what was done is kept and said, and the same command goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from calling import Tuifact

ROWS = 900
"""More than a pipe that nobody reads has room for: the import cannot end before it is interrupted."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Short articles, no two alike."""
    path = tmp_path / "corpus.jsonl"
    rows = ({"title": f"Town {n}", "text": f"Town {n} had {n + 40} bridges in 2019."} for n in range(ROWS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.skipif(os.name == "nt", reason="signals are sent to processes otherwise there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_import_goes_on_where_it_ended(
    tuifact: Tuifact, library_folder: Path, corpus: Path, jobs: str
) -> None:
    command = [sys.executable, "-m", "tuifact", "import", str(corpus), "--jobs", jobs, "--json"]
    child = subprocess.Popen(
        command,
        env={**os.environ, "TUIFACT_LIBRARY": str(library_folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert child.stdout is not None
    first = json.loads(child.stdout.readline())
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    out, err = child.communicate(timeout=60)
    assert (child.returncode, first["outcome"]) == (130, "imported")
    told = err.decode().splitlines()
    assert len(told) == 1
    assert told[0].startswith("tuifact: interrupted after ")
    assert "is kept, and the same command goes on from there" in told[0]
    kept = len(tuifact("list", "--json").records)
    assert 0 < kept < ROWS
    assert kept > out.count(b"\n")

    again = Counter(record["outcome"] for record in tuifact("import", str(corpus), "--json").records)
    assert again == {"unchanged": kept, "imported": ROWS - kept}
    assert len(tuifact("list", "--json").records) == ROWS


def test_what_is_known_is_not_worked_out_again(tuifact: Tuifact, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tuifact("import", str(corpus), "--json").records
    monkeypatch.setattr("tuifact.desk.preparing.prepare", lambda *_: pytest.fail("it was cleaned again"))
    again = tuifact("import", str(corpus), "--tag", "towns", "--json").records
    assert [(one["article"], one["claims"]) for one in again] == [(one["article"], one["claims"]) for one in first]
    assert len(tuifact("list", "--tag", "towns", "--json").records) == ROWS
