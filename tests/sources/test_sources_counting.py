"""What a progress bar is told before anything is read."""

from __future__ import annotations

from pathlib import Path

from receiving import written

from tuifact.sources import count_passed_over, count_texts


def test_files_rows_and_messages_are_counted(tmp_path: Path) -> None:
    rows = written(tmp_path, "a.jsonl", '{"text": "x"}\n' * 7)
    table = written(tmp_path, "b.csv", "text\n" + "x\n" * 5)
    box = written(tmp_path, "c.mbox", "From a\nx\n\nFrom b\ny\n" * 3)
    plain = written(tmp_path, "d.txt", "x\n" * 9)
    assert [count_texts([str(path)]) for path in (rows, table, box, plain)] == [7, 5, 6, 1]
    assert count_texts([str(tmp_path), str(rows)]) == 26
    assert count_texts(["https://example.org/a", str(plain)]) == 2


def test_marks_across_the_border_of_two_reads_are_counted_once(tmp_path: Path) -> None:
    message = b"From a\n" + b"x" * 50 + b"\n"
    assert count_texts([str(written(tmp_path, "a.mbox", message * 40_000))]) == 40_000


def test_what_cannot_be_known_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for reference in ("-", "clipboard:", str(tmp_path / "gone"), str(tmp_path / "empty"), "a\0b", ""):
        assert count_texts([reference]) == 0


def test_files_that_are_passed_over_are_counted_by_suffix(tmp_path: Path) -> None:
    for name in ("a.txt", "b.bin", "c.jpg", "d.JPG", ".hidden", ".git/e.bin"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, "x")
    written(tmp_path, "f.json", '{"no": "post"}')
    written(tmp_path, "noise", "\0\1\2")
    plain = str(tmp_path / "b.bin")
    assert count_passed_over([str(tmp_path), plain, "-", "a\0b"]) == {"bin": 1, "jpg": 2, "": 1, "json": 1}
