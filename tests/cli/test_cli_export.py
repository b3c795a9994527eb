"""Reports taken out: to standard output, to a file, into a folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from calling import SettingsFile, Tuifact
from texts import HOSTILE


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


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("r.html", "html"),
        ("r.HTM", "html"),
        ("r.csv", "csv"),
        ("r.json", "json"),
        ("r.md", "markdown"),
        ("r", "markdown"),
    ],
)
def test_the_name_of_the_file_says_the_form(
    tuifact: Tuifact, article: str, tmp_path: Path, name: str, form: str
) -> None:
    target = tmp_path / name
    assert tuifact("export", "--output", str(target)).code == 0
    assert target.read_bytes() == tuifact("export", "--format", form).raw


def test_a_form_that_is_named_goes_before_the_name_of_the_file(tuifact: Tuifact, article: str, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    assert tuifact("export", "--format", "md", "--output", str(target)).code == 0
    assert target.read_bytes() == tuifact("export", "--format", "markdown").raw


@pytest.mark.parametrize("form", ["odt", "", "Markdown"])
def test_an_unknown_format_is_wrong_usage_and_lists_the_known(tuifact: Tuifact, article: str, form: str) -> None:
    ran = tuifact("export", "--format", form)
    assert (ran.code, ran.raw) == (2, b"")
    assert "markdown, html, claimreview, csv, json, docx, pdf" in ran.err


@pytest.mark.parametrize("form", ["markdown", "html", "claimreview", "csv", "json"])
def test_a_file_holds_what_standard_output_gets(
    tuifact: Tuifact, article: str, claims: list[str], tmp_path: Path, form: str
) -> None:
    tuifact("mark", claims[0], "verified", "--note", HOSTILE)
    target = tmp_path / "report"
    tuifact("export", "--format", form, "--output", str(target))
    ran = tuifact("export", "--format", form)
    assert ran.code == 0
    assert ran.raw == target.read_bytes()
    assert not re.search(b"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", ran.raw)


def test_claimreview_names_what_is_missing_unasked(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    assert tuifact("export", "--format", "claimreview").err == ""
    tuifact("mark", claims[0], "verified")
    ran = tuifact("export", "--format", "claimreview")
    assert ran.code == 0
    assert ["report_url" in line or "publisher" in line or "link" in line for line in ran.errors] == [True] * 3
    named = tuifact("export", "--format", "claimreview", "--url", "https://a.example/1", "--publisher", "Desk")
    [document] = json.loads(named.out)["@graph"]
    assert document["url"] == "https://a.example/1#claim-1"
    assert document["author"]["name"] == "Desk"
    assert [line for line in named.errors if "report_url" in line] == []


def test_settings_supply_what_is_not_said(
    tuifact: Tuifact, article: str, claims: list[str], settings_file: SettingsFile
) -> None:
    tuifact("mark", claims[0], "verified")
    settings_file(
        'report_url = "https://b.example/checks/"\npublisher = "Desk"\npublisher_url = "https://b.example/"\n'
    )
    ran = tuifact("export", "--format", "claimreview")
    [document] = json.loads(ran.out)["@graph"]
    assert document["url"].startswith("https://b.example/checks/bridge-cost-tripled-auditor-finds-")
    assert document["author"] == {"@type": "Organization", "name": "Desk", "url": "https://b.example/"}
    assert len(ran.errors) == 1


@pytest.mark.parametrize("form", ["markdown", "html", "claimreview", "csv", "json"])
def test_check_finds_nothing_wrong_with_what_is_written(
    tuifact: Tuifact, article: str, claims: list[str], tmp_path: Path, form: str
) -> None:
    tuifact("mark", claims[0], "disputed", "--note", HOSTILE)
    for place in ([], ["--output", str(tmp_path / "all") + "/"], ["--output", str(tmp_path / "one")]):
        ran = tuifact("export", "--check", "--format", form, *place)
        wrong = [line for line in ran.errors if "missing: " not in line and "written: " not in line]
        assert (ran.code, len(wrong)) == ((3, 0) if form in ("html", "claimreview") else (0, 1))


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_documents_for_paper(tuifact: Tuifact, article: str, tmp_path: Path, form: str, start: bytes) -> None:
    target = tmp_path / f"report.{form}"
    ran = tuifact("export", "--format", form, "--check", "--output", str(target))
    assert (ran.code, ran.errors[-1]) == (0, "tuifact: checked, nothing is missing")
    assert target.read_bytes().startswith(start)
    assert tuifact("export", "--format", form).raw == target.read_bytes()


def test_a_template_of_ones_own(tuifact: Tuifact, article: str, tmp_path: Path, settings_file: SettingsFile) -> None:
    source = "*{{ article.title }}* {{ article.tally.total }}"
    (tmp_path / "own.md").write_text(source, encoding="utf-8")
    expected = "*Bridge cost tripled, auditor finds* 3"
    assert tuifact("export", "--template", str(tmp_path / "own.md")).out == expected
    beside = settings_file('markdown_template = "desk.md"\n').parent / "templates"
    ran = tuifact("export")
    assert (ran.code, len(ran.errors)) == (1, 1)
    assert "desk.md" in ran.err
    beside.mkdir()
    (beside / "desk.md").write_text(source, encoding="utf-8")
    assert tuifact("export").out == expected
    assert tuifact("export", "--format", "csv").code == 0


def test_a_mistake_in_a_template_is_one_line(tuifact: Tuifact, article: str, tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("\n{{ nothing }}", encoding="utf-8")
    ran = tuifact("export", "--template", str(tmp_path / "own.md"))
    assert (ran.code, ran.raw, len(ran.errors)) == (1, b"", 1)
    assert "own.md, line 2" in ran.err
    assert tuifact("export", "--template", str(tmp_path / "own.md"), "--format", "csv").code == 1


def test_check_says_when_nothing_is_missing(tuifact: Tuifact, article: str) -> None:
    ran = tuifact("export", "--check")
    assert (ran.code, ran.errors) == (0, ["tuifact: checked, nothing is missing"])


def test_only_articles_with_a_tag(tuifact: Tuifact, bridge: Path, ferry: Path) -> None:
    tuifact("import", str(bridge), "--tag", "steel")
    tuifact("import", str(ferry))
    assert "4,711" not in tuifact("export", "--tag", "steel").out
    ran = tuifact("export", "--tag", "wood")
    assert (ran.code, len(ran.errors)) == (1, 1)
    assert "wood" in ran.err


@pytest.mark.parametrize(("form", "name"), [("markdown", "index.md"), ("html", "index.html")])
def test_an_index_stands_in_the_folder_when_asked_for(
    tuifact: Tuifact, bridge: Path, ferry: Path, tmp_path: Path, form: str, name: str
) -> None:
    tuifact("import", str(bridge), str(ferry))
    folder = tmp_path / "reports"
    ran = tuifact("export", "--format", form, "--index", "--check", "--output", str(folder))
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 3
    index = (folder / name).read_text(encoding="utf-8")
    assert all(one in index for one in names - {name})
    assert ran.code in (0, 3)
    assert [line for line in ran.errors if "written" not in line and "missing" not in line] == []


@pytest.mark.parametrize("place", [[], ["--output", "report.html"]])
def test_an_index_without_a_folder_is_wrong_usage(tuifact: Tuifact, article: str, place: list[str]) -> None:
    assert tuifact("export", "--index", *place).code == 2


def test_claimreview_in_a_folder_is_a_file_a_claim_and_one_of_all(
    tuifact: Tuifact, article: str, claims: list[str], tmp_path: Path
) -> None:
    tuifact("mark", claims[0], claims[1], "verified")
    tuifact("export", "--format", "claimreview", "--output", f"{tmp_path}/reviews/")
    names = sorted(path.name for path in (tmp_path / "reviews").iterdir())
    assert len(names) == 3
    assert names[-1] == "claimreviews.jsonld"


def test_evidence_and_questions_and_findings_are_in_the_report(
    tuifact: Tuifact, article: str, claims: list[str]
) -> None:
    from tuifact.desk import Desk
    from tuifact.model import Evidence
    from tuifact.paths import library_folder

    tuifact("mark", claims[1], "verified")
    with Desk(library_folder()) as desk:
        desk.add_evidence(claims[1], Evidence("https://records.example/17", "Record 17", quote="it cost 1.5"))
        desk.ask(claims[1], "Maren Holt", "Where is the invoice?")
    out = tuifact("export").out
    for part in ("Record 17", "<https://records.example/17>", "> it cost 1.5", "Where is the invoice?", "Weak points"):
        assert part in out


def test_an_empty_library_has_no_report(tuifact: Tuifact) -> None:
    ran = tuifact("export")
    assert (ran.code, ran.raw) == (1, b"")
    assert len(ran.errors) == 1


def test_a_folder_that_does_not_exist(tuifact: Tuifact, article: str, tmp_path: Path) -> None:
    ran = tuifact("export", "--output", str(tmp_path / "nowhere" / "report.md"))
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert "nowhere" in ran.err
