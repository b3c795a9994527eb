"""What is written as one: a line of the journal, everything in it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from tuifact.library.documents import Document

Fields = dict[str, Any]
"""Some fields of a document."""

VERDICT = ("status", "note", "internal_note", "by", "at", "rev", "text_changed", "contested")
"""What a decision is made of. A change of one is written with all, so that no two people's decisions are mixed when
branches of a library meet."""


class Change(NamedTuple):
    """One document before and after: whole when it came or went, else the fields that differ on the side that has
    them."""

    table: str
    key: str
    """The document's id as the twelve hexadecimal digits people see."""
    was: Fields | None
    """None for a new document."""
    now: Fields | None
    """None for one that is gone."""

    @property
    def doc_id(self) -> str:
        """The id as the decimal digits TinyDB stores."""
        return str(int(self.key, 16))

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.key, self.now, self.was)


@dataclass(frozen=True, slots=True)
class Transaction:
    """Changes that happened together, by whom and when."""

    do: str
    """What was done: `add`, `mark`, `note`, `undo` and so on."""
    by: str
    at: str
    """ISO 8601, UTC, milliseconds."""
    machine: str = ""
    """Whose journal it is in."""
    number: int = 0
    """One more than that of every transaction its writer knew: sorting by (number, machine) keeps cause before
    effect, whatever the clocks say."""
    changes: tuple[Change, ...] = ()
    load: tuple[str, ...] = ()
    """Names of article files whose claims came in."""
    of: tuple[str, int] | None = None
    """The machine and number of the transaction that an undo or redo is about."""

    @property
    def order(self) -> tuple[int, str]:
        """Where it stands among all transactions of a library."""
        return self.number, self.machine

    @property
    def name(self) -> tuple[str, int]:
        """What an undo calls it."""
        return self.machine, self.number

    def as_record(self) -> Fields:
        """As it is written; what is empty is left out."""
        record: Fields = {"n": self.number, "at": self.at, "by": self.by, "do": self.do}
        if self.of:
            record["of"] = self.of
        if self.load:
            record["load"] = self.load
        if self.changes:
            record["set"] = [tuple(change) for change in self.changes]
        return record

    @classmethod
    def from_record(cls, record: Fields, machine: str) -> Transaction:
        """As it was read from the journal of this machine."""
        of = record.get("of")
        return cls(
            do=record["do"],
            by=record["by"],
            at=record["at"],
            machine=machine,
            number=record["n"],
            changes=tuple(Change(*change) for change in record.get("set", ())),
            load=tuple(record.get("load", ())),
            of=(of[0], of[1]) if of else None,
        )


def difference(table: str, doc_id: int, was: Document | None, now: Document | None) -> Change:
    """The change from one state of a document to the other, which must differ."""
    key = f"{doc_id:012x}"
    if was is None or now is None:
        return Change(table, key, was, now)
    names = [name for name in now if name not in was or was[name] != now[name]]
    names += [name for name in was if name not in now]
    if table == "claims":
        names += VERDICT
    return Change(table, key, _some(was, names), _some(now, names))


def _some(document: Document, names: list[str]) -> Fields:
    return {name: document[name] for name in names if name in document}
