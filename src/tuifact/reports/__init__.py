"""Dossiers become reports: Markdown for people, JSON for programs, written whole and never over another file."""

from tuifact.reports.choose import choose_report, choose_template, choose_text, report_names
from tuifact.reports.interface import Report, ReportOptions, TextReport
from tuifact.reports.names import safe_name
from tuifact.reports.reading import is_report, read_report
from tuifact.reports.write import write_each, write_one

__all__ = [
    "Report",
    "ReportOptions",
    "TextReport",
    "choose_report",
    "choose_template",
    "choose_text",
    "is_report",
    "read_report",
    "report_names",
    "safe_name",
    "write_each",
    "write_one",
]
