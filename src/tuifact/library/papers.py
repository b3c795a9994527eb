"""What is attached to claims as documents, and back: evidence, questions, signatures, dismissals.

`id`, `claim` and `article` come first: `store/attached.py` finds the claim there unparsed.
"""

from __future__ import annotations

from datetime import date

from tuifact.errors import LibraryError
from tuifact.library.codec import claim_from
from tuifact.library.identity import attached_id
from tuifact.library.store.attached import Attached
from tuifact.library.store.documents import Document
from tuifact.model import Claim, Dismissal, Evidence, Grade, Question, Signature, Snapshot, Stance
from tuifact.model.plain import plain_line, plain_text

_STANCES = {stance.value: stance for stance in Stance}
_GRADES = {grade.value: grade for grade in Grade}
_LINES = ("url", "title", "publisher", "locator", "archive")


def evidence_fields(evidence: Evidence) -> Document:
    """What is said of a source, made harmless; what is empty is left out."""
    texts = {name: plain_line(getattr(evidence, name)).strip() for name in _LINES}
    texts["quote"] = plain_text(evidence.quote).strip()
    kept = evidence.snapshot
    rest: Document = {
        "seen": evidence.seen and evidence.seen.isoformat(),
        "snapshot": kept and {"sha256": kept.sha256, "name": plain_line(kept.name), "size": kept.size},
    }
    named = {name: value for name, value in (texts | rest).items() if value}
    return named | {"stance": Stance(evidence.stance).value, "grade": Grade(evidence.grade).value}


def evidence_from(document: Document) -> Evidence:
    """The evidence of this document; raises `LibraryError` when it is none."""
    get = document.get
    try:
        kept = get("snapshot")
        return Evidence(
            url=get("url", ""),
            title=get("title", ""),
            publisher=get("publisher", ""),
            quote=get("quote", ""),
            locator=get("locator", ""),
            stance=_STANCES[document["stance"]],
            grade=_GRADES[document["grade"]],
            archive=get("archive", ""),
            seen=date.fromisoformat(document["seen"]) if get("seen") else None,
            snapshot=Snapshot(kept["sha256"], kept["name"], kept["size"]) if kept else None,
            id=document["id"],
            by=document["by"],
            at=document["at"],
        )
    except (KeyError, ValueError) as error:
        raise LibraryError(f"source {get('id', '')}: {error} is missing or unknown", "update tuifact") from error


def question_from(document: Document) -> Question:
    """The question of this document."""
    get = document.get
    return Question(
        id=document["id"],
        claim=document["claim"],
        article=document["article"],
        person=get("person", ""),
        text=get("text", ""),
        reply=get("reply", False),
        asked=get("asked", ""),
        answer=get("answer", ""),
        answered=get("answered", ""),
        by=get("by", ""),
    )


def signature_from(document: Document) -> Signature:
    """The signature of this document."""
    return Signature(document["by"], document["at"], document["digest"])


def dismissal_document(dismissal: Dismissal, article: str) -> Document:
    """An earlier check that is not about a claim of this article."""
    id_ = attached_id(dismissal.claim, f"dismissed\n{dismissal.check}")
    entry = {"id": id_, "claim": dismissal.claim, "article": article, "check": plain_line(dismissal.check)}
    return entry | {"words": plain_line(dismissal.text), "by": dismissal.by, "at": dismissal.at}


def dismissal_from(document: Document) -> Dismissal:
    """The same, back."""
    return Dismissal(*(str(document.get(name, "")) for name in ("claim", "check", "words", "by", "at")))


def joined(document: Document, attached: Attached) -> Claim:
    """The claim of this document with its evidence and its signature.

    Where several signed, the last whose signature still holds counts, else the last of all.
    """
    evidence = tuple(map(evidence_from, attached.of("evidence", document["id"])))
    signatures = list(map(signature_from, attached.of("signatures", document["id"])))
    if len(signatures) < 2:
        return claim_from(document, evidence, *signatures)
    digest = claim_from(document, evidence).digest
    return claim_from(document, evidence, max(signatures, key=lambda one: (one.digest == digest, one.at)))


def told(table: str, document: Document) -> str:
    """What an attached document is about, in a line."""
    if table == "evidence":
        return str(document.get("title") or document.get("publisher") or document.get("url") or "a source")
    if table == "questions":
        return f"{document.get('person', '')}: {plain_line(document.get('text', ''))}"
    if table == "dismissals":
        return f"“{document.get('words', '')}”"
    return f"by {document.get('by', '')}"
