"""Files that are whole or not there, seen by their owner alone, never reached through a symbolic link.

Every `OSError` of the room becomes a `LibraryError` here, with the file's name, the reason and the way out.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from tuifact.errors import LibraryError

FOLDER_MODE, FILE_MODE = 0o700, 0o600

_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
READ = os.O_RDONLY | _SAFE
CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _SAFE
APPEND = os.O_RDWR | os.O_CREAT | os.O_APPEND | _SAFE

TOGETHER = 128
"""Files open at once while many are written; systems allow a program 256 and more."""

_FEW, _THREADS = 20, 16
"""Files so few that they are waited for one after the other; threads that wait where there are more."""

READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""What a system says when writing is not allowed, as opposed to not possible right now."""

_REASONS = {errno.ELOOP: "it is a symbolic link, which a library never follows"}
_HINTS = {
    errno.ENOSPC: "free some space and try again: nothing was lost",
    errno.EDQUOT: "free some space and try again: nothing was lost",
    errno.EFBIG: "files may not grow any further here: nothing was lost",
    errno.EACCES: "check who owns it, or name another folder with --library",
    errno.EPERM: "check who owns it, or name another folder with --library",
    errno.EROFS: "this disk cannot be written: copy the library elsewhere to work on it",
    errno.ENOTDIR: "a file is in the way: name another folder with --library",
    errno.EEXIST: "a file is in the way: name another folder with --library",
    errno.ELOOP: "put the file itself where the link is",
    errno.ENOENT: "when a sync folder is still bringing it, wait; else look with tuifact doctor",
    errno.EIO: "the disk reports a fault: copy the library to another disk",
}


def refusal(verb: str, path: Path, error: OSError) -> LibraryError:
    """The error a person can act on: `cannot write …/claims.json: No space left on device`."""
    number = error.errno or 0
    reason = _REASONS.get(number) or error.strerror or type(error).__name__
    return LibraryError(f"cannot {verb} {path}: {reason}", _HINTS.get(number, ""))


@contextmanager
def telling(verb: str, path: Path) -> Iterator[None]:
    """Turn an `OSError` inside into a `LibraryError` about this file."""
    try:
        yield
    except OSError as error:
        raise refusal(verb, path, error) from error


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, for its owner alone; one that is there stays as it is."""
    with telling("make the folder", folder):
        if folder.is_dir():
            return
        make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(FOLDER_MODE)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))


def refuse_link(path: Path) -> None:
    """Raise `LibraryError` when the path is a symbolic link."""
    if path.is_symlink():
        raise refusal("use", path, OSError(errno.ELOOP, ""))


def read_bytes(path: Path) -> bytes:
    """The whole file."""
    with telling("read", path), os.fdopen(os.open(path, READ), "rb") as file:
        return file.read()


def read_from(path: Path, start: int, count: int = -1) -> bytes:
    """Bytes of the file from an offset on; all of the rest when no count is given."""
    with telling("read", path), os.fdopen(os.open(path, READ), "rb") as file:
        file.seek(start)
        return file.read(count)


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte; the system may take them in parts."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _flush_function() -> Callable[[int], object]:
    if sys.platform == "darwin":
        # On macOS fsync leaves the bytes in the drive's own cache.
        from fcntl import F_FULLFSYNC, fcntl

        return lambda descriptor: fcntl(descriptor, F_FULLFSYNC)
    return getattr(os, "fdatasync", os.fsync)


flush = _flush_function()
"""Returns when the bytes of the descriptor are on the disk. A flush that failed must never be tried again: the system
may have thrown the bytes away and then reports success."""


def flush_folder(folder: Path) -> None:
    """Make the names in the folder durable; Windows does that by itself."""
    if os.name == "nt":
        return
    with telling("flush", folder):
        descriptor = os.open(folder, READ)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that nobody relies on yet, to the disk; its name is durable after `flush_folder`."""
    with telling("write", path):
        descriptor = os.open(path, CREATE, FILE_MODE)
        try:
            for piece in pieces:
                write_all(descriptor, piece)
            flush(descriptor)
        finally:
            os.close(descriptor)


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write many such files, to the disk, some at a time: the bytes of all are with the system before any is waited
    for."""
    pairs = iter(files.items())
    while together := list(islice(pairs, TOGETHER)):
        opened: list[tuple[Path, int]] = []
        try:
            for path, data in together:
                with telling("write", path):
                    opened.append((path, os.open(path, CREATE, FILE_MODE)))
                    write_all(opened[-1][1], data)
            _flush_all(opened)
        finally:
            for _, descriptor in opened:
                os.close(descriptor)


def _flush_all(opened: Sequence[tuple[Path, int]]) -> None:
    if len(opened) < _FEW:
        for file in opened:
            _flush_one(file)
        return
    # Threads wait for the disk together, which then writes for many in one go: half the time for a thousand.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(_flush_one, opened))


def _flush_one(file: tuple[Path, int]) -> None:
    path, descriptor = file
    with telling("write", path):
        flush(descriptor)


def replace_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Put these bytes in the place of the file so that at any moment the old or the new is there, whole."""
    beside = path.with_name(f"{path.name}.new")
    with telling("replace", path):
        beside.unlink(missing_ok=True)
    try:
        write_file(beside, pieces)
        with telling("replace", path):
            beside.replace(path)
    except LibraryError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)
