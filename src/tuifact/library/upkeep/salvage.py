"""Reading a damaged library: the lines of its journals that hold, words about the others, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import orjson

from tuifact.errors import LibraryError
from tuifact.library.store.articles import read_article
from tuifact.library.store.files import read_bytes, telling
from tuifact.library.store.journal import Bookmark
from tuifact.library.store.layout import Layout
from tuifact.library.store.replay import Replay
from tuifact.library.store.seal import Damaged, unseal
from tuifact.library.store.snapshot import State
from tuifact.library.store.transaction import Transaction

_DIGEST = re.compile(r"[0-9a-f]{64}")


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
    """What is lost or changed, in words."""
    notices: list[str] = field(default_factory=list)
    """What is odd and harmless, in words."""

    @property
    def transactions(self) -> list[Transaction]:
        """All transactions, oldest first."""
        return _in_order(line.transaction for lines in self.lines.values() for line in lines)

    def short_of(self, state: State) -> list[str]:
        """The machines whose journals do not hold all that this settled state was made from."""
        return [machine for machine, bookmark in state.covers.items() if not self._holds(machine, bookmark)]

    def _holds(self, machine: str, bookmark: Bookmark) -> bool:
        lines = self.lines.get(machine, ())
        return not bookmark.position or any(Bookmark.at_end(0, line.text).check == bookmark.check for line in lines)


def _in_order(transactions: Iterable[Transaction]) -> list[Transaction]:
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


def to_replay(salvage: Salvage, state: State) -> tuple[State, list[Transaction]]:
    """What opening begins with, this settled state or an empty one, and the transactions to take in, oldest first.

    An empty one where something belongs before the last of those in the settled state, as long as no line is lost that
    only the settled state knows of.
    """
    missing = _in_order(
        line.transaction
        for machine, lines in salvage.lines.items()
        for line in _after(lines, salvage.found[machine], state, state.covers.get(machine, Bookmark()))
    )
    if missing and missing[0].order < state.last and not salvage.damages and not salvage.short_of(state):
        return State(), salvage.transactions
    return state, missing


def _after(lines: list[Line], data: bytes, state: State, bookmark: Bookmark) -> list[Line]:
    """The lines of one journal that are not in the settled state."""
    if len(data) >= bookmark.position and Bookmark.at_end(bookmark.position, data[: bookmark.position]) == bookmark:
        return [line for line in lines if line.start >= bookmark.position]
    return [line for line in lines if line.transaction.order > state.last]


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


def disagreements(one: Replay, other: Replay) -> list[tuple[str, str]]:
    """The table and document id of everything the two have differently."""
    return [
        (name, key)
        for name in {**one.state.tables, **other.state.tables}
        for key in {**dict.fromkeys(one.table(name)), **dict.fromkeys(other.table(name))}
        if one.table(name).get(key) != other.table(name).get(key)
    ]


def files_written_once(layout: Layout) -> list[Path]:
    """The files of articles and originals and the copies of sources, by their names."""
    with telling("read", layout.folder):
        files = sorted(layout.articles.glob("*.json"))
        for place in (layout.originals, layout.evidence):
            files += sorted(path for path in place.glob("*") if _DIGEST.fullmatch(path.name))
        return files


def damage_of(layout: Layout, path: Path) -> str:
    """What is wrong with one of these files, in words; empty when nothing is."""
    try:
        if path.parent == layout.articles:
            read_article(layout, path.stem)
        elif sha256(read_bytes(path)).hexdigest() != path.name:
            return f"{path} is damaged: its SHA-256 is not its name"
    except LibraryError as error:
        return error.message
    return ""
