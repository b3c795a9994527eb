"""The published checks of a folder: taken in whole or not at all, found without reading the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tuifact.errors import TuifactError
from tuifact.matching import CheckStore, PublishedCheck, Skipped

CHECKS = [
    PublishedCheck(f"Claim {number}", "False", url=f"https://checks.example/{number}", publisher="Barn Desk")
    for number in range(60)
]


def test_checks_are_added_updated_and_left_as_they_are(tmp_path: Path) -> None:
    store = CheckStore(tmp_path / "checks")
    first = store.update([*CHECKS, Skipped("empty entry"), Skipped("empty entry", count=4), CHECKS[0]])
    assert (first.added, first.updated, first.unchanged) == (60, 0, 0)
    assert first.skipped == {"empty entry": 5, "twice in this feed": 1}
    again = store.update([replace(CHECKS[3], verdict="True"), CHECKS[4]])
    assert (again.added, again.updated, again.unchanged) == (0, 1, 1)
    found = store.check(CHECKS[3].id)
    assert found is not None
    assert found.verdict == "True"
    assert len(store) == 60


def test_each_check_is_found_by_its_id(tmp_path: Path) -> None:
    store = CheckStore(tmp_path)
    store.update(CHECKS)
    assert [store.check(check.id) for check in CHECKS] == CHECKS
    assert sorted(store.checks(), key=lambda check: check.id) == list(store.checks())
    for unknown in ("", "check:", "check:0", "check:zz", "\ud800", "a"):
        assert store.check(unknown) is None
        assert unknown not in store


def test_an_empty_store_is_no_error(tmp_path: Path) -> None:
    store = CheckStore(tmp_path / "none")
    assert (len(store), list(store.checks()), store.check("check:1"), store.stamp()) == (0, [], None, "")
    assert store.update([Skipped("empty entry")]).added == 0


def test_the_stamp_changes_with_the_checks(tmp_path: Path) -> None:
    store = CheckStore(tmp_path)
    store.update(CHECKS[:2])
    before = store.stamp()
    assert store.stamp() == before
    assert store.update(CHECKS[:2]).kept == 2
    assert store.stamp() == before
    assert store.update(CHECKS[2:3]).kept == 3
    assert store.stamp() != before


def test_an_import_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    store = CheckStore(tmp_path)
    store.update(CHECKS[:2])

    def cut() -> Iterator[PublishedCheck]:
        yield CHECKS[5]
        raise TuifactError("the feed went away")

    with pytest.raises(TuifactError, match="went away"):
        store.update(cut())
    assert len(store) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checks.jsonl", "lock"]


def test_a_damaged_line_is_left_out(tmp_path: Path) -> None:
    store = CheckStore(tmp_path)
    store.update(CHECKS)
    file = tmp_path / "checks.jsonl"
    file.write_bytes(file.read_bytes()[:-20])
    assert len(list(store.checks())) == 59
    assert store.update(CHECKS).added == 1


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TuifactError, match="file"):
        CheckStore(tmp_path / "file").update(CHECKS)


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    CheckStore(tmp_path).update((CHECKS[number % 60] for number in range(2500)), told.append)
    assert told == [1000, 2000]


def test_an_id_depends_on_page_and_claim_alone() -> None:
    check = CHECKS[0]
    assert replace(check, verdict="True", headline="New").id == check.id
    assert replace(check, claim="Another").id != check.id
    assert replace(check, publisher="").source == "checks.example"
