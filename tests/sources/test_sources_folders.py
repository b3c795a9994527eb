"""Folders are searched to the bottom, in a fixed order, and what is no text is passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tuifact.errors import SourceError
from tuifact.model import Original
from tuifact.sources import open_sources


def names(folder: Path) -> list[str]:
    """Sources found, relative to the folder; refusals by their message."""
    return [
        os.path.relpath(item.source, folder) if isinstance(item, Original) else item.message
        for item in open_sources([str(folder)])
    ]


def test_texts_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.htm", "sub/deep/d.txt", "another/e.html", "README"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    assert names(tmp_path) == ["README", "a.md", "b.txt", "another/e.html", "sub/c.htm", "sub/deep/d.txt"]


def test_hidden_and_foreign_files_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/config.txt", "a.png", "a.zip", "a.py", "package.json", "map.xml", "kept.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    (tmp_path / "binary").write_bytes(b"\x7fELF\x02\x01\x01\0\0")
    (tmp_path / "wide").write_bytes("text".encode("utf-16"))
    assert names(tmp_path) == ["kept.txt", "wide"]


def test_a_folder_without_text_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    assert names(tmp_path) == [f"{tmp_path}: no text in this folder"]


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").write_text("text")
    first, second, third = names(tmp_path)
    assert first == f"{tmp_path}/a.txt: a link that leads nowhere"
    assert second == f"{tmp_path}/b.txt: is a named pipe, not a file"
    assert third == "c.txt"


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def test_links_that_lead_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("text")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b.txt").write_text("text")
    (folder / "c.txt").symlink_to("b.txt")
    assert names(folder) == [f"{folder}/a.txt: a link that leads out of the folder", "b.txt", "c.txt"]


def test_files_of_many_texts_and_feeds_are_found(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n')
    (tmp_path / "news.xml").write_text("<rss><channel><item><description>c</description></item></channel></rss>")
    (tmp_path / "posts.json").write_text('[{"full_text": "d"}]')
    assert names(tmp_path) == ["news.xml#1", "posts.json#1", "rows.jsonl#1", "rows.jsonl#2"]


def test_a_barred_subfolder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("text")
    barred = tmp_path / "barred"
    barred.mkdir()
    scan = os.scandir

    def scandir(path: str) -> object:
        if os.fspath(path) == str(barred):
            raise PermissionError(13, "Permission denied", str(barred))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert names(tmp_path) == ["a.txt", f"{barred}: you may not read it"]


def test_the_limit_holds_for_each_file(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * 11)
    (tmp_path / "small.txt").write_bytes(b"x" * 10)
    large, small = open_sources([str(tmp_path)], limit=10)
    assert isinstance(large, SourceError)
    assert isinstance(small, Original)
