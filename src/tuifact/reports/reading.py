"""A JSON report read back: the dossiers it was made of, for a library to take over.

The file may come from anywhere. Every text passes through `model.plain`, ids and digests are held against their form,
and the original against its fingerprint; what does not fit is told, not guessed.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import get_args

import orjson

from tuifact.errors import ReportError
from tuifact.model.article import Article, ArticleSummary, Paragraph, ParagraphKind, Post
from tuifact.model.claim import Anchor, Band, Claim, Kind
from tuifact.model.dossier import Dossier
from tuifact.model.evidence import Evidence, Grade, Snapshot, Stance
from tuifact.model.match import Dismissal
from tuifact.model.original import Given, Original
from tuifact.model.plain import plain_line
from tuifact.model.record import Record
from tuifact.model.review import Question, Signature
from tuifact.model.verdict import Action, Confidence, Event, Status, Tally
from tuifact.reports.fields import body, count, day, fingerprint, identity, line, time
from tuifact.reports.interface import SCHEMA

MARK = re.compile(rb'\s*\{\s*"tuifact"\s*:\s*"[^"\\]{1,40}"\s*,\s*"schema"\s*:')
"""How a JSON report begins, and nothing else does."""

_KINDS = get_args(ParagraphKind)


def is_report(head: bytes) -> bool:
    """Whether a file that begins like this is a JSON report."""
    return MARK.match(head) is not None


def read_report(data: bytes) -> Iterator[Dossier | ReportError]:
    """The dossiers of a report, an error for each that cannot be read. The last comes first: a report begins with the
    newest article, and a library is filled from the oldest on.

    Raises `ReportError` when it is no report, is of a later schema, or holds only some of the claims.
    """
    try:
        report = orjson.loads(data)
        schema, articles = report["schema"], report["articles"]
        complete = report.get("complete") is True
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError("it is no JSON report of tuifact, or not all of one") from error
    if schema != SCHEMA or not isinstance(articles, list):
        raise ReportError(f"it is a report of schema {plain_line(str(schema))}, not {SCHEMA}", "update tuifact")
    if not complete:
        raise ReportError("it holds only some of the claims", "export it again without --status")
    for number, record in reversed(list(enumerate(articles, 1))):
        try:
            yield dossier_from(record)
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
            yield ReportError(f"article {number} cannot be read: {plain_line(repr(error))[:120]}")


def dossier_from(record: Record) -> Dossier:
    """The dossier of this record. Raises `ValueError`, `KeyError` or `TypeError` for one that is none."""
    article = article_from(record)
    claims = tuple(claim_from(claim, article.id) for claim in record["claims"])
    known = {claim.id for claim in claims}
    if len(known) != len(claims):
        raise ValueError("two claims have one id")
    summary = ArticleSummary(
        id=article.id,
        title=line(record["title"]),
        byline=article.byline,
        published=article.published,
        language=article.language,
        source=article.original.source,
        sha256=article.original.sha256,
        added=time(record["added"]),
        tags=tuple(map(line, record["tags"])),
        tally=Tally.of(claim.status for claim in claims),
        warnings=article.warnings,
        url=article.original.given.url,
        archive=line(record.get("archive") or ""),
        archived=line(record.get("archived") or ""),
    )
    history = tuple(event_from(event) for event in record["history"])
    questions = tuple(question_from(one) for one in record["questions"] if one["claim"] in known)
    dismissals = tuple(dismissal_from(one) for one in record.get("dismissals", ()) if one["claim"] in known)
    return Dossier(summary, article, claims, history, questions=questions, dismissals=dismissals)


def article_from(record: Record) -> Article:
    """The article with its original, whose fingerprint is held against the bytes."""
    held = record["original"]
    data = held["text"].encode("utf-8") if "text" in held else b64decode(held["base64"], validate=True)
    given = Given(url=line(record.get("url") or ""))
    original = Original(
        data, line(held["source"]), time(held["received"]), line(held["media_type"]), line(held["encoding"]), given
    )
    if original.sha256 != record["sha256"]:
        raise ValueError("its original is not the one it was made of")
    return Article(
        paragraphs=tuple(map(paragraph_from, record["paragraphs"])),
        title=line(record["own_title"]),
        byline=line(record["byline"]),
        dateline=line(record["dateline"]),
        published=day(record["published"]),
        language=line(record["language"]),
        warnings=tuple(map(line, record["warnings"])),
        original=original,
        id=identity(record["id"]),
    )


def paragraph_from(record: Record) -> Paragraph:
    """A paragraph with its post."""
    post, (start, end) = record["post"], record["span"]
    if record["kind"] not in _KINDS:
        raise ValueError(f"there is no kind of paragraph {record['kind']}")
    made = post and Post(
        line(post["author"]),
        line(post["handle"]),
        day(post["published"]),
        tuple(map(line, post["links"])),
        tuple(map(line, post["hashtags"])),
    )
    return Paragraph(body(record["text"]), record["kind"], made or None, (count(start), count(end)))


def claim_from(record: Record, article: str) -> Claim:
    """A claim with all that was decided and entered about it."""
    signature = record["signature"]
    return Claim(
        text=body(record["text"]),
        paragraph=count(record["paragraph"]),
        start=count(record["start"]),
        end=count(record["end"]),
        speaker=line(record["speaker"]) if record["speaker"] is not None else None,
        kind=Kind(record["kind"]),
        worth=float(record["worth"]),
        band=Band(record["band"]),
        reasons=tuple(map(line, record["reasons"])),
        anchor=Anchor(body(record["prefix"]), body(record["suffix"])),
        id=identity(record["id"]),
        article=article,
        status=Status(record["status"]),
        confidence=Confidence(record["confidence"]) if record["confidence"] else None,
        rating=line(record["rating"]),
        by=line(record["by"]),
        at=time(record["at"]),
        **{name: body(record.get(name, "")) for name in ("verdict", "note", "correction", "origin", "internal_note")},
        rev=count(record["rev"]),
        text_changed=record["text_changed"] is True,
        previous=body(record.get("previous", "")),
        contested=record["contested"] is True,
        evidence=tuple(map(evidence_from, record["evidence"])),
        signature=None if signature is None else signature_from(signature),
    )


def signature_from(record: Record) -> Signature:
    """A sign-off."""
    return Signature(line(record["by"]), time(record["at"]), fingerprint(record["digest"]))


def snapshot_from(record: Record) -> Snapshot:
    """The copy of a source; it is not in the report itself."""
    return Snapshot(fingerprint(record["sha256"]), line(record["name"]), count(record["size"]))


def evidence_from(record: Record) -> Evidence:
    """A source as it was entered."""
    kept = record["snapshot"]
    return Evidence(
        **{name: line(record[name]) for name in ("url", "title", "publisher", "locator", "archive", "by")},
        at=time(record["at"]),
        quote=body(record["quote"]),
        stance=Stance(record["stance"]),
        grade=Grade(record["grade"]),
        seen=day(record["seen"]),
        snapshot=None if kept is None else snapshot_from(kept),
        id=identity(record["id"]),
    )


def question_from(record: Record) -> Question:
    """A question and what came back."""
    lines = {name: line(record[name]) for name in ("person", "by")}
    lines |= {name: time(record[name]) for name in ("asked", "answered")}
    texts = {name: body(record[name]) for name in ("text", "answer")}
    ids = {name: identity(record[name]) for name in ("id", "claim", "article")}
    return Question(**ids, **lines, **texts, reply=record["reply"] is True)


def dismissal_from(record: Record) -> Dismissal:
    """An earlier check that was said not to be about a claim."""
    lines = {name: line(record[name]) for name in ("check", "text", "by")}
    return Dismissal(claim=identity(record["claim"]), at=time(record["at"]), **lines)


def event_from(record: Record) -> Event:
    """An entry of the history."""
    return Event(
        claim=identity(record["claim"]),
        article=identity(record["article"]),
        action=Action(record["action"]),
        by=line(record["by"]),
        at=time(record["at"]),
        was=Status(record["was"]),
        now=Status(record["now"]),
        note=body(record["note"]),
        rev=count(record["rev"]),
        about=line(record.get("about", "")),
        verdict=body(record.get("verdict", "")),
    )
