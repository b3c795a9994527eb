"""JSON: everything of a dossier, the bytes of the original too, for programs and for being taken in again."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

import orjson

from tuifact import __version__
from tuifact.model.article import Paragraph
from tuifact.model.claim import Claim
from tuifact.model.dossier import Dossier
from tuifact.model.match import EarlierCheck
from tuifact.model.original import Original
from tuifact.model.record import (
    Record,
    article_record,
    claim_record,
    dismissal_record,
    event_record,
    finding_record,
    paragraph_record,
    question_record,
    sentence_record,
)
from tuifact.reports.interface import ALL, SCHEMA, ReportOptions, TextReport

_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class JsonReport(TextReport):
    """One JSON document: `{"tuifact": version, "schema": 1, "complete": true, "internal": false, "articles": [...]}`.

    `complete` says whether all claims are in it; only then it can be taken in again.
    """

    format = "json"
    media_type = "application/json"
    suffix = ".json"

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The document, an article at a time."""
        flags = f'"complete": {json.dumps(not options.statuses)},\n  "internal": {json.dumps(options.internal)}'
        yield f'{{\n  "tuifact": "{__version__}",\n  "schema": {SCHEMA},\n  {flags},\n  "articles": ['
        separator = ""
        for dossier in dossiers:
            yield f"{separator}\n    {encode(dossier_record(dossier, options))}"
            separator = ","
        yield "\n  ]\n}\n" if separator else "]\n}\n"

    def faults(self, data: bytes) -> Iterator[str]:
        """What would keep it from being taken in again."""
        document = json.loads(data)
        if document.get("schema") != SCHEMA or "tuifact" not in document:
            yield f"it is not of schema {SCHEMA}"
        for article in document["articles"]:
            ids = [claim["id"] for claim in article["claims"]]
            if len(set(ids)) != len(ids):
                yield f"two claims of article {article['id']} have one id"
            if not {"text", "base64"} & article["original"].keys():
                yield f"article {article['id']} has no original"


def dossier_record(dossier: Dossier, options: ReportOptions = ALL) -> Record:
    """An article's record with what only a dossier has: the original, the decisions, questions, what nobody checks."""
    claims = options.claims_of(dossier)
    shown = {claim.id for claim in claims}
    record = article_record(dossier.summary, dossier.article, (), internal=options.internal)
    return {
        **record,
        "own_title": dossier.article.title,
        "dateline": dossier.article.dateline,
        "original": original_record(dossier.article.original),
        "paragraphs": list(map(whole_paragraph, dossier.article.paragraphs)),
        "claims": [whole_claim(claim, options) for claim in claims],
        "signed_off": dossier.signed_off,
        "findings": [finding_record(finding) for finding in dossier.findings if finding.claim in shown],
        "questions": [question_record(one) for one in dossier.questions if not options.statuses or one.claim in shown],
        "dismissals": [dismissal_record(one) for one in dossier.dismissals if one.claim in shown],
        "earlier": {id_: list(map(earlier_record, dossier.earlier[id_])) for id_ in shown & dossier.earlier.keys()},
        "history": [event_record(event) for event in options.history_of(dossier)],
        "unchecked": [sentence_record(sentence) for sentence in dossier.unchecked],
        "sentences": dossier.sentences,
    }


def original_record(original: Original) -> Record:
    """The original to the byte: as `text` where that is UTF-8, else as `base64`."""
    record = {
        "source": original.source,
        "received": original.received,
        "media_type": original.media_type,
        "encoding": original.encoding,
    }
    try:
        return {**record, "text": original.data.decode("utf-8")}
    except UnicodeDecodeError:
        return {**record, "base64": b64encode(original.data).decode("ascii")}


def whole_paragraph(paragraph: Paragraph) -> Record:
    """A paragraph with all of its post."""
    record, post = paragraph_record(paragraph), paragraph.post
    if post:
        record["post"] |= {"links": list(post.links), "hashtags": list(post.hashtags)}
    return record


def whole_claim(claim: Claim, options: ReportOptions) -> Record:
    """A claim with the words around it, by which a changed text finds it again."""
    record = claim_record(claim, internal=options.internal)
    return record | {"prefix": claim.anchor.prefix, "suffix": claim.anchor.suffix}


def earlier_record(check: EarlierCheck) -> Record:
    """An earlier check of a claim."""
    return {
        "relation": check.relation,
        "why": check.why,
        "text": check.text,
        "verdict": check.verdict,
        "source": check.source,
        "url": check.url,
        "date": check.date.isoformat() if check.date else None,
    }


def encode(record: Record) -> str:
    """The record as JSON, indented to sit two levels deep; no string in it holds a character that a terminal obeys."""
    # JSON escapes only what lies below U+0020 by itself; outside strings there is nothing else.
    escaped = _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", indented(record))
    return escaped.replace("\n", "\n    ")


def indented(record: Record) -> str:
    """The record as JSON over several lines. Half a surrogate pair stays in it, to be escaped."""
    try:
        return orjson.dumps(record, option=orjson.OPT_INDENT_2).decode()
    except TypeError:
        # From a note typed in a broken locale: escaped it is valid JSON, as UTF-8 it is nothing.
        return json.dumps(record, indent=2, ensure_ascii=False)
