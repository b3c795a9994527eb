"""Published checks kept beside the library: one JSON object a line, in the order of their ids, whole or not there.

The order lets a check be found by halving, without reading the file, and lets an import run through old and new side by
side, without holding either in memory twice.
"""

from __future__ import annotations

import heapq
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from tuifact.matching.interface import MatchingError
from tuifact.matching.lock import held
from tuifact.matching.published import PublishedCheck, Skipped, check_of, check_record

FILE = "checks.jsonl"

REPEATED = "twice in this feed"

_PATIENCE = 30.0
"""Seconds to wait for another import."""

_PROGRESS = 1000
"""Entries between two reports of progress."""

_BEGIN = b'{"id":"'
_ID_END = len(_BEGIN) + len("check:") + 20


@dataclass(frozen=True, slots=True)
class ImportedChecks:
    """What an import did."""

    added: int = 0
    updated: int = 0
    """Checks that were there and read otherwise now."""
    unchanged: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    """How many entries were not taken, by the reason."""
    kept: int = 0
    """How many checks there are now; 0 when none was taken and nobody counted."""


class CheckStore:
    """The published checks of a folder. Reading needs no lock: an import puts a new file in the place of the old."""

    def __init__(self, folder: Path) -> None:
        """The folder need not exist; it is made by the first import."""
        self._folder = folder
        self._file = folder / FILE

    def __len__(self) -> int:
        return sum(1 for _ in self._lines())

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.check(id) is not None

    def stamp(self) -> str:
        """Changes whenever the checks do; empty while there are none."""
        try:
            found = self._file.stat()
        except OSError:
            return ""
        return f"{found.st_mtime_ns}-{found.st_size}-{found.st_ino}"

    def checks(self) -> Iterator[PublishedCheck]:
        """All checks in the order of their ids; a line that cannot be read is left out."""
        for line in self._lines():
            check = _read(line)
            if check is not None:
                yield check

    def check(self, id: str) -> PublishedCheck | None:
        """The check of this id; None when there is none. Some twenty short reads, however many checks there are."""
        wanted = id.encode("utf-8", "replace")
        try:
            with self._file.open("rb") as file:
                line = _halved(file, wanted)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._refusal("read", error) from error
        return _read(line) if line else None

    def update(
        self, entries: Iterable[PublishedCheck | Skipped], progress: Callable[[int], None] | None = None
    ) -> ImportedChecks:
        """Take these in: a check that is there already is put in the place of the old one.

        All or nothing: when `entries` raises, or the disk is full, what was there stays. `MatchingError` when the
        folder cannot be written or another import takes too long. `progress` is told how many entries were read.
        """
        skipped: Counter[str] = Counter()
        fresh: dict[bytes, bytes] = {}
        number = told = 0
        for entry in entries:
            number += entry.count if isinstance(entry, Skipped) else 1
            if isinstance(entry, Skipped):
                skipped[entry.reason] += entry.count
            else:
                line = _line(entry)
                skipped[REPEATED] += _id(line) in fresh
                fresh[_id(line)] = line
            if progress is not None and number - told >= _PROGRESS:
                told = number
                progress(number)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with held(self._folder / "lock", _PATIENCE):
                return self._merged(fresh, +skipped)
        except OSError as error:
            raise self._refusal("write", error) from error

    def _merged(self, fresh: dict[bytes, bytes], skipped: Counter[str]) -> ImportedChecks:
        """Write old and new in one order; where both have an id, the new one is written."""
        counts: Counter[str] = Counter()
        if fresh:
            new = self._folder / f"{FILE}.{os.getpid()}.new"
            try:
                with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    both = heapq.merge(self._lines(), (fresh[id] for id in sorted(fresh)), key=_id)
                    for id, lines in groupby(both, key=_id):
                        counts["kept"] += 1
                        file.write(_newest(list(lines), fresh.get(id), counts))
                    file.flush()
                    os.fsync(file.fileno())
                if counts["added"] or counts["updated"]:
                    new.replace(self._file)
            finally:
                new.unlink(missing_ok=True)
        return ImportedChecks(counts["added"], counts["updated"], counts["unchanged"], dict(skipped), counts["kept"])

    def _lines(self) -> Iterator[bytes]:
        try:
            with self._file.open("rb") as file:
                yield from (line for line in file if line.startswith(_BEGIN) and line.endswith(b"}\n"))
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._refusal("read", error) from error

    def _refusal(self, verb: str, error: OSError) -> MatchingError:
        hint = "another import is under way: wait for it" if isinstance(error, TimeoutError) else ""
        return MatchingError(f"cannot {verb} {self._file}: {error.strerror or error}", hint)


def _newest(lines: list[bytes], fresh: bytes | None, counts: Counter[str]) -> bytes:
    """The line to write of those with one id, counted as what it is."""
    if fresh is None:
        return lines[0]
    counts["added" if len(lines) == 1 else "unchanged" if lines[0] == fresh else "updated"] += 1
    return fresh


def _line(check: PublishedCheck) -> bytes:
    return json.dumps(check_record(check), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _id(line: bytes) -> bytes:
    return line[len(_BEGIN) : _ID_END]


def _read(line: bytes) -> PublishedCheck | None:
    try:
        return check_of(json.loads(line))
    except (ValueError, KeyError, TypeError):
        return None


def _halved(file: BinaryIO, wanted: bytes) -> bytes:
    """The line of this id in a file ordered by ids, found by halving; nothing when there is none."""
    low, high = 0, file.seek(0, os.SEEK_END)
    while low < high:
        middle = (low + high) // 2
        file.seek(max(0, middle - 1))
        if middle:
            file.readline()  # to the start of the next line
        line = file.readline()
        if not line or _id(line) >= wanted:
            high = middle
        else:
            low = file.tell()
    file.seek(low)
    line = file.readline()
    return line if _id(line) == wanted else b""
