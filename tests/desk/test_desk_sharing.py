"""Work shared among processes comes back whole and in order, and ends as it should when one of them does not."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest

from tuifact.desk import Desk, sharing
from tuifact.errors import TuifactError
from tuifact.model import Original
from tuifact.sources import open_sources


def corpus(folder: Path, count: int) -> Path:
    """A corpus of short articles, every seventh row of which is none."""
    rows = ({"text": f"Town {n} had {n + 40} bridges in 2019."} if n % 7 else n for n in range(count))
    path = folder / "towns.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def end_the_process(share: Sequence[object], terms: object) -> None:
    """What a system without memory does."""
    os._exit(9)


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    path, taken = corpus(tmp_path, 90), []
    for jobs in (1, 2):
        with Desk(tmp_path / f"library-{jobs}") as desk:
            items = list(desk.import_sources([str(path)], jobs=jobs))
            taken.append([(item.source, item.outcome, item.sha256, item.claims, str(item.error)) for item in items])
            article = next(item.article for item in items if item.article)
            assert desk.original(article).data == b'{"text": "Town 1 had 41 bridges in 2019."}'
    assert taken[0] == taken[1]
    assert len(taken[0]) == 90


def test_a_process_that_is_ended_from_outside_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "prepare_share", end_the_process)
    with Desk(tmp_path / "library") as desk, pytest.raises(TuifactError, match="was ended from outside"):
        list(desk.import_sources([str(corpus(tmp_path, 90))], jobs=2))


def test_shares_are_full_by_number_or_by_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "SHARE_BYTES", 100)
    received = list(open_sources([str(corpus(tmp_path, 40))]))
    shares = list(sharing.in_shares(received))
    assert [item for share in shares for item in share] == received
    assert all(sum(len(item.data) for item in share if isinstance(item, Original)) < 200 for share in shares)
    assert max(map(len, shares)) <= sharing.SHARE


def test_large_documents_do_not_queue_up() -> None:
    small, large = (sharing.Handed((), (), Future(), size) for size in (1_000, sharing.AHEAD_BYTES))
    assert not sharing.is_enough([small] * 2 * sharing.AHEAD, jobs=2)
    assert sharing.is_enough([small] * (2 * sharing.AHEAD + 1), jobs=2)
    assert not sharing.is_enough([large] * 2, jobs=2)
    assert sharing.is_enough([large] * 3, jobs=2)
