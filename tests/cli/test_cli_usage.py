"""Help, wrong usage, the library's place, and settings."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import tuifact as package
from calling import SettingsFile, Tuifact
from tuifact.cli.app import COMMANDS, names_needed

GROUPS = {
    "claim": ("add", "edit", "split", "merge", "drop", "restore"),
    "checks": ("import", "list", "of", "adopt", "dismiss"),
    "config": ("path", "show", "init"),
    "feed": ("add", "list", "drop"),
    "evidence": ("add", "edit", "remove", "list", "snapshot"),
    "question": ("ask", "put", "answer", "remove", "list"),
    "review": ("sign", "withdraw", "list"),
}
EVERY = [(), *((name,) for name in COMMANDS), *((group, name) for group, names in GROUPS.items() for name in names)]


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_has_help(tuifact: Tuifact, command: tuple[str, ...], option: str) -> None:
    ran = tuifact(*command, option)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(" ".join(["Usage: tuifact", *command]))
    assert "<str>" not in ran.out
    assert "list[" not in ran.out
    assert "{" not in ran.out.partition("\n")[0]


@pytest.mark.parametrize("command", EVERY[1:], ids=" ".join)
def test_every_command_has_an_example_and_fits_the_list(tuifact: Tuifact, command: tuple[str, ...]) -> None:
    if " ".join(command) not in GROUPS:
        assert f"Example: tuifact {' '.join(command)}" in tuifact(*command, "--help").out
    assert "..." not in tuifact(*command[:-1], "--help").out.partition("Commands:")[2]


def test_an_id_with_a_slip_in_it_is_seen_through(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    slipped = article[:-1] + ("0" if article[-1] != "0" else "1")
    assert tuifact("show", slipped).errors == [f"tuifact: there is no article {slipped} (did you mean {article}?)"]
    left_out = claims[0][:3] + claims[0][4:]
    assert f"did you mean {claims[0]}?" in tuifact("mark", left_out, "verified").err
    assert "tuifact list shows the ids" in tuifact("show", "zzzz").err


@pytest.mark.parametrize(
    "command", [("lint",), ("evidence", "list"), ("checks", "of"), ("history",), ("review", "sign")], ids=" ".join
)
def test_where_either_may_stand_both_kinds_of_ids_are_seen_through(
    tuifact: Tuifact, article: str, claims: list[str], command: tuple[str, ...]
) -> None:
    for known in (article, claims[0]):
        slipped = known[:-1] + ("0" if known[-1] != "0" else "1")
        [said] = tuifact(*command, slipped).errors
        assert said.endswith(f" {slipped} (did you mean {known}?)")
    [said] = tuifact(*command, "zz").errors
    assert said.startswith("tuifact: there is no claim and no article zz (4 digits or more;")


def test_the_commands_are_listed_in_the_order_of_the_work(tuifact: Tuifact) -> None:
    listed = [line.split()[0] for line in tuifact("--help").out.partition("Commands:\n")[2].splitlines()]
    assert listed == list(COMMANDS)


def test_an_id_of_the_other_kind_is_told_as_one(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    ran = tuifact("show", claims[0][:8])
    assert ran.errors == [f"tuifact: {claims[0][:8]} is a claim, not an article (its article is {article})"]
    ran = tuifact("mark", article, "verified")
    assert ran.errors == [f"tuifact: {article} is an article, not a claim (tuifact claims {article} shows its claims)"]


@pytest.mark.parametrize("group", list(GROUPS))
def test_a_group_alone_says_what_is_in_it(tuifact: Tuifact, group: str) -> None:
    ran = tuifact(group)
    assert (ran.code, ran.raw) == (2, b"")
    assert ran.errors[0] == f"tuifact {group}: name a command: {', '.join(GROUPS[group])}"


def test_a_slip_in_an_option_is_seen_through(tuifact: Tuifact) -> None:
    ran = tuifact("list", "--lmit", "5")
    assert ran.errors[0] == "tuifact list: no such option: --lmit (did you mean --limit?)"
    assert "did you mean" not in tuifact("claims", "--zeppelin").err


def test_the_version_and_those_of_what_it_runs_on(tuifact: Tuifact) -> None:
    first, python, packages, *extras = tuifact("--version").out.splitlines()
    assert first == f"tuifact {package.__version__}"
    assert python.startswith(f"Python {platform.python_version()} on ")
    assert f"textual {version('textual')}" in packages
    assert f"tinydb {version('tinydb')}" in packages
    assert f"extra serve: aiohttp {version('aiohttp')}, textual-serve {version('textual-serve')}" in extras
    assert not [line for line in extras if line.startswith(("extra dev", "extra all"))]


def test_an_extra_that_is_missing_is_named(tuifact: Tuifact, monkeypatch: pytest.MonkeyPatch) -> None:
    def known(name: str) -> str:
        if name == "pypdfium2":
            raise PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr("tuifact.versions.version", known)
    assert 'extra pdf: not installed (pip install "tuifact[pdf]")' in tuifact("--version").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("perhaps",),
        ("lst",),
        ("list", "--no-such-option"),
        ("--no-such-option",),
        ("list", "extra"),
        ("import",),
        ("show",),
        ("mark",),
        ("mark", "abcd"),
        ("mark", "abcd", "perhaps"),
        ("claims", "--limit", "many"),
        ("claims", "--limit"),
        ("claims", "--status", "perhaps"),
        ("claims", "--sort", "size"),
        ("export", "--format", "odt"),
        ("export", "--status", "perhaps"),
        ("config",),
        ("config", "perhaps"),
        ("--library", "", "list"),
        ("--library",),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_two_lines_and_exit_code_2(
    tuifact: Tuifact, library_folder: Path, arguments: tuple[str, ...]
) -> None:
    ran = tuifact(*arguments)
    assert (ran.code, ran.raw) == (2, b"")
    assert len(ran.errors) == 2
    assert ran.errors[0].startswith("tuifact")
    assert "--help" in ran.errors[1]
    assert not library_folder.exists()


def test_a_mistyped_command_gets_a_suggestion(tuifact: Tuifact) -> None:
    assert "'list'" in tuifact("lsit").err


def test_library_after_the_command_is_put_right(tuifact: Tuifact) -> None:
    ran = tuifact("list", "--library", "elsewhere")
    assert ran.code == 2
    assert "tuifact --library DIR list" in ran.err


def test_the_library_named_goes_before_the_environment(tuifact: Tuifact, bridge: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert tuifact("--library", str(other), "import", str(bridge)).code == 0
    assert len(tuifact("--library", str(other), "list", "--json").records) == 1
    assert tuifact("list", "--json").records == []


def test_the_environment_goes_before_the_user_data_folder(
    tuifact: Tuifact, bridge: Path, monkeypatch: pytest.MonkeyPatch, library_folder: Path
) -> None:
    assert f"# library:  {library_folder}\n" in tuifact("config", "show").out
    monkeypatch.delenv("TUIFACT_LIBRARY")
    assert str(library_folder) not in tuifact("config", "show").out
    assert tuifact("list", "--json").records == []


def test_settings_are_shown_as_they_hold(tuifact: Tuifact, settings_file: SettingsFile) -> None:
    path = settings_file('checker = "Ines"\nwidth = 66\n[keys]\nverify = "1,v"\n')
    out = tuifact("config", "show").out
    assert tuifact("config", "path").out == f"{path}\n"
    assert 'checker = "Ines"\n' in out
    assert "width = 66\n" in out
    assert '"verify" = "1,v"\n' in out


def test_settings_that_cannot_be_used_are_named(tuifact: Tuifact, settings_file: SettingsFile) -> None:
    path = settings_file("width = 1\n")
    for command in (("list",), ("clean",), ("config", "show")):
        ran = tuifact(*command)
        assert ran.code == 1
        assert len(ran.errors) == 1
        assert str(path) in ran.err
        assert "width" in ran.err


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["list", "show"], ("list",)),
        (["--library", "list", "show"], ("show",)),
        (["--library=x", "show"], tuple(COMMANDS)),
        (["--help", "list"], tuple(COMMANDS)),
        (["lst"], tuple(COMMANDS)),
        ([], tuple(COMMANDS)),
        (["--library"], tuple(COMMANDS)),
    ],
)
def test_only_the_command_that_is_called_is_told_to_the_parser(arguments: list[str], wanted: tuple[str, ...]) -> None:
    assert names_needed(arguments) == wanted


def test_a_library_named_like_a_command(
    tuifact: Tuifact, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tuifact("--library", "list", "list", "--json").code == 0
    assert tuifact("--library=list", "show", article).code == 1
