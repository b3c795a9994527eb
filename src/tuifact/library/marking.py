"""Marking: the verdicts and what is said beside them, each on disk before the call returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Unpack

from tuifact.library.codec import STATUSES
from tuifact.library.session import Session, refuse_stale
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.model import WORDING, Claim, Confidence, Status, Wording
from tuifact.model.plain import plain_line, plain_text

_LINES = frozenset(("verdict", "rating"))
"""What is said in one line; the rest may have several."""

_WORDING = frozenset(WORDING)


class Marking(Session):
    """Giving claims a status, and the words that go with it."""

    def mark(
        self,
        claim_id: str,
        status: Status | str,
        *,
        by: str = "",
        rev: int | None = None,
        clear: Iterable[str] = (),
        **words: Unpack[Wording],
    ) -> Claim:
        """Give a claim a status, and these words beside it: an empty one keeps what there is, `clear` names what goes.

        A rating belongs to the status it was given with: it goes when the status changes, unless a new one is given.
        Raises `NotFound` for an unknown claim, `ValueError` for an unknown status, confidence or name, and `Conflict`
        when `rev` is given and the claim has changed since.
        """
        wanted, new, gone = _status(status), wording(words), _names(clear)

        def change(claim: Document) -> None:
            refuse_stale(claim, rev)
            decide(draft, claim, wanted)
            say(claim, new, gone)

        with self._store.transaction("mark", by) as draft:
            return self._claim_from(self._change_claim(draft, claim_id, change))

    def mark_many(
        self,
        pairs: Iterable[tuple[str, Status | str]],
        *,
        by: str = "",
        revs: Mapping[str, int] | None = None,
        clear: Iterable[str] = (),
        **words: Unpack[Wording],
    ) -> tuple[Claim, ...]:
        """Give each claim its status: all or none, one flush, one undo. A claim named twice takes its last status.

        `revs` are the revisions the decision was made on, by claim. Raises as `mark` does, before anything is written.
        """
        seen = revs or {}
        new, gone = wording(words), _names(clear)

        def mark(claim_id: str, status: str, claim: Document) -> None:
            refuse_stale(claim, seen.get(claim_id))
            decide(draft, claim, status)
            say(claim, new, gone)

        wanted = {claim_id: _status(status) for claim_id, status in pairs}
        with self._store.transaction("mark", by) as draft:
            return tuple(
                self._claim_from(self._change_claim(draft, claim_id, partial(mark, claim_id, status)))
                for claim_id, status in wanted.items()
            )

    def write_verdict(
        self,
        claim_ids: Iterable[str],
        *,
        by: str = "",
        revs: Mapping[str, int] | None = None,
        clear: Iterable[str] = (),
        **words: Unpack[Wording],
    ) -> tuple[Claim, ...]:
        """Write or clear what is said beside the status, which stays, as who decided does: all or none, one undo.

        Words, revisions and errors are those of `mark_many`.
        """
        seen = revs or {}
        new, gone = wording(words), _names(clear)

        def write(claim_id: str, claim: Document) -> None:
            refuse_stale(claim, seen.get(claim_id))
            before = dict(claim)
            say(claim, new, gone)
            if claim != before:
                claim["rev"] = claim.get("rev", 0) + 1

        with self._store.transaction("note", by) as draft:
            return tuple(
                self._claim_from(self._change_claim(draft, claim_id, partial(write, claim_id)))
                for claim_id in dict.fromkeys(claim_ids)
            )

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
            return self._claim_from(self._change_claim(draft, claim_id, write))


def _status(status: Status | str) -> str:
    if status not in STATUSES:
        raise ValueError(f"unknown status {status!r}: it is one of {', '.join(STATUSES)}")
    return str(status)


def wording(words: Wording) -> dict[str, str]:
    """What is to be said, made harmless; what is empty is left out. Raises `ValueError` for what nothing is called."""
    new: dict[str, str] = {}
    for name, text in words.items():
        if name not in _WORDING:
            raise _unknown(name)
        if text:
            new[name] = plain_line(str(text)).strip() if name in _LINES else plain_text(str(text))
    if "confidence" in new:
        new["confidence"] = Confidence(new["confidence"]).value
    return new


def _names(named: Iterable[str]) -> tuple[str, ...]:
    names = tuple(named)
    for name in names:
        if name not in _WORDING:
            raise _unknown(name)
    return names


def _unknown(name: str) -> ValueError:
    return ValueError(f"a verdict has no {name}: it has {', '.join(WORDING)}")


def decide(draft: Draft, claim: Document, status: str) -> None:
    """Set the decision; whatever was open about the last one (contested, text changed) is settled by it, and where it
    was taken over from is no longer true."""
    if claim["status"] != status:
        claim.pop("rating", None)
    claim |= {"status": status, "by": draft.by, "at": draft.at, "rev": claim.get("rev", 0) + 1}
    for name in ("contested", "text_changed", "previous", "origin"):
        claim.pop(name, None)


def say(claim: Document, new: Mapping[str, str], gone: Iterable[str] = ()) -> None:
    """Write these words beside the decision; those named in `gone` are taken away."""
    for name in gone:
        claim.pop(name, None)
    claim |= new
