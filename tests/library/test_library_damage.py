"""Damage: what is read is right, or the library refuses in words and leaves the file alone; never silently wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from library_stock import cloned, flipped, journal_of, opened, statuses, stocked, town

from tuifact.errors import LibraryError
from tuifact.library.store.files import FILE_MODE

AS_ROOT = os.name == "nt" or os.geteuid() == 0


@pytest.fixture
def live(tmp_path: Path) -> tuple[Path, list[dict[str, str]]]:
    """A library whose last marks are in its journal only, and its states after each mark."""
    folder = tmp_path / "library"
    ids = stocked(folder, 1)
    with opened(folder) as library:
        library.compact()
    states = [statuses(folder)]
    with opened(folder) as library:
        for id_ in ids:
            library.mark(id_, "verified", by="ana")
            states.append({claim.id: claim.status.value for claim in library.claims()})
    return folder, states


def outcome(folder: Path) -> dict[str, str] | None:
    """How the claims stand; None when the library refuses in words."""
    try:
        return statuses(folder)
    except LibraryError as error:
        refusal = error
    assert str(folder) in refusal.message
    assert refusal.hint
    return None


def read_everything(folder: Path) -> None:
    """Look into every file of the library."""
    with opened(folder) as library:
        for summary in library.articles():
            library.article(summary.id)
        library.history()


def test_a_journal_cut_anywhere_is_a_state_that_was(live: tuple[Path, list[dict[str, str]]]) -> None:
    folder, states = live
    path = journal_of(folder)
    data = path.read_bytes()
    first = len(data) - sum(len(line) for line in data.splitlines(keepends=True)[-3:])
    for length in range(len(data)):
        path.write_bytes(data[:length])
        found = outcome(folder)
        if length < first:
            assert found is None, f"cut to {length} bytes: the snapshot knows more"
            assert path.read_bytes() == data[:length]
        else:
            assert found == states[data[first:length].count(b"\n")]


def test_a_torn_line_is_cut_off_at_the_next_mark(live: tuple[Path, list[dict[str, str]]]) -> None:
    folder, states = live
    path = journal_of(folder)
    path.write_bytes(path.read_bytes()[:-7])
    with opened(folder) as library:
        claim = library.claims()[2]
        assert claim.status == "unverified"
        library.mark(claim.id, "disputed", by="ben")
    assert statuses(folder) == states[2] | {claim.id: "disputed"}


@pytest.mark.parametrize("tail", [b"\0", bytes(4096), b'{"sum":"', b'{"sum":"00000000","n":9}'])
def test_a_tail_that_is_no_line_is_harmless(live: tuple[Path, list[dict[str, str]]], tail: bytes) -> None:
    folder, states = live
    path = journal_of(folder)
    path.write_bytes(path.read_bytes() + tail)
    assert outcome(folder) == states[-1]
    with opened(folder) as library:
        library.undo()
    assert statuses(folder) == states[-2]


def test_a_flipped_bit_is_noticed_wherever_it_is_read(live: tuple[Path, list[dict[str, str]]]) -> None:
    folder, states = live
    path = journal_of(folder)
    data = path.read_bytes()
    unsettled = len(data) - sum(len(line) for line in data.splitlines(keepends=True)[-3:])
    for at in range(unsettled - 40, len(data), 3):
        path.write_bytes(flipped(data, at, at % 8))
        found = outcome(folder)
        # A bit in the very last newline is a last line that never ended, and that one is told from a torn one.
        assert found is None or found == states[-1], f"byte {at}"


@pytest.mark.parametrize("name", ["claims.json", "journal", "articles", "originals"])
def test_every_file_is_held_against_its_checksum(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "library"
    stocked(folder, 1)
    with opened(folder) as library:
        library.compact()
    path = folder / name
    if path.is_dir():
        (path,) = path.iterdir()
    data = path.read_bytes()
    for at in range(0, len(data), 7):
        path.write_bytes(flipped(data, at, at % 8))
        with pytest.raises(LibraryError) as caught:
            read_everything(folder)
        assert str(path) in caught.value.message
        assert path.read_bytes() == flipped(data, at, at % 8)


@pytest.mark.parametrize("data", [b"", b"{}", b"null", b"\0" * 100, b'{"_default": {}}', b"<<<<<<< HEAD\n"])
def test_a_snapshot_that_is_none_is_refused_and_kept(tmp_path: Path, data: bytes) -> None:
    stocked(tmp_path)
    (tmp_path / "claims.json").write_bytes(data)
    with pytest.raises(LibraryError, match=r"claims\.json") as caught:
        opened(tmp_path)
    assert "tuifact doctor" in caught.value.hint
    assert (tmp_path / "claims.json").read_bytes() == data


def test_a_missing_snapshot_beside_a_journal_is_no_empty_library(tmp_path: Path) -> None:
    stocked(tmp_path)
    (tmp_path / "claims.json").unlink()
    with pytest.raises(LibraryError, match="missing"):
        opened(tmp_path)
    assert not (tmp_path / "claims.json").exists()


def test_a_file_is_no_library(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("words")
    with pytest.raises(LibraryError, match="file"):
        opened(path)
    with pytest.raises(LibraryError, match="file"):
        opened(path / "below")
    assert path.read_text() == "words"


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows has no such modes")
    before = os.umask(0)
    try:
        folder = tmp_path / "library"
        ids = stocked(folder)
        with opened(folder) as library:
            library.mark(ids[0], "verified")
            library.compact()
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    for path in folder.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else FILE_MODE), path


@pytest.mark.parametrize("name", ["claims.json", "journal", "articles", "originals", ".lock"])
def test_no_symbolic_link_is_followed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "library"
    stocked(folder)
    with opened(folder) as library:
        library.compact()
    path, elsewhere = folder / name, tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    with pytest.raises(LibraryError, match="symbolic link"):
        opened(folder)


@pytest.mark.parametrize("name", ["journal", "articles", "originals"])
def test_no_link_inside_is_followed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "library"
    stocked(folder, 1)
    (path,) = (folder / name).iterdir()
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    with pytest.raises(LibraryError, match="symbolic link"):
        read_everything(folder)


def test_an_article_is_not_written_through_a_link(tmp_path: Path) -> None:
    folder, target = tmp_path / "library", tmp_path / "target"
    target.write_text("precious")
    article = town(1)
    with opened(folder) as library:
        (folder / "originals" / article.original.sha256).symlink_to(target)
        with pytest.raises(LibraryError, match="symbolic link"):
            library.add(article)
        assert library.articles() == ()
    assert target.read_text() == "precious"


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_opens_for_reading(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    ids = stocked(folder)
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        with opened(folder) as library:
            assert library.read_only
            assert len(library.claims()) == 6
            for change in (lambda: library.mark(ids[0], "verified"), library.undo, library.compact):
                with pytest.raises(LibraryError, match="only be read") as caught:
                    change()
                assert caught.value.hint
    finally:
        for path in everything:
            path.chmod(0o700)


FULL = """
import resource, signal, sys
from pathlib import Path
from tuifact.errors import LibraryError
from tuifact.library import Library
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
library = Library.open(Path(sys.argv[1]))
ids = sys.argv[2:]
library.mark(ids[0], "verified", by="before")
size = max(path.stat().st_size for path in Path(sys.argv[1]).rglob("*.jsonl"))
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 500, resource.RLIM_INFINITY))
for attempt in range(2):
    try:
        library.mark(ids[1], "verified", by="full", note="words " * 200)
    except LibraryError as error:
        print(error.message)
        print(bool(error.hint))
    print(library.claim(ids[1]).status)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
library.mark(ids[2], "verified", by="after")
library.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_full_disk_refuses_and_loses_nothing(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    ran = subprocess.run([sys.executable, "-c", FULL, str(tmp_path), *ids[:3]], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    refusal, hint, status = ran.stdout.splitlines()[:3]
    assert refusal.startswith("cannot write")
    assert (hint, status) == ("True", "unverified")
    with opened(tmp_path) as library:
        assert [library.claim(id_).by for id_ in ids[:3]] == ["before", "", "after"]
        assert len(library.history(ids[1])) == 1


def test_an_earlier_version_put_in_place_is_read_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    ids = stocked(folder)
    other = cloned(folder, "other")
    with opened(other) as library:
        library.mark(ids[1], "disputed", by="ben")
    with opened(folder) as library:
        library.mark(ids[0], "verified", by="ana")
        for path in other.rglob("*.jsonl"):
            path.replace(folder / "journal" / path.name)
        found = {claim.id: claim.by for claim in library.claims()}
        # The journal of this machine went back to before its mark, as `git checkout` of an earlier state does.
        assert (found[ids[0]], found[ids[1]]) == ("", "ben")
        library.mark(ids[0], "verified", by="ana")
    assert list(statuses(folder).values()).count("unverified") == 4
