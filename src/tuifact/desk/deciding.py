"""Deciding: verdicts and notes, each on disk when the call returns, each undoable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuifact.desk.opened import OpenLibrary
from tuifact.model import Claim, Event, Status


class Deciding(OpenLibrary):
    """What changes how a claim stands."""

    def mark(
        self,
        claims: Sequence[str],
        status: Status,
        *,
        by: str = "",
        note: str = "",
        internal_note: str = "",
        revs: Mapping[str, int] | None = None,
    ) -> tuple[Claim, ...]:
        """Give claims a status: all or none, on disk when it returns, one undo. An empty note keeps what is there.

        `revs` are the revisions one looked at, by id; `Conflict` is raised when somebody decided meanwhile.
        """
        chosen = [self.library.resolve_claim(claim) for claim in claims]
        return self.library.mark_many(
            [(claim, status) for claim in chosen],
            by=self._checker(by),
            note=note,
            internal_note=internal_note,
            revs=revs,
        )

    def write_note(self, claim: str, note: str, *, by: str = "", rev: int | None = None) -> Claim:
        """Set or clear the public note of a claim; `rev` is the revision one looked at, as in `mark`."""
        return self.library.write_note(self.library.resolve_claim(claim), note, by=self._checker(by), rev=rev)

    def undo(self, *, by: str = "") -> tuple[Event, ...]:
        """Take back the last decision, wherever it was made; empty when there is none."""
        return self.library.undo(by=self._checker(by))

    def redo(self, *, by: str = "") -> tuple[Event, ...]:
        """Do again what was taken back last; empty when there is nothing."""
        return self.library.redo(by=self._checker(by))
