"""A JSON report read back: the dossiers it was made of, for a library to take over.

The file may come from anywhere. Every text passes through `model.plain`, ids and digests are held against their form,
and the original against its fingerprint; what does not fit is told, not guessed.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import orjson

from tuifact.errors import ReportError
from tuifact.model.article import Article, ArticleSummary, Paragraph, ParagraphKind, Post
from tuifact.model.claim import Anchor, Band, Claim, Kind
from tuifact.model.dossier import Dossier
from tuifact.model.evidence import Evidence, Grade, Snapshot, Stance
from tuifact.model.original import Given, Original
from tuifact.model.plain import plain_line, plain_text
from tuifact.model.record import Record
from tuifact.model.review import Question, Signature
from tuifact.model.verdict import Action, Confidence, Event, Status, Tally
from tuifact.reports.interface import SCHEMA

MARK = re.compile(rb'\s*\{\s*"tuifact"\s*:\s*"[^"\\]{1,40}"\s*,\s*"schema"\s*:')
"""How a JSON report begins, and nothing else does."""

_ID = re.compile("[0-9a-f]{12}")
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
        title=_line(record["title"]),
        byline=article.byline,
        published=article.published,
        language=article.language,
        source=article.original.source,
        sha256=article.original.sha256,
        added=_time(record["added"]),
        tags=tuple(map(_line, record["tags"])),
        tally=Tally.of(claim.status for claim in claims),
        warnings=article.warnings,
        url=article.original.given.url,
        archive=_line(record.get("archive") or ""),
        archived=_line(record.get("archived") or ""),
    )
    history = tuple(event_from(event) for event in record["history"])
    questions = tuple(question_from(one) for one in record["questions"] if one["claim"] in known)
    return Dossier(summary, article, claims, history, questions=questions)


def article_from(record: Record) -> Article:
    """The article with its original, whose fingerprint is held against the bytes."""
    held = record["original"]
    data = held["text"].encode("utf-8") if "text" in held else b64decode(held["base64"], validate=True)
    given = Given(url=_line(record.get("url") or ""))
    original = Original(
        data, _line(held["source"]), _time(held["received"]), _line(held["media_type"]), _line(held["encoding"]), given
    )
    if original.sha256 != record["sha256"]:
        raise ValueError("its original is not the one it was made of")
    return Article(
        paragraphs=tuple(map(paragraph_from, record["paragraphs"])),
        title=_line(record["own_title"]),
        byline=_line(record["byline"]),
        dateline=_line(record["dateline"]),
        published=_day(record["published"]),
        language=_line(record["language"]),
        warnings=tuple(map(_line, record["warnings"])),
        original=original,
        id=_id(record["id"]),
    )


def paragraph_from(record: Record) -> Paragraph:
    """A paragraph with its post."""
    post, (start, end) = record["post"], record["span"]
    if record["kind"] not in _KINDS:
        raise ValueError(f"there is no kind of paragraph {record['kind']}")
    made = post and Post(
        _line(post["author"]),
        _line(post["handle"]),
        _day(post["published"]),
        tuple(map(_line, post["links"])),
        tuple(map(_line, post["hashtags"])),
    )
    return Paragraph(_text(record["text"]), record["kind"], made or None, (_count(start), _count(end)))


def claim_from(record: Record, article: str) -> Claim:
    """A claim with all that was decided and entered about it."""
    signature = record["signature"]
    return Claim(
        text=_text(record["text"]),
        paragraph=_count(record["paragraph"]),
        start=_count(record["start"]),
        end=_count(record["end"]),
        speaker=_line(record["speaker"]) if record["speaker"] is not None else None,
        kind=Kind(record["kind"]),
        worth=float(record["worth"]),
        band=Band(record["band"]),
        reasons=tuple(map(_line, record["reasons"])),
        anchor=Anchor(_text(record["prefix"]), _text(record["suffix"])),
        id=_id(record["id"]),
        article=article,
        status=Status(record["status"]),
        confidence=Confidence(record["confidence"]) if record["confidence"] else None,
        rating=_line(record["rating"]),
        by=_line(record["by"]),
        at=_time(record["at"]),
        **{name: _text(record.get(name, "")) for name in ("verdict", "note", "correction", "origin", "internal_note")},
        rev=_count(record["rev"]),
        text_changed=record["text_changed"] is True,
        previous=_text(record.get("previous", "")),
        contested=record["contested"] is True,
        evidence=tuple(map(evidence_from, record["evidence"])),
        signature=signature and Signature(_line(signature["by"]), _time(signature["at"]), _digest(signature["digest"])),
    )


def evidence_from(record: Record) -> Evidence:
    """A source as it was entered."""
    kept = record["snapshot"]
    return Evidence(
        **{name: _line(record[name]) for name in ("url", "title", "publisher", "locator", "archive", "by")},
        at=_time(record["at"]),
        quote=_text(record["quote"]),
        stance=Stance(record["stance"]),
        grade=Grade(record["grade"]),
        seen=_day(record["seen"]),
        snapshot=kept and Snapshot(_digest(kept["sha256"]), _line(kept["name"]), _count(kept["size"])),
        id=_id(record["id"]),
    )


def question_from(record: Record) -> Question:
    """A question and what came back."""
    lines = {name: _line(record[name]) for name in ("person", "by")}
    lines |= {name: _time(record[name]) for name in ("asked", "answered")}
    texts = {name: _text(record[name]) for name in ("text", "answer")}
    ids = {name: _id(record[name]) for name in ("id", "claim", "article")}
    return Question(**ids, **lines, **texts, reply=record["reply"] is True)


def event_from(record: Record) -> Event:
    """An entry of the history."""
    return Event(
        claim=_id(record["claim"]),
        article=_id(record["article"]),
        action=Action(record["action"]),
        by=_line(record["by"]),
        at=_time(record["at"]),
        was=Status(record["was"]),
        now=Status(record["now"]),
        note=_text(record["note"]),
        rev=_count(record["rev"]),
        about=_line(record.get("about", "")),
    )


def _line(value: Any) -> str:  # noqa: ANN401 (whatever stands in the file)
    return plain_line(_string(value))


def _text(value: Any) -> str:  # noqa: ANN401
    return plain_text(_string(value))


def _string(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _time(value: Any) -> str:  # noqa: ANN401
    """ISO 8601 in UTC as we write it, or nothing."""
    if not isinstance(value, str) or not re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z)?", value):
        raise ValueError(f"{value!r} is no time")
    return value


def _count(value: Any) -> int:  # noqa: ANN401
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 31:
        raise ValueError(f"{value!r} is no count")
    return value


def _id(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError(f"{value!r} is no id")
    return value


def _digest(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{64}", value):
        raise ValueError(f"{value!r} is no SHA-256")
    return value


def _day(value: Any) -> date | None:  # noqa: ANN401
    return date.fromisoformat(_string(value)) if value else None
