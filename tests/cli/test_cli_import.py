"""Bringing articles in: outcomes, exit codes, and every kind of bad input."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from calling import SettingsFile, Tuifact
from texts import BRIDGE

FIELDS = {"source", "outcome", "article", "title", "claims", "sha256", "encoding", "warnings", "error"}


def test_a_file_is_named_with_its_claims_and_id(tuifact: Tuifact, bridge: Path) -> None:
    ran = tuifact("import", str(bridge))
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.startswith("imported ")
    assert "Bridge cost tripled, auditor finds" in ran.out
    assert tuifact("list", "--json").records[0]["id"] in ran.out


def test_the_record_has_every_field(tuifact: Tuifact, bridge: Path) -> None:
    record = tuifact("import", str(bridge), "--json").records[0]
    assert set(record) >= FIELDS
    assert record["outcome"] == "imported"
    assert record["source"] == str(bridge)
    assert record["claims"] >= 2
    assert record["error"] is None
    assert len(record["sha256"]) == 64


def test_the_same_file_again_is_unchanged(tuifact: Tuifact, bridge: Path) -> None:
    first = tuifact("import", str(bridge), "--json").records[0]
    again = tuifact("import", str(bridge), "--json").records[0]
    assert again["outcome"] == "unchanged"
    assert again["article"] == first["article"]


def test_a_changed_file_is_a_revision_of_the_same_article(tuifact: Tuifact, bridge: Path) -> None:
    first = tuifact("import", str(bridge), "--json").records[0]
    bridge.write_text(BRIDGE.replace("40 percent", "45 percent"), encoding="utf-8")
    again = tuifact("import", str(bridge), "--json").records[0]
    assert again["outcome"] == "revised"
    assert again["article"] == first["article"]
    assert len(tuifact("list", "--json").records) == 1


def test_standard_input(tuifact: Tuifact) -> None:
    ran = tuifact("import", "-", stdin=BRIDGE.encode())
    assert ran.code == 0
    assert tuifact("list", "--json").records[0]["title"] == "Bridge cost tripled, auditor finds"


def test_a_folder_with_what_is_in_it(tuifact: Tuifact, bridge: Path, ferry: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clippings" / "deep"
    folder.mkdir(parents=True)
    bridge.rename(folder / "bridge.txt")
    ferry.rename(folder.parent / "ferry.txt")
    ran = tuifact("import", str(folder.parent))
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 2
    assert ran.errors[-1] == "tuifact: 2 imported"


def test_files_of_a_folder_that_are_no_texts_are_counted(tuifact: Tuifact, bridge: Path) -> None:
    folder = bridge.parent / "clippings"
    folder.mkdir()
    bridge = bridge.rename(folder / bridge.name)
    (folder / "noise.bin").write_bytes(bytes(range(256)))
    ran = tuifact("import", str(folder))
    assert (ran.code, ran.errors) == (0, ["tuifact: 1 file passed over, no text by its name: .bin"])
    assert tuifact("import", str(bridge)).errors == []


def test_an_article_without_a_title_is_named_as_the_list_names_it(tuifact: Tuifact, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("The harbour handled 9 million tonnes of cargo in 2021, the port authority said.\n", "utf-8")
    record = tuifact("import", str(plain), "--json").records[0]
    assert record["title"] == "The harbour handled 9 million tonnes of cargo in 2021, …"
    assert record["title"] == tuifact("list", "--json").records[0]["title"]


def test_tags(tuifact: Tuifact, bridge: Path) -> None:
    tuifact("import", str(bridge), "--tag", "bridge", "--tag", "costs")
    assert set(tuifact("list", "--json").records[0]["tags"]) == {"bridge", "costs"}
    assert len(tuifact("list", "--tag", "costs", "--json").records) == 1
    assert tuifact("list", "--tag", "ferry", "--json").records == []


def test_the_encoding_can_be_given(tuifact: Tuifact, tmp_path: Path) -> None:
    path = tmp_path / "kyrillic.txt"
    path.write_bytes("В марте 2021 года паром перевёз 4711 пассажиров.".encode("koi8-r"))
    record = tuifact("import", str(path), "--encoding", "koi8-r", "--json").records[0]
    assert record["outcome"] == "imported"
    assert "паром" in tuifact("show", record["article"]).out


def test_the_encoding_that_is_told_is_not_what_is_remembered_where_the_bytes_say_another(
    tuifact: Tuifact, bridge: Path
) -> None:
    record = tuifact("import", str(bridge), "--encoding", "koi8-r", "--json").records[0]
    assert record["encoding"] == "utf-8"


def test_two_processes_find_what_one_finds(tuifact: Tuifact, bridge: Path, ferry: Path) -> None:
    foreseen = tuifact("import", str(bridge), str(ferry), "--dry-run", "--json").records
    stored = tuifact("import", str(bridge), str(ferry), "--jobs", "2", "--json").records
    assert [(item["sha256"], item["claims"]) for item in stored] == [
        (item["sha256"], item["claims"]) for item in foreseen
    ]


def test_a_dry_run_of_one_file_says_that_it_was_one(tuifact: Tuifact, bridge: Path) -> None:
    assert tuifact("import", str(bridge), "--dry-run").errors == ["tuifact: 1 imported (dry run: nothing was stored)"]


def test_a_dry_run_stores_nothing(tuifact: Tuifact, bridge: Path, ferry: Path) -> None:
    ran = tuifact("import", str(bridge), str(ferry), "--dry-run")
    assert ran.code == 0
    assert "nothing was stored" in ran.err
    assert tuifact("list", "--json").records == []


def test_allow_private_is_accepted(tuifact: Tuifact, bridge: Path) -> None:
    assert tuifact("import", str(bridge), "--allow-private").code == 0


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "spaces.txt": b"& nbsp ;\n\n& nbsp ; & nbsp ;\n",
    "photo.txt": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 40,
    "folder": {},
    "pictures": {"a.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 40},
}


def _make(path: Path, content: object) -> Path:
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif isinstance(content, dict):
        path.mkdir()
        for name, inner in content.items():
            _make(path / name, inner)
    return path


@pytest.mark.parametrize("name", BAD)
def test_one_bad_input_is_one_line_that_names_it(tuifact: Tuifact, tmp_path: Path, name: str) -> None:
    ran = tuifact("import", str(_make(tmp_path / name, BAD[name])))
    assert ran.code == 1
    assert ran.raw == b""
    assert len(ran.errors) == 1
    assert name in ran.err
    assert tuifact("list", "--json").records == []


@pytest.mark.parametrize("name", BAD)
def test_one_bad_input_among_good_ones_is_named_and_the_rest_kept(
    tuifact: Tuifact, tmp_path: Path, bridge: Path, ferry: Path, name: str
) -> None:
    ran = tuifact("import", str(bridge), str(_make(tmp_path / name, BAD[name])), str(ferry))
    assert ran.code == 3
    assert name in ran.err
    assert len(tuifact("list", "--json").records) == 2


def test_several_bad_inputs_are_each_named(tuifact: Tuifact, tmp_path: Path) -> None:
    ran = tuifact("import", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert ran.code == 1
    assert "a.txt" in ran.errors[0]
    assert "b.txt" in ran.errors[1]


def test_a_bad_row_of_a_corpus_is_named_and_the_rest_kept(tuifact: Tuifact, tmp_path: Path) -> None:
    rows = [f'{{"text": "Town {n} had {n + 40} bridges in 2019."}}' for n in range(9)]
    path = tmp_path / "towns.jsonl"
    path.write_text("\n".join([*rows[:2], "7", *rows[3:]]), encoding="utf-8")
    ran = tuifact("import", str(path), "--json")
    assert (ran.code, [item["outcome"] for item in ran.records].count("imported")) == (3, 8)
    assert f"{path}#3: is a number, not an object with a text" in ran.err


def test_standard_input_may_be_told_what_it_is(tuifact: Tuifact) -> None:
    page = b"<p>The bridge cost 5 million &amp; more in 2019, the city said.</p>"
    for name in ("html", "text/html", ".HTML"):
        (item,) = tuifact("import", "-", "--format", name, "--dry-run", "--json", stdin=page).records
        assert (item["outcome"], item["claims"]) == ("imported", 1)
    assert tuifact("import", "-", "--format", "docx", stdin=page).code == 1
    (item,) = tuifact("import", "-", "--format", "html", "--json", stdin=page).records
    assert "million & more" in tuifact("show", item["article"]).out
    assert tuifact("import", "-", "--format", "perhaps", stdin=page).code == 2


def test_what_comes_out_of_a_document_has_the_limit_of_the_setting(
    tuifact: Tuifact, tmp_path: Path, settings_file: SettingsFile
) -> None:
    path = tmp_path / "big.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:document>" + b" " * (2 << 20) + b"</w:document>")
    settings_file("max_megabytes = 1\n")
    ran = tuifact("import", str(path))
    assert ran.code == 1
    assert "unpacks to 2.0 MiB, more than the 1.0 MiB" in ran.err


def test_a_rejected_source_is_a_record_too(tuifact: Tuifact, bridge: Path) -> None:
    ran = tuifact("import", str(bridge), "missing.txt", "--json")
    rejected = ran.records[1]
    assert ran.code == 3
    assert rejected["outcome"] == "rejected"
    assert rejected["source"] == "missing.txt"
    assert "missing.txt" in rejected["error"]
    assert rejected["article"] is None


def test_empty_standard_input(tuifact: Tuifact) -> None:
    ran = tuifact("import", "-")
    assert ran.code == 1
    assert len(ran.errors) == 1


def test_a_file_where_the_library_should_be(tuifact: Tuifact, bridge: Path, library_folder: Path) -> None:
    library_folder.write_text("my notes", encoding="utf-8")
    ran = tuifact("import", str(bridge))
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert str(library_folder) in ran.err
    assert library_folder.read_text(encoding="utf-8") == "my notes"


@pytest.mark.parametrize("encoding", ["nonsense", "", "utf-8\x1b[31m"])
def test_an_unknown_encoding_is_wrong_usage(tuifact: Tuifact, bridge: Path, encoding: str) -> None:
    ran = tuifact("import", str(bridge), "--encoding", encoding)
    assert ran.code == 2
    assert "--encoding" in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1000", "1.5"])
def test_impossible_numbers_of_jobs_are_wrong_usage(tuifact: Tuifact, bridge: Path, jobs: str) -> None:
    ran = tuifact("import", str(bridge), f"--jobs={jobs}")
    assert ran.code == 2
    assert "--jobs" in ran.err


def test_warnings_go_to_standard_error_and_into_the_record(tuifact: Tuifact, tmp_path: Path) -> None:
    path = tmp_path / "hidden.txt"
    path.write_text("The pass\u200dword changed 14 times in 2020, the \x1b[31mcity said.\n", encoding="utf-8")
    record = json.loads(tuifact("import", str(path), "--json").out)
    ran = tuifact("clean", str(path))
    assert ran.code == 0
    assert len(ran.errors) == len(record["warnings"])
    assert all(line.startswith(str(path)) for line in ran.errors)
