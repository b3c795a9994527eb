"""Copies of a library that were worked on apart, brought together by git or a sync folder."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from library_stock import bring_files, cloned, opened, statuses, stocked, town

from tuifact.errors import LibraryError
from tuifact.library import examine
from tuifact.model import Evidence, Review


@pytest.fixture
def apart(tmp_path: Path) -> tuple[Path, Path, list[str]]:
    """Two copies of a library, and the ids of their claims."""
    folder = tmp_path / "ana"
    ids = stocked(folder)
    return folder, cloned(folder, "ben"), ids


def mark(folder: Path, claim: str, status: str, note: str = "") -> None:
    with opened(folder) as library:
        library.mark(claim, status, by=folder.name, note=note)


def exchange(one: Path, other: Path) -> None:
    """Both copies get the journals of both."""
    bring_files(one, other)
    bring_files(other, one)


def test_marks_of_different_claims_merge_by_themselves(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "verified")
    mark(ben, ids[1], "disputed")
    exchange(ana, ben)
    for folder in apart[:2]:
        with opened(folder) as library:
            assert (library.claim(ids[0]).by, library.claim(ids[1]).by) == ("ana", "ben")
            assert library.contests() == ()
            assert library.counts() == {"verified": 1, "disputed": 1, "unverified": 4}
        assert examine(folder).is_sound


def test_an_open_library_sees_what_was_brought(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    with opened(ana) as library:
        mark(ben, ids[1], "disputed")
        _, before = library.changes()
        bring_files(ben, ana)
        assert library.claim(ids[1]).by == "ben"
        events, _ = library.changes(before)
        assert [event.by for event in events] == ["ben"]


def test_the_same_claim_decided_on_both_sides_is_contested(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "verified", "register")
    mark(ben, ids[0], "disputed", "minutes")
    exchange(ana, ben)
    for folder in (ana, ben):
        with opened(folder) as library:
            assert library.claims(contested=True) == (library.claim(ids[0]),)
            (contest,) = library.contests()
            assert contest.claim.contested
            assert {(event.by, event.now.value, event.note) for event in contest.verdicts} == {
                ("ana", "verified", "register"),
                ("ben", "disputed", "minutes"),
            }
        (finding,) = examine(folder).findings
        assert ids[0] in finding.words
        assert "verified by ana" in finding.words
        assert "disputed by ben" in finding.words
        assert not finding.grave
    assert statuses(ana) == statuses(ben)


def test_a_mark_settles_a_contest_on_both_sides(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "verified")
    mark(ben, ids[0], "disputed")
    exchange(ana, ben)
    mark(ben, ids[0], "disputed")
    exchange(ana, ben)
    for folder in (ana, ben):
        with opened(folder) as library:
            assert library.contests() == ()
            assert library.claim(ids[0]).status == "disputed"
            assert len(library.history(ids[0])) == 4
        assert examine(folder).findings == ()


def test_taking_the_settling_back_opens_the_contest_again(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "verified")
    mark(ben, ids[0], "disputed")
    exchange(ana, ben)
    with opened(ana) as library:
        library.mark(ids[0], "disputed")
        library.undo()
        assert library.claim(ids[0]).contested


def test_the_same_decision_on_both_sides_is_none(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "verified", "register")
    mark(ben, ids[0], "verified", "register")
    exchange(ana, ben)
    with opened(ana) as library:
        assert library.contests() == ()


@pytest.mark.parametrize("change", ["note", "drop", "edit"])
def test_other_changes_contest_each_other_too(apart: tuple[Path, Path, list[str]], change: str) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "verified")
    with opened(ben) as library:
        if change == "note":
            library.write_note(ids[0], "minutes", by="ben", internal=True)
        elif change == "drop":
            library.drop_claim(ids[0], by="ben")
        else:
            library.edit_claim(ids[0], start=4, by="ben")
    exchange(ana, ben)
    with opened(ana) as one, opened(ben) as other:
        assert one.claim(ids[0]).contested
        assert one.claim(ids[0]) == other.claim(ids[0])


def test_both_copies_show_the_same_whatever_came_first(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    for turn, status in enumerate(("verified", "disputed", "unverified")):
        mark(ana, ids[turn], status)
        mark(ben, ids[turn + 1], status)
        with opened(ana) as library:
            library.tag(library.articles()[0].id, [f"ana{turn}"])
        with opened(ben) as library:
            library.tag(library.articles()[0].id, [f"ben{turn}"])
            library.add(town(10 + turn))
            library.compact()
        exchange(ana, ben)
        with opened(ana) as one, opened(ben) as other:
            assert one.claims() == other.claims()
            assert one.articles() == other.articles()
            assert one.counts() == other.counts()
    assert examine(ana).is_sound
    assert examine(ben).is_sound


def test_the_same_article_imported_on_both_sides_is_one(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, _ = apart
    for folder in (ana, ben):
        with opened(folder) as library:
            id_ = library.add(town(9), tags=[folder.name])
            library.mark(library.claims(id_)[0].id, "verified", by=folder.name)
    exchange(ana, ben)
    with opened(ana) as library:
        assert len(library.articles()) == 3
        assert set(library.summary(id_).tags) == {"ana", "ben"}
        assert len(library.claims(id_)) == 3
    assert examine(ana).is_sound


def test_a_sync_folders_conflicted_copy_is_a_journal_too(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "verified")
    mark(ben, ids[1], "disputed")
    for path in (ben / "journal").iterdir():
        shutil.copyfile(path, ana / "journal" / f"{path.stem} (conflicted copy).jsonl")
    with opened(ana) as library:
        assert (library.claim(ids[0]).by, library.claim(ids[1]).by) == ("ana", "ben")
        assert library.contests() == ()


def source(title: str) -> Evidence:
    return Evidence(url=f"https://records.example/{title}", title=title)


def test_evidence_for_one_claim_from_both_sides_is_no_contest(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    for folder in (ana, ben):
        with opened(folder) as library:
            library.add_evidence(ids[0], source(folder.name), by=folder.name)
            library.add_evidence(ids[0], source("both"), by=folder.name)
            library.ask(ids[0], "Noor Hale", f"{folder.name}?")
    mark(ana, ids[0], "disputed")
    exchange(ana, ben)
    for folder in (ana, ben):
        with opened(folder) as library:
            claim = library.claim(ids[0])
            assert {one.title for one in claim.evidence} == {"ana", "ben", "both"}
            assert len(claim.evidence) == 3
            assert not claim.contested
            assert library.contests() == ()
            assert {one.text for one in library.questions()} == {"ana?", "ben?"}
        assert examine(folder).findings == ()
    with opened(ana) as one, opened(ben) as other:
        assert one.claims() == other.claims()
        assert one.history(ids[0]) == other.history(ids[0])


def test_edits_of_one_source_on_both_sides_keep_what_each_changed(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    with opened(ana) as library:
        made = library.add_evidence(ids[0], source("register"))
    bring_files(ana, ben)
    with opened(ana) as library:
        library.edit_evidence(made.id, replace(made, quote="ten"))
    with opened(ben) as library:
        library.edit_evidence(made.id, replace(made, locator="p. 4"))
    exchange(ana, ben)
    for folder in (ana, ben):
        with opened(folder) as library:
            (merged,) = library.claim(ids[0]).evidence
            assert (merged.quote, merged.locator) == ("ten", "p. 4")


def test_a_verdict_changed_on_one_side_voids_a_signature_given_on_the_other(
    apart: tuple[Path, Path, list[str]],
) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "disputed")
    bring_files(ana, ben)
    with opened(ben) as library:
        assert library.sign([ids[0]], by="omar")[0].signed
    mark(ana, ids[0], "verified")
    exchange(ana, ben)
    for folder in (ana, ben):
        with opened(folder) as library:
            claim = library.claim(ids[0])
            assert (claim.status, claim.contested, claim.review) == ("verified", False, Review.VOID)
            assert library.contests() == ()


def test_a_contested_claim_is_not_signed_off(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    mark(ana, ids[0], "disputed")
    with opened(ana) as library:
        library.sign([ids[0]], by="omar")
    mark(ben, ids[0], "verified")
    exchange(ana, ben)
    with opened(ana) as library:
        assert not library.claim(ids[0]).signed
        with pytest.raises(LibraryError, match="differently"):
            library.sign([ids[0]], by="omar")


def test_words_of_two_decisions_are_not_mixed(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    with opened(ana) as library:
        library.mark(ids[0], "disputed", by="ana", verdict="It was ten.", rating="False", confidence="high")
    with opened(ben) as library:
        library.mark(ids[0], "verified", by="ben", note="minutes")
        library.mark(ids[0], "verified", by="ben", note="minutes of 2020")
    exchange(ana, ben)
    for folder in (ana, ben):
        with opened(folder) as library:
            claim = library.claim(ids[0])
            assert claim.contested
            assert (claim.by, claim.verdict, claim.rating, claim.confidence) == ("ben", "", "", None)


needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, "-C", str(folder), *words], capture_output=True, text=True)


def commit(folder: Path) -> None:
    assert git(folder, "add", "-A").returncode == 0
    assert git(folder, "commit", "-q", "-m", "marks").returncode == 0


@pytest.fixture
def cloned_by_git(tmp_path: Path) -> tuple[Path, Path, list[str]]:
    """A library in git, and a clone of it."""
    ana, ben = tmp_path / "ana", tmp_path / "ben"
    ids = stocked(ana)
    assert git(tmp_path, "init", "-q", "-b", "main", str(ana)).returncode == 0
    commit(ana)
    assert git(tmp_path, "clone", "-q", str(ana), str(ben)).returncode == 0
    return ana, ben, ids


@needs_git
@pytest.mark.parametrize("settled", [False, True])
def test_git_merges_clones_by_itself(cloned_by_git: tuple[Path, Path, list[str]], settled: bool) -> None:
    ana, ben, ids = cloned_by_git
    for folder, claim in ((ana, ids[0]), (ben, ids[5])):
        with opened(folder) as library:
            library.mark(claim, "verified", by=folder.name)
            library.add(town(9))
            if settled:
                library.compact()
        commit(folder)
    pulled = git(ana, "pull", "-q", "--no-rebase", "--no-edit", str(ben), "main")
    assert pulled.returncode == 0, pulled.stdout + pulled.stderr
    assert examine(ana).is_sound
    with opened(ana) as library:
        assert (library.claim(ids[0]).by, library.claim(ids[5]).by) == ("ana", "ben")
        assert len(library.articles()) == 3
    assert examine(ana).findings == ()


@needs_git
@pytest.mark.parametrize("settled", ["neither", "both", "theirs"])
def test_git_merges_branches_of_one_folder(cloned_by_git: tuple[Path, Path, list[str]], settled: str) -> None:
    folder, _, ids = cloned_by_git
    for branch, claim in (("topic", ids[5]), ("main", ids[0])):
        git(folder, "checkout", "-q", *(("-b",) if branch == "topic" else ()), branch)
        with opened(folder) as library:
            library.mark(claim, "verified", by=branch)
            if settled == "both" or (settled == "theirs" and branch == "topic"):
                library.compact()
        commit(folder)
    merged = git(folder, "merge", "-q", "--no-edit", "topic")
    assert merged.returncode == 0, merged.stdout + merged.stderr
    with opened(folder) as library:
        assert (library.claim(ids[0]).by, library.claim(ids[5]).by) == ("main", "topic")
    assert examine(folder).is_sound


@needs_git
def test_a_mark_changes_one_line_of_the_settled_claims(cloned_by_git: tuple[Path, Path, list[str]]) -> None:
    ana, _, ids = cloned_by_git
    with opened(ana) as library:
        library.mark(ids[0], "verified", by="ana")
        library.compact()
    commit(ana)
    with opened(ana) as library:
        library.mark(ids[2], "disputed", by="ana")
        library.compact()
    changed = git(ana, "diff", "-U0", "claims.json").stdout.splitlines()
    added = [line for line in changed if line.startswith("+") and not line.startswith("+++")]
    # The claim, and the first line, which says how much of the journals is in it.
    assert len(added) == 2
    assert ids[2] in added[1]


def test_a_merged_snapshot_whose_journal_is_missing_is_refused(apart: tuple[Path, Path, list[str]]) -> None:
    ana, ben, ids = apart
    for folder in (ana, ben):
        mark(folder, ids[0], "verified")
        with opened(folder) as library:
            library.compact()
    both = (ana / "claims.json").read_bytes() + (ben / "claims.json").read_bytes()
    (ana / "claims.json").write_bytes(both)
    with pytest.raises(LibraryError, match="does not hold"):
        opened(ana)
    assert (ana / "claims.json").read_bytes() == both
    bring_files(ben, ana)
    assert statuses(ana)[ids[0]] == "verified"
