"""Reports taken out: to standard output, to a file, into a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calling import Tuifact


def test_markdown_is_what_comes_without_asking(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", claims[1], "disputed", "--note", "The report says 1.2 billion.")
    ran = tuifact("export", article)
    assert ran.code == 0
    assert ran.err == ""
    assert "Bridge cost tripled, auditor finds" in ran.out
    assert "The report says 1.2 billion." in ran.out
    assert ran.out == tuifact("export", "--format", "markdown").out
    assert ran.out == tuifact("export", "--output", "-").out


def test_json(tuifact: Tuifact, article: str) -> None:
    out = tuifact("export", "--format", "json").out
    assert article in json.dumps([json.loads(line) for line in out.splitlines()] if "\n{" in out else json.loads(out))


def test_all_articles_or_those_named(tuifact: Tuifact, bridge: Path, ferry: Path) -> None:
    ids = [record["article"] for record in tuifact("import", str(bridge), str(ferry), "--json").records]
    assert "40 percent" in tuifact("export").out
    assert "4,711" in tuifact("export").out
    assert "4,711" not in tuifact("export", ids[0]).out


def test_only_some_statuses(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    tuifact("mark", claims[1], "disputed")
    out = tuifact("export", "--status", "verified", "--status", "disputed").out
    assert "12 October 2019" in out
    assert "40 percent" not in out


def test_to_a_file(tuifact: Tuifact, article: str, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    ran = tuifact("export", article, "--output", str(target))
    assert (ran.code, ran.raw) == (0, b"")
    assert str(target) in ran.err
    assert target.read_bytes() == tuifact("export", article).raw


def test_a_file_in_the_way_is_kept_without_force(tuifact: Tuifact, article: str, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.write_text("mine", encoding="utf-8")
    ran = tuifact("export", "--output", str(target))
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert str(target) in ran.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert tuifact("export", "--output", str(target), "--force").code == 0
    assert "auditor" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("exists", [True, False])
def test_into_a_folder(tuifact: Tuifact, bridge: Path, ferry: Path, tmp_path: Path, exists: bool) -> None:
    tuifact("import", str(bridge), str(ferry))
    folder = tmp_path / "reports"
    if exists:
        folder.mkdir()
    ran = tuifact("export", "--output", str(folder) + ("" if exists else "/"))
    written = sorted(folder.iterdir())
    assert ran.code == 0
    assert len(written) == 2
    assert all(path.suffix == ".md" for path in written)
    assert all(any(str(path) in line for line in ran.errors) for path in written)


@pytest.mark.parametrize("form", ["html", "claimreview", "csv", "docx", "", "Markdown"])
def test_an_unknown_format_is_wrong_usage_and_lists_the_known(tuifact: Tuifact, article: str, form: str) -> None:
    ran = tuifact("export", "--format", form)
    assert (ran.code, ran.raw) == (2, b"")
    assert "markdown, json" in ran.err


def test_an_empty_library_has_no_report(tuifact: Tuifact) -> None:
    ran = tuifact("export")
    assert (ran.code, ran.raw) == (1, b"")
    assert len(ran.errors) == 1


def test_a_folder_that_does_not_exist(tuifact: Tuifact, article: str, tmp_path: Path) -> None:
    ran = tuifact("export", "--output", str(tmp_path / "nowhere" / "report.md"))
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert "nowhere" in ran.err
