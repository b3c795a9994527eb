"""Claims by hand: added where none was found, corrected, split, merged, dropped; all of it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tuifact.library.attaching import Attaching
from tuifact.library.codec import BY_HAND, claim_document, claim_from, set_found
from tuifact.library.identity import claim_ids
from tuifact.library.placing import parts_of, placed, union_of
from tuifact.library.revise import put_in_place
from tuifact.library.session import refuse_stale
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.model import Band, Claim, Kind, Status
from tuifact.model.plain import plain_line


class Editing(Attaching):
    """Making and changing claims; a place is (paragraph, start, end), in characters of the paragraph's text."""

    def add_claim(
        self,
        article_id: str,
        paragraph: int,
        start: int,
        end: int,
        *,
        seen: str | None = None,
        speaker: str | None = None,
        kind: Kind = Kind.EVENT,
        by: str = "",
    ) -> Claim:
        """Make a claim of the words at this place, without the spaces at its edges.

        The same words at the same place are one claim: it is given as it is, and comes back when it was dropped.
        Raises `NotFound` for an unknown article, `LibraryError` when no words are there, `Conflict` when others are
        than those that were seen there.
        """
        blank = Claim("", 0, 0, 0, _name(speaker), kind, worth=1.0, band=Band.FIRST, reasons=BY_HAND)
        with self._store.transaction("claim", by) as draft:
            claim = placed(blank, self._paragraphs(article_id), (paragraph, start, end), seen)
            return self._claim_from(self._insert(draft, article_id, [claim])[0])

    def edit_claim(
        self,
        claim_id: str,
        *,
        paragraph: int | None = None,
        start: int | None = None,
        end: int | None = None,
        seen: str | None = None,
        speaker: str | None = None,
        kind: Kind | None = None,
        by: str = "",
        rev: int | None = None,
    ) -> Claim:
        """Give a claim another place, speaker or kind; what is None stays, an empty speaker is the article itself.

        Id, verdict and notes stay; a claim that was decided says `text_changed` when its words are others now. Raises
        `NotFound`, `LibraryError` when no words are there, `Conflict` when others are than those that were seen there,
        or when `rev` is given and the claim has changed.
        """

        def rewrite(document: Document) -> None:
            refuse_stale(document, rev)
            held = claim_from(document)
            place = tuple(
                old if new is None else new
                for new, old in ((paragraph, held.paragraph), (start, held.start), (end, held.end))
            )
            moves = place != (held.paragraph, held.start, held.end)
            claim = placed(held, self._paragraphs(held.article), place, seen) if moves else held
            who = held.speaker if speaker is None else _name(speaker)
            _reword(document, replace(claim, speaker=who, kind=kind or held.kind))

        with self._store.transaction("claim", by) as draft:
            return self._claim_from(self._change_claim(draft, claim_id, rewrite))

    def split_claim(self, claim_id: str, at: Iterable[int], *, by: str = "") -> tuple[Claim, ...]:
        """Make several claims of one, which is dropped; `at` says at which characters of its text a part begins.

        The parts are unverified: what was decided about the whole need not hold for each; they take over its evidence
        and questions. Raises `NotFound`, and `LibraryError` when a part would hold no words.
        """
        with self._store.transaction("claim", by) as draft:
            whole = claim_from(self._change_claim(draft, claim_id, _drop))
            paragraphs = self._paragraphs(whole.article)
            parts = [placed(whole, paragraphs, place) for place in parts_of(whole, at)]
            made = [document["id"] for document in self._insert(draft, whole.article, parts)]
            self._pass_on(draft, [whole.id], made)
        return tuple(map(self._claim_now, made))

    def merge_claims(self, claim_ids: Iterable[str], *, by: str = "") -> Claim:
        """Make one claim of several of the same paragraph, which are dropped; it reaches from the first to the last.

        It is unverified, and has the evidence and the questions of all. Raises `NotFound`, and `LibraryError` when they
        are fewer than two or not of one paragraph.
        """
        with self._store.transaction("claim", by) as draft:
            parts = [claim_from(self._change_claim(draft, claim_id, _drop)) for claim_id in dict.fromkeys(claim_ids)]
            union, place = union_of(parts)
            whole = placed(union, self._paragraphs(union.article), place)
            made = self._insert(draft, union.article, [whole])[0]["id"]
            self._pass_on(draft, [part.id for part in parts], [made])
        return self._claim_now(made)

    def drop_claim(self, claim_id: str, *, by: str = "") -> Claim:
        """Set a claim aside as no claim; nothing of it is erased. Raises `NotFound`."""
        with self._store.transaction("claim", by) as draft:
            return self._claim_from(self._change_claim(draft, claim_id, _drop))

    def restore_claim(self, claim_id: str, *, by: str = "") -> Claim:
        """Take a dropped claim back in, with its verdict, where its words stand now. Raises `NotFound`."""

        def take_in(document: Document) -> None:
            _restore(document)
            put_in_place(document, self._paragraphs(document["article"]))

        with self._store.transaction("claim", by) as draft:
            return self._claim_from(self._change_claim(draft, claim_id, take_in))

    def _insert(self, draft: Draft, article_id: str, made: Sequence[Claim]) -> list[Document]:
        """Put the claims into the article; their documents. One that is there at its place is taken back in."""
        claims = draft.table("claims")
        with self._reading() as (shelf, _, _claims):
            held = [claims[int(key)] for key in shelf.keys(article_id)]
        there = {_place_of(document): document for document in held}
        new = [claim for claim in made if (claim.paragraph, claim.start, claim.text) not in there]
        ids = claim_ids(article_id, (claim.text for claim in new), {document["id"] for document in held})
        for claim, id_ in zip(new, ids, strict=True):
            document = claim_document(claim, id_, article_id)
            claims[int(id_, 16)] = there[_place_of(document)] = document
        chosen = [there[claim.paragraph, claim.start, claim.text] for claim in made]
        for document in chosen:
            if document.get("dropped"):
                _restore(document)
        return chosen


def _name(speaker: str | None) -> str | None:
    return plain_line(speaker or "").strip() or None


def _place_of(document: Document) -> tuple[int, int, str]:
    return document["paragraph"], document["start"], document["text"]


def _reword(document: Document, claim: Claim) -> None:
    """Give a claim's document what the claim says; one that was decided is marked when its words are others now."""
    if document["text"] != claim.text and document["status"] != Status.UNVERIFIED:
        document["text_changed"] = True
        document.setdefault("previous", document["text"])
    set_found(document, claim)
    _revise(document)


def _revise(document: Document) -> None:
    document["rev"] = document.get("rev", 0) + 1


def _drop(document: Document) -> None:
    document["dropped"] = True
    _revise(document)


def _restore(document: Document) -> None:
    for name in ("dropped", "gone"):
        document.pop(name, None)
    _revise(document)
