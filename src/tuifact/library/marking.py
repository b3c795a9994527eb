"""Marking: the verdicts, each on disk before the call returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from tuifact.library.codec import STATUSES, claim_from
from tuifact.library.session import Session, refuse_stale
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.model import Claim, Status
from tuifact.model.plain import plain_text


class Marking(Session):
    """Giving claims a status and a note."""

    def mark(
        self,
        claim_id: str,
        status: Status | str,
        *,
        by: str = "",
        note: str = "",
        internal_note: str = "",
        rev: int | None = None,
    ) -> Claim:
        """Give a claim a status; an empty note keeps the one there is.

        Raises `NotFound` for an unknown claim, `ValueError` for an unknown status, and `Conflict` when `rev` is given
        and the claim has changed since.
        """
        wanted = _status(status)

        def decide(claim: Document) -> None:
            refuse_stale(claim, rev)
            _decide(draft, claim, status=wanted, note=note, internal_note=internal_note)

        with self._store.transaction("mark", by) as draft:
            claim = self._change_claim(draft, claim_id, decide)
        return claim_from(claim)

    def mark_many(
        self,
        pairs: Iterable[tuple[str, Status | str]],
        *,
        by: str = "",
        note: str = "",
        internal_note: str = "",
        revs: Mapping[str, int] | None = None,
    ) -> tuple[Claim, ...]:
        """Give each claim its status: all or none, one flush, one undo. A claim named twice takes its last status.

        `revs` are the revisions the decision was made on, by claim. Raises as `mark` does, before anything is written.
        """
        seen = revs or {}

        def decide(claim_id: str, status: str, claim: Document) -> None:
            refuse_stale(claim, seen.get(claim_id))
            _decide(draft, claim, status=status, note=note, internal_note=internal_note)

        wanted = {claim_id: _status(status) for claim_id, status in pairs}
        with self._store.transaction("mark", by) as draft:
            claims = [
                self._change_claim(draft, claim_id, partial(decide, claim_id, status))
                for claim_id, status in wanted.items()
            ]
        return tuple(map(claim_from, claims))

    def write_note(
        self, claim_id: str, note: str, *, by: str = "", internal: bool = False, rev: int | None = None
    ) -> Claim:
        """Set the public or the internal note of a claim, or clear it; the status stays.

        Raises `NotFound`, and `Conflict` when `rev` is given and the claim has changed since.
        """
        name = "internal_note" if internal else "note"

        def write(claim: Document) -> None:
            refuse_stale(claim, rev)
            if note:
                claim[name] = plain_text(note)
            else:
                claim.pop(name, None)
            claim["rev"] = claim.get("rev", 0) + 1

        with self._store.transaction("note", by) as draft:
            claim = self._change_claim(draft, claim_id, write)
        return claim_from(claim)


def _status(status: Status | str) -> str:
    if status not in STATUSES:
        raise ValueError(f"unknown status {status!r}: it is one of {', '.join(STATUSES)}")
    return str(status)


def _decide(draft: Draft, claim: Document, *, status: str, note: str, internal_note: str) -> None:
    """Set the decision; whatever was open about the last one (contested, text changed) is settled by it."""
    claim |= {"status": status, "by": draft.by, "at": draft.at, "rev": claim.get("rev", 0) + 1}
    if note:
        claim["note"] = plain_text(note)
    if internal_note:
        claim["internal_note"] = plain_text(internal_note)
    for name in ("contested", "text_changed", "previous"):
        claim.pop(name, None)
