"""What works on a text alone: clean, detect, and the demonstration."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calling import Tuifact
from texts import BRIDGE, MANGLED


def test_clean_writes_the_text_and_a_newline(tuifact: Tuifact, bridge: Path) -> None:
    ran = tuifact("clean", str(bridge))
    assert ran.code == 0
    assert ran.out == BRIDGE


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_clean_is_a_filter(tuifact: Tuifact, arguments: tuple[str, ...]) -> None:
    out = tuifact("clean", *arguments, stdin=MANGLED.encode()).out
    assert "The ferry carried 4,711 people in March 2021, the port authority said." in out
    assert "@-@" not in out
    assert "quot" not in out


def test_clean_json_is_an_article_without_library_fields(tuifact: Tuifact, bridge: Path) -> None:
    [record] = tuifact("clean", str(bridge), "--json").records
    assert record["title"] == "Bridge cost tripled, auditor finds"
    assert len(record["sha256"]) == 64
    assert "id" not in record
    assert "\n\n".join(paragraph["text"] for paragraph in record["paragraphs"]) == BRIDGE.strip()


def test_clean_explains_what_it_repaired(tuifact: Tuifact) -> None:
    ran = tuifact("clean", "--explain", stdin=MANGLED.encode())
    assert ran.code == 0
    assert " → " in ran.out
    assert int(ran.out.split()[0]) < int(ran.out.split()[1])


def test_clean_explains_that_there_was_nothing_to_repair(tuifact: Tuifact) -> None:
    ran = tuifact("clean", "--explain", stdin=b"The bridge opened in 2019.\n")
    assert (ran.code, ran.raw) == (0, b"")
    assert ran.errors == ["nothing was repaired"]


def test_detect_writes_a_claim_a_line(tuifact: Tuifact, bridge: Path) -> None:
    lines = tuifact("detect", str(bridge)).out.splitlines()
    records = tuifact("detect", str(bridge), "--json").records
    assert "Steel prices rose by 40 percent within a year, the report says." in lines
    assert [record["text"] for record in records] == lines
    assert all(
        {"paragraph", "start", "end", "speaker", "kind", "worth", "reasons"} <= set(record) for record in records
    )


def test_detect_gives_figures_as_values(tuifact: Tuifact) -> None:
    (record,) = tuifact("detect", "--json", stdin=b"On 3 May 2021 the city paid $1.5 billion for 12 bridges.").records
    assert [(figure["kind"], figure["value"], figure["unit"]) for figure in record["figures"]] == [
        ("date", "2021-05-03", ""),
        ("money", "1500000000", "USD"),
        ("number", "12", "bridges"),
    ]
    assert [record["text"][figure["start"] : figure["end"]] for figure in record["figures"]] == [
        figure["text"] for figure in record["figures"]
    ]


@pytest.mark.parametrize("command", ["clean", "detect"])
@pytest.mark.parametrize("data", [b"", b"& nbsp ;\n", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 40])
def test_bad_input_of_the_filters_is_one_line(tuifact: Tuifact, command: str, data: bytes) -> None:
    ran = tuifact(command, stdin=data)
    assert (ran.code, ran.raw) == (1, b"")
    assert len(ran.errors) == 1


@pytest.mark.parametrize("command", ["clean", "detect"])
def test_a_missing_file_is_named(tuifact: Tuifact, command: str) -> None:
    ran = tuifact(command, "missing.txt")
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert "missing.txt" in ran.err


def test_the_filters_touch_no_library(tuifact: Tuifact, bridge: Path, library_folder: Path) -> None:
    tuifact("clean", str(bridge))
    tuifact("detect", str(bridge))
    assert not library_folder.exists()


def test_the_demonstration_in_a_pipe_goes_the_whole_way(tuifact: Tuifact, library_folder: Path) -> None:
    ran = tuifact("demo")
    assert ran.code == 0
    assert ran.err == ""
    headings = ["The article, cleaned", "Its claims", "The report, in Markdown", "The other samples"]
    places = [ran.out.index(f"\n{heading}\n") for heading in headings]
    assert places == sorted(places)
    assert re.search(r"^\? +\d+  \S", ran.out, re.MULTILINE)
    assert "\x1b" not in ran.out
    assert not library_folder.exists()
