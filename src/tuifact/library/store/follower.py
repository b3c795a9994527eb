"""The tables of a library, kept up with what is on disk: the snapshot, and every journal from where it ends."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from tuifact.errors import LibraryError
from tuifact.library.store.articles import read_article
from tuifact.library.store.documents import Document
from tuifact.library.store.journal import WAY_OUT, Bookmark, Rewritten
from tuifact.library.store.journals import Journals
from tuifact.library.store.layout import Layout
from tuifact.library.store.migrate import current_schema
from tuifact.library.store.replay import Replay
from tuifact.library.store.snapshot import Merged, State, read_snapshot


class Late(Exception):
    """A transaction came to light that belongs before one already taken in: git or a sync folder brought it."""


class Follower:
    """Reads what was written, by whomever; the tables are always those that all transactions give in their order.

    Two copies of a library that have the same journals therefore show the same, whatever came first to which.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._is_current = False
        self.journals = Journals(layout)
        self.replay = Replay(State(), self._found_claims)

    def catch_up(self) -> bool:
        """Take in what was written since; whether a new snapshot would spare the next opening hard work.

        Raises `LibraryError` when something is damaged.
        """
        if self._is_current:
            with suppress(Rewritten, Late):
                self._read_news()
                return False
        self.journals.close()
        return self._load()

    def written(self) -> None:
        """Take the tables as they are for current again, after a transaction of our own."""
        self._is_current = True

    def unsure(self) -> None:
        """Read everything anew next time, unless `written` is called before."""
        self._is_current = False

    def _load(self) -> bool:
        """Begin with the snapshot, or with the first line of every journal where that is not enough."""
        try:
            state = read_snapshot(self._layout)
        except Merged as error:
            return self._rebuild(error.covers)
        with suppress(Rewritten, Late):
            self._begin(state)
            return state.schema != current_schema()
        return self._rebuild(state.covers.items())

    def _rebuild(self, covers: Iterable[tuple[str, Bookmark]]) -> bool:
        """Make the tables from the journals alone, which must hold all that the snapshot was made from."""
        self._begin(State())
        for machine, bookmark in covers:
            if not self.journals.hold(machine, bookmark):
                raise LibraryError(
                    f"{self._layout.journal(machine)} does not hold what {self._layout.snapshot} was made from", WAY_OUT
                )
        return True

    def _begin(self, state: State) -> None:
        self._is_current = False
        self.journals.close()
        self.journals = Journals(self._layout, state.covers)
        self.replay = Replay(state, self._found_claims)
        self._read_news()

    def _read_news(self) -> None:
        self._is_current = False
        for transaction in self.journals.news():
            if transaction.order < self.replay.state.last:
                raise Late
            self.replay.apply(transaction)
        self._is_current = True

    def _found_claims(self, name: str) -> list[Document]:
        return list(read_article(self._layout, name)["claims"])
