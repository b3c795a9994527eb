"""The TinyDB storage: tables in memory, a journal and a snapshot on disk, other processes looked after."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from tinydb.storages import Storage

from tuifact.errors import LibraryError
from tuifact.library.store.articles import read_text
from tuifact.library.store.attached import Attached
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.draft import Draft
from tuifact.library.store.follower import Follower
from tuifact.library.store.founding import enter
from tuifact.library.store.journals import Journals
from tuifact.library.store.layout import Layout, this_machine
from tuifact.library.store.lock import Lock
from tuifact.library.store.shelf import Shelf, refuse_unknown_status
from tuifact.library.store.snapshot import write_snapshot

_COMPACT_BYTES = 1 << 16
_COMPACT_SHARE = 40
_CLAIM_BYTES = 400
"""On leaving, a snapshot is written when the journals grew by 64 KiB and by what a fortieth of the claims takes:
reading that again would make the next opening a tenth longer."""


class JournalStorage(Storage):
    """Keeps every table in memory as text, and on disk as a snapshot and what was written to the journals since.

    Reads see what other processes wrote; a transaction is on disk when its `with` block is left. Threads may share it.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._machine = this_machine(layout.folder)
        self._threads = threading.RLock()
        self._draft: Draft | None = None
        self._follower = Follower(layout)
        self._lock = enter(layout)
        self.read_only = self._lock is None
        """Whether the folder cannot be written."""
        try:
            self._catch_up()
        except LibraryError:
            self._leave()
            raise

    def close(self) -> None:
        """Leave a settled snapshot behind when the journals have grown, and give the files back."""
        with self._threads:
            if self._lock is not None:
                # Nothing is lost when the snapshot cannot be written: the journals have it all.
                with suppress(LibraryError):
                    if self._is_grown():
                        self.compact()
            self._leave()
            self._follower.journals.close()
            self.read_only = True

    def _leave(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    # Reading

    @contextmanager
    def reading(self) -> Iterator[Shelf]:
        """The tables as they are now, other processes' changes among them; no other thread changes them meanwhile.

        Inside a transaction they are as they were before it.
        """
        with self._threads:
            if self._draft is None:
                self._catch_up()
            yield self._follower.replay.shelf

    @contextmanager
    def as_known(self) -> Iterator[Shelf]:
        """The same as they were at the last reading: the disk is left alone."""
        with self._threads:
            yield self._follower.replay.shelf

    def documents(self, name: str) -> Documents:
        """The documents of a table, not to be changed from outside."""
        return self._follower.replay.table(name)

    @property
    def attached(self) -> Attached:
        """What is attached to the claims; to be asked while reading or in a transaction."""
        return self._follower.replay.attached

    @property
    def journals(self) -> Journals:
        """The journals as far as they have been read."""
        return self._follower.journals

    def read(self) -> dict[str, Any]:
        """All tables, as TinyDB asks for them."""
        with self.reading():
            return {name: documents for name, documents in self._follower.replay.state.tables.items() if documents}

    def article_text(self, name: str) -> Document:
        """The content of an article's file but for its claims. Raises `LibraryError` when it is damaged."""
        return read_text(self.layout, name)

    def _catch_up(self) -> None:
        if self._follower.catch_up() and self._lock is not None:
            # Nothing is lost when the snapshot cannot be written: the journals have it all.
            with suppress(LibraryError):
                self._settle(self._lock)

    # Writing

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Make the tables what TinyDB gives; only the documents that differ are written."""
        with self.transaction("table") as draft:
            tables = self._follower.replay.state.tables
            for name in {**tables, **data}:
                given = data.get(name, {})
                if given is tables.get(name):
                    continue
                overlay = draft.table(name)
                for doc_id in [doc_id for doc_id in overlay if str(doc_id) not in given]:
                    del overlay[doc_id]
                for key, document in given.items():
                    overlay[int(key)] = dict(document)

    @contextmanager
    def transaction(self, do: str, by: str = "") -> Iterator[Draft]:
        """Changes made inside are written together and are on disk when the block is left; none is when it raises.

        The state inside is the newest there is, and nobody else writes meanwhile. A transaction inside another is part
        of it. Raises `LibraryError` when the library cannot be written.
        """
        with self._threads:
            if self._draft is not None:
                yield self._draft
                return
            with self._writer():
                self._catch_up()
                draft = self._draft = Draft(self._follower.replay, do, by)
                try:
                    yield draft
                finally:
                    self._draft = None
                self._commit(draft)

    def compact(self) -> None:
        """Write the settled state, so that the next opening need not read the journals."""
        with self._threads:
            self._settle(self._writer())

    def _settle(self, writer: Lock) -> None:
        with writer:
            self._follower.catch_up()
            replay, journals = self._follower.replay, self._follower.journals
            replay.settle()
            replay.state.covers = journals.bookmarks()
            write_snapshot(self.layout, replay.state)
            journals.settle()

    def _writer(self) -> Lock:
        if self._lock is None:
            raise LibraryError(
                f"{self.layout.folder} can only be read", "copy the library where you may write, or check who owns it"
            )
        return self._lock

    def _commit(self, draft: Draft) -> None:
        transaction = draft.finished(self._machine)
        for change in transaction.changes:
            refuse_unknown_status(change)
        if transaction.changes or transaction.load or transaction.of:
            self._follower.journals.append(transaction)
            self._follower.unsure()
            self._follower.replay.apply(transaction, draft.load)
            self._follower.written()
            draft.written = transaction

    def _is_grown(self) -> bool:
        share = len(self.documents("claims")) // _COMPACT_SHARE
        grown = self._follower.journals.unsettled()
        return self._follower.replay.loaded > share or grown > max(_COMPACT_BYTES, share * _CLAIM_BYTES)
