"""An article that changed after it was checked: what the import says, and what `diff` shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Tuifact
from texts import BRIDGE

REVISED = BRIDGE.replace("three times", "twice").replace("Steel prices rose by 40 percent within a year", "Nothing new")


@pytest.fixture
def revised(tuifact: Tuifact, bridge: Path, article: str, claims: list[str]) -> str:
    """The article, all of whose claims were verified before it changed."""
    tuifact("mark", *claims, "verified", "--by", "ana")
    bridge.write_text(REVISED, encoding="utf-8")
    return article


def test_the_import_says_which_checked_claims_were_touched(tuifact: Tuifact, bridge: Path, revised: str) -> None:
    ran = tuifact("import", str(bridge), "--json")
    (record,) = ran.records
    assert (len(record["changed_claims"]), len(record["vanished_claims"])) == (1, 1)
    assert ran.errors == [
        f"{bridge}: revised: 1 checked claim has changed text, 1 checked claim is gone; tuifact diff {revised} shows it"
    ]
    flagged = {claim["id"]: claim for claim in tuifact("claims", revised, "--json").records if claim["text_changed"]}
    assert set(flagged) == {*record["changed_claims"], *record["vanished_claims"]}
    assert "three times" in flagged[record["changed_claims"][0]]["previous"]
    assert {claim["status"] for claim in flagged.values()} == {"verified"}


def test_a_revision_that_touches_nothing_checked_says_nothing(tuifact: Tuifact, bridge: Path, article: str) -> None:
    bridge.write_text(REVISED, encoding="utf-8")
    ran = tuifact("import", str(bridge), "--json")
    assert (ran.err, ran.records[0]["outcome"], ran.records[0]["changed_claims"]) == ("", "revised", [])


def test_the_article_shows_which_claim_needs_another_look(tuifact: Tuifact, revised: str) -> None:
    flagged = [claim["text_changed"] for claim in tuifact("claims", revised, "--json").records]
    shown = [line[0] for line in tuifact("show", revised).out.splitlines() if line[:1] in ("!", "✓", "?")]
    assert shown[1:] == ["!" if changed else "✓" for changed in flagged]


def test_diff_shows_words_and_claims_without_colour(tuifact: Tuifact, bridge: Path, revised: str) -> None:
    tuifact("import", str(bridge))
    ran = tuifact("diff", revised)
    words = " ".join(ran.out.split())
    assert (ran.code, ran.err) == (0, "")
    assert "[-three times-]{+twice+} the amount" in words
    assert "2 checked claims touched; claims: 2 changed, 1 vanished, 1 same" in words
    assert "✓ verified" in words
    assert "not in the text any more" in words
    assert "[-Steel prices rose by 40 percent within a year, the report says.-]" in words
    assert "… 2 paragraphs unchanged …" in words
    assert "\x1b" not in ran.out
    assert all(len(line) <= 78 for line in ran.out.splitlines()[3:])


def test_diff_as_a_record(tuifact: Tuifact, bridge: Path, revised: str) -> None:
    tuifact("import", str(bridge))
    (record,) = tuifact("diff", revised, "--json").records
    assert (record["article"], record["old"]["number"], record["new"]["number"]) == (revised, 1, 2)
    assert {claim["fate"] for claim in record["claims"]} >= {"same", "changed", "vanished"}
    old = "".join(part["text"] for part in record["passages"] if part["kind"] != "added")
    new = "".join(part["text"] for part in record["passages"] if part["kind"] != "removed")
    assert "three times" in old
    assert "twice" in new
    changed = next(claim for claim in record["claims"] if claim["fate"] == "changed")
    assert [(part["kind"], part["text"]) for part in changed["passages"]][1:3] == [
        ("removed", "three times"),
        ("added", "twice"),
    ]


def test_diff_goes_back_to_what_was_checked(tuifact: Tuifact, bridge: Path, revised: str) -> None:
    tuifact("import", str(bridge))
    bridge.write_text(REVISED.replace("12 October", "13 October"), encoding="utf-8")
    tuifact("import", str(bridge))
    (record,) = tuifact("diff", revised, "--json").records
    assert (record["old"]["number"], record["new"]["number"]) == (1, 3)
    (record,) = tuifact("diff", revised, "--since", "2", "--json").records
    texts = [part["text"] for part in record["passages"] if part["kind"] != "same"]
    assert texts == ["12", "13"]


def test_deciding_again_settles_it(tuifact: Tuifact, bridge: Path, revised: str) -> None:
    (record,) = tuifact("import", str(bridge), "--json").records
    tuifact("mark", *record["changed_claims"], *record["vanished_claims"], "disputed")
    assert not any(claim["text_changed"] for claim in tuifact("claims", revised, "--json").records)
    assert "1 vanished" in tuifact("diff", revised).out


def test_an_article_that_never_changed_has_no_difference(tuifact: Tuifact, article: str) -> None:
    ran = tuifact("diff", article)
    assert (ran.code, ran.out) == (0, "")
    assert "as it was when it came" in ran.err


@pytest.mark.parametrize(("since", "code"), [("0", 2), ("x", 2), ("3", 1)])
def test_a_version_there_is_not(tuifact: Tuifact, bridge: Path, revised: str, since: str, code: int) -> None:
    tuifact("import", str(bridge))
    ran = tuifact("diff", revised, "--since", since)
    assert ran.code == code
    assert since in ran.err


def test_show_tells_provenance(tuifact: Tuifact, bridge: Path, revised: str) -> None:
    tuifact("import", str(bridge))
    (record,) = tuifact("show", revised, "--json").records
    assert (record["versions"], record["encoding"], record["source"]) == (2, "utf-8", str(bridge))
    assert record["received"].endswith("Z")
    assert record["archive"] is None


def test_copies_are_named_with_their_likeness(tuifact: Tuifact, bridge: Path, article: str, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.txt", tmp_path / "other.txt"
    copy.write_text(BRIDGE.replace("Maren Holt", "Holt") + "\nReprinted from the Harbour Gazette.\n", encoding="utf-8")
    other.write_text("Rents fell by 3 percent in May, the council of Corwick said on Monday.", encoding="utf-8")
    ran = tuifact("import", str(copy), str(other), "--json")
    first, second = ran.records
    (found,) = first["copies"]
    assert (found["article"], found["title"]) == (article, "Bridge cost tripled, auditor finds")
    assert 0.8 <= found["likeness"] < 1
    assert second["copies"] == []
    assert f"nearly a copy of {article} “Bridge cost tripled, auditor finds”" in ran.err


def test_copies_are_found_without_the_index_and_in_a_dry_run(
    tuifact: Tuifact, bridge: Path, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "fresh"))
    copies = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for number, path in enumerate(copies):
        path.write_text(f"{BRIDGE}\nReprinted {number} times.\n", encoding="utf-8")
    one, two = tuifact("import", *map(str, copies), "--dry-run", "--json").records
    assert [found["article"] for found in one["copies"]] == [article]
    assert {found["article"] for found in two["copies"]} == {article, str(copies[0])}
    stored = tuifact("import", str(copies[0]), "--json").records[0]
    assert [found["article"] for found in stored["copies"]] == [article]


def test_an_index_that_cannot_be_used_stops_no_import(
    tuifact: Tuifact, bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ran = tuifact("import", str(bridge), "--json")
    assert (ran.code, ran.records[0]["outcome"], ran.records[0]["copies"]) == (0, "imported", [])


def test_what_was_misread_is_read_again_when_told_how(tuifact: Tuifact, tmp_path: Path) -> None:
    text = "В марте 2021 года паром перевёз 4711 пассажиров, сообщил порт."
    path = tmp_path / "ferry.txt"
    path.write_bytes(text.encode("koi8-r"))
    (wrong,) = tuifact("import", str(path), "--encoding", "cp1251", "--json").records
    assert text not in tuifact("show", wrong["article"]).out
    assert tuifact("import", str(path), "--json").records[0]["outcome"] == "unchanged"
    (right,) = tuifact("import", str(path), "--encoding", "KOI8-R", "--json").records
    assert (right["outcome"], right["article"], right["encoding"]) == ("revised", wrong["article"], "koi8-r")
    assert text in " ".join(tuifact("show", right["article"]).out.split())
    assert tuifact("import", str(path), "--encoding", "koi8-r", "--json").records[0]["outcome"] == "unchanged"
    (again,) = tuifact("import", str(path), "--encoding", "cp866", "--json").records
    assert again["outcome"] == "revised"
    assert tuifact("import", str(path), "--encoding", "koi8-r", "--json").records[0]["outcome"] == "revised"
    assert tuifact("show", right["article"], "--json").records[0]["versions"] == 4
    assert tuifact("diff", right["article"], "--since", "1").code == 0
    ran = tuifact("doctor")
    assert (ran.code, "belongs to nothing" in ran.out) == (0, False)


def test_what_was_taken_for_text_is_read_as_a_page_when_told_so(tuifact: Tuifact) -> None:
    page = b"<p>The bridge cost 5 million &amp; more in 2019, the city said.</p>"
    (first,) = tuifact("import", "-", "--format", "txt", "--json", stdin=page).records
    (second,) = tuifact("import", "-", "--format", "html", "--json", stdin=page).records
    assert (second["outcome"], second["article"]) == ("revised", first["article"])
    assert tuifact("import", "-", "--json", stdin=page).records[0]["outcome"] == "unchanged"
