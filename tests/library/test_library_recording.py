"""The record: history, undo and redo, what others did."""

from __future__ import annotations

from pathlib import Path

from library_stock import opened, stocked, town, words_of

from tuifact.model import Action


def test_history_begins_with_the_finding(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana", note="register")
        found, marked = library.history(ids[0])
        assert (found.action, found.was, found.now, found.rev) == (Action.ADDED, "unverified", "unverified", 0)
        assert (marked.action, marked.by, marked.was, marked.now) == (Action.MARKED, "ana", "unverified", "verified")
        assert (marked.note, marked.rev, marked.claim) == ("register", 1, ids[0])
        assert marked.article == library.claim(ids[0]).article
        assert found.at <= marked.at


def test_history_of_an_article_and_of_all(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[4], "disputed", by="ana")
        library.mark(ids[0], "verified", by="ben")
        first, second = library.articles()[::-1]
        assert words_of(library.history(article=first.id))[-1] == "marked verified by ben"
        assert len(library.history(article=second.id)) == 4
        assert words_of(library.history())[-2:] == ["marked disputed by ana", "marked verified by ben"]
        assert len(library.history()) == 8


def test_undo_and_redo_survive_closing(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana", note="first")
        library.mark(ids[4], "disputed", by="ben")
    with opened(tmp_path) as library:
        (event,) = library.undo(by="cid")
        assert (event.claim, event.action, event.now, event.by) == (ids[4], Action.UNDONE, "unverified", "cid")
    with opened(tmp_path) as library:
        (event,) = library.undo()
        assert event.claim == ids[0]
        assert library.undo() == ()
        claim = library.claim(ids[0])
        assert (claim.status, claim.note, claim.by, claim.at) == ("unverified", "", "", "")
    with opened(tmp_path) as library:
        assert [library.redo()[0].claim, library.redo()[0].claim] == [ids[0], ids[4]]
        assert library.redo() == ()
        again = library.claim(ids[0])
        assert (again.status, again.note, again.by) == ("verified", "first", "ana")
        assert again.rev == 3


def test_a_new_decision_ends_redoing(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified")
        library.undo()
        library.mark(ids[1], "disputed")
        assert library.redo() == ()
        assert library.undo()[0].claim == ids[1]
        assert library.undo() == ()


def test_undo_of_undo_and_redo_in_every_order(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        for status in ("verified", "disputed", "verified"):
            library.mark(ids[0], status)
        steps = [library.undo, library.undo, library.redo, library.undo, library.undo, library.redo, library.redo]
        seen = [step()[0].now.value for step in steps]
        assert seen == ["disputed", "verified", "disputed", "verified", "unverified", "verified", "disputed"]


def test_imports_and_tags_are_not_undone(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(town(1))
        library.tag(id_, ["rain"])
        assert library.undo() == ()
        assert [one.tags for one in library.articles()] == [("rain",)]


def test_undoing_a_mark_keeps_what_a_revision_said(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.add(town(1, "news.txt"))
        claim = library.claims()[0]
        library.mark(claim.id, "verified", by="ana")
        library.add(town(7, "news.txt"))
        assert library.claim(claim.id).text_changed
        library.undo()
        after = library.claim(claim.id)
        assert (after.status, after.text_changed) == ("unverified", True)
        assert "7" in after.text


def test_undo_with_nothing_left_to_change_goes_on_to_the_one_before(tmp_path: Path) -> None:
    from tuifact.library.store.layout import Layout
    from tuifact.library.store.table import Tables

    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[1], "verified")
        library.mark(ids[0], "verified")
    tables = Tables(Layout(tmp_path))
    tables.table("claims").remove(doc_ids=[int(ids[0], 16)])
    tables.close()
    with opened(tmp_path) as library:
        assert library.undo() == ()
        assert library.undo()[0].claim == ids[1]


def test_changes_are_what_happened_since(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        nothing, mark = library.changes()
        assert nothing == ()
        library.mark(ids[0], "verified", by="ana")
        library.undo(by="ben")
        events, later = library.changes(mark)
        assert words_of(events) == ["marked verified by ana", "undone unverified by ben"]
        assert library.changes(later) == ((), later)


def test_changes_survive_compaction_and_reopening(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        _, mark = library.changes()
        library.mark(ids[0], "verified", by="ana")
        library.compact()
    with opened(tmp_path) as library:
        library.add(town(9))
        events, _ = library.changes(mark)
        assert [event.action for event in events] == [Action.MARKED] + [Action.ADDED] * 3


def test_all_changes_are_given_to_an_empty_or_foreign_mark(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified")
        for mark in ("", "nonsense", "0000:12", "::: 7"):
            events, _ = library.changes(mark)
            assert len(events) == 7
