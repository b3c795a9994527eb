"""What is written as one: a line of the journal, everything in it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from tuifact.library.store.attached import ATTACHED
from tuifact.library.store.documents import Document
from tuifact.library.store.migrate import current_schema, migrate, stamped

Fields = dict[str, Any]
"""Some fields of a document."""

VERDICT = frozenset(
    (
        *("status", "verdict", "rating", "confidence", "note", "correction", "internal_note"),
        *("by", "at", "rev", "text_changed", "previous", "contested"),
    )
)
"""What a decision is made of. A change of one is written with all, so that no two people's decisions are mixed when
branches of a library meet."""

OWNER = frozenset(("claim", "article"))
"""Whose an attached document is. A change of one is written with it, so that a line says by itself what it is about."""

CIRCUMSTANCES = frozenset(("by", "at", "rev", "contested", "text_changed", "previous"))
"""What may differ between two decisions that say the same."""

REPAIR = "repair"
"""What a transaction did that says how documents are, whatever they were: written by a repair."""


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
        return stamped(record)

    @classmethod
    def from_record(cls, record: Fields, machine: str) -> Transaction:
        """As it was read from the journal of this machine, brought to the current schema."""
        of = record.get("of")
        changes = tuple(Change(*change) for change in record.get("set", ()))
        schema = record.get("schema", 1)
        if schema < current_schema():
            for change in changes:
                for fields in filter(None, (change.was, change.now)):
                    migrate(change.table, fields, schema)
        return cls(
            do=record["do"],
            by=record["by"],
            at=record["at"],
            machine=machine,
            number=record["n"],
            changes=changes,
            load=tuple(record.get("load", ())),
            of=(of[0], of[1]) if of else None,
        )


def difference(table: str, doc_id: int, was: Document | None, now: Document | None) -> Change:
    """The change from one state of a document to the other, which must differ."""
    key = f"{doc_id:012x}"
    if was is None or now is None:
        return Change(table, key, was, now)
    always = VERDICT if table == "claims" else OWNER if table in ATTACHED else frozenset()
    return Change(table, key, _fields_apart(was, now, always), _fields_apart(now, was, always))


def _fields_apart(document: Document, other: Document, always: frozenset[str]) -> Fields:
    """The fields of the document that the other has not or has otherwise, and those to be told always."""
    return {
        name: value for name, value in document.items() if name in always or name not in other or other[name] != value
    }
