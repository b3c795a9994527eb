"""The nouns as plain dictionaries: the JSON records that scripts read, in one place so that every command agrees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from tuifact.model.article import Article, ArticleSummary, Paragraph
from tuifact.model.claim import Claim, Sentence
from tuifact.model.evidence import Evidence
from tuifact.model.match import Dismissal
from tuifact.model.review import Finding, Question
from tuifact.model.revision import Difference, Revision, Version
from tuifact.model.verdict import Event, Tally

Record = dict[str, Any]
"""One JSON object."""


def sentence_record(sentence: Sentence) -> Record:
    """What is known of a sentence before anybody checks it; offsets in characters of the paragraph's text."""
    return {
        "text": sentence.text,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "speaker": sentence.speaker,
        "kind": sentence.kind.value,
        "worth": round(sentence.worth, 4),
        "band": sentence.band.value,
        "reasons": list(sentence.reasons),
    }


def claim_record(claim: Claim, *, internal: bool = False) -> Record:
    """A claim and where its check stands; the internal note only on request."""
    record = {"id": claim.id, "article": claim.article, **sentence_record(claim)}
    record |= {"status": claim.status.value, "note": claim.note, "by": claim.by, "at": claim.at, "rev": claim.rev}
    record |= {"verdict": claim.verdict, "rating": claim.rating, "confidence": claim.confidence}
    record |= {
        "correction": claim.correction,
        "origin": claim.origin,
        "text_changed": claim.text_changed,
        "previous": claim.previous,
        "contested": claim.contested,
    }
    record["evidence"] = [evidence_record(source) for source in claim.evidence]
    record["signature"] = claim.signature and {**asdict(claim.signature), "holds": claim.signed}
    if internal:
        record["internal_note"] = claim.internal_note
    return record


def evidence_record(source: Evidence) -> Record:
    """One source of a claim; `seen` is an ISO date."""
    return asdict(source) | {"seen": source.seen.isoformat() if source.seen else None}


def question_record(question: Question) -> Record:
    """Something put to a person, and what came back."""
    return asdict(question)


def dismissal_record(dismissal: Dismissal) -> Record:
    """An earlier check that is not about a claim."""
    return asdict(dismissal)


def finding_record(finding: Finding) -> Record:
    """What a sourcing rule found."""
    return asdict(finding)


def paragraph_record(paragraph: Paragraph) -> Record:
    """A paragraph; its span is in characters of the decoded original."""
    post = paragraph.post
    return {
        "text": paragraph.text,
        "kind": paragraph.kind,
        "post": post
        and {
            "author": post.author,
            "handle": post.handle,
            "published": post.published.isoformat() if post.published else None,
        },
        "span": list(paragraph.span),
    }


def tally_record(tally: Tally) -> dict[str, int]:
    """How many claims stand where."""
    return asdict(tally)


def summary_record(summary: ArticleSummary) -> Record:
    """An article as `tuifact list --json` has it."""
    return {
        "id": summary.id,
        "title": summary.title,
        "byline": summary.byline,
        "published": summary.published.isoformat() if summary.published else None,
        "language": summary.language,
        "source": summary.source,
        "sha256": summary.sha256,
        "added": summary.added,
        "tags": list(summary.tags),
        "tally": tally_record(summary.tally),
        "warnings": list(summary.warnings),
        "url": summary.url or None,
        "received": summary.received,
        "encoding": summary.encoding,
        "archive": summary.archive or None,
        "archived": summary.archived or None,
        "versions": summary.versions,
    }


def article_record(
    summary: ArticleSummary, article: Article, claims: Iterable[Claim], *, internal: bool = False
) -> Record:
    """A whole article with its paragraphs and claims."""
    return {
        **summary_record(summary),
        "paragraphs": [paragraph_record(paragraph) for paragraph in article.paragraphs],
        "claims": [claim_record(claim, internal=internal) for claim in claims],
    }


def version_record(version: Version) -> Record:
    """One text that an article had."""
    return asdict(version)


def difference_record(passage: Difference) -> Record:
    """A passage of one of two versions, or of both; places in characters."""
    return {"kind": passage.kind, "text": passage.text, "old": list(passage.old), "new": list(passage.new)}


def revision_record(revision: Revision, *, internal: bool = False) -> Record:
    """What changed between two versions of an article; each claim as it stands, with what became of its words."""
    return {
        "article": revision.article,
        "old": version_record(revision.old),
        "new": version_record(revision.new),
        "passages": [difference_record(passage) for passage in revision.passages],
        "claims": [
            {
                "fate": change.fate,
                **claim_record(change.claim, internal=internal),
                "passages": [difference_record(passage) for passage in change.passages],
            }
            for change in revision.claims
        ],
    }


def event_record(event: Event) -> Record:
    """One entry of the history."""
    return {
        "claim": event.claim,
        "article": event.article,
        "action": event.action.value,
        "by": event.by,
        "at": event.at,
        "was": event.was.value,
        "now": event.now.value,
        "note": event.note,
        "rev": event.rev,
        "about": event.about,
        "verdict": event.verdict,
    }
