"""CSV: RFC 4180, a row a claim, nothing in it that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_cases import SCALE, bare, hostile, ordinary, reviewed, with_words, worldly

from tuifact.model import Dossier, Status
from tuifact.model.plain import plain_text
from tuifact.reports import ReportOptions, choose_text
from tuifact.reports.table import COLUMNS, INTERNAL, guarded

CELLS = st.text(st.sampled_from("=+-@\t\r\n\"',;|0123456789 .%abc＝＋－＠\x00\x1b"), max_size=20)


def render(*dossiers: Dossier, options: ReportOptions | None = None) -> str:
    """The table on these articles."""
    return "".join(choose_text("csv").render(dossiers, options or ReportOptions()))


def read(*dossiers: Dossier, options: ReportOptions | None = None) -> list[dict[str, str]]:
    """Its rows, read back."""
    return list(csv.DictReader(io.StringIO(render(*dossiers, options=options), newline=""), strict=True))


def test_a_row_a_claim() -> None:
    dossiers = (ordinary(), reviewed(), hostile(), bare(), worldly())
    rows = read(*dossiers)
    claims = [claim for dossier in dossiers for claim in dossier.claims]
    assert [(row["claim"], row["status"]) for row in rows] == [(claim.id, claim.status.value) for claim in claims]
    assert all(row["text"].removeprefix("'") == plain_text(claim.text) for row, claim in zip(rows, claims, strict=True))
    assert {tuple(row) for row in rows} == {COLUMNS}


def test_all_of_a_review_is_in_its_row() -> None:
    row = read(reviewed(), options=ReportOptions(ratings=SCALE))[1]
    assert row["rating"] == "Half right"
    assert row["confidence"] == "medium"
    assert row["evidence"].split("\n")[0].startswith("refutes (primary): Audit report 2020, City Auditor, p. 14")
    assert "without interest" in row["evidence"]
    assert "number" not in row["findings"]
    assert "archived copy" in row["findings"]
    assert row["questions"] == "Ida Holm: Where does 1.5 billion come from? – I misspoke, it is 1.2."
    assert (row["reviewer"], row["sign_off"]) == ("cleo", "void")
    assert row["earlier"].split("\n")[0] == "same: The bridge cost 1.5 billion. (False, Check Desk)"


def test_internal_notes_have_a_column_on_request_only() -> None:
    assert "harbour master" not in render(ordinary())
    assert "harbour master" in read(ordinary(), options=ReportOptions(internal=True))[0][INTERNAL]


def test_a_filter_keeps_those_claims() -> None:
    assert [row["claim"] for row in read(ordinary(), options=ReportOptions((Status.DISPUTED,)))] == ["c2"]


def test_lines_end_as_the_standard_has_it() -> None:
    text = render(ordinary())
    assert text.endswith("\r\n")
    assert not text.startswith("\ufeff")
    assert list(choose_text("csv").faults(text.encode())) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1+cmd", "'+1+cmd"),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
        ("\t=1+1", "'\t=1+1"),
        ("＝1+1", "'＝1+1"),
        ("-5 %", "-5 %"),
        ("-5", "-5"),
        ("+1,204.5", "+1,204.5"),
        ("plain = 1", "plain = 1"),
        ("", ""),
    ],
)
def test_formulas_are_guarded_and_numbers_are_not(cell: str, expected: str) -> None:
    assert guarded(cell) == expected


@given(CELLS)
def test_no_cell_runs_and_every_cell_reads_as_it_was(cell: str) -> None:
    shown = guarded(cell)
    assert shown.removeprefix("'") in (plain_text(cell), plain_text(cell).removeprefix("'"))
    assert not re.match("[=@\t\r＝＠＋－]", shown)
    assert not re.match("[+-]", shown) or re.fullmatch(r"[+-]?\d[\d.,]*\s?%?", shown)


@given(st.lists(CELLS, min_size=4, max_size=4))
def test_hostile_words_stay_in_their_cells(hard: list[str]) -> None:
    dossier = with_words(*hard)
    text = render(dossier)
    assert len(read(dossier)) == len(dossier.claims)
    assert list(choose_text("csv").faults(text.encode("utf-8", "replace"))) == []


def test_faults_are_found() -> None:
    text = render(ordinary())
    for broken in (text.replace("\r\n", "\n"), text + "a,b\r\n", text.replace("the agency", "=1+1")):
        assert list(choose_text("csv").faults(broken.encode()))


def test_a_title_cannot_start_a_formula_either() -> None:
    dossier = replace(ordinary(), summary=replace(ordinary().summary, title="@desk", source="=x"))
    row = read(dossier)[0]
    assert (row["title"], row["source"]) == ("'@desk", "'=x")
