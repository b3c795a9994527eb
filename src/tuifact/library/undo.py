"""Undo and redo, worked out from the journals: they survive closing, and every process agrees on what comes next."""

from __future__ import annotations

from collections.abc import Iterable

from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Overlay
from tuifact.library.store.transaction import Change, Fields, Transaction

UNDOABLE = frozenset({"mark", "note", "claim", "evidence", "question", "sign", "dismiss", "drop", "restore"})
"""What counts as a decision; an import, a tag or a new version of an article is taken back by its own command."""


_WHERE = frozenset(("text", "paragraph", "start", "end", "dropped"))


def last_done(backwards: Iterable[Transaction]) -> Transaction | None:
    """The last decision that is not taken back, from all transactions, the last one first."""
    undone: dict[tuple[str, int], bool] = {}
    for transaction in backwards:
        if transaction.of:
            undone.setdefault(transaction.of, transaction.do == "undo")
        elif transaction.do in UNDOABLE and not undone.get(transaction.name):
            return transaction
    return None


def last_undone(backwards: Iterable[Transaction]) -> Transaction | None:
    """The decision that was taken back last, unless another was made since."""
    wanted: tuple[str, int] | None = None
    settled: set[tuple[str, int]] = set()
    for transaction in backwards:
        if wanted:
            if transaction.name == wanted:
                return transaction
        elif transaction.of:
            if transaction.do == "undo" and transaction.of not in settled:
                wanted = transaction.of
            settled.add(transaction.of)
        elif transaction.do in UNDOABLE:
            return None
    return None


def take_back(documents: Overlay, change: Change) -> None:
    """Undo a change; a document that came by it is dropped, not forgotten."""
    _set(documents, change, change.now, change.was)


def put_back(documents: Overlay, change: Change) -> None:
    """Redo it."""
    _set(documents, change, change.was, change.now)


def moved_claims(transaction: Transaction) -> list[int]:
    """The claims that have another place before and after it, or are not there on one side."""
    return [
        int(change.key, 16)
        for change in transaction.changes
        if change.table == "claims"
        and (change.was is None or change.now is None or not _WHERE.isdisjoint({*change.was, *change.now}))
    ]


def _set(documents: Overlay, change: Change, old: Fields | None, new: Fields | None) -> None:
    doc_id = int(change.key, 16)
    if doc_id not in documents:
        return
    document = documents[doc_id]
    revision = document.get("rev", 0) + 1 if change.table != "articles" else 0
    if old is None or new is None:
        _drop(document, new is None)
    else:
        moved = document.get("text_changed") and not old.get("text_changed")
        for name in old.keys() - new.keys():
            document.pop(name, None)
        document |= new
        if moved:
            # The article was revised in between, which undoing a verdict does not change.
            document["text_changed"] = True
    if revision:
        document["rev"] = revision


def _drop(document: Document, gone: bool) -> None:
    if gone:
        document["dropped"] = True
    else:
        document.pop("dropped", None)
