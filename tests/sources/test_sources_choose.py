"""References become texts or refusals, in order, one bad input never stopping the rest."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from tuifact.errors import SourceError
from tuifact.model import Original
from tuifact.sources import Refused, open_sources

NOON = "2024-01-17T12:00:00Z"


def fetch(*references: str, limit: int = 1000) -> list[Original | SourceError]:
    """What these references give, received at noon."""
    return list(open_sources(references, limit=limit, clock=lambda: NOON))


def refusal(*references: str, limit: int = 1000) -> SourceError:
    """The one refusal these references give."""
    (found,) = fetch(*references, limit=limit)
    assert isinstance(found, SourceError)
    return found


def test_a_file_is_read_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfcaf\xe9\r\n\0")
    (found,) = fetch(str(path))
    assert found == Original(b"\xef\xbb\xbfcaf\xe9\r\n\0", str(path), NOON, "text/plain")


def test_a_file_of_another_kind_is_no_text_unless_somebody_says_it_is(tmp_path: Path) -> None:
    noise, log, wide = tmp_path / "noise.bin", tmp_path / "port.log", tmp_path / "port.wide"
    noise.write_bytes(bytes(range(256)) * 9)
    log.write_bytes(b"The harbour\x01 handled 9 million tonnes in 2021.\x1b[0m\n")
    wide.write_text("Мост открыт.", "utf-16")
    assert "is no text" in str(refusal(str(noise), limit=9000))
    assert [isinstance(found, Original) for found in fetch(str(log), str(wide))] == [True, True]
    told = [*open_sources([str(noise)], form="txt"), *open_sources([str(noise)], encoding="cp1252")]
    assert [isinstance(found, Original) for found in told] == [True, True]


def test_the_source_is_the_absolute_path_however_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a")
    monkeypatch.chdir(tmp_path)
    found = fetch("a.txt", "./a.txt", "../" + tmp_path.name + "/a.txt")
    assert {item.source for item in found if isinstance(item, Original)} == {str(tmp_path / "a.txt")}


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"The harbour", "text/plain"),
        ("a.HTML", b"The harbour", "text/html"),
        ("a.xhtml", b"", "text/html"),
        ("a.md", b"<html>", "text/markdown"),
        ("a", b"\xef\xbb\xbf <!-- saved -->\n<!DOCTYPE html><p>", "text/html"),
        ("a.txt", '<?xml version="1.0"?><html lang="en">'.encode("utf-16"), "text/html"),
        ("a.txt", b"<htmlish> is no tag", "text/plain"),
        ("a.log", b"The harbour", "text/plain"),
    ],
)
def test_the_media_type_is_told_by_suffix_and_beginning(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = fetch(str(tmp_path / name))
    assert isinstance(found, Original)
    assert found.media_type.partition(";")[0] == expected


def test_bad_inputs_are_refused_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "z.txt").write_text("z")
    missing = str(tmp_path / "missing.txt")
    found = fetch(str(tmp_path / "a.txt"), missing, str(tmp_path / "z.txt"))
    assert [type(item) for item in found] == [Original, Refused, Original]
    assert isinstance(found[1], Refused)
    assert found[1].source == missing


def test_sources_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_text("one")
    waiting = open_sources([str(first), str(second)])
    assert isinstance(next(waiting), Original)
    second.write_text("two, written after the first was read")
    assert isinstance(next(waiting), Original)


@pytest.mark.parametrize("kind", ["missing", "fifo", "device", "link", "nul", "empty", "long", "under"])
def test_what_is_no_file_gets_one_line_that_names_it(tmp_path: Path, kind: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    names = {
        "missing": str(tmp_path / "no.txt"),
        "fifo": str(tmp_path / "pipe"),
        "device": os.devnull,
        "link": str(tmp_path / "link.txt"),
        "nul": "a\0b",
        "empty": "",
        "long": "x" * 5000,
        "under": str(tmp_path / "file.txt" / "b.txt"),
    }
    if kind == "fifo":
        os.mkfifo(names["fifo"])
    if kind == "link":
        Path(names["link"]).symlink_to("nowhere")
    found = refusal(names[kind])
    assert "\n" not in found.message
    assert "\0" not in found.message
    assert found.message.startswith({"nul": "a␀b:", "empty": "an empty name:"}.get(kind, names[kind] + ":"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert "you may not read it" in refusal(str(path)).message


def test_permission_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")

    def forbid(self: Path, *args: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)
    assert refusal(str(path)).message == f"{path}: you may not read it"


def test_size_is_told_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1001)
    assert refusal(str(path)).message == f"{path}: has 1001 bytes, more than the 1000 bytes a document may have"
    path.write_bytes(b"x" * 1000)
    assert isinstance(fetch(str(path))[0], Original)


def test_a_file_without_a_size_is_cut_off_at_the_limit() -> None:
    endless = Path("/proc/self/environ")
    if not endless.exists():
        pytest.skip("needs a file that reports no size")
    assert "more than" in refusal(str(endless), limit=1).message


@pytest.mark.parametrize("name", ["a.ODT", "a.xlsx", "a.zip", "a.png"])
def test_forms_not_read_are_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert "not supported" in refusal(str(tmp_path / name)).message


def test_a_form_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "talks").write_text('{"text": "The ferry sank."}')
    (found,) = open_sources([str(tmp_path / "talks")], form="JSONL")
    assert isinstance(found, Original)
    assert found.given.text == "The ferry sank."
    (refused,) = open_sources([str(tmp_path / "talks")], form="tape")
    assert "there is no form 'tape'" in str(refused)


def test_names_that_are_no_text_are_shown_as_text(tmp_path: Path) -> None:
    assert "\x1b" not in refusal(str(tmp_path / "\x1b[31mred")).message
    assert "\n" not in refusal(str(tmp_path / "two\nlines")).message


def test_a_name_of_odd_bytes_becomes_a_valid_source(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    try:
        Path(path).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    (found,) = fetch(path)
    assert isinstance(found, Original)
    assert found.source == f"{tmp_path}/caf\\xe9.txt"


def test_a_refusal_crosses_a_process_border() -> None:
    refused = Refused("a.txt", "is gone", "look again")
    copied = pickle.loads(pickle.dumps(refused))
    assert (copied.source, copied.message, copied.hint) == ("a.txt", "a.txt: is gone", "look again")


def test_the_moment_is_utc_by_the_second(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (found,) = open_sources([str(tmp_path / "a.txt")])
    assert isinstance(found, Original)
    assert len(found.received) == len(NOON)
    assert found.received.endswith("Z")
