"""Signing: a second person's sign-off, bound to what was decided; whatever changes afterwards makes it void."""

from __future__ import annotations

from collections.abc import Iterable

from tuifact.errors import LibraryError
from tuifact.library.attaching import Attaching
from tuifact.library.identity import attached_id
from tuifact.library.session import document_of
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.model import Claim, Status, same_person


class Signing(Attaching):
    """Signing claims off and taking that back. Nothing is written into the claim: what was signed is its digest."""

    def sign(self, claim_ids: Iterable[str], *, by: str) -> tuple[Claim, ...]:
        """Sign these claims off: all or none, one flush, one undo.

        Raises `NotFound`, and `LibraryError` for a claim that is not decided, was decided by the same person, or about
        which something is open (its text was changed since, or copies of the library contradict each other).
        """
        with self._store.transaction("sign", by) as draft:
            claims = [self._signable(draft, claim_id) for claim_id in dict.fromkeys(claim_ids)]
            for claim in claims:
                self._write_signature(draft, claim)
        return tuple(self._claim_now(claim.id) for claim in claims)

    def withdraw(self, claim_ids: Iterable[str], *, by: str = "") -> tuple[Claim, ...]:
        """Take back every sign-off of these claims: all or none, one undo.

        Raises `NotFound`, and `LibraryError` for a claim that nobody signed off.
        """
        with self._store.transaction("sign", by) as draft:
            claims = [self._withdraw(draft, claim_id) for claim_id in dict.fromkeys(claim_ids)]
        return tuple(self._claim_now(claim.id) for claim in claims)

    def _signable(self, draft: Draft, claim_id: str) -> Claim:
        claim = self._claim_from(document_of(self._store.documents("claims"), claim_id, "claim"))
        refusal = unsignable(claim, draft.by)
        if refusal:
            raise LibraryError(f"claim {claim.id} cannot be signed off: {refusal[0]}", refusal[1])
        return claim

    @staticmethod
    def _write_signature(draft: Draft, claim: Claim) -> None:
        # A document for each reviewer: two who sign one claim in two copies change different ones.
        id_ = attached_id(claim.id, f"signature\n{' '.join(draft.by.casefold().split())}")
        signatures = draft.table("signatures")
        held = signatures.get(int(id_, 16))
        entry = {"id": id_, "claim": claim.id, "article": claim.article}
        entry |= {"by": draft.by, "at": draft.at, "digest": claim.digest}
        signatures[int(id_, 16)] = entry if held is None else entry | {"rev": held.get("rev", 0) + 1}

    def _withdraw(self, draft: Draft, claim_id: str) -> Claim:
        claim = self._claim_from(document_of(self._store.documents("claims"), claim_id, "claim"))
        signatures = draft.table("signatures")
        live: list[Document] = self._store.attached.of("signatures", claim.id)
        if not live:
            raise LibraryError(f"claim {claim.id} is not signed off", "tuifact review list shows what is")
        for signature in live:
            document = signatures[int(signature["id"], 16)]
            document |= {"dropped": True, "rev": document.get("rev", 0) + 1}
        return claim


def unsignable(claim: Claim, by: str) -> tuple[str, str] | None:
    """Why this person cannot sign the claim off, and what to do; None when they can."""
    if claim.status == Status.UNVERIFIED:
        return "nobody decided it", "mark it first"
    if not by.strip():
        return "nobody is named who signs", "name the reviewer with --by"
    if same_person(by, claim.by):
        return f"{claim.by} decided it", "somebody else must look at it: name the reviewer with --by"
    if claim.contested:
        return "two copies of the library decided it differently", "mark it again first"
    if claim.text_changed:
        return "its words were changed after the verdict", "mark it again first"
    return None
