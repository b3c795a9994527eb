"""Formats by name."""

from __future__ import annotations

from pathlib import Path

from tuifact.errors import ReportError
from tuifact.model.plain import plain_line
from tuifact.reports.claimreview.report import ClaimReviewReport
from tuifact.reports.html.report import HtmlReport
from tuifact.reports.interface import Report, TextReport
from tuifact.reports.markdown.report import MarkdownReport
from tuifact.reports.office.report import DocxReport, PdfReport
from tuifact.reports.records import JsonReport
from tuifact.reports.table import CsvReport
from tuifact.reports.templates.report import TemplateReport

REPORTS: tuple[Report, ...] = (
    MarkdownReport(),
    HtmlReport(),
    ClaimReviewReport(),
    CsvReport(),
    JsonReport(),
    DocxReport(),
    PdfReport(),
)
"""Every format there is."""


def report_names() -> tuple[str, ...]:
    """What `choose_report` takes."""
    return tuple(report.format for report in REPORTS)


def choose_report(name: str) -> Report:
    """The format of this name. Raises `ReportError` listing the names there are."""
    for report in REPORTS:
        if report.format == name:
            return report
    raise ReportError(f"there is no report format {plain_line(name)!r}", f"formats are {', '.join(report_names())}")


def choose_template(name: str, file: Path) -> TextReport:
    """A form written by a template of one's own. Raises `ReportError` for one that has no templates."""
    return TemplateReport(choose_report(name).format, file)


def choose_text(name: str) -> TextReport:
    """A form by name for a format that is text. Raises `ReportError` for one that is not."""
    report = choose_report(name)
    if not isinstance(report, TextReport):
        raise ReportError(f"a report in {name} is no text", "write it to a file: --output NAME")
    return report
