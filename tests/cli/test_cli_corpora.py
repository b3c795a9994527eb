"""Corpora beyond one machine: `detect` is a pure filter of JSON Lines that any tool may feed with parts of one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from calling import Tuifact

ROWS = [{"id": f"town-{n}", "text": f"Town {n} had {n + 40} bridges in 2019, the city said."} for n in range(40)]
LINES = [json.dumps(row) + "\n" for row in ROWS]
CORPUS = "".join(LINES)


def test_claims_of_a_corpus_say_which_article_they_are_from(tuifact: Tuifact) -> None:
    ran = tuifact("detect", "--json", stdin=CORPUS.encode())
    assert (ran.code, ran.err) == (0, "")
    assert [record["article"] for record in ran.records] == [row["id"] for row in ROWS]
    assert [record["text"] for record in ran.records] == [row["text"] for row in ROWS]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"id": 7, "url": "https://a.example/"}, "7"),
        ({"url": "https://a.example/"}, "https://a.example/"),
        ({"id": True}, "-#1"),
        ({"id": "two\nlines\x1b[2J"}, "two lines"),
    ],
)
def test_an_article_goes_by_its_id_its_address_or_its_line(tuifact: Tuifact, row: dict[str, object], name: str) -> None:
    (record,) = tuifact("detect", "--json", stdin=json.dumps(ROWS[0] | {"id": None} | row).encode()).records
    assert record["article"].startswith(name)
    assert "\x1b" not in record["article"]


def test_the_library_is_not_touched(tuifact: Tuifact, library_folder: Path) -> None:
    tuifact("detect", "--json", stdin=CORPUS.encode())
    assert not library_folder.exists()


def test_bad_rows_are_named_and_the_others_go_on(tuifact: Tuifact) -> None:
    ran = tuifact("detect", "--json", stdin="".join([*LINES[:2], "7\n", "{}\n", LINES[2]]).encode())
    assert (ran.code, len(ran.records)) == (3, 3)
    assert ["-#3" in line or "-#4" in line for line in ran.errors] == [True, True]
    assert tuifact("detect", "--format", "jsonl", stdin=b"7\n").code == 1


def test_no_rows_are_no_failure_where_rows_were_announced(tuifact: Tuifact) -> None:
    ran = tuifact("detect", "--json", "--format", "jsonl")
    assert (ran.code, ran.raw, ran.err) == (0, b"", "")


def test_the_form_may_be_told(tuifact: Tuifact) -> None:
    table = b"id,text\n1,Town 1 had 41 bridges in 2019.\n2,Town 2 had 42 bridges in 2019.\n"
    records = tuifact("detect", "--json", "--format", "text/csv", stdin=table).records
    assert [record["article"] for record in records] == ["1", "2"]
    assert tuifact("detect", "--format", "perhaps", stdin=table).code == 2


def test_parts_give_what_the_whole_gives(tuifact: Tuifact) -> None:
    whole = tuifact("detect", "--json", stdin=CORPUS.encode()).raw
    parts = [tuifact("detect", "--json", stdin="".join(LINES[at : at + 7]).encode()).raw for at in range(0, 40, 7)]
    assert b"".join(parts) == whole


@pytest.mark.filterwarnings("default")
def test_a_dask_bag_on_a_cluster_gives_the_same(tuifact: Tuifact, tmp_path: Path) -> None:
    bag = pytest.importorskip("dask.bag")
    distributed = pytest.importorskip("distributed")
    for name, lines in (("a", LINES[:25]), ("b", LINES[25:])):
        (tmp_path / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "tuifact", "detect", "--json", "--format", "jsonl"]

    def detect(lines: Iterable[str]) -> list[str]:
        ran = subprocess.run(command, input="".join(lines).encode(), stdout=subprocess.PIPE, check=True, timeout=60)
        return ran.stdout.decode().splitlines()

    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path / "dask")
    )
    with cluster, distributed.Client(cluster):
        texts = bag.read_text(str(tmp_path / "*.jsonl"), blocksize=500)
        assert texts.npartitions > 2
        found = texts.map_partitions(detect).compute()
    assert [json.loads(line)["article"] for line in found] == [row["id"] for row in ROWS]
    assert "\n".join(found) == tuifact("detect", "--json", stdin=CORPUS.encode()).out.rstrip("\n")
