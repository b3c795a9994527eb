"""Copies of a text that are not the same to the letter: syndicated, cut, lightly edited.

A text's fingerprint is the smallest hashes of its runs of three words (a bottom-k sketch, Broder 1997); two
fingerprints tell how many of their runs two texts share, without the texts. Articles made from one template share half
of them, so what counts is the share of the shorter text: a copy that was cut has all of its runs in the longer one.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self
from zlib import crc32

RUN = 3
"""Words in a run: two turn up by chance in any two texts, five are broken by one changed word too often."""

SIZE = 128
"""Hashes kept: the share that two texts have in common is then right to about ±0.04."""

LEAST = 0.8
"""The share of the shorter text's runs from which on two texts are called copies. Changing one word in fourteen leaves
it; articles of one template, with other names and figures, share about 0.65."""

_KEYS = 8
"""Smallest hashes by which a text is looked up: of two that share a third of their runs, one in 25 is missed."""

_MOST = 16
"""Texts looked at for one key, the latest first: some runs stand in every article of a paper."""

_COMPARED = 6
"""Texts compared in all, those with most keys in common first."""

_ENOUGH = 8
"""Runs that must be comparable: from fewer nothing can be told."""

_WORD = re.compile(r"\w+")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS prints (number INTEGER PRIMARY KEY, id TEXT UNIQUE, runs INTEGER, hashes BLOB);
CREATE TABLE IF NOT EXISTS keys (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (place INTEGER PRIMARY KEY, text TEXT);
"""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is left of a text to compare it by."""

    runs: int
    """How many different runs of words it has."""
    hashes: Sequence[int]
    """The smallest of their hashes, ascending, at most `SIZE`."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that is nearly the same as another."""

    id: str
    likeness: float
    """The share of the shorter text's runs of three words that the other has too, 0 to 1."""


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; capitals, punctuation and line ends do not count."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text.casefold())]
    runs = {crc32(b" ".join(run)) for run in zip(words, words[1:], words[2:], strict=False)}
    return Fingerprint(len(runs), tuple(nsmallest(SIZE, runs)))


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """The share of the shorter text's runs that the other has too, 0 to 1; 0 where too few can be compared."""
    swap = other.runs < one.runs or (other.runs == one.runs and list(other.hashes) < list(one.hashes))
    shorter, longer = (other, one) if swap else (one, other)
    if not shorter.hashes:
        return 0.0
    # Only as far up as both fingerprints are complete can a hash that is missing be known to be missing.
    ends = [print_.hashes[-1] for print_ in (shorter, longer) if print_.runs > len(print_.hashes)]
    ours = shorter.hashes[: bisect_right(shorter.hashes, min(ends))] if ends else shorter.hashes
    if len(ours) < min(_ENOUGH, shorter.runs):
        return 0.0
    return len(set(ours).intersection(longer.hashes)) / len(ours)


def near_duplicates(text: str, known: Mapping[str, Fingerprint], least: float = LEAST) -> list[Copy]:
    """Those of the known texts that this one is nearly a copy of, the likest first."""
    return _likest(fingerprint(text), known.items(), least)


def _likest(print_: Fingerprint, known: Iterable[tuple[str, Fingerprint]], least: float) -> list[Copy]:
    found = [Copy(id_, share) for id_, other in known if (share := likeness(print_, other)) >= least]
    return sorted(found, key=lambda copy: (-copy.likeness, copy.id))


class CopyIndex:
    """The same question for very many texts, in a file that can be made anew at any time.

    Only texts that share a key are compared, and only so many of them: the work for one text does not grow with their
    number. Raises `sqlite3.Error` where another program holds the file for long, or the disk is full.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Without a file, or where it cannot be written, the index is in memory; a damaged file is begun anew."""
        self._base = _open(file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        (count,) = self._base.execute("SELECT count(*) FROM prints").fetchone()
        return int(count)

    @property
    def mark(self) -> str:
        """What its owner wrote with the last `flush`; empty for a new one."""
        row = self._base.execute("SELECT text FROM mark").fetchone()
        return str(row[0]) if row else ""

    def add(self, id_: str, print_: Fingerprint) -> None:
        """Know a text from now on; the same id again replaces it."""
        row = (id_, print_.runs, array("I", print_.hashes).tobytes())
        insert = "INSERT INTO prints (id, runs, hashes) VALUES (?, ?, ?)"
        try:
            number = self._base.execute(insert, row).lastrowid
        except sqlite3.IntegrityError:
            self.remove(id_)
            number = self._base.execute(insert, row).lastrowid
        self._base.executemany("INSERT INTO keys VALUES (?, ?)", ((key, number) for key in print_.hashes[:_KEYS]))

    def remove(self, id_: str) -> None:
        """Know a text no longer."""
        row = self._base.execute("SELECT number, hashes FROM prints WHERE id = ?", (id_,)).fetchone()
        if row is None:
            return
        number, hashes = row
        keys = _hashes(hashes)[:_KEYS]
        self._base.executemany("DELETE FROM keys WHERE key = ? AND number = ?", ((key, number) for key in keys))
        self._base.execute("DELETE FROM prints WHERE number = ?", (number,))

    def find(self, print_: Fingerprint, least: float = LEAST) -> list[Copy]:
        """The texts with this likeness or more, the likest first."""
        latest = "SELECT number FROM keys WHERE key = ? ORDER BY number DESC LIMIT ?"
        rows = [self._base.execute(latest, (key, _MOST)).fetchall() for key in print_.hashes[:_KEYS]]
        shared = Counter(chain.from_iterable(rows))
        chosen = [number for (number,), _ in shared.most_common(_COMPARED)]
        marks = ",".join("?" * len(chosen))
        known = self._base.execute(f"SELECT id, runs, hashes FROM prints WHERE number IN ({marks})", chosen)
        return _likest(print_, ((id_, Fingerprint(runs, _hashes(hashes))) for id_, runs, hashes in known), least)

    def flush(self, mark: str = "") -> None:
        """Write what was added, with a note of how far its owner has come."""
        self._base.execute("INSERT OR REPLACE INTO mark VALUES (1, ?)", (mark,))
        self._base.commit()

    def close(self) -> None:
        """Leave the file; what was not flushed is forgotten."""
        self._base.close()


def _open(file: Path | None) -> sqlite3.Connection:
    if file is not None:
        with suppress(OSError, sqlite3.OperationalError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                return _prepared(str(file))
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # not a database, or a damaged one
                file.unlink(missing_ok=True)
                return _prepared(str(file))
    return _prepared(":memory:")


def _prepared(name: str) -> sqlite3.Connection:
    base = sqlite3.connect(name, timeout=10)
    try:
        # A crash of the machine may cost the index, which can be made again: waiting for the disk is not worth it.
        base.execute("PRAGMA synchronous = OFF")
        base.executescript(_SCHEMA)
        base.execute("SELECT count(*) FROM mark, (SELECT runs, hashes FROM prints LIMIT 1)")
    except sqlite3.Error:
        base.close()
        raise
    return base


def _hashes(data: bytes) -> Sequence[int]:
    hashes = array("I")
    hashes.frombytes(data)
    return hashes
