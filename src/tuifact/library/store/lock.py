"""One writer at a time, among the processes and among the threads of one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from tuifact.library.store.files import APPEND, FILE_MODE, refusal

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        while True:
            try:
                # LK_LOCK gives up after ten seconds; a compaction of a large library may take its time.
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            except OSError:
                continue
            return

    def _release(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class Lock:
    """The library's lock between processes, held inside a `with` block; the system frees it when its holder dies.

    Its holder may enter it again. It waits in the kernel, without polling: a mark takes a fraction of a millisecond,
    and a poll would cost more.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(path, APPEND, FILE_MODE)
        self._depth = 0

    def __enter__(self) -> Lock:
        if not self._depth:
            try:
                _take(self._descriptor)
            except OSError as error:
                raise refusal("lock", self._path, error) from error
        self._depth += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._depth -= 1
        if not self._depth:
            _release(self._descriptor)

    def close(self) -> None:
        """Give the file back."""
        os.close(self._descriptor)


@contextmanager
def undisturbed(path: Path) -> Iterator[bool]:
    """Nobody writes to the library meanwhile; whether we may. One that cannot be written needs no lock."""
    try:
        lock = Lock(path)
    except OSError:
        yield False
        return
    try:
        with lock:
            yield True
    finally:
        lock.close()
