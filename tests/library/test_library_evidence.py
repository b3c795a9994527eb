"""Evidence: kept with its claim, changed, taken away and brought back, and the copies that are kept of sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from library_stock import flipped, opened, stocked, town

from tuifact.errors import Conflict, LibraryError, NotFound
from tuifact.library import backup, examine, repair, restore
from tuifact.model import Action, Evidence, Grade, Snapshot, Stance

AUDIT = Evidence(
    url="https://records.example/17",
    title="Audit report 2020",
    publisher="Audit office",
    quote="The bridge cost 1.2 billion.",
    locator="p. 14",
    stance=Stance.REFUTES,
    grade=Grade.PRIMARY,
    archive="https://web.archive.org/web/2020/https://records.example/17",
    seen=date(2026, 3, 1),
)
WITNESS = Evidence(publisher="Noor Hale", quote="We never said that.", grade=Grade.PERSON)


def test_evidence_is_kept_as_it_was_given_and_says_who_entered_it(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        first = library.add_evidence(ids[0], AUDIT, by="ana")
        second = library.add_evidence(ids[0], WITNESS, by="ben")
        assert replace(first, id="", by="", at="") == AUDIT
        assert (first.by, second.by) == ("ana", "ben")
        assert len(first.id) == 12
        assert first.at.endswith("Z")
        assert library.claim(ids[0]).evidence == (first, second)
        assert library.claims()[0].evidence == (first, second)
        assert library.claims()[1].evidence == ()
        assert library.evidence(first.id) == (ids[0], first)
    with opened(tmp_path) as library:
        assert library.claim(ids[0]).evidence == (first, second)
        assert [claim.id for claim in library.sourced_claims()] == [ids[0]]


def test_evidence_is_no_decision_about_the_claim(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        marked = library.mark(ids[0], "disputed", by="ana", note="see the audit")
        library.add_evidence(ids[0], AUDIT, by="ben")
        claim = library.claim(ids[0])
        assert replace(claim, evidence=()) == marked
        library.mark(ids[0], "verified", by="ana", rev=marked.rev)
        assert library.mark(ids[0], "disputed", by="ana").evidence == claim.evidence


def test_the_same_source_twice_is_there_once(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        first = library.add_evidence(ids[0], AUDIT, by="ana")
        assert library.add_evidence(ids[0], AUDIT, by="ben") == first
        other = library.add_evidence(ids[1], AUDIT, by="ana")
        assert other.id != first.id
        library.remove_evidence(first.id)
        assert library.claim(ids[0]).evidence == ()
        assert library.add_evidence(ids[0], AUDIT, by="cid").id == first.id
        assert len(library.claim(ids[0]).evidence) == 1
        changed = library.edit_evidence(first.id, replace(AUDIT, title="Audit report 2021"))
        again = library.add_evidence(ids[0], AUDIT)
        assert {changed.id, again.id} == {source.id for source in library.claim(ids[0]).evidence}
        assert again.id != first.id


def test_an_edit_keeps_who_entered_it_and_takes_fields_away(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        made = library.add_evidence(ids[0], AUDIT, by="ana")
        changed = library.edit_evidence(made.id, replace(made, quote="", seen=None, title="The audit"), by="ben")
        assert (changed.quote, changed.seen, changed.title) == ("", None, "The audit")
        assert (changed.id, changed.by, changed.at) == (made.id, "ana", made.at)
    with opened(tmp_path) as library:
        assert library.claim(ids[0]).evidence == (changed,)


def test_what_somebody_else_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        seen = library.add_evidence(ids[0], AUDIT, by="ana")
        library.edit_evidence(seen.id, replace(seen, title="theirs"), by="ben")
        with pytest.raises(Conflict) as caught:
            library.edit_evidence(seen.id, replace(seen, title="ours"), was=seen, by="ana")
        assert caught.value.hint
        assert library.claim(ids[0]).evidence[0].title == "theirs"


def test_every_change_is_an_event_and_an_undo_across_openings(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        _, mark = library.changes()
        made = library.add_evidence(ids[0], AUDIT, by="ana")
        library.edit_evidence(made.id, replace(made, title="The audit"), by="ben")
        library.remove_evidence(made.id, by="cid")
        wanted = ["added Audit report 2020", "changed The audit", "removed The audit"]
        events, _ = library.changes(mark)
        assert [event.about for event in events] == wanted
        assert [event.about for event in library.history(ids[0])][-3:] == wanted
        assert {event.action for event in events} == {Action.EVIDENCED}
        assert [event.by for event in events] == ["ana", "ben", "cid"]
        assert {event.claim for event in events} == {ids[0]}
        assert {event.article for event in events} == {library.claim(ids[0]).article}
    titles, undone = [], []
    for _ in range(3):
        with opened(tmp_path) as library:
            (event,) = library.undo(by="ana")
            assert event.action is Action.UNDONE
            undone.append(event.about)
            titles.append([source.title for source in library.claim(ids[0]).evidence])
    assert titles == [["The audit"], ["Audit report 2020"], []]
    assert undone == wanted[::-1]
    for _ in range(3):
        with opened(tmp_path) as library:
            library.redo()
    with opened(tmp_path) as library:
        assert library.claim(ids[0]).evidence == ()
        assert library.undo()
        assert library.claim(ids[0]).evidence[0].title == "The audit"
        assert len(library.history(ids[0])) == 1 + 3 + 3 + 3 + 1


def test_events_say_how_the_claim_stood_meanwhile(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        _, mark = library.changes()
        library.add_evidence(ids[0], AUDIT)
        library.mark(ids[0], "disputed", note="see there")
        library.add_evidence(ids[0], WITNESS)
        library.mark(ids[0], "verified")
        stood = [(event.was.value, event.now.value, event.rev) for event in library.changes(mark)[0]]
        assert stood == [
            ("unverified", "unverified", 0),
            ("unverified", "disputed", 1),
            ("disputed", "disputed", 1),
            ("disputed", "verified", 2),
        ]
        told = [(event.was.value, event.now.value, event.rev) for event in library.history(ids[0])]
        assert told[1:] == stood


def test_several_are_one_undo_and_all_or_none(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(NotFound):
            library.add_evidence_many([(ids[0], AUDIT), ("0" * 12, WITNESS)])
        assert library.sourced_claims() == ()
        library.add_evidence_many([(ids[0], AUDIT), (ids[1], WITNESS)], by="ana")
        assert len(library.undo()) == 2
        assert library.sourced_claims() == ()


def test_evidence_from_another_library_keeps_its_id_and_who_entered_it(tmp_path: Path) -> None:
    ids = stocked(tmp_path / "one")
    stocked(tmp_path / "other")
    with opened(tmp_path / "one") as one, opened(tmp_path / "other") as other:
        made = one.add_evidence(ids[0], AUDIT, by="ana")
        assert other.add_evidence(ids[0], made, by="ben") == made


@pytest.mark.parametrize("nothing", [Evidence(), Evidence(quote="words"), Evidence(title=" \t")])
def test_a_source_needs_a_name(tmp_path: Path, nothing: Evidence) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(LibraryError, match="no name") as caught:
            library.add_evidence(ids[0], nothing)
        assert caught.value.hint


def test_what_is_taken_away_is_not_found_but_not_erased(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        made = library.add_evidence(ids[0], AUDIT)
        library.remove_evidence(made.id)
        for look in (library.evidence, library.remove_evidence):
            with pytest.raises(NotFound, match="no source") as caught:
                look(made.id)
            assert "evidence list" in caught.value.hint
        library.compact()
    assert AUDIT.quote in (tmp_path / "claims.json").read_text()


def test_it_is_found_by_the_first_digits(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        made = library.add_evidence(ids[0], AUDIT)
        assert library.resolve_evidence(made.id[:6]) == made.id
        with pytest.raises(NotFound):
            library.resolve_evidence("ffffffff")


def test_what_people_paste_is_made_harmless(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        made = library.add_evidence(ids[0], Evidence(title="a\x1b[2Jb\nc", quote="one\ntwo\x07", locator="\x9b1"))
        assert (made.title, made.quote, made.locator) == ("a␛[2Jb c", "one\ntwo␇", "1")


def test_parts_and_unions_of_claims_take_the_evidence_over(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        made = library.add_evidence(ids[0], AUDIT, by="ana")
        union = library.merge_claims(ids[:2], by="ben")
        assert [replace(source, id=made.id) for source in union.evidence] == [made]
        parts = library.split_claim(union.id, [10], by="ben")
        assert [[source.title for source in part.evidence] for part in parts] == [[AUDIT.title]] * 2
        library.undo()
        library.undo()
        assert library.claim(ids[0]).evidence == (made,)
        assert [claim.id for claim in library.sourced_claims()] == [ids[0]]


def test_a_new_version_of_the_article_keeps_the_evidence(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        article = library.add(town(1, source="https://example.org/a"))
        claim = library.claims(article)[2]
        library.add_evidence(claim.id, AUDIT)
        changed = town(1, source="https://example.org/a")
        paragraphs = (*changed.paragraphs, replace(changed.paragraphs[1], text="Nothing else happened that year."))
        original = replace(changed.original, data=changed.original.data + b"\n\nNothing else happened that year.")
        library.add(replace(changed, paragraphs=paragraphs, original=original))
        assert [source.title for source in library.claim(claim.id).evidence] == [AUDIT.title]


# Copies of sources

PAGE = b"<p>The bridge cost 1.2 billion.</p>"


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, str, Evidence]:
    """A library with a claim that has a source of which a copy was kept."""
    folder = tmp_path / "library"
    ids = stocked(folder)
    with opened(folder) as library:
        snapshot = library.keep_snapshot(PAGE, "audit.html")
        made = library.add_evidence(ids[0], replace(AUDIT, snapshot=snapshot), by="ana")
        library.compact()
    return folder, ids[0], made


def test_a_copy_is_kept_by_its_sha256(kept: tuple[Path, str, Evidence]) -> None:
    folder, claim, made = kept
    digest = sha256(PAGE).hexdigest()
    assert made.snapshot == Snapshot(digest, "audit.html", len(PAGE))
    assert (folder / "evidence" / digest).read_bytes() == PAGE
    with opened(folder) as library:
        assert library.claim(claim).evidence == (made,)
        assert library.snapshot(made.snapshot) == PAGE
        assert library.keep_snapshot(PAGE, "again.html").sha256 == digest
    assert len(list((folder / "evidence").iterdir())) == 1
    assert examine(folder).findings == ()


def test_a_library_without_copies_has_no_folder_for_them(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.add_evidence(ids[0], AUDIT)
    assert not (tmp_path / "evidence").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_copies_are_for_their_owner_alone(kept: tuple[Path, str, Evidence]) -> None:
    folder, _, _ = kept
    assert (folder / "evidence").stat().st_mode & 0o777 == 0o700
    assert next((folder / "evidence").iterdir()).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("before", [b"journal/*.jsonl merge=union\n", b"# mine", b""])
def test_git_is_told_that_copies_are_no_text(tmp_path: Path, before: bytes) -> None:
    stocked(tmp_path)
    (tmp_path / ".gitattributes").write_bytes(before)
    with opened(tmp_path) as library:
        library.keep_snapshot(PAGE, "a.html")
        library.keep_snapshot(PAGE + b"2", "b.html")
    lines = (tmp_path / ".gitattributes").read_bytes()
    assert lines.startswith(before)
    assert lines.count(b"evidence/* binary\n") == 1


def test_a_damaged_copy_is_refused_named_and_taken_out(kept: tuple[Path, str, Evidence]) -> None:
    folder, _, made = kept
    assert made.snapshot
    (path,) = (folder / "evidence").iterdir()
    path.write_bytes(flipped(PAGE, 5))
    with opened(folder) as library, pytest.raises(LibraryError, match="damaged") as caught:
        library.snapshot(made.snapshot)
    assert "attach the file again" in caught.value.hint
    (finding,) = examine(folder).findings
    assert finding.grave
    assert made.id in finding.words
    assert "attach" in finding.hint
    after = repair(folder).after
    assert not path.exists()
    (missing,) = after.findings
    assert made.id in missing.words
    with opened(folder) as library:
        library.keep_snapshot(PAGE, "audit.html")
    assert examine(folder).findings == ()


def test_a_copy_is_never_read_or_written_through_a_link(kept: tuple[Path, str, Evidence], tmp_path: Path) -> None:
    folder, _, made = kept
    assert made.snapshot
    (path,) = (folder / "evidence").iterdir()
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with opened(folder) as library, pytest.raises(LibraryError, match="symbolic link"):
        library.snapshot(made.snapshot)
    (folder / "evidence").rename(tmp_path / "outside")
    (folder / "evidence").symlink_to(tmp_path / "outside")
    with pytest.raises(LibraryError, match="symbolic link"):
        opened(folder)


def test_a_backup_holds_evidence_and_copies(kept: tuple[Path, str, Evidence], tmp_path: Path) -> None:
    folder, claim, made = kept
    (folder / "checks").mkdir()
    (folder / "checks" / "checks.jsonl").write_text('{"id":"check:1"}\n')
    backup(folder, tmp_path / "all.zip")
    assert f"evidence/{sha256(PAGE).hexdigest()}" in zipfile.ZipFile(tmp_path / "all.zip").namelist()
    restore(tmp_path / "all.zip", tmp_path / "restored")
    assert (tmp_path / "restored" / "checks" / "checks.jsonl").read_text() == '{"id":"check:1"}\n'
    with opened(tmp_path / "restored") as library:
        assert library.claim(claim).evidence == (made,)
        assert made.snapshot
        assert library.snapshot(made.snapshot) == PAGE
    assert examine(tmp_path / "restored").is_sound


def test_the_doctor_names_what_lost_its_claim(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    ids = stocked(folder, 1)
    with opened(folder) as library:
        library.add_evidence(ids[0], AUDIT)
        library.compact()
    for path in (folder / "articles").iterdir():
        path.unlink()
    (folder / "claims.json").unlink()
    repaired = repair(folder)
    words = "\n".join(finding.words for finding in repaired.after.findings)
    assert f"belongs to claim {ids[0]}" in words


def test_the_settled_state_is_one_line_a_source(tmp_path: Path) -> None:
    from tinydb import TinyDB

    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        made = [library.add_evidence(ids[0], replace(AUDIT, title=f"Report {number}")) for number in range(3)]
        library.compact()
    text = (tmp_path / "claims.json").read_text().splitlines()
    assert all(sum(source.id in line for line in text) == 1 for source in made)
    with TinyDB(tmp_path / "claims.json", access_mode="r") as plain:
        assert [one["title"] for one in plain.table("evidence").all()] == ["Report 0", "Report 1", "Report 2"]


KILLED = """
import os, signal, sys
from pathlib import Path
from tuifact.library import Library
from tuifact.model import Evidence
library = Library.open(Path(sys.argv[1]))
for number in range(5):
    kept = library.keep_snapshot(b"page %d" % number, "page.txt")
    library.add_evidence(sys.argv[2], Evidence(title=f"Report {number}", snapshot=kept))
    print(number, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_what_was_added_is_there_after_a_kill(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    ran = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), ids[0]], capture_output=True, timeout=60)
    assert ran.stdout.split() == [b"0", b"1", b"2", b"3", b"4"]
    with opened(tmp_path) as library:
        sources = library.claim(ids[0]).evidence
        assert [source.title for source in sources] == [f"Report {number}" for number in range(5)]
        for number, source in enumerate(sources):
            assert source.snapshot
            assert library.snapshot(source.snapshot) == b"page %d" % number
    assert examine(tmp_path).findings == ()


def test_two_processes_see_each_others_evidence(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as one, opened(tmp_path) as other:
        made = one.add_evidence(ids[0], AUDIT, by="ana")
        assert other.claim(ids[0]).evidence == (made,)
        further = other.add_evidence(ids[0], WITNESS, by="ben")
        assert one.claims()[0].evidence == (made, further)


def test_a_library_that_never_heard_of_evidence_takes_some(tmp_path: Path) -> None:
    stored = Path(__file__).parent / "stored" / "schema-1"
    folder = Path(shutil.copytree(stored, tmp_path / "library"))
    with opened(folder) as library:
        claim = library.claims()[0]
        library.add_evidence(claim.id, AUDIT, by="ana")
        library.compact()
    with opened(folder) as library:
        assert [source.title for source in library.claims()[0].evidence] == [AUDIT.title]
    assert examine(folder).is_sound
