"""CSV: a row a claim, as RFC 4180 has it, for spreadsheets that must not run what an article says."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from tuifact.model.claim import Claim
from tuifact.model.dossier import Dossier
from tuifact.model.evidence import Evidence
from tuifact.model.match import EarlierCheck
from tuifact.model.plain import plain_text
from tuifact.reports.addresses import told_source
from tuifact.reports.content.ratings import rating_of
from tuifact.reports.interface import ALL, ReportOptions, TextReport

COLUMNS = (
    "article", "title", "author", "published", "source", "tags", "number", "claim", "text", "paragraph", "speaker",
    "kind", "worth", "status", "rating", "verdict", "confidence", "note", "origin", "correction", "evidence", "earlier",
    "findings", "questions", "checker", "checked", "reviewer", "signed", "sign_off", "text_changed", "contested",
    "revision",
)  # fmt: skip
"""The head; with internal notes there is one column more."""

INTERNAL = "internal_note"

_RUNS = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*\s?%?")


class CsvReport(TextReport):
    """UTF-8 without a mark of its order, lines ended by CR LF, a head, a row a claim."""

    format = "csv"
    media_type = "text/csv"
    suffix = ".csv"

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The table, an article at a time."""
        yield written([[*COLUMNS, *([INTERNAL] if options.internal else [])]])
        for dossier in dossiers:
            yield written(rows(dossier, options))

    def faults(self, data: bytes) -> Iterator[str]:
        """Rows of another length than the head, cells that a spreadsheet would run, lines ended otherwise."""
        text = data.decode("utf-8")
        found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        for number, row in enumerate(found, 1):
            if len(row) != len(found[0]):
                yield f"row {number} has {len(row)} cells, the head {len(found[0])}"
            yield from (f"row {number}: a cell is a formula: {cell[:20]}" for cell in row if is_formula(cell))
        if not text.endswith("\r\n"):
            yield "the last line is not ended by CR LF"


def rows(dossier: Dossier, options: ReportOptions) -> Iterator[list[str]]:
    """The rows of an article's claims."""
    summary = dossier.summary
    published = summary.published.isoformat() if summary.published else ""
    tags = " ".join(f"#{tag}" for tag in summary.tags)
    first = [summary.id, summary.title, summary.byline, published, told_source(summary.source), tags]
    for number, claim in enumerate(dossier.claims, 1):
        if options.shows(claim):
            row = [
                *first,
                str(number),
                *found(claim),
                *decided(claim, options),
                *beside(dossier, claim),
                *signed(claim),
            ]
            yield [*row, *([claim.internal_note] if options.internal else [])]


def found(claim: Claim) -> list[str]:
    """What was found in the text."""
    place = str(claim.paragraph + 1)
    return [claim.id, claim.text, place, claim.speaker or "", claim.kind.value, f"{claim.worth:.4f}"]


def decided(claim: Claim, options: ReportOptions) -> list[str]:
    """What was decided about it."""
    label = rating_of(claim, options.ratings).label
    confidence = claim.confidence.value if claim.confidence else ""
    return [claim.status.value, label, claim.verdict, confidence, claim.note, claim.origin, claim.correction]


def beside(dossier: Dossier, claim: Claim) -> list[str]:
    """What stands beside the decision, a line each: evidence, earlier checks, findings, questions."""
    earlier = [
        f"{check.relation}: {check.text} ({check.verdict}, {check.source})" for check in _earlier(dossier, claim)
    ]
    findings = [f"{one.severity.value}: {one.message}" for one in dossier.findings if one.claim == claim.id]
    questions = [
        f"{one.person}: {one.text}{f' – {one.answer}' if one.answer else ''}"
        for one in dossier.questions
        if one.claim == claim.id
    ]
    return ["\n".join(lines) for lines in (list(map(source_line, claim.evidence)), earlier, findings, questions)]


def source_line(source: Evidence) -> str:
    """A source in a line: what it does for the claim, what and where it is, its words."""
    parts = [source.title, source.publisher, source.locator, source.url, source.archive]
    quote = f" “{' '.join(source.quote.split())}”" if source.quote.strip() else ""
    return f"{source.stance.value} ({source.grade.value}): {', '.join(filter(None, parts))}{quote}"


def signed(claim: Claim) -> list[str]:
    """Who decided and who signed, and whether that still holds."""
    signature = claim.signature
    state = "" if signature is None else "valid" if claim.signed else "void"
    who = [claim.by, claim.at, signature.by if signature else "", signature.at if signature else "", state]
    return [*who, _truth(claim.text_changed), _truth(claim.contested), str(claim.rev)]


def written(table: Iterable[Iterable[str]]) -> str:
    """Rows as text."""
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in table)
    return target.getvalue()


def guarded(cell: str) -> str:
    """A cell that shows what it says and runs nothing: what a spreadsheet takes for a formula gets a `'` before it.

    >>> guarded("=1+1"), guarded("-5 %"), guarded("-5 % since 2019"), guarded("@desk")
    ("'=1+1", '-5 %', "'-5 % since 2019", "'@desk")
    """
    text = plain_text(cell)
    return f"'{text}" if is_formula(text) else text


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula; a number alone is none."""
    return bool(_RUNS.match(cell)) and not _NUMBER.fullmatch(cell)


def _earlier(dossier: Dossier, claim: Claim) -> tuple[EarlierCheck, ...]:
    return dossier.earlier.get(claim.id, ())


def _truth(value: bool) -> str:
    return "yes" if value else "no"
