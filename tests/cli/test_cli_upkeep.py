"""The library as a whole: counted, looked over, backed up; and the settings file."""

from __future__ import annotations

from pathlib import Path

from calling import SettingsFile, Tuifact
from tuifact.config import Settings, load_settings
from tuifact.paths import config_file


def test_stats_counts_what_was_decided(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    record = tuifact("stats", "--json").records[0]
    assert record["tally"] == {"verified": 1, "disputed": 0, "unverified": len(claims) - 1}
    assert [day["verdicts"] for day in record["days"]] == [1]
    page = tuifact("stats").out
    assert "1 articles" not in page
    assert "Most left to check" in page
    assert "Verdicts a day" in page


def test_stats_of_an_empty_library(tuifact: Tuifact) -> None:
    ran = tuifact("stats")
    assert ran.code == 0
    assert "0 articles, 0 claims" in ran.out


def test_a_sound_library_is_said_to_be_sound(tuifact: Tuifact, article: str) -> None:
    ran = tuifact("doctor")
    assert ran.code == 0
    assert "sound; 1 article, " in ran.out
    record = tuifact("doctor", "--json").records[0]
    assert (record["sound"], record["articles"], record["findings"]) == (True, 1, [])


def test_a_damaged_library_is_named_and_repaired(tuifact: Tuifact, library_folder: Path, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    tuifact("doctor")
    snapshot = library_folder / "claims.json"
    snapshot.write_bytes(snapshot.read_bytes()[:-30])
    ran = tuifact("doctor")
    assert ran.code == 1
    assert "claims.json" in ran.out
    repaired = tuifact("doctor", "--repair")
    assert "everything as it was" in repaired.err
    assert repaired.code == 0


def test_a_backup_makes_the_same_library_again(tuifact: Tuifact, claims: list[str], tmp_path: Path) -> None:
    tuifact("mark", claims[0], "disputed", "--note", "no")
    before = tuifact("claims", "--json").raw
    file = tmp_path / "backup.tuifact"
    assert tuifact("backup", str(file)).code == 0
    assert tuifact("backup", str(file)).code == 1
    other = str(tmp_path / "other")
    assert tuifact("--library", other, "restore", str(file)).code == 0
    assert tuifact("--library", other, "claims", "--json").raw == before
    assert tuifact("--library", other, "restore", str(file)).code == 1


def test_a_backup_makes_no_folder(tuifact: Tuifact, claims: list[str], tmp_path: Path) -> None:
    file = tmp_path / "drive" / "backup.tuifact"
    ran = tuifact("backup", str(file))
    assert (ran.code, ran.errors) == (1, [f"tuifact: {file}: there is no folder {file.parent} (make it first)"])
    assert not file.parent.exists()


def test_a_damaged_backup_is_refused(tuifact: Tuifact, claims: list[str], tmp_path: Path) -> None:
    file = tmp_path / "backup.tuifact"
    tuifact("backup", str(file))
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    ran = tuifact("--library", str(tmp_path / "other"), "restore", str(file))
    assert (ran.code, len(ran.errors)) == (1, 1)
    assert not (tmp_path / "other").exists() or not list((tmp_path / "other").iterdir())


def test_the_settings_file_is_written_once_and_changes_nothing(tuifact: Tuifact) -> None:
    assert tuifact("config", "init").code == 0
    assert load_settings() == Settings()
    text = config_file().read_text(encoding="utf-8")
    assert '# checker = ""' in text
    assert '# verify = "v"' in text
    again = tuifact("config", "init")
    assert (again.code, len(again.errors)) == (1, 1)
    assert config_file().read_text(encoding="utf-8") == text


def test_the_written_settings_are_valid_when_taken_up(tuifact: Tuifact) -> None:
    tuifact("config", "init")
    text = config_file().read_text(encoding="utf-8")
    taken_up = text.replace("# checker =", "checker =").replace("# verify =", "verify =")
    config_file().write_text(taken_up, encoding="utf-8")
    assert load_settings().keys == {"verify": "v"}


def test_tables_are_shown_and_checked(tuifact: Tuifact, settings_file: SettingsFile) -> None:
    settings_file('[filters]\nharbour = "harbour bridge"\n')
    assert '[filters]\n"harbour" = "harbour bridge"' in tuifact("config", "show").out
    settings_file("[filters]\nharbour = 1\n")
    assert "harbour in [filters] must be a text" in tuifact("config", "show").err
    settings_file('key_set = "emacs"\n')
    assert "choose from standard, vim, arrows" in tuifact("config", "show").err
