"""A library goes out as a JSON report and comes back into an empty one: articles, verdicts, evidence, history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calling import Tuifact
from texts import HOSTILE
from tuifact.desk import Desk
from tuifact.model import EarlierCheck, Evidence, Grade, Stance, Status


@pytest.fixture
def report(tuifact: Tuifact, bridge: Path, ferry: Path, library_folder: Path, tmp_path: Path) -> Path:
    """The report of a library in which everything was done that can be done."""
    first = tuifact("import", str(bridge), "--tag", "steel", "--json").records[0]["article"]
    tuifact("import", str(ferry))
    one, two, three = (record["id"] for record in tuifact("claims", first, "--json").records)
    tuifact("mark", one, "verified", "--by", "ana", "--note", HOSTILE, "--internal-note", "call again")
    tuifact("mark", two, "disputed", "--by", "ana")
    tuifact("mark", two, "verified", "--by", "ben")
    tuifact("undo")
    tuifact("mark", three, "verified", "--by", "ana")
    tuifact("mark", three, "unverified", "--by", "ana")
    tuifact("claim", "add", first, "--quote", "Few had believed it would.")
    with Desk(library_folder) as desk:
        source = Evidence(
            "https://a.example/1", "Record 17", "Port", "it\\nstands", "p. 4", Stance.REFUTES, Grade.PRIMARY
        )
        desk.add_evidence(two, source, by="ana")
        desk.add_evidence(two, Evidence(publisher="Maren Holt", grade=Grade.PERSON), by="ben")
        asked = desk.ask(two, "Maren Holt", "Where is the invoice?", reply=True, by="ana")
        desk.ask(one, "Ida", "When?", asked=False, by="ben")
        desk.answer(asked.id, "In the file.", by="ana")
        desk.sign([one], by="cleo")
        desk.dismiss(two, EarlierCheck(0.8, "differs", "", "published", "It cost 50.", "", "", id="check:1"), by="ana")
        desk.mark([two], Status.DISPUTED, by="ana", verdict="It cost less.", rating="Disputed", confidence="low")
    target = tmp_path / "report.json"
    tuifact("export", "--format", "json", "--internal", "--output", str(target))
    return target


def state(tuifact: Tuifact, library: Path) -> list[object]:
    """Everything a library says of itself."""
    articles = tuifact("--library", str(library), "list", "--json").records
    shown = [tuifact("--library", str(library), "show", one["id"], "--json").records for one in articles]
    raw = [tuifact("--library", str(library), "show", one["id"], "--raw").raw for one in articles]
    history = tuifact("--library", str(library), "history", "--json").records
    exported = tuifact("--library", str(library), "export", "--format", "json", "--internal").out
    return [articles, shown, raw, history, json.loads(exported)]


def test_a_library_comes_back(tuifact: Tuifact, report: Path, library_folder: Path, tmp_path: Path) -> None:
    ran = tuifact("--library", str(tmp_path / "other"), "import", str(report), "--json")
    assert (ran.code, [record["outcome"] for record in ran.records]) == (0, ["imported", "imported"])
    for mine, theirs in zip(state(tuifact, tmp_path / "other"), state(tuifact, library_folder), strict=True):
        assert mine == theirs
    assert tuifact("--library", str(tmp_path / "other"), "doctor").code == 0


def test_undo_goes_on_where_it_was(tuifact: Tuifact, report: Path, library_folder: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    tuifact("--library", other, "import", str(report))
    for _ in range(4):
        tuifact("undo")
        tuifact("--library", other, "undo")
    mine, theirs = (
        tuifact("--library", library, "claims", "--json").records for library in (other, str(library_folder))
    )
    decided = ("status", "note", "verdict", "evidence", "signature")
    assert [[one[name] for name in decided] for one in mine] == [[one[name] for name in decided] for one in theirs]


def test_what_is_here_is_left_alone(tuifact: Tuifact, report: Path) -> None:
    before = tuifact("claims", "--json").out
    ran = tuifact("import", str(report), "--json")
    assert [record["outcome"] for record in ran.records] == ["unchanged", "unchanged"]
    assert tuifact("claims", "--json").out == before


def test_a_dry_run_stores_nothing(tuifact: Tuifact, report: Path, tmp_path: Path) -> None:
    ran = tuifact("--library", str(tmp_path / "other"), "import", "--dry-run", str(report), "--json")
    assert [record["outcome"] for record in ran.records] == ["imported", "imported"]
    assert tuifact("--library", str(tmp_path / "other"), "list", "--json").records == []


def test_a_report_among_other_files(tuifact: Tuifact, report: Path, bridge: Path, tmp_path: Path) -> None:
    ran = tuifact("--library", str(tmp_path / "other"), "import", str(bridge), str(report), "--json")
    assert [record["outcome"] for record in ran.records] == ["imported", "imported", "unchanged"]


def test_internal_notes_come_back_only_if_they_were_let_out(tuifact: Tuifact, report: Path, tmp_path: Path) -> None:
    public = tmp_path / "public.json"
    tuifact("export", "--format", "json", "--output", str(public))
    tuifact("--library", str(tmp_path / "other"), "import", str(public))
    out = tuifact("--library", str(tmp_path / "other"), "export", "--internal").out
    assert "call again" not in out
    # What was signed held the note: without it the signature is for something else.
    assert "The sign-off is void" in out


def test_a_report_of_some_claims_is_refused(tuifact: Tuifact, report: Path, tmp_path: Path) -> None:
    some = tmp_path / "some.json"
    tuifact("export", "--format", "json", "--status", "verified", "--output", str(some))
    ran = tuifact("--library", str(tmp_path / "other"), "import", str(some))
    assert (ran.code, len(ran.errors)) == (1, 1)
    assert "only some of the claims" in ran.err


def test_a_changed_original_is_refused_and_the_others_come_in(tuifact: Tuifact, report: Path, tmp_path: Path) -> None:
    changed = json.loads(report.read_text(encoding="utf-8"))
    changed["articles"][0]["original"]["text"] += "!"
    report.write_text(json.dumps(changed), encoding="utf-8")
    ran = tuifact("--library", str(tmp_path / "other"), "import", str(report), "--json")
    assert ran.code == 3
    assert sorted(record["outcome"] for record in ran.records) == ["imported", "rejected"]
    assert "original" in ran.err
