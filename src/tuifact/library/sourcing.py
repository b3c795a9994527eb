"""Sourcing: the evidence for and against claims, and copies of it kept in the library; all of it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

from tuifact.errors import Conflict, LibraryError
from tuifact.library.attaching import Attaching
from tuifact.library.papers import evidence_fields, evidence_from
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.library.store.files import read_bytes, replace_file
from tuifact.library.store.founding import make_evidence_folder
from tuifact.model import Claim, Evidence, Snapshot
from tuifact.model.plain import plain_line

ATTACH_AGAIN = "attach the file again with tuifact evidence edit"


class Sourcing(Attaching):
    """Adding, changing and taking away evidence. A claim's own revision is left alone: evidence is no decision."""

    def add_evidence(self, claim_id: str, evidence: Evidence, *, by: str = "") -> Evidence:
        """Give a claim a source; as it is kept, with its id.

        The same source in the same words is there once: it is given as it is, and comes back when it was taken away.
        Raises `NotFound` for an unknown claim, `LibraryError` for evidence that names nothing.
        """
        return self.add_evidence_many([(claim_id, evidence)], by=by)[0]

    def add_evidence_many(self, pairs: Iterable[tuple[str, Evidence]], *, by: str = "") -> tuple[Evidence, ...]:
        """Give each claim its source: all or none, one flush, one undo.

        Evidence that comes from another library keeps its id, who entered it and when.
        """
        with self._store.transaction("evidence", by) as draft:
            made = [self._attach_source(draft, claim_id, evidence) for claim_id, evidence in pairs]
        return tuple(map(evidence_from, made))

    def edit_evidence(
        self, evidence_id: str, changed: Evidence, *, was: Evidence | None = None, by: str = ""
    ) -> Evidence:
        """Give a source these words, grade, stance and snapshot; its id, and who entered it when, stay.

        Raises `NotFound`, and `Conflict` when `was` is given and it has changed since.
        """
        fields = _named(changed)

        def rewrite(document: Document) -> None:
            if was is not None and evidence_from(document) != was:
                raise Conflict(f"source {evidence_id} was changed meanwhile", "look at it again, then change it")
            for name in set(document) - _ABOUT - set(fields):
                del document[name]
            document |= fields

        return evidence_from(self._change_source(evidence_id, by, rewrite))

    def remove_evidence(self, evidence_id: str, *, by: str = "") -> Evidence:
        """Take a source away from its claim; nothing of it is erased. Raises `NotFound`."""
        return evidence_from(self._change_source(evidence_id, by, lambda document: document.update(dropped=True)))

    def evidence(self, evidence_id: str) -> tuple[str, Evidence]:
        """A claim's id and one source of it. Raises `NotFound`, also for one that was taken away."""
        with self._reading():
            document = self._attached_document("evidence", evidence_id)
            return document["claim"], evidence_from(document)

    def sourced_claims(self, article: str | None = None) -> tuple[Claim, ...]:
        """The claims that have evidence, of one article or of all, as `claims` gives them."""
        return self._claims_with("evidence", article)

    def resolve_evidence(self, prefix: str) -> str:
        """The source's id, from itself or its first digits. Raises `NotFound`."""
        return self._resolve_attached("evidence", prefix)

    def keep_snapshot(self, data: bytes, name: str) -> Snapshot:
        """Keep a copy of a source, on the disk when it returns; `edit_evidence` or `add_evidence` then speaks of it.

        The same bytes are kept once. Raises `LibraryError` when they cannot be written.
        """
        digest = sha256(data).hexdigest()
        # The lock keeps other writers out, and refuses where nothing may be written; nothing is written down yet.
        with self._store.transaction("evidence"):
            make_evidence_folder(self._layout)
            path = self._layout.snapshot_file(digest)
            if not (path.exists() and read_bytes(path) == data):
                replace_file(path, [data])
        return Snapshot(digest, plain_line(name), len(data))

    def snapshot(self, kept: Snapshot) -> bytes:
        """The bytes of a copy, held against their SHA-256. Raises `LibraryError` when it is lost or damaged."""
        path = self._layout.snapshot_file(kept.sha256)
        data = read_bytes(path)
        if sha256(data).hexdigest() != kept.sha256:
            raise LibraryError(f"{path} is damaged: its SHA-256 is not its name", ATTACH_AGAIN)
        return data

    def _attach_source(self, draft: Draft, claim_id: str, evidence: Evidence) -> Document:
        fields = _named(evidence)
        entered = {"by": plain_line(evidence.by) or draft.by, "at": plain_line(evidence.at) or draft.at}
        return self._attach(draft, "evidence", claim_id, fields, entered, wanted=evidence.id)

    def _change_source(self, evidence_id: str, by: str, change: Callable[[Document], object]) -> Document:
        with self._store.transaction("evidence", by) as draft:
            return self._change_attached(draft, "evidence", evidence_id, change)


_ABOUT = frozenset(("id", "claim", "article", "by", "at", "rev"))
"""What says of evidence whose it is, as opposed to what is said of the source."""


def _named(evidence: Evidence) -> Document:
    fields = evidence_fields(evidence)
    if not any(name in fields for name in ("url", "title", "publisher")):
        raise LibraryError("this source has no name", "give its address, its title, or who was asked")
    return fields
