"""The doctor: sees every damage, and repairs only with a backup made first."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from library_stock import flipped, journal_of, opened, statuses, stocked, town

from tuifact.errors import LibraryError
from tuifact.library import backup, examine, repair, restore
from tuifact.library.upkeep.doctor import Examination


@pytest.fixture
def worked_on(tmp_path: Path) -> tuple[Path, list[str]]:
    """A library with settled and unsettled marks, and the ids of its claims."""
    folder = tmp_path / "library"
    ids = stocked(folder)
    with opened(folder) as library:
        library.mark(ids[0], "verified", by="ana")
        library.compact()
        library.mark(ids[1], "disputed", by="ben")
    return folder, ids


def words(examination: Examination) -> str:
    return "\n".join(finding.words for finding in examination.findings)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sound_library_has_no_findings(worked_on: tuple[Path, list[str]]) -> None:
    folder, _ = worked_on
    before = contents(folder)
    examination = examine(folder, compact=False)
    assert examination.findings == ()
    assert examination.is_sound
    assert (examination.articles, examination.claims, examination.transactions) == (2, 6, 3)
    assert contents(folder) == before
    mended = repair(folder)
    assert (mended.backup, mended.done) == (None, ())
    assert contents(folder) == before


def test_a_sound_library_is_left_settled(worked_on: tuple[Path, list[str]]) -> None:
    folder, _ = worked_on
    assert b'"disputed"' not in (folder / "claims.json").read_bytes()
    examine(folder)
    assert b'"disputed"' in (folder / "claims.json").read_bytes()
    assert examine(folder).findings == ()


def test_there_must_be_a_library(tmp_path: Path) -> None:
    for ask in (examine, repair):
        with pytest.raises(LibraryError, match="no library"):
            ask(tmp_path)
    assert list(tmp_path.iterdir()) == []


def every_file(folder: Path) -> list[Path]:
    return [path for path in contents(folder) if not path.name.startswith(".")]


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("damage", ["flip", "cut", "empty"])
def test_every_damage_is_seen_and_what_holds_is_saved(
    worked_on: tuple[Path, list[str]], number: int, damage: str
) -> None:
    folder, ids = worked_on
    path = sorted(every_file(folder))[number]
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes({"flip": flipped(data, middle), "cut": data[:middle], "empty": b""}[damage])
    before = contents(folder)
    examination = examine(folder)
    assert not examination.is_sound
    assert str(path) in words(examination)
    assert contents(folder) == before
    mended = repair(folder)
    assert mended.before == examination
    assert mended.done
    assert mended.backup is not None
    with zipfile.ZipFile(mended.backup) as archive:
        assert archive.read(path.relative_to(folder).as_posix()) == before[path]
    # The settled mark is safe whatever single file is damaged; the other is in one place only, the journal.
    found = statuses(folder)
    assert found[ids[0]] == "verified"
    if path.suffix != ".jsonl":
        assert found[ids[1]] == "disputed"
    with opened(folder) as library:
        library.add_many([town(0), town(1)])
        assert library.claim(ids[0]).status == "verified"
    assert examine(folder).findings == ()


def test_a_missing_file_is_named_and_comes_back_with_its_source(worked_on: tuple[Path, list[str]]) -> None:
    folder, _ = worked_on
    path = next((folder / "originals").iterdir())
    path.unlink()
    examination = examine(folder)
    assert f"{path} is missing" in words(examination)
    assert not examination.is_mendable
    with opened(folder) as library:
        library.add_many([town(0), town(1)])
    assert examine(folder).findings == ()


def test_both_snapshot_and_an_article_lost_still_gives_the_verdicts_back(worked_on: tuple[Path, list[str]]) -> None:
    folder, ids = worked_on
    before = statuses(folder)
    (folder / "claims.json").unlink()
    for path in (folder / "articles").iterdir():
        path.write_bytes(b"")
    repair(folder)
    with opened(folder) as library:
        library.add_many([town(0), town(1)])
    assert len(statuses(folder)) == 6
    repair(folder)
    assert statuses(folder) == before
    assert set(ids) == set(before)


def test_strangers_and_leftovers_are_named(worked_on: tuple[Path, list[str]]) -> None:
    folder, _ = worked_on
    stranger, leftover = folder / "originals" / "notes.txt", folder / "claims.json.new"
    stranger.write_text("mine")
    leftover.write_text("half")
    if os.name != "nt":
        stranger.chmod(0o600)
        leftover.chmod(0o600)
    examination = examine(folder)
    assert examination.is_sound
    assert {finding.words.split(" ")[0] for finding in examination.findings} == {str(stranger), str(leftover)}
    repair(folder)
    assert stranger.read_text() == "mine"
    assert not leftover.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_others_may_read_is_made_private(worked_on: tuple[Path, list[str]]) -> None:
    folder, _ = worked_on
    folder.chmod(0o755)
    (folder / "claims.json").chmod(0o644)
    journal_of(folder).chmod(0o640)
    examination = examine(folder)
    assert examination.is_sound
    assert len(examination.findings) == 3
    assert repair(folder).after.findings == ()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "claims.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_are_named_and_left_alone(worked_on: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _ = worked_on
    link = folder / "articles" / "link.json"
    link.symlink_to(tmp_path / "elsewhere")
    examination = examine(folder)
    assert "symbolic link" in words(examination)
    assert not examination.is_sound


def test_a_torn_line_is_only_worth_knowing(worked_on: tuple[Path, list[str]]) -> None:
    folder, ids = worked_on
    path = journal_of(folder)
    path.write_bytes(path.read_bytes()[:-5])
    examination = examine(folder)
    assert examination.is_sound
    assert "cut off by a crash" in words(examination)
    with opened(folder) as library:
        library.mark(ids[2], "verified")
    assert examine(folder).findings == ()


def test_a_backup_holds_everything_and_is_verified(worked_on: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, ids = worked_on
    file = tmp_path / "saved" / "library.zip"
    saved = backup(folder, file)
    assert (saved.file, saved.size) == (file, file.stat().st_size)
    assert saved.files == len([path for path in contents(folder) if path.name != ".lock"])
    copy = tmp_path / "copy"
    restored = restore(file, copy)
    assert restored.files == saved.files
    assert statuses(copy) == statuses(folder)
    with opened(copy) as library, opened(folder) as original:
        assert library.history() == original.history()
        library.mark(ids[5], "verified")
    assert examine(copy).findings == ()
    if os.name != "nt":
        assert {path.stat().st_mode & 0o777 for path in copy.rglob("*")} == {0o600, 0o700}
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_backup_never_overwrites(worked_on: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _ = worked_on
    file = tmp_path / "taken"
    file.write_text("precious")
    with pytest.raises(LibraryError, match="there already"):
        backup(folder, file)
    with pytest.raises(LibraryError, match="no library"):
        backup(tmp_path / "nowhere", tmp_path / "b.zip")
    assert file.read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library", "taken"]


def test_restoring_needs_an_empty_place(worked_on: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _ = worked_on
    file = tmp_path / "b.zip"
    backup(folder, file)
    before = contents(folder)
    with pytest.raises(LibraryError, match="not empty"):
        restore(file, folder)
    assert contents(folder) == before
    (tmp_path / "empty").mkdir()
    restore(file, tmp_path / "empty")
    assert statuses(tmp_path / "empty") == statuses(folder)


def test_a_damaged_backup_is_refused_and_leaves_nothing(worked_on: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _ = worked_on
    file = tmp_path / "b.zip"
    backup(folder, file)
    data = file.read_bytes()
    wanted = statuses(folder)
    for at in range(0, len(data), 97):
        file.write_bytes(flipped(data, at, at % 8))
        target = tmp_path / "restored" / str(at)
        target.parent.mkdir(exist_ok=True)
        try:
            restore(file, target)
        except LibraryError as error:
            refusal = error
            assert not list(target.parent.iterdir())
        else:
            # A bit of the archive's own fringe (a date, a mode) that no file depends on.
            assert statuses(target) == wanted
            for path in sorted(target.rglob("*"), reverse=True):
                path.unlink() if path.is_file() else path.rmdir()
            target.rmdir()
    assert str(file) in refusal.message
    assert refusal.hint


@pytest.mark.parametrize("name", ["../escape", "/etc/escape", "journal/../../escape.jsonl", "claims.json/x"])
def test_a_backup_cannot_write_outside(tmp_path: Path, name: str) -> None:
    import hashlib
    import json

    file = tmp_path / "evil.zip"
    files = {"claims.json": b"{}", name: b"x"}
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    with zipfile.ZipFile(file, "w") as archive:
        for member, data in files.items():
            archive.writestr(member, data)
        archive.writestr("backup.json", json.dumps({"kind": "tuifact library", "schema": 1, "made": "", "files": sums}))
    with pytest.raises(LibraryError, match="no backup"):
        restore(file, tmp_path / "target")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evil.zip"]


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_backup_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    with pytest.raises(LibraryError, match="backup") as caught:
        restore(file, tmp_path / "target")
    assert caught.value.hint
    with pytest.raises(LibraryError):
        restore(tmp_path / "missing", tmp_path / "target")
    assert not (tmp_path / "target").exists()


def test_what_an_interrupted_import_left_is_no_damage(worked_on: tuple[Path, list[str]]) -> None:
    folder, _ = worked_on
    torn = [folder / "articles" / f"{'0' * 12}.json", folder / "originals" / ("0" * 64)]
    for path in torn:
        path.write_bytes(b'{"sum":"0')
        path.chmod(0o600)
    findings = examine(folder).findings
    assert [(finding.grave, finding.mendable) for finding in findings] == [(False, True)] * 2
    assert all("never ended" in finding.words for finding in findings)
    assert repair(folder).after.findings == ()
    assert not any(path.exists() for path in torn)
