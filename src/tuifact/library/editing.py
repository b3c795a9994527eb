"""Claims by hand: added where none was found, corrected, split, merged, dropped; all of it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from tuifact.errors import LibraryError
from tuifact.library.codec import claim_document, claim_from, set_found
from tuifact.library.documents import Document
from tuifact.library.draft import Draft
from tuifact.library.identity import claim_ids
from tuifact.library.session import Session, document_of
from tuifact.model import Anchor, Claim, Sentence


class Editing(Session):
    """Making and changing claims."""

    def add_claim(self, article_id: str, claim: Claim, *, by: str = "") -> Claim:
        """Add a claim to an article; its words and its place are taken, id and verdict are new.

        The same words at the same place are one claim: it is given as it is, and comes back when it was dropped.
        Raises `NotFound` for an unknown article.
        """
        with self._store.transaction("claim", by) as draft:
            made = self._insert(draft, article_id, [claim])[0]
        return claim_from(made)

    def edit_claim(self, claim_id: str, claim: Claim, *, by: str = "") -> Claim:
        """Give a claim other words, another place or another speaker; id, verdict and notes stay. Raises `NotFound`."""
        with self._store.transaction("claim", by):
            changed = self._change_claim(claim_id, partial(_rewrite, claim=claim))
        return claim_from(changed)

    def split_claim(self, claim_id: str, spans: Iterable[tuple[int, int]], *, by: str = "") -> tuple[Claim, ...]:
        """Make several claims of one, which is dropped; spans are (start, end) in characters of the claim's text.

        The parts are unverified: what was decided about the whole need not hold for each. Raises `NotFound`, and
        `LibraryError` for a span that holds no text of the claim.
        """
        with self._store.transaction("claim", by) as draft:
            whole = claim_from(self._change_claim(claim_id, _drop))
            parts = [_part(whole, start, end) for start, end in spans]
            made = self._insert(draft, whole.article, parts)
        return tuple(map(claim_from, made))

    def merge_claims(self, claim_ids: Sequence[str], *, by: str = "") -> Claim:
        """Make one claim of several of the same paragraph, which are dropped; it reaches from the first to the last.

        It is unverified. Raises `NotFound`, and `LibraryError` when they are fewer than two or not of one paragraph.
        """
        with self._store.transaction("claim", by) as draft:
            parts = [claim_from(self._change_claim(claim_id, _drop)) for claim_id in dict.fromkeys(claim_ids)]
            if len(parts) < 2 or len({(part.article, part.paragraph) for part in parts}) > 1:
                raise LibraryError(
                    "only claims of one paragraph can be merged, two or more", "choose claims that stand together"
                )
            made = self._insert(draft, parts[0].article, [_union(parts, self._paragraph(parts[0]))])[0]
        return claim_from(made)

    def drop_claim(self, claim_id: str, *, by: str = "") -> Claim:
        """Set a claim aside as no claim; nothing of it is erased. Raises `NotFound`."""
        with self._store.transaction("claim", by):
            return claim_from(self._change_claim(claim_id, _drop))

    def restore_claim(self, claim_id: str, *, by: str = "") -> Claim:
        """Take a dropped claim back in, with its verdict. Raises `NotFound`."""
        with self._store.transaction("claim", by):
            return claim_from(self._change_claim(claim_id, _restore))

    def _insert(self, draft: Draft, article_id: str, made: Sequence[Claim]) -> list[Document]:
        """Put the claims into the article; their documents. One that is there at its place is taken back in."""
        claims = draft.table("claims")
        with self._reading() as (shelf, articles, _):
            document_of(articles, article_id, "article")
            held = [claims[int(key)] for key in shelf.keys(article_id)]
        there = {_place(document): document for document in held}
        new = [claim for claim in made if (claim.paragraph, claim.start, claim.text) not in there]
        ids = claim_ids(article_id, (claim.text for claim in new), {document["id"] for document in held})
        for claim, id_ in zip(new, ids, strict=True):
            document = claim_document(claim, id_, article_id)
            claims[int(id_, 16)] = there[_place(document)] = document
        chosen = [there[claim.paragraph, claim.start, claim.text] for claim in made]
        for document in chosen:
            if document.get("dropped"):
                _restore(document)
        return chosen

    def _paragraph(self, claim: Claim) -> str:
        """The text of the paragraph that the claim is in."""
        article = document_of(self._store.documents("articles"), claim.article, "article")
        return str(self._store.article_text(article["file"])["paragraphs"][claim.paragraph]["text"])


def _place(document: Document) -> tuple[int, int, str]:
    return document["paragraph"], document["start"], document["text"]


def _revised(document: Document) -> None:
    document["rev"] = document.get("rev", 0) + 1


def _rewrite(document: Document, claim: Sentence) -> None:
    set_found(document, claim)
    _revised(document)


def _drop(document: Document) -> None:
    document["dropped"] = True
    _revised(document)


def _restore(document: Document) -> None:
    for name in ("dropped", "gone"):
        document.pop(name, None)
    _revised(document)


def _part(whole: Claim, start: int, end: int) -> Claim:
    """The part of the claim between these characters of its text, without the spaces around it."""
    text = whole.text[start:end]
    left = len(text) - len(text.lstrip())
    words = text.strip()
    if not words or not 0 <= start < end <= len(whole.text):
        raise LibraryError(
            f"characters {start} to {end} hold nothing of claim {whole.id}", f"it has {len(whole.text)} characters"
        )
    begin = whole.start + start + left
    around = f"{whole.anchor.prefix}{whole.text}{whole.anchor.suffix}"
    at = len(whole.anchor.prefix) + start + left
    anchor = Anchor(around[max(at - 32, 0) : at], around[at + len(words) :][:32])
    return replace(whole, text=words, start=begin, end=begin + len(words), anchor=anchor)


def _union(parts: Sequence[Claim], paragraph: str) -> Claim:
    """One claim from the first of these to the last."""
    first = min(parts, key=lambda part: part.start)
    start, end = first.start, max(part.end for part in parts)
    return replace(
        first,
        text=paragraph[start:end],
        end=end,
        worth=max(part.worth for part in parts),
        reasons=tuple(dict.fromkeys(reason for part in parts for reason in part.reasons)),
        anchor=Anchor(paragraph[max(start - 32, 0) : start], paragraph[end : end + 32]),
    )
