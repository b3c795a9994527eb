"""Reading the journals of a damaged library: every line that holds, and words about every one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import crc32

import orjson

from tuifact.errors import LibraryError
from tuifact.library.files import read_bytes, telling
from tuifact.library.journal import MARK_LENGTH, Bookmark
from tuifact.library.layout import Layout
from tuifact.library.replay import Replay
from tuifact.library.seal import Damaged, unseal
from tuifact.library.snapshot import State
from tuifact.library.storage import read_article
from tuifact.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line of a journal."""

    start: int
    """Its first byte in the file as it was found."""
    text: bytes
    """With its newline."""
    transaction: Transaction


@dataclass(slots=True)
class Salvage:
    """What the journals hold."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    """By machine, the whole lines."""
    found: dict[str, bytes] = field(default_factory=dict)
    """By machine, the file as it was found."""
    damages: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def transactions(self) -> list[Transaction]:
        """All transactions, oldest first."""
        return in_order(line.transaction for lines in self.lines.values() for line in lines)


def in_order(transactions: Iterator[Transaction]) -> list[Transaction]:
    """Oldest first."""
    return sorted(transactions, key=lambda transaction: transaction.order)


def read_journals(layout: Layout) -> Salvage:
    """Read every line of every journal, past the damaged ones."""
    salvage = Salvage()
    with telling("read", layout.journals):
        paths = sorted(layout.journals.glob("*.jsonl")) if layout.journals.is_dir() else []
    for path in paths:
        try:
            data = read_bytes(path)
        except LibraryError as error:
            salvage.damages.append(error.message)
            continue
        salvage.found[path.stem] = data
        salvage.lines[path.stem] = list(_lines(data, path.stem, str(path), salvage))
    return salvage


def _lines(data: bytes, machine: str, path: str, salvage: Salvage) -> Iterator[Line]:
    start = 0
    while start < len(data):
        end = data.find(b"\n", start) + 1
        if not end:
            salvage.notices.append(f"{path} ends in a line cut off by a crash, which was never acknowledged")
            return
        try:
            yield Line(start, data[start:end], Transaction.from_record(unseal(data[start : end - 1]), machine))
        except (Damaged, orjson.JSONDecodeError, LookupError, TypeError, ValueError):
            salvage.damages.append(f"{path}: the line at byte {start} is damaged, and what it said is lost")
        start = end


def after(salvage: Salvage, state: State) -> list[Transaction]:
    """The transactions that are not in this settled state, oldest first."""
    missing: list[Transaction] = []
    for machine, lines in salvage.lines.items():
        bookmark = state.covers.get(machine, Bookmark())
        fits = _fits(salvage.found[machine], bookmark)
        for line in lines:
            if line.start >= bookmark.position if fits else line.transaction.number > state.clock:
                missing.append(line.transaction)
    return in_order(iter(missing))


def replayed(layout: Layout, state: State, transactions: list[Transaction]) -> tuple[Replay, list[str]]:
    """The state after these transactions, and words about what could not be taken in."""
    losses: list[str] = []

    def found_claims(name: str) -> list[dict[str, object]]:
        try:
            return list(read_article(layout, name)["claims"])
        except LibraryError as error:
            losses.append(error.message)
            return []

    replay = Replay(state, found_claims)
    for transaction in transactions:
        replay.apply(transaction)
    return replay, losses


def _fits(data: bytes, bookmark: Bookmark) -> bool:
    """Whether the journal goes on where the bookmark is."""
    ending = data[max(bookmark.position - MARK_LENGTH, 0) : bookmark.position]
    return len(data) >= bookmark.position and crc32(ending) == bookmark.check


def bookmarks(salvage: Salvage) -> dict[str, Bookmark]:
    """The ends of the journals once only their whole lines are left."""
    marks = {}
    for machine, lines in salvage.lines.items():
        text = b"".join(line.text for line in lines)
        marks[machine] = Bookmark(len(text), crc32(text[-MARK_LENGTH:]))
    return marks
