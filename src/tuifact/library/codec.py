"""Claims to documents and back. What a document leaves out has its usual value: it stays short, and git's lines too."""

from __future__ import annotations

from tuifact.errors import LibraryError
from tuifact.library.store.documents import Document
from tuifact.model import Anchor, Band, Claim, Confidence, Evidence, Kind, Signature, Status

_KINDS = {kind.value: kind for kind in Kind}
_BANDS = {band.value: band for band in Band}
_CONFIDENCES: dict[str | None, Confidence | None] = {None: None, **{one.value: one for one in Confidence}}
STATUSES = {status.value: status for status in Status}


FOUND = ("text", "paragraph", "start", "end", "kind", "worth", "band", "speaker", "reasons", "prefix", "suffix")
"""The fields of a claim that are found in a text, as opposed to decided about it."""

BY_HAND = ("added by hand",)
"""The reasons of a claim that somebody chose: no score speaks against that, so its worth is 1."""


def claim_document(claim: Claim, id_: str, article: str) -> Document:
    """A claim as it is stored when it comes in, under this id, in this article: as found, unverified.

    `id`, `article` and `status` come first: `shelf.py` finds them there unparsed.
    """
    return {"id": id_, "article": article, "status": Status.UNVERIFIED.value, **found_fields(claim)}


def found_fields(claim: Claim) -> Document:
    """What was found, by the names in `FOUND`; what has its usual value is left out."""
    rest: Document = {
        "speaker": claim.speaker,
        "reasons": list(claim.reasons),
        "prefix": claim.anchor.prefix,
        "suffix": claim.anchor.suffix,
    }
    return {
        "text": claim.text,
        "paragraph": claim.paragraph,
        "start": claim.start,
        "end": claim.end,
        "kind": claim.kind.value,
        "worth": round(claim.worth, 4),
        "band": claim.band.value,
        **{name: value for name, value in rest.items() if value},
    }


def set_found(document: Document, claim: Claim) -> None:
    """Give a claim's document what was found; its id and what was decided stay."""
    fields = found_fields(claim)
    for name in FOUND:
        if name not in fields:
            document.pop(name, None)
    document.update(fields)


def claim_from(document: Document, evidence: tuple[Evidence, ...] = (), signature: Signature | None = None) -> Claim:
    """The claim of this document, with what is attached to it; raises `LibraryError` when it is none."""
    get = document.get
    try:
        # In the order of Claim's fields: by name this takes a quarter longer, and it is done for every claim of a list.
        return Claim(
            document["text"],
            document["paragraph"],
            document["start"],
            document["end"],
            get("speaker"),
            _KINDS[document["kind"]],
            document["worth"],
            _BANDS[document["band"]],
            tuple(get("reasons", ())),
            Anchor(get("prefix", ""), get("suffix", "")),
            document["id"],
            document["article"],
            STATUSES[document["status"]],
            get("verdict", ""),
            get("rating", ""),
            _CONFIDENCES[get("confidence")],
            get("note", ""),
            get("correction", ""),
            get("origin", ""),
            get("internal_note", ""),
            get("by", ""),
            get("at", ""),
            get("rev", 0),
            get("text_changed", False),
            get("previous", ""),
            get("contested", False),
            evidence,
            signature,
        )
    except KeyError as error:
        raise LibraryError(f"claim {get('id', '')}: {error} is missing or unknown", "update tuifact") from error
