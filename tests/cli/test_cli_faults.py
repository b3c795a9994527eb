"""A fault of our own: one line, and a report that has nothing of anybody's texts in it."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from calling import Tuifact
from tuifact.desk import Desk
from tuifact.errors import TRACE_VARIABLE
from tuifact.faults import KEPT, MOST_PLACES, report_fault, write_report
from tuifact.paths import faults_folder
from tuifact.versions import version_lines

SECRET = "The mayor told us in confidence"


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk at fault, with a text in its hands."""

    def break_down(_: Desk, query: str | None = None, **__: object) -> None:
        held = SECRET
        try:
            raise KeyError(held)
        except KeyError as error:
            raise ValueError(f"{held}: {query}") from error

    monkeypatch.setattr(Desk, "articles", break_down)


def the_report() -> Path:
    """The one that was written."""
    [path] = faults_folder().iterdir()
    return path


@pytest.mark.usefixtures("breaking")
def test_a_fault_is_one_line_that_names_the_report(tuifact: Tuifact) -> None:
    ran = tuifact("list", "--query", SECRET)
    assert ran.code == 1
    [line] = ran.errors
    assert re.match(r"tuifact: a fault inside tuifact: ValueError in tuifact/cli/reading\.py:\d+ \(", line)
    assert str(the_report()) in line
    assert SECRET not in line


@pytest.mark.usefixtures("breaking")
def test_the_report_has_places_and_versions_and_no_text(tuifact: Tuifact) -> None:
    tuifact("list", "--query", SECRET)
    report = the_report().read_text(encoding="utf-8")
    assert SECRET not in report
    assert str(Path.home()) not in report
    assert os.getcwd() not in report  # noqa: PTH109
    assert "command  tuifact list\n" in report
    assert "builtins.ValueError\n" in report
    assert "builtins.KeyError\n" in report
    assert "tuifact/cli/reading.py:" in report
    assert "break_down" in report
    assert all(line in report for line in version_lines())


@pytest.mark.usefixtures("breaking")
def test_what_was_typed_is_not_in_it(tuifact: Tuifact, tmp_path: Path) -> None:
    tuifact("--library", str(tmp_path / "of-somebody"), "list")
    report = the_report().read_text(encoding="utf-8")
    assert "of-somebody" not in report
    assert "command  tuifact list\n" in report


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_report_is_its_owners() -> None:
    path = write_report(ValueError(), "tuifact")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_few_are_kept() -> None:
    for _ in range(KEPT + 3):
        last = write_report(ValueError(), "tuifact")
    assert len(list(faults_folder().iterdir())) == KEPT
    assert last.exists()


def test_where_none_can_be_written_the_line_is_said_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    faults_folder().parent.mkdir(parents=True)
    faults_folder().write_text("in the way", encoding="utf-8")
    said = f"a fault inside tuifact: ValueError ({TRACE_VARIABLE}=1 shows all of it; please report it)"
    assert report_fault(ValueError(SECRET), "tuifact") == said


def test_an_endless_recursion_is_told_shortly() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    report = write_report(caught.value, "tuifact").read_text(encoding="utf-8")
    assert report.count("again") == MOST_PLACES
    assert " more\n" in report


def test_of_a_group_the_kinds_are_told() -> None:
    group = ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)])
    report = write_report(group, "tuifact").read_text(encoding="utf-8")
    assert "  with ValueError\n  with KeyError\n" in report
    assert SECRET not in report


@pytest.mark.usefixtures("breaking")
def test_who_wants_to_see_where_sees_it(tuifact: Tuifact, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRACE_VARIABLE, "1")
    with pytest.raises(ValueError, match=SECRET):
        tuifact("list")
    assert not faults_folder().exists()
