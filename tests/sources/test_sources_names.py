"""Patterns of names, the clipboard, and days."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from receiving import good, receive, texts, written

from tuifact.sources.days import read_day


def test_patterns_name_many_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", ".hidden.txt", "sub/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, name)
    assert texts(tmp_path / "*.txt") == ["a.txt", "b.txt"]
    assert texts(tmp_path / "**" / "*.txt") == ["a.txt", "b.txt", "sub/d.txt"]
    assert texts(tmp_path / "s?b") == ["sub/d.txt"]
    assert sorted(texts(tmp_path / "**")) == ["a.txt", "b.txt", "c.md", "sub/d.txt"]


def test_a_name_that_exists_is_no_pattern(tmp_path: Path) -> None:
    assert texts(written(tmp_path, "a[1].txt", "one")) == ["one"]


def test_a_pattern_that_fits_nothing_is_told(tmp_path: Path) -> None:
    assert texts(tmp_path / "*.txt") == [f"! {tmp_path}/*.txt: no file fits this pattern"]


def test_the_clipboard_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([b"<!doctype html><p>x", b" \n", b"x" * 2000])

    def run(command: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, next(answers))

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", run)
    (page,) = receive("clipboard:")
    assert good(page).media_type.startswith("text/html")
    assert texts("clipboard:") == ["! clipboard:: is empty"]
    assert "more than" in texts("clipboard:", limit=1000)[0]


def test_a_clipboard_out_of_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "nothing here can read the clipboard" in texts("clipboard:")[0]

    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("xclip", 5)

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", hang)
    assert "gives no text" in texts("clipboard:")[0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-04-02", date(2021, 4, 2)),
        ("2021-04-02T23:59:59-11:00", date(2021, 4, 2)),
        ("2021/4/2", date(2021, 4, 2)),
        ("20210402", date(2021, 4, 2)),
        ("D:20210402080000Z", date(2021, 4, 2)),
        ("Fri, 02 Apr 2021 10:00:00 +0200", date(2021, 4, 2)),
        ("Fri Apr 02 10:00:00 +0000 2021", date(2021, 4, 2)),
        (1617357600, date(2021, 4, 2)),
        (1617357600000, date(2021, 4, 2)),
        ("1617357600", date(2021, 4, 2)),
        ("2021-13-45", None),
        ("0", None),
        (2021, None),
        (float("nan"), None),
        (1e300, None),
        (True, None),
        (["2021"], None),
        ("9" * 400, None),
    ],
)
def test_days_are_read(value: object, expected: date | None) -> None:
    assert read_day(value) == expected
