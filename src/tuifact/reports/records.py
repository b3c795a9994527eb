"""JSON: everything of a dossier but the bytes of the original, for programs and for reading back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import orjson

from tuifact import __version__
from tuifact.model.dossier import Dossier
from tuifact.model.record import Record, article_record, event_record, sentence_record
from tuifact.reports.interface import ALL, SCHEMA, ReportOptions

_LATE_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class JsonReport:
    """One JSON document: `{"tuifact": version, "schema": 1, "articles": [...]}`."""

    format: str = "json"
    media_type: str = "application/json"
    suffix: str = ".json"

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The document, an article at a time."""
        yield f'{{\n  "tuifact": "{__version__}",\n  "schema": {SCHEMA},\n  "articles": ['
        separator = ""
        for dossier in dossiers:
            yield f"{separator}\n    {encode(dossier_record(dossier, options))}"
            separator = ","
        yield "\n  ]\n}\n" if separator else "]\n}\n"


def dossier_record(dossier: Dossier, options: ReportOptions = ALL) -> Record:
    """An article's record with what only a dossier has: how it was received, the decisions, what nobody checks."""
    original = dossier.article.original
    claims = options.claims_of(dossier)
    return {
        **article_record(dossier.summary, dossier.article, claims, internal=options.internal),
        "original": {
            "received": original.received,
            "media_type": original.media_type,
            "encoding": original.encoding,
        },
        "history": [event_record(event) for event in options.history_of(dossier)],
        "unchecked": [sentence_record(sentence) for sentence in dossier.unchecked],
    }


def encode(record: Record) -> str:
    """The record as JSON, indented to sit two levels deep; no string in it holds a control that a terminal obeys."""
    try:
        text = orjson.dumps(record, option=orjson.OPT_INDENT_2).decode()
    except TypeError:
        # Half a surrogate pair, from a note typed in a broken locale: escaped it is valid JSON, as UTF-8 it is nothing.
        text = json.dumps(record, indent=2)
    # JSON escapes only what lies below U+0020 by itself; outside strings there is nothing else.
    escaped = _LATE_CONTROLS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return escaped.replace("\n", "\n    ")
