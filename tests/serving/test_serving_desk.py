"""What a visitor's desk lets through, and that nothing new passes it unnoticed."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from tuifact.desk import Desk, Wanted
from tuifact.errors import ReportError, SourceError, TuifactError
from tuifact.model import Evidence
from tuifact.serving.visitor_desk import VisitorDesk

REACHING = ("Path", "references", "allow_private", "Wanted |")
"""What in a signature tells that a use case touches this machine's files or network."""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder to import from, with a file, and one beside it that is nobody's business."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "bridge.txt").write_text("The bridge opened in 1998 and cost 4 million euros.", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("The safe was opened in 1999 and held 5 million.", encoding="utf-8")
    (folder / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    return folder


@pytest.fixture
def desk(library_folder: Path, inbox: Path, tmp_path: Path) -> VisitorDesk:
    """A desk that may read the inbox."""
    reports = tmp_path / "reports"
    reports.mkdir()
    return VisitorDesk(library_folder, inbox=inbox, reports=reports)


def test_every_use_case_that_reaches_out_is_thought_of() -> None:
    reaching = {
        name
        for name, function in inspect.getmembers(Desk, inspect.isfunction)
        if not name.startswith("_") and any(word in str(inspect.signature(function)) for word in REACHING)
    }
    assert reaching
    assert reaching - set(vars(VisitorDesk)) == set()


@pytest.mark.parametrize(
    "reference",
    ["../secret.txt", "way-out.txt", "/etc/hostname", "clipboard:", "-", "*.txt", "missing.txt", "file:///etc/hostname",
     "~/x", "", "bridge.txt/../../secret.txt"],
)  # fmt: skip
def test_no_other_file_is_imported(desk: VisitorDesk, reference: str) -> None:
    with pytest.raises(SourceError):
        list(desk.import_sources([reference]))
    assert desk.articles() == ()


def test_files_of_the_inbox_are_imported(desk: VisitorDesk, inbox: Path) -> None:
    for reference in ("bridge.txt", str(inbox / "bridge.txt")):
        [imported] = desk.import_sources([reference])
        assert imported.error is None


def test_without_an_inbox_there_are_links_alone(library_folder: Path, tmp_path: Path, bridge: Path) -> None:
    desk = VisitorDesk(library_folder, inbox=None, reports=tmp_path)
    with pytest.raises(SourceError, match="only links"):
        desk.import_sources([str(bridge)])


@pytest.mark.parametrize("link", ["http://127.0.0.1:9/", "HTTP://localhost:9/", "https://[::1]:9/"])
def test_no_link_leads_into_this_network(desk: VisitorDesk, link: str) -> None:
    [imported] = desk.import_sources([link], allow_private=True)
    assert imported.outcome == "rejected"
    assert "private" in str(imported.error)


@pytest.mark.parametrize("target", ["r.md", "/etc/r.md", "../../r.md", "~/r.md", "a/b/r.md"])
def test_a_report_goes_where_it_is_sent_from(desk: VisitorDesk, tmp_path: Path, target: str) -> None:
    [imported] = desk.import_sources(["bridge.txt"])
    for _ in range(2):
        [path] = desk.write_report(Path(target), [imported.article], into_folder=True)
        assert path == tmp_path / "reports" / "r.md"
        assert path.is_file()


def test_a_copy_of_a_source_comes_from_the_inbox(desk: VisitorDesk, inbox: Path) -> None:
    [imported] = desk.import_sources(["bridge.txt"])
    claim = desk.claims(imported.article)[0].id
    source = desk.add_evidence(claim, Evidence(url="https://example.org/a"), snapshot=Path("bridge.txt"))
    assert desk.snapshot(source.id) == (inbox / "bridge.txt").read_bytes()
    with pytest.raises(SourceError):
        desk.add_evidence(claim, Evidence(url="https://example.org/b"), snapshot=Path("../secret.txt"))
    with pytest.raises(SourceError):
        desk.attach_snapshot(source.id, Path("/etc/hostname"))


def test_counting_tells_nothing_of_files(desk: VisitorDesk) -> None:
    assert desk.expect(["/etc", "bridge.txt"]) == 0


def test_no_file_is_read_as_a_template(desk: VisitorDesk, tmp_path: Path) -> None:
    [imported] = desk.import_sources(["bridge.txt"])
    wanted = Wanted(template=str(tmp_path / "secret.txt"))
    assert b"safe was opened" not in b"".join(desk.report_pieces([imported.article], wanted))
    [path] = desk.write_report(Path("r.md"), [imported.article], wanted=wanted)
    assert "safe was opened" not in path.read_text(encoding="utf-8")


def test_a_report_needs_a_name(desk: VisitorDesk) -> None:
    with pytest.raises(ReportError):
        desk.write_report(Path("/"))


def test_another_desk_is_as_narrow(desk: VisitorDesk) -> None:
    with desk.another() as own, pytest.raises(SourceError):
        own.import_sources(["../secret.txt"])


def test_what_is_done_on_the_machine_itself_is_refused(desk: VisitorDesk, tmp_path: Path) -> None:
    with pytest.raises(TuifactError, match="on the machine"):
        desk.back_up(tmp_path / "x")
    with pytest.raises(TuifactError, match="on the machine"):
        desk.restore(tmp_path / "x")
    with pytest.raises(TuifactError, match="on the machine"):
        desk.import_checks([tmp_path / "x"])


@pytest.mark.parametrize("act", ["follow", "unfollow", "fetch", "archive"])
def test_no_server_is_asked_again_and_again_for_a_visitor(desk: VisitorDesk, act: str) -> None:
    with pytest.raises(TuifactError, match="on the machine it is on"):
        getattr(desk, act)(["https://example.org/feed.xml"], allow_private=True)
    assert desk.subscriptions() == ()


def test_a_visitor_has_few_links_fetched_at_once(desk: VisitorDesk) -> None:
    links = [f"http://127.0.0.1:9/{number}" for number in range(6)]
    with pytest.raises(SourceError, match="no more than 5"):
        desk.import_sources(links)
    assert [item.outcome for item in desk.import_sources(links[:5])] == ["rejected"] * 5
