"""Marking claims, and telling or taking back what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import SettingsFile, Tuifact

EVENT_FIELDS = {"claim", "article", "action", "by", "at", "was", "now", "note", "rev"}


def test_marking_shows_the_new_status(tuifact: Tuifact, claims: list[str]) -> None:
    ran = tuifact("mark", claims[0], "disputed", "--note", "The report says 1.2 billion.", "--by", "Ines")
    assert ran.code == 0
    assert ran.out.startswith("✗ disputed")
    assert "The report says 1.2 billion." in ran.out
    [record] = tuifact("claims", "--status", "disputed", "--json").records
    assert (record["id"], record["note"], record["by"]) == (claims[0], "The report says 1.2 billion.", "Ines")


def test_several_at_once_are_one_undo(tuifact: Tuifact, claims: list[str]) -> None:
    records = tuifact("mark", *claims[:2], "verified", "--json").records
    assert [record["id"] for record in records] == claims[:2]
    assert {record["status"] for record in records} == {"verified"}
    assert tuifact("undo").code == 0
    assert tuifact("claims", "--status", "verified", "--json").records == []


def test_all_or_none(tuifact: Tuifact, claims: list[str]) -> None:
    ran = tuifact("mark", claims[0], "ffffffff", "verified")
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert "ffffffff" in ran.err
    assert tuifact("claims", "--status", "verified", "--json").records == []


def test_the_beginning_of_an_id_is_enough(tuifact: Tuifact, claims: list[str]) -> None:
    assert tuifact("mark", claims[0][:-1], "verified", "--json").records[0]["id"] == claims[0]


@pytest.mark.parametrize("status", ["perhaps", "Verified", "", "verified "])
def test_an_unknown_status_is_wrong_usage_and_lists_the_three(tuifact: Tuifact, claims: list[str], status: str) -> None:
    ran = tuifact("mark", claims[0], status)
    assert ran.code == 2
    assert "verified, disputed, unverified" in ran.err
    assert len(ran.errors) == 2


def test_the_internal_note_stays_inside(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "disputed", "--internal-note", "ask the press office")
    assert "press office" not in tuifact("claims").out + tuifact("claims", "--json").out + tuifact("export").out
    assert "press office" in tuifact("export", "--internal").out


def test_undo_and_redo_say_in_words_what_changed(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    undone = tuifact("undo")
    assert undone.out.startswith("taken back: ✓ verified → ? unverified") or undone.out.startswith("? unverified again")
    assert claims[0] in undone.out
    assert tuifact("claims", "--status", "verified", "--json").records == []
    redone = tuifact("redo")
    assert "✓ verified" in redone.out
    assert claims[0] in redone.out
    assert [record["id"] for record in tuifact("claims", "--status", "verified", "--json").records] == [claims[0]]


def test_what_is_taken_back_and_done_again_are_records(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    (undone,), (redone,) = tuifact("undo", "--json").records, tuifact("redo", "--json").records
    assert (undone["claim"], undone["action"], undone["now"]) == (claims[0], "undone", "unverified")
    assert (redone["claim"], redone["action"], redone["now"]) == (claims[0], "redone", "verified")


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_nothing_to_take_back_is_a_line(tuifact: Tuifact, article: str, command: str) -> None:
    ran = tuifact(command)
    assert (ran.code, ran.raw) == (1, b"")
    assert ran.errors == [f"tuifact: nothing to {command}"]


def test_history_of_a_claim(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "disputed", "--by", "Ines", "--note", "no such report")
    tuifact("mark", claims[1], "verified", "--by", "Omar")
    ran = tuifact("history", claims[0])
    assert ran.code == 0
    assert "Ines" in ran.out
    assert "? → ✗" in ran.out
    assert "no such report" in ran.out
    assert "Omar" not in ran.out


def test_history_tells_each_verdict_sentence_once(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "disputed", "--verdict", "Ten, not twelve.", "--note", "Table 3.")
    tuifact("mark", claims[0], "--verdict", "Nine, not twelve.")
    tuifact("mark", claims[0], "--clear", "verdict")
    lines = [line.strip() for line in tuifact("history").out.splitlines() if line.startswith("  ")]
    assert lines == ["verdict  Ten, not twelve.", "note  Table 3.", "verdict  Nine, not twelve.", "verdict  taken away"]
    records = tuifact("history", claims[0], "--json").records
    assert [record["verdict"] for record in records] == ["", "Ten, not twelve.", "Nine, not twelve.", ""]


def test_history_records_are_oldest_first_and_keep_what_was_undone(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "disputed")
    tuifact("undo")
    records = tuifact("history", claims[0], "--json").records
    assert all(set(record) >= EVENT_FIELDS for record in records)
    assert [record["now"] for record in records][-2:] == ["disputed", "unverified"]
    assert [record["at"] for record in records] == sorted(record["at"] for record in records)


def test_history_of_an_article_and_the_latest_of_it(tuifact: Tuifact, claims: list[str], ferry: Path) -> None:
    other = tuifact("import", str(ferry), "--json").records[0]["article"]
    tuifact("mark", claims[0], "verified")
    tuifact("mark", tuifact("claims", other, "--json").records[0]["id"], "disputed")
    tuifact("mark", claims[1], "verified")
    article = tuifact("claims", "--query", "harbour bridge", "--json").records[0]["article"]
    told = tuifact("history", article).out.splitlines()
    assert len(told) == 2
    assert len(tuifact("history").out.splitlines()) == 3
    assert tuifact("history", "--limit", "1").out.splitlines() == told[1:]
    records = tuifact("history", article, "--limit", "2", "--json").records
    assert [record["claim"] for record in records] == [claims[0], claims[1]]
    assert tuifact("history", claims[0], "--limit", "1", "--json").records == records[:1]


def test_history_without_decisions_says_how_to_decide(tuifact: Tuifact) -> None:
    ran = tuifact("history")
    assert (ran.code, ran.raw) == (0, b"")
    assert "tuifact mark" in ran.err


def test_who_decides_is_a_setting_too(tuifact: Tuifact, claims: list[str], settings_file: SettingsFile) -> None:
    settings_file('checker = "Desk two"\n')
    assert tuifact("mark", claims[0], "verified", "--json").records[0]["by"] == "Desk two"
    assert tuifact("mark", claims[0], "disputed", "--by", "Ines", "--json").records[0]["by"] == "Ines"
