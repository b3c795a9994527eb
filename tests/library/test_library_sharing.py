"""Several processes, threads and openings on one folder: nobody's mark is lost, everybody sees it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from library_stock import opened, statuses, stocked, town

from tuifact.errors import Conflict

WRITER = """
import sys
from pathlib import Path
from tuifact.library import Library
folder, by, *ids = sys.argv[1:]
with Library.open(Path(folder)) as library:
    for id_ in ids:
        library.mark(id_, "verified", by=by)
    if by == "p0":
        library.compact()
"""


def test_two_openings_see_each_other(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as reader, opened(tmp_path) as writer:
        writer.mark(ids[0], "verified", by="ana")
        assert reader.claim(ids[0]).status == "verified"
        assert reader.counts()["verified"] == 1
        assert reader.history(ids[0])[-1].by == "ana"
        reader.mark(ids[0], "disputed", by="ben")
        assert writer.claim(ids[0]).by == "ben"
        added = writer.add(town(5))
        assert reader.article(added).text == town(5).text
        assert writer.undo()[0].was == "disputed"


def test_only_one_of_two_marks_on_the_same_revision_wins(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as one, opened(tmp_path) as other:
        one.mark(ids[0], "verified", by="ana", rev=0)
        with pytest.raises(Conflict):
            other.mark(ids[0], "disputed", by="ben", rev=0)


def test_a_compaction_beside_an_open_library_changes_nothing(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as one, opened(tmp_path) as other:
        one.mark(ids[0], "verified")
        other.compact()
        one.mark(ids[1], "verified")
        other.mark(ids[2], "verified")
        one.compact()
        assert other.counts() == one.counts() == {"verified": 3, "disputed": 0, "unverified": 3}
    assert list(statuses(tmp_path).values()).count("verified") == 3


def test_processes_marking_at_once_lose_nothing(tmp_path: Path) -> None:
    ids = stocked(tmp_path, 20)
    parts = [ids[number::3] for number in range(3)]
    with opened(tmp_path) as watching:
        running = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), f"p{number}", *part])
            for number, part in enumerate(parts)
        ]
        assert [process.wait() for process in running] == [0, 0, 0]
        assert watching.counts()["verified"] == 60
        assert {claim.id: claim.by for claim in watching.claims()} == {
            id_: f"p{number}" for number, part in enumerate(parts) for id_ in part
        }
        assert all(len(watching.history(id_)) == 2 for id_ in ids)


def test_threads_may_share_one_opening(tmp_path: Path) -> None:
    ids = stocked(tmp_path, 10)
    with opened(tmp_path) as library:
        with ThreadPoolExecutor(4) as pool:
            marked = list(pool.map(lambda id_: library.mark(id_, "disputed", by=id_), ids))
        assert all(claim.rev == 1 for claim in marked)
        assert {claim.by for claim in library.claims(status="disputed")} == set(ids)
        assert library.counts()["disputed"] == 30


def test_a_killed_writer_leaves_no_lock_behind(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    dying = """
import os, sys
from pathlib import Path
from tuifact.library import Library
library = Library.open(Path(sys.argv[1]))
library.mark(sys.argv[2], "verified", by="ana")
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", dying, str(tmp_path), ids[0]]).returncode == 9
    with opened(tmp_path) as library:
        assert library.claim(ids[0]).status == "verified"
        library.mark(ids[0], "disputed")
