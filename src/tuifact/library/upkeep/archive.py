"""A whole library in one portable file, and back: a ZIP archive with a list of what is in it and every SHA-256."""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tuifact.errors import LibraryError
from tuifact.library.store.draft import now
from tuifact.library.store.files import (
    CREATE,
    FILE_MODE,
    flush,
    flush_folder,
    make_folder,
    read_bytes,
    refuse_link,
    telling,
    write_file,
)
from tuifact.library.store.layout import Layout
from tuifact.library.store.lock import undisturbed
from tuifact.library.store.migrate import current_schema, refuse_newer

MANIFEST = "backup.json"
"""The list: `{"kind": "tuifact library", "schema": 1, "made": "…", "files": {"claims.json": "<sha256>", …}}`."""

LARGEST = 1 << 36
"""Bytes an archive may unpack to, 64 GiB: an archive that says more is none of ours."""

_OURS = re.compile(
    r"claims\.json|\.gitattributes|\.gitignore|journal/[^/\\:]+\.jsonl|articles/[0-9a-f-]+\.json|originals/[0-9a-f]{64}"
    r"|evidence/[0-9a-f]{64}|checks/checks\.jsonl"
)
_DAMAGES = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, RuntimeError, ValueError)
"""What `zipfile` raises for archives that are none, are damaged, or use what we never wrote."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Backup:
    """What was written or restored."""

    file: Path
    files: int
    """How many files of the library are in it."""
    size: int
    """Bytes of the archive."""


def backup(folder: Path, file: Path) -> Backup:
    """Write the library into one new file and read it back; nobody marks meanwhile.

    Damaged files are taken as they are: `tuifact doctor` is who judges them. Raises `LibraryError` when the file is
    there already, when something cannot be read or written, or when what was written does not read back the same.
    """
    layout = Layout(folder)
    if not layout.folder.is_dir():
        raise LibraryError(f"there is no library in {folder}", "name its folder with --library")
    with undisturbed(layout.lock):
        return back_up_locked(layout, file)


def back_up_locked(layout: Layout, file: Path) -> Backup:
    """The same for who holds the library's lock."""
    if file.exists():
        raise LibraryError(f"{file} is there already", "name a new file")
    make_folder(file.absolute().parent)
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        sums = _write(layout, beside)
        _verify(beside, sums)
        with telling("write", file):
            beside.rename(file)
    finally:
        with telling("remove", beside):
            beside.unlink(missing_ok=True)
    flush_folder(file.absolute().parent)
    return Backup(file, len(sums), file.stat().st_size)


def restore(file: Path, folder: Path) -> Backup:
    """Make the library in this folder from a backup; the folder must be empty or not there.

    Everything is unpacked beside and checked against the list before it takes its place. Raises `LibraryError` when the
    file is no backup, is damaged, or when something is in the way.
    """
    refuse_link(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LibraryError(f"{folder} is not empty", "name a new folder with --library")
    beside = folder.with_name(f"{folder.name}.{os.getpid()}.new")
    with _reading(file) as archive:
        sums = _manifest(archive, file)
        try:
            _unpack(archive, file, sums, Layout(beside))
            with telling("make", folder):
                if folder.exists():
                    folder.rmdir()
                beside.rename(folder)
        finally:
            # Not there any more once it has taken its place.
            shutil.rmtree(beside, ignore_errors=True)
    flush_folder(folder.absolute().parent)
    return Backup(file, len(sums), file.stat().st_size)


def _unpack(archive: zipfile.ZipFile, file: Path, sums: dict[str, str], layout: Layout) -> None:
    """Write what the list names, as far as it is what was saved."""
    places = [*layout.folders, *(layout.folder / place for place in sorted({name.rpartition("/")[0] for name in sums}))]
    for place in places:
        make_folder(place)
    for name, wanted in sums.items():
        data = archive.read(name)
        if sha256(data).hexdigest() != wanted:
            raise LibraryError(f"{file} is damaged: {name} is not what was saved", "use another backup")
        write_file(layout.folder / name, [data])
    for place in (*places, layout.folder):
        flush_folder(place)


def _write(layout: Layout, target: Path) -> dict[str, str]:
    """Write the archive; the SHA-256 of each file in it."""
    sums: dict[str, str] = {}
    with telling("write", target), open(target, "xb", opener=_opener) as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in _files(layout):
                name, data = path.relative_to(layout.folder).as_posix(), read_bytes(path)
                sums[name] = sha256(data).hexdigest()
                archive.writestr(_member(name), data)
            about = {"kind": "tuifact library", "schema": current_schema(), "made": now(), "files": sums}
            archive.writestr(_member(MANIFEST), json.dumps(about, indent=1))
        raw.flush()
        flush(raw.fileno())
    return sums


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | CREATE, FILE_MODE)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = FILE_MODE << 16
    return member


def _files(layout: Layout) -> Iterator[Path]:
    """Every file that belongs to a library, in the order of their names."""
    for path in sorted(layout.folder.rglob("*")):
        name = path.relative_to(layout.folder).as_posix()
        if _OURS.fullmatch(name) and path.is_file() and not path.is_symlink():
            yield path


def _verify(file: Path, sums: dict[str, str]) -> None:
    with _reading(file) as archive:
        for name, wanted in sums.items():
            if sha256(archive.read(name)).hexdigest() != wanted:
                raise LibraryError(f"{file}: {name} does not read back as it was written", "check the disk")


@contextmanager
def _reading(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with telling("read", file), zipfile.ZipFile(file) as archive:
            yield archive
    except _DAMAGES as error:
        raise LibraryError(f"{file} is damaged or no backup: {error}", "use another backup") from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, str]:
    """The list of the archive, held against what is in it before any of it is unpacked."""
    size = sum(member.file_size for member in archive.infolist())
    if size > LARGEST:
        raise LibraryError(f"{file} would unpack to {size:,} bytes", "use another backup")
    try:
        about = json.loads(archive.read(MANIFEST))
        kind, schema, sums = about["kind"], about["schema"], about["files"]
        good = kind == "tuifact library" and all(_OURS.fullmatch(name) for name in sums) and "claims.json" in sums
    except (KeyError, TypeError, ValueError) as error:
        raise LibraryError(f"{file} is no backup of a library", "name a file that tuifact backup wrote") from error
    if not good:
        raise LibraryError(f"{file} is no backup of a library", "name a file that tuifact backup wrote")
    refuse_newer(schema, file)
    return dict(sums)
