"""Whole reports against files a reviewer can read. `WRITE_GOLDEN=1 pytest` writes them anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from report_cases import SCALE, bare, hostile, ordinary, reviewed, worldly

from tuifact.model import Dossier, Status
from tuifact.reports import ReportOptions, choose_text

GOLDEN = Path(__file__).parent / "golden"

REVIEWED = ReportOptions(
    url="https://checks.example/", publisher="Check Desk", publisher_url="https://checks.example/about", ratings=SCALE
)

CASES: dict[str, tuple[tuple[Callable[[], Dossier], ...], ReportOptions]] = {
    "ordinary": ((ordinary,), ReportOptions()),
    "reviewed": ((reviewed,), REVIEWED),
    "internal": ((ordinary,), ReportOptions(internal=True)),
    "disputed": ((ordinary,), ReportOptions(statuses=(Status.DISPUTED,))),
    "hostile": ((hostile,), ReportOptions()),
    "bare": ((bare,), ReportOptions()),
    "worldly": ((worldly,), ReportOptions()),
    "several": ((ordinary, hostile, bare, worldly), ReportOptions()),
    "nothing": ((), ReportOptions()),
}


@pytest.mark.parametrize("form", ["markdown", "html", "claimreview", "csv", "json"])
@pytest.mark.parametrize("name", CASES)
def test_report_is_as_agreed(name: str, form: str) -> None:
    makers, options = CASES[name]
    report = choose_text(form)
    text = "".join(report.render((make() for make in makers), options))
    file = GOLDEN / f"{name}{report.suffix}"
    if os.environ.get("WRITE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_bytes().decode("utf-8")
