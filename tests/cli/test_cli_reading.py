"""Showing what there is: list, show, claims, and opening the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Tuifact
from texts import BRIDGE

ARTICLE_FIELDS = {"id", "title", "byline", "published", "language", "source", "sha256", "tags", "tally", "warnings"}
CLAIM_FIELDS = {
    "id", "article", "text", "paragraph", "start", "end", "speaker", "kind", "worth", "reasons", "status", "note", "by",
    "at", "rev", "text_changed", "contested",
}  # fmt: skip


def test_an_empty_library_says_what_to_do(tuifact: Tuifact) -> None:
    ran = tuifact("list")
    assert (ran.code, ran.raw) == (0, b"")
    assert len(ran.errors) == 1
    assert "tuifact import" in ran.err


def test_list_shows_tally_title_and_id(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    line = tuifact("list").out
    assert line.startswith("✓ 1  ✗ 0  ? ")
    assert "Bridge cost tripled, auditor finds" in line
    assert line.endswith(f"{article}\n")


def test_list_is_aligned(tuifact: Tuifact, bridge: Path, ferry: Path, tmp_path: Path) -> None:
    wide = tmp_path / "wide.txt"
    wide.write_text(
        "橋の建設費\n\n橋の建設費は2019年に15億ユーロだった。 The bridge cost 15 euros in 2019.\n", encoding="utf-8"
    )
    tuifact("import", str(bridge), str(ferry), str(wide))
    rows = tuifact("list").out.splitlines()
    ids = [record["id"] for record in tuifact("list", "--json").records]
    assert len(rows) == 3
    # A wide character takes two columns: the character count differs by as many.
    columns = [
        row.index(key) + sum(character > "\u3000" for character in row) for row, key in zip(rows, ids, strict=True)
    ]
    assert len(set(columns)) == 1


def test_list_records(tuifact: Tuifact, article: str) -> None:
    [record] = tuifact("list", "--json").records
    assert set(record) >= ARTICLE_FIELDS
    assert record["id"] == article
    assert set(record["tally"]) == {"verified", "disputed", "unverified"}
    assert "paragraphs" not in record
    assert "claims" not in record


def test_list_in_another_order_and_cut_short(tuifact: Tuifact, article: str, tmp_path: Path) -> None:
    short = tmp_path / "a.txt"
    short.write_text("Zebra crossing opened\n\nThe crossing cost 4,000 euros in 2019.\n", encoding="utf-8")
    zebra = tuifact("import", str(short), "--json").records[0]["article"]

    def ids(*options: str) -> list[str]:
        return [record["id"] for record in tuifact("list", *options, "--json").records]

    assert ids() == ids("--sort", "newest") == [zebra, article]
    assert ids("--sort", "unchecked") == ids("--sort", "title") == [article, zebra]
    assert ids("--sort", "source") == [zebra, article]
    assert ids("--limit", "1") == [zebra]
    assert ids("--sort", "title", "-n", "1") == [article]
    assert ids("--limit", "0") == []
    assert "choose from newest, unchecked, title, source, date" in tuifact("list", "--sort", "size").err


def test_list_shows_the_tags(tuifact: Tuifact, bridge: Path) -> None:
    tuifact("import", str(bridge), "--tag", "works", "--tag", "harbour")
    assert "  #works #harbour  " in tuifact("list").out


def test_search_shows_the_place_in_each_article(tuifact: Tuifact, article: str, ferry: Path) -> None:
    tuifact("import", str(ferry))
    ran = tuifact("search", "steel  PRICES")
    assert ran.code == 0
    assert f"Bridge cost tripled, auditor finds  {article}\n" in ran.out
    assert "Steel prices" in ran.out
    [record] = tuifact("search", "steel prices", "--json").records
    paragraph = tuifact("show", article, "--json").records[0]["paragraphs"][record["paragraph"]]["text"]
    assert paragraph[record["start"] :].startswith(record["words"])
    assert len(tuifact("search", "the", "--json").records) == 2
    assert len(tuifact("search", "the", "--limit", "1", "--json").records) == 1


def test_search_that_finds_nothing_says_so(tuifact: Tuifact, article: str) -> None:
    ran = tuifact("search", "zeppelin")
    assert (ran.code, ran.raw, ran.errors) == (0, b"", ["no text has these words"])
    assert tuifact("search", " ").code == 2


def test_list_by_words(tuifact: Tuifact, article: str) -> None:
    assert [record["id"] for record in tuifact("list", "--query", "bridge", "--json").records] == [article]
    nothing = tuifact("list", "--query", "zeppelin")
    assert (nothing.code, nothing.raw) == (0, b"")
    assert len(nothing.errors) == 1


def test_show_sets_the_article_with_its_claims_in_the_margin(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", claims[1], "disputed")
    page = tuifact("show", article).out
    assert page.count("Bridge cost tripled, auditor finds") == 1
    assert "\n? 1 " in page
    assert "✗ 2 " in page
    assert "Few had believed it would." in " ".join(page.split())
    text = page.split("\n\n", 1)[1]  # the head names the file, however long its name is
    assert max(map(len, text.splitlines())) <= 78


def test_show_takes_the_beginning_of_an_id(tuifact: Tuifact, article: str) -> None:
    assert tuifact("show", article[:6]).out == tuifact("show", article).out


def test_show_raw_gives_the_bytes_back(tuifact: Tuifact, tmp_path: Path) -> None:
    data = BRIDGE.replace("bridge", "br\u00fccke").encode("cp1252").replace(b"\n", b"\r\n") + b"\x1b[31m\r\n"
    path = tmp_path / "old.txt"
    path.write_bytes(data)
    tuifact("import", str(path))
    [record] = tuifact("list", "--json").records
    assert tuifact("show", record["id"], "--raw").raw == data


def test_show_json_is_the_whole_article(tuifact: Tuifact, article: str) -> None:
    [record] = tuifact("show", article, "--json").records
    assert set(record) >= ARTICLE_FIELDS | {"paragraphs", "claims"}
    assert set(record["paragraphs"][0]) >= {"text", "kind", "post", "span"}
    for claim in record["claims"]:
        paragraph = record["paragraphs"][claim["paragraph"]]["text"]
        assert paragraph[claim["start"] : claim["end"]] == claim["text"]


def test_show_json_has_posts(tuifact: Tuifact, ferry: Path) -> None:
    tuifact("import", str(ferry))
    [summary] = tuifact("list", "--json").records
    [record] = tuifact("show", summary["id"], "--json").records
    posts = [paragraph["post"] for paragraph in record["paragraphs"] if paragraph["post"]]
    assert {"author": "Harbour Ferry", "handle": "@harbourferry", "published": "2021-05-04"} in posts
    assert "┃ " in tuifact("show", summary["id"]).out


def test_show_json_and_raw_exclude_each_other(tuifact: Tuifact, article: str) -> None:
    assert tuifact("show", article, "--json", "--raw").code == 2


@pytest.mark.parametrize("command", [("show",), ("claims",), ("export",), ("history",), ("read",)])
def test_an_unknown_id_is_one_line_that_names_it(tuifact: Tuifact, article: str, command: tuple[str, ...]) -> None:
    ran = tuifact(*command, "ffffffff")
    assert ran.code == 1
    assert ran.raw == b""
    assert len(ran.errors) == 1
    if command != ("read",):  # without a terminal the reader does not get that far
        assert "ffffffff" in ran.err


def test_claim_records(tuifact: Tuifact, article: str) -> None:
    records = tuifact("claims", article, "--json").records
    assert len(records) >= 2
    for record in records:
        assert set(record) >= CLAIM_FIELDS
        assert record["article"] == article
        assert record["status"] == "unverified"
        assert 0 <= record["worth"] <= 1


def test_claims_for_people(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    ran = tuifact("claims", article)
    assert ran.out.startswith("1  ? unverified  ")
    assert claims[0] in ran.out
    assert "40 percent" in ran.out


def test_claims_keep_their_number_when_some_are_left_out(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", claims[1], "verified")
    assert tuifact("claims", article, "--status", "verified").out.startswith("2  ✓ verified")


def test_claims_of_all_articles_stand_under_their_titles(tuifact: Tuifact, bridge: Path, ferry: Path) -> None:
    tuifact("import", str(bridge), str(ferry))
    out = tuifact("claims").out
    assert out.count("Bridge cost tripled, auditor finds") == 1
    assert "40 percent" in out
    assert "4,711" in out


def test_claims_by_status_speaker_words_worth_and_number(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    assert [record["id"] for record in tuifact("claims", "--status", "verified", "--json").records] == [claims[0]]
    speakers = {record["speaker"] for record in tuifact("claims", "--speaker", "Maren Holt", "--json").records}
    assert speakers <= {"Maren Holt", "auditor Maren Holt"}
    assert all("percent" in record["text"] for record in tuifact("claims", "--query", "percent", "--json").records)
    worths = [record["worth"] for record in tuifact("claims", "--sort", "worth", "--json").records]
    assert worths == sorted(worths, reverse=True)
    assert len(tuifact("claims", "--limit", "1", "--json").records) == 1
    assert tuifact("claims", "--limit", "0", "--json").records == []


def test_claims_by_the_figures_in_them(tuifact: Tuifact, article: str) -> None:
    def texts(*options: str) -> set[str]:
        return {record["text"] for record in tuifact("claims", *options, "--json").records}

    opened, cost, rise = "The harbour bridge opened on 12 October 2019.", "The city spent 1.5 billion", "Steel prices"
    assert texts("--with", "percent") == {text for text in texts() if text.startswith(rise)}
    assert texts("--with", "money", "--with", "percent") == {t for t in texts() if t.startswith((cost, rise))}
    assert {opened} < texts("--with", "date")
    assert opened not in texts("--with", "figure")
    assert len(tuifact("claims", "--with", "figure", "--limit", "1", "--json").records) == 1
    worths = [record["worth"] for record in tuifact("claims", "--with", "figure", "--sort", "worth", "--json").records]
    assert worths == sorted(worths, reverse=True)


def test_claims_by_kind_and_by_what_changed(tuifact: Tuifact, article: str, bridge: Path) -> None:
    kinds = [record["kind"] for record in tuifact("claims", "--json").records]
    chosen = tuifact("claims", "--kind", kinds[0], "--json").records
    assert {record["kind"] for record in chosen} == {kinds[0]}
    assert len(chosen) == kinds.count(kinds[0])
    every = tuifact("claims", *(f"--kind={kind}" for kind in set(kinds)), "--json").records
    assert [record["kind"] for record in every] == kinds
    assert len(tuifact("claims", "--kind", kinds[0], "--limit", "1", "--json").records) == 1
    assert "choose from statistic," in tuifact("claims", "--kind", "zeppelin").err
    assert tuifact("claims", "--changed", "--json").records == []
    opened = tuifact("claims", "--query", "12 October", "--json").records[0]["id"]
    tuifact("mark", opened, "verified")
    bridge.write_text(BRIDGE.replace("12 October", "14 October"), encoding="utf-8")
    tuifact("import", str(bridge))
    assert [record["id"] for record in tuifact("claims", "--changed", "--json").records] == [opened]


def test_what_is_no_figure_is_wrong_usage(tuifact: Tuifact, article: str) -> None:
    ran = tuifact("claims", "--with", "zeppelin")
    assert (ran.code, ran.raw) == (2, b"")
    assert "--with 'zeppelin': choose from figure, money, percent, number, date" in ran.err


def test_no_claim_matching_is_said(tuifact: Tuifact, article: str) -> None:
    ran = tuifact("claims", "--query", "zeppelin")
    assert (ran.code, ran.raw) == (0, b"")
    assert ran.errors == ["no claim matches"]


@pytest.mark.parametrize("command", [(), ("read",), ("read", "bridge.txt")])
def test_the_reader_needs_a_terminal(tuifact: Tuifact, library_folder: Path, command: tuple[str, ...]) -> None:
    ran = tuifact("--library", str(library_folder), *command)
    assert (ran.code, ran.raw) == (1, b"")
    assert len(ran.errors) == 1
    assert "terminal" in ran.err
    assert not library_folder.exists()
