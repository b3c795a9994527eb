"""Reports on disk: whole or not at all, never over another file, never through a link."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from report_cases import ordinary, worldly

from tuifact.errors import ReportError
from tuifact.reports import choose_text, write_each, write_one

MARKDOWN = choose_text("markdown")


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    assert write_one(target, [b"one\n", "zwei ✓\n".encode()]) == target
    assert target.read_bytes() == "one\nzwei ✓\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_the_umask_decides_who_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_one(tmp_path / "report.md", [b"x"])
    finally:
        os.umask(before)
    assert (tmp_path / "report.md").stat().st_mode & 0o777 == 0o640


def test_a_private_report_stays_private_when_it_is_written_over(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.write_bytes(b"x")
    target.chmod(0o600)
    write_one(target, [b"y"], force=True)
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"y", 0o600)


def test_a_file_in_the_way_stays_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.write_text("mine")
    with pytest.raises(ReportError, match="already there") as caught:
        write_one(target, [b"theirs"])
    assert "--force" in caught.value.hint
    assert target.read_text() == "mine"
    write_one(target, [b"theirs"], force=True)
    assert target.read_text() == "theirs"


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "report.md"

    def pieces() -> Iterator[bytes]:
        yield b"theirs"
        target.write_text("mine")

    with pytest.raises(ReportError, match="already there"):
        write_one(target, pieces())
    assert target.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


@pytest.mark.parametrize("force", [False, True])
def test_links_are_not_followed(tmp_path: Path, force: bool) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mine")
    target = tmp_path / "report.md"
    for goal in (secret, tmp_path / "not there yet"):
        target.symlink_to(goal)
        with pytest.raises(ReportError, match="is a link"):
            write_one(target, [b"theirs"], force=force)
        assert secret.read_text() == "mine"
        assert not (tmp_path / "not there yet").exists()
        target.unlink()


def test_a_report_that_fails_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.write_text("mine")

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise ReportError("cannot go on")

    with pytest.raises(ReportError, match="cannot go on"):
        write_one(target, pieces(), force=True)
    assert target.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_bad_targets_get_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "missing/report.md", "file/report.md", "pipe", "a\0b", "x" * 300):
        with pytest.raises(ReportError) as caught:
            write_one(tmp_path / name, [b"x"], force=True)
        assert "\n" not in caught.value.message


def test_without_hard_links_the_name_is_still_claimed_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_one(tmp_path / "report.md", [b"x"])
    assert (tmp_path / "report.md").read_text() == "x"
    with pytest.raises(ReportError, match="already there"):
        write_one(tmp_path / "report.md", [b"y"])
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_half_a_character_in_a_note_does_not_stop_a_report(tmp_path: Path) -> None:
    broken = replace(ordinary(), claims=(replace(ordinary().claims[0], note="caf\udce9"),))
    write_one(tmp_path / "report.md", MARKDOWN.pieces([broken]))
    assert "caf\ufffd" in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_a_folder_gets_a_file_an_article(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "reports"
    written = list(write_each(folder, MARKDOWN, [ordinary(), worldly()]))
    assert [path.name for path in written] == [
        "bridge-cost-tripled-auditor-finds-3fa85f64.md",
        "الجسر-橋-élan-cafe.md",
    ]
    assert written[0].read_text(encoding="utf-8") == "".join(MARKDOWN.render([ordinary()]))


def test_articles_of_one_title_do_not_meet(tmp_path: Path) -> None:
    twin = replace(ordinary(), summary=replace(ordinary().summary, id="3FA85F65"))
    assert len({path.name.casefold() for path in write_each(tmp_path, MARKDOWN, [ordinary(), twin])}) == 2


def test_what_was_written_before_a_refusal_stays(tmp_path: Path) -> None:
    (second,) = write_each(tmp_path, MARKDOWN, [worldly()])
    second.write_text("mine")
    written = write_each(tmp_path, MARKDOWN, [ordinary(), worldly()])
    first = next(written)
    with pytest.raises(ReportError, match="already there"):
        next(written)
    assert first.exists()
    assert second.read_text() == "mine"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for name in ("file", "file/below"):
        with pytest.raises(ReportError, match="cannot be made"):
            next(write_each(tmp_path / name, MARKDOWN, [ordinary()]))
