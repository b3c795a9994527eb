"""Remembering: verdicts taken over from an earlier check, checks said to be about something else, claims said again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Unpack

from tuifact.library.marking import Marking, decide, say, wording
from tuifact.library.papers import dismissal_document, dismissal_from
from tuifact.library.reading import Reading
from tuifact.library.session import document_of, refuse_stale
from tuifact.library.sourcing import Sourcing
from tuifact.library.store.documents import Document
from tuifact.model import Claim, Dismissal, Evidence, Status, Wording
from tuifact.model.plain import plain_line

_WORD = re.compile(r"\w+")
_RUN = re.compile(r"[\w ]+")


class Remembering(Marking, Sourcing, Reading):
    """What is done with an earlier check of a claim; each act is one transaction and can be undone."""

    def adopt(
        self,
        claim_id: str,
        status: Status | None,
        origin: str,
        evidence: Iterable[Evidence] = (),
        *,
        by: str = "",
        rev: int | None = None,
        **words: Unpack[Wording],
    ) -> Claim:
        """Take over a verdict with its words and its evidence, or, without a status, the evidence alone.

        `origin` says in a line whose verdict it was; it stands in the claim and in its history until somebody decides
        anew. Raises `NotFound`, and `Conflict` when `rev` is given and the claim has changed since.
        """
        said = wording(words)

        def take_over(claim: Document) -> None:
            refuse_stale(claim, rev)
            if status is not None:
                decide(draft, claim, status)
                say(claim, said)
                claim["origin"] = plain_line(origin).strip()

        with self._store.transaction("mark" if status is not None else "evidence", by) as draft:
            self._change_claim(draft, claim_id, take_over)
            for source in evidence:
                self._attach_source(draft, claim_id, source)
        return self._claim_now(claim_id)

    def dismiss(self, claim_id: str, check_id: str, words: str, *, by: str = "") -> None:
        """Say that an earlier check is not about this claim; `words` are those of the check. Raises `NotFound`."""
        with self._store.transaction("dismiss", by) as draft:
            claim = document_of(self._store.documents("claims"), claim_id, "claim")
            entry = dismissal_document(Dismissal(claim["id"], check_id, words, draft.by, draft.at), claim["article"])
            number, dismissals = int(entry["id"], 16), draft.table("dismissals")
            held = dismissals.get(number)
            if held is not None and not held.get("dropped"):
                return
            dismissals[number] = entry if held is None else entry | {"rev": held.get("rev", 0) + 1}

    def dismissed(self, claim_id: str) -> frozenset[str]:
        """The ids of the earlier checks that were said not to be about this claim."""
        with self._reading():
            return frozenset(one["check"] for one in self._store.attached.of("dismissals", claim_id))

    def dismissals(self, article: str) -> tuple[Dismissal, ...]:
        """What was said so of the claims of an article, oldest first. Raises `NotFound`."""
        with self._reading() as (_, articles, _):
            document_of(articles, article, "article")
            attached = self._store.attached
            found = [one for claim in attached.claims("dismissals") for one in attached.of("dismissals", claim)]
        chosen = (one for one in found if one["article"] == article)
        return tuple(map(dismissal_from, sorted(chosen, key=lambda one: (one["at"], one["id"]))))

    def twins(self, claim_id: str) -> tuple[Claim, ...]:
        """The undecided claims that say the same as this one in the same words, here or in other articles.

        Case, blanks and punctuation make no difference. Raises `NotFound`.
        """
        claim = self.claim(claim_id)
        wanted = _WORD.findall(claim.text.casefold())
        run = max(_RUN.findall(claim.text), key=len, default="").strip()
        if not wanted or not run:
            return ()
        found = self.claims(status=Status.UNVERIFIED, query=run)
        return tuple(one for one in found if one.id != claim.id and _WORD.findall(one.text.casefold()) == wanted)
