"""The TinyDB storage: tables in memory, a journal and a snapshot on disk, other processes looked after."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from tinydb.storages import Storage

from tuifact.errors import LibraryError
from tuifact.library.documents import Document, Documents
from tuifact.library.draft import Draft
from tuifact.library.files import read_bytes
from tuifact.library.founding import enter
from tuifact.library.journal import WAY_OUT, Rewritten
from tuifact.library.journals import Journals
from tuifact.library.layout import Layout, this_machine
from tuifact.library.lock import Lock
from tuifact.library.migrate import migrate
from tuifact.library.replay import Replay
from tuifact.library.seal import Damaged, unseal
from tuifact.library.shelf import Shelf
from tuifact.library.snapshot import read_snapshot, write_snapshot

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
        self._lock = enter(layout)
        self.read_only = self._lock is None
        """Whether the folder cannot be written."""
        try:
            self._load()
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
            self._journals.close()
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
            yield self._replay.shelf

    def documents(self, name: str) -> Documents:
        """The documents of a table, not to be changed from outside."""
        return self._replay.table(name)

    @property
    def journals(self) -> Journals:
        """The journals as far as they have been read."""
        return self._journals

    def read(self) -> dict[str, Any]:
        """All tables, as TinyDB asks for them."""
        with self.reading():
            return {name: documents for name, documents in self._replay.state.tables.items() if documents}

    def article_text(self, name: str) -> Document:
        """The content of an article's file. Raises `LibraryError` when it is damaged."""
        return read_article(self.layout, name)

    def _load(self) -> None:
        """Read everything anew."""
        self._is_loaded = False
        state = read_snapshot(self.layout)
        self._journals = Journals(self.layout, state.covers)
        self._replay = Replay(state, self._found_claims)
        try:
            self._read_news()
        except Rewritten as error:
            raise LibraryError(f"{error} does not hold what {self.layout.snapshot} was made from", WAY_OUT) from error
        if migrate(state):
            self._replay = Replay(state, self._found_claims)
            if self._lock is not None:
                self.compact()

    def _found_claims(self, name: str) -> list[Document]:
        return list(self.article_text(name)["claims"])

    def _catch_up(self) -> None:
        """Read what other processes wrote since."""
        if self._is_loaded:
            with suppress(Rewritten):
                self._read_news()
                return
        # A journal was replaced (by git, by a sync folder), or the last attempt to read failed half-way.
        self._journals.close()
        self._load()

    def _read_news(self) -> None:
        self._is_loaded = False
        for transaction in self._journals.news():
            self._replay.apply(transaction)
        self._is_loaded = True

    # Writing

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Make the tables what TinyDB gives; only the documents that differ are written."""
        with self.transaction("table") as draft:
            tables = self._replay.state.tables
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
                draft = self._draft = Draft(self._replay, do, by)
                try:
                    yield draft
                finally:
                    self._draft = None
                self._commit(draft)

    def compact(self) -> None:
        """Write the settled state, so that the next opening need not read the journals."""
        with self._threads, self._writer():
            self._catch_up()
            state = self._replay.state
            self._replay.settle()
            state.covers = self._journals.bookmarks()
            write_snapshot(self.layout, state)
            self._journals.settle()

    def _writer(self) -> Lock:
        if self._lock is None:
            raise LibraryError(
                f"{self.layout.folder} can only be read", "copy the library where you may write, or check who owns it"
            )
        return self._lock

    def _commit(self, draft: Draft) -> None:
        transaction = draft.finished(self._machine)
        if transaction.changes or transaction.load:
            self._journals.append(transaction)
            self._is_loaded = False
            self._replay.apply(transaction, draft.load)
            self._is_loaded = True
            draft.written = transaction

    def _is_grown(self) -> bool:
        share = len(self.documents("claims")) // _COMPACT_SHARE
        grown = self._journals.unsettled()
        return self._replay.loaded > share or grown > max(_COMPACT_BYTES, share * _CLAIM_BYTES)


def read_article(layout: Layout, name: str) -> Document:
    """The content of an article's file. Raises `LibraryError` when it is damaged."""
    path = layout.article_file(name)
    try:
        return unseal(read_bytes(path).removesuffix(b"\n"))
    except Damaged as error:
        raise LibraryError(f"{path} is damaged: {error}", WAY_OUT) from error
