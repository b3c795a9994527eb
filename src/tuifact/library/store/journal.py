"""The journal of one machine: a line a transaction, only ever appended to, each line with its checksum."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import orjson

from tuifact.errors import LibraryError
from tuifact.library.store.files import APPEND, FILE_MODE, flush, flush_folder, read_from, refusal, write_all
from tuifact.library.store.migrate import refuse_newer
from tuifact.library.store.seal import Damaged, is_sealed, seal, unseal
from tuifact.library.store.transaction import Transaction

WAY_OUT = "nothing was changed; tuifact doctor says what is wrong, tuifact doctor --repair saves what can be saved"

ENDING = 256
"""Bytes of a journal's last line that a bookmark's checksum covers at most."""


class Rewritten(Exception):
    """The journal is not the one that was read before: git or a sync folder put another in its place."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How much of a journal is known, and a checksum of its end that tells whether it is still the same journal."""

    position: int = 0
    """In bytes; always the start of a line."""
    check: int = 0
    """CRC-32 of the last line before the position, or of its last 256 bytes when it is longer; 0 at the beginning."""

    @classmethod
    def at_end(cls, position: int, ending: bytes) -> Bookmark:
        """The bookmark behind this ending of a journal, which must hold its last 256 bytes."""
        line = ending[-ENDING:]
        return cls(position, crc32(line[line.rfind(b"\n", 0, -1) + 1 :]))


class Journal:
    """One journal file, read from a bookmark on."""

    def __init__(self, path: Path, bookmark: Bookmark) -> None:
        self.path = path
        self.machine = path.stem
        self._name = str(path)
        self.position = bookmark.position
        """Where the next unread line begins, in bytes."""
        self._check = bookmark.check
        self._ending = b""
        self._size = 0
        self._identity: tuple[int, int] | None = None
        self._descriptor: int | None = None

    @property
    def bookmark(self) -> Bookmark:
        """How much has been read and written."""
        if self._identity is None:
            return Bookmark(self.position, self._check)
        return Bookmark.at_end(self.position, self._ending)

    def holds(self, bookmark: Bookmark) -> bool:
        """Whether the line that the bookmark stands behind is among those read, here or elsewhere: where git kept the
        lines of two branches, those of one come behind those of the other."""
        if not bookmark.position:
            return True
        text = read_from(self.path, 0, self.position)
        return any(crc32(line[-ENDING:]) == bookmark.check for line in text.splitlines(keepends=True))

    def news(self) -> list[Transaction]:
        """The transactions written since; raises `Rewritten`, or `LibraryError` when a line is damaged."""
        try:
            found = os.lstat(self._name)
        except FileNotFoundError:
            if self.position:
                raise Rewritten(self.path) from None
            return []
        except OSError as error:
            raise refusal("read", self.path, error) from error
        identity = found.st_dev, found.st_ino
        if identity != self._identity:
            self._meet(identity, found.st_size)
        self._size = found.st_size
        if found.st_size == self.position:
            return []
        if found.st_size < self.position:
            raise Rewritten(self.path)
        return self._read(read_from(self.path, self.position))

    def since(self, position: int) -> list[Transaction]:
        """The transactions read so far from this position, in bytes, on; all when no line begins there."""
        before = max(position - 1, 0)
        if before and read_from(self.path, before, 1) != b"\n":
            position = 0
        text = read_from(self.path, position, self.position - position) if self.position > position else b""
        return [self._parse(line, position - self.position) for line in text.split(b"\n")[:-1]]

    def backwards(self) -> Iterator[Transaction]:
        """The transactions read so far, the last one first; raises `LibraryError` at a damaged line."""
        text = read_from(self.path, 0, self.position) if self.position else b""
        end = len(text) - 1
        while end > 0:
            start = text.rfind(b"\n", 0, end) + 1
            yield self._parse(text[start:end], start - self.position)
            end = start - 1

    def append(self, transaction: Transaction) -> None:
        """Write it to the disk; the lock must be held and all news read.

        What follows the last whole line (a transaction cut off by a crash, never acknowledged) is cut off first.
        Raises `LibraryError`; then the journal is as it was before.
        """
        line = seal(transaction.as_record()) + b"\n"
        try:
            descriptor = self._open()
            if self._size != self.position:
                os.ftruncate(descriptor, self.position)
            try:
                write_all(descriptor, line)
                flush(descriptor)
            except OSError:
                # The flush is not tried again: after a failed one the system may report success for lost bytes.
                with suppress(OSError):
                    os.ftruncate(descriptor, self.position)
                raise
        except OSError as error:
            raise refusal("write", self.path, error) from error
        self._advance(line)
        self._size = self.position

    def close(self) -> None:
        """Give the file back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> int:
        if self._descriptor is None:
            self._descriptor = os.open(self.path, APPEND, FILE_MODE)
            found = os.fstat(self._descriptor)
            self._identity, self._size = (found.st_dev, found.st_ino), found.st_size
            flush_folder(self.path.parent)
        return self._descriptor

    def _meet(self, identity: tuple[int, int], size: int) -> None:
        """Make sure a file seen for the first time goes on where the bookmark is."""
        self.close()
        before = min(self.position, ENDING)
        ending = read_from(self.path, self.position - before, before)
        if size < self.position or Bookmark.at_end(self.position, ending) != self.bookmark:
            raise Rewritten(self.path)
        self._identity, self._ending = identity, ending

    def _read(self, unread: bytes) -> list[Transaction]:
        end = unread.rfind(b"\n") + 1
        lines = unread[:end].split(b"\n")[:-1]
        if lines and b"\0\0" in lines[-1]:
            # A power cut can leave a line's length without its bytes. JSON holds no NUL; a flipped bit makes one.
            end = unread.rfind(b"\n", 0, end - 1) + 1
            lines.pop()
        elif is_sealed(unread[end:-1]):
            raise self._damaged(end, "its last line ends in a wrong byte")
        transactions = []
        at = 0
        for line in lines:
            transactions.append(self._parse(line, at))
            at += len(line) + 1
        self._advance(unread[:end])
        return transactions

    def _parse(self, line: bytes, at: int) -> Transaction:
        try:
            record = unseal(line)
            refuse_newer(record.get("schema", 1), self.path)
            return Transaction.from_record(record, self.machine)
        except Damaged as error:
            raise self._damaged(at, f"a line is damaged: {error}") from error
        except (orjson.JSONDecodeError, LookupError, TypeError, ValueError) as error:
            raise self._damaged(at, "a line is of a kind this version does not know") from error

    def _damaged(self, at: int, reason: str) -> LibraryError:
        return LibraryError(f"{self.path} at byte {self.position + at}: {reason}", WAY_OUT)

    def _advance(self, taken: bytes) -> None:
        self.position += len(taken)
        self._ending = (self._ending + taken)[-ENDING:]
