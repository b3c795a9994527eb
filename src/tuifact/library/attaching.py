"""Attaching: what evidence, questions and signatures have in common, each a document that belongs to a claim."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain, count

from tuifact.library.guessing import resolve
from tuifact.library.identity import ID, attached_id
from tuifact.library.reading import keys_in_order
from tuifact.library.session import Session, document_of, not_found, number_of
from tuifact.library.sieve import Sieve
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.model import Claim

NOUNS = {"evidence": "source", "questions": "question"}
"""What people call a document of these tables."""

_ENTRY = frozenset(("id", "claim", "article", "by", "at", "rev", "dropped"))
"""What says of a document whose it is and where it stands, as opposed to what it says."""


class Attaching(Session):
    """Making, finding and changing attached documents. Each counts its own changes in `rev`, as a claim does."""

    def _attach(
        self, draft: Draft, table: str, claim_id: str, fields: Document, entered: Mapping[str, str], wanted: str = ""
    ) -> Document:
        """The claim's document that says this: the one there is, brought back if it was taken away, else a new one.

        `wanted` is an id it shall have when that is free. Raises `NotFound` for an unknown claim.
        """
        claim = draft.table("claims").get(number_of(claim_id, "claim"))
        if claim is None:
            raise not_found(claim_id, "claim")
        documents = draft.table(table)
        words = json.dumps(fields, sort_keys=True)
        ids = chain([wanted] if ID.fullmatch(wanted) else [], (attached_id(claim_id, words, at) for at in count()))
        for id_ in ids:
            held = documents.get(int(id_, 16))
            if held is None:
                owner = {"id": id_, "claim": claim["id"], "article": claim["article"]}
                documents[int(id_, 16)] = {**owner, **fields, **entered}
                return documents[int(id_, 16)]
            if held["claim"] == claim["id"] and _said(held) == fields:
                if held.pop("dropped", False):
                    _revise(held)
                return held
        raise AssertionError("ids never end")

    @staticmethod
    def _change_attached(draft: Draft, table: str, id_: str, change: Callable[[Document], object]) -> Document:
        """Change a document in a transaction; the document after. Raises `NotFound`, also for one taken away."""
        document = draft.table(table).get(number_of(id_, NOUNS[table]))
        if document is None or document.get("dropped"):
            raise not_found(id_, NOUNS[table])
        before = dict(document)
        change(document)
        if document != before:
            _revise(document)
        return document

    def _pass_on(self, draft: Draft, givers: Iterable[str], takers: Collection[str]) -> None:
        """Give these claims the evidence and the questions of those, as they were entered. A question is then theirs
        alone: who lists what is open would meet it twice."""
        for giver in givers:
            for table in NOUNS:
                for document in self._store.attached.of(table, giver):
                    entered = {name: document[name] for name in ("by", "at")}
                    for taker in takers:
                        if taker != giver:
                            self._attach(draft, table, taker, _said(document), entered)
                    if table == "questions" and giver not in takers:
                        self._change_attached(draft, table, document["id"], lambda held: held.update(dropped=True))

    def _attached_document(self, table: str, id_: str) -> Document:
        """A document to be looked at. Raises `NotFound`, also for one that was taken away."""
        document = document_of(self._store.documents(table), id_, NOUNS[table])
        if document.get("dropped"):
            raise not_found(id_, NOUNS[table])
        return document

    def _resolve_attached(self, table: str, prefix: str) -> str:
        with self._reading():
            return resolve(self._store.documents(table), prefix, NOUNS[table])

    def _claims_with(self, table: str, article: str | None) -> tuple[Claim, ...]:
        """The claims that something is attached to, in reading order. Raises `NotFound` for an unknown article."""
        with self._reading() as (shelf, articles, claims):
            if article is not None:
                document_of(articles, article, "article")
            wanted = {
                str(int(claim, 16))
                for claim in self._store.attached.claims(table)
                if self._store.attached.of(table, claim)
            }
            keys = [key for key in keys_in_order(shelf, articles, article) if key in wanted] if wanted else []
            return tuple(map(self._claim_from, Sieve().documents(claims, keys)))


def _said(document: Document) -> Document:
    return {name: value for name, value in document.items() if name not in _ENTRY}


def _revise(document: Document) -> None:
    document["rev"] = document.get("rev", 0) + 1
