"""What shells are told can be typed next, and that they take it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from calling import Tuifact
from tuifact.cli.app import COMMANDS, build
from tuifact.cli.completing import ALSO_FILES, PARTICULAR, PATHS, THINGS, WORDS
from tuifact.desk import Desk

FREE = {"ADDRESS", "DATE", "FACT=NAME", "N", "NAME", "PERSON", "TEXT", "URL", "WORD", "CHECK", None}
"""Values nobody can guess; flags have none."""

COMPLETED_BY_HAND = {"FORMAT", "FIGURE", "HOW", "LABEL", "ID", "SHELL", "FEED"}


def words(tuifact: Tuifact, *line: str, shell: str = "zsh") -> list[str]:
    """The words that can be typed next."""
    ran = tuifact("completion", "words", "--", shell, *line)
    assert (ran.code, ran.err) == (0, "")
    return [line.partition("\t")[0] for line in ran.out.splitlines()]


def every_param() -> list[tuple[str, str | None]]:
    """The path of each command with the name of each of its values."""
    found: list[tuple[str, str | None]] = []

    def look(command: TyperCommand | TyperGroup, path: str) -> None:
        for param in command.params:
            if isinstance(param, TyperOption | TyperArgument):
                found.append((path, param.metavar))
        for name, below in command.commands.items() if isinstance(command, TyperGroup) else ():
            assert isinstance(below, TyperCommand | TyperGroup)
            look(below, f"{path} {name}".lstrip())

    look(typer.main.get_group(build()), "")
    return found


def test_every_kind_of_value_is_thought_of() -> None:
    known = {*WORDS, *THINGS, *PATHS, *COMPLETED_BY_HAND, *FREE}
    assert {name for _, name in every_param()} <= known


def test_what_is_said_of_particular_commands_is_of_commands_there_are() -> None:
    paths = {path for path, _ in every_param()}
    groups = {path.partition(" ")[0] for path in paths}
    assert {path for path, _ in PARTICULAR} <= paths | groups
    assert set(ALSO_FILES) <= paths


def test_commands(tuifact: Tuifact) -> None:
    assert set(words(tuifact, "")) == set(COMMANDS)
    assert words(tuifact, "ex") == ["export"]
    assert set(words(tuifact, "claim", "")) == {"add", "edit", "split", "merge", "drop", "restore"}
    assert words(tuifact, "config", "i") == ["init"]


def test_options(tuifact: Tuifact) -> None:
    assert "--json" in words(tuifact, "list", "-")
    assert words(tuifact, "list", "--js") == ["--json"]
    assert "--json" not in words(tuifact, "list", "--json", "-")
    assert "--tag" in words(tuifact, "import", "--tag", "x", "--")
    assert "--library" in words(tuifact, "--")
    assert words(tuifact, "list", "--", "-") == []


def test_statuses_and_other_fixed_words(tuifact: Tuifact) -> None:
    statuses = ["verified", "disputed", "unverified"]
    assert words(tuifact, "claims", "--status", "") == statuses
    assert words(tuifact, "claims", "--status=v") == ["--status=verified"]
    assert words(tuifact, "claims", "--status", "=", "d", shell="bash") == ["disputed"]
    assert words(tuifact, "claims", "--status", "=", shell="bash") == statuses
    assert words(tuifact, "claims", "--sort", "w") == ["worth"]
    assert words(tuifact, "list", "--sort", "u") == ["unchecked"]
    assert words(tuifact, "claims", "--with", "p") == ["percent"]
    assert "markdown" in words(tuifact, "export", "-f", "")
    assert words(tuifact, "completion", "f") == ["fish"]


def test_ids_with_what_they_stand_for(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    ran = tuifact("completion", "words", "--", "fish", "show", article[:2])
    assert ran.out == f"{article}\tBridge cost tripled, auditor finds\n"
    assert words(tuifact, "show", "zz") == []
    assert words(tuifact, "mark", "") == claims
    assert words(tuifact, "mark", claims[0][:5]) == [claims[0]]
    assert words(tuifact, "mark", claims[0], "")[-3:] == ["verified", "disputed", "unverified"]
    assert words(tuifact, "show", article[:3].upper()) == [article]


def test_claims_that_wait_come_first(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    assert words(tuifact, "evidence", "add", "") == claims[1:]
    assert words(tuifact, "history", claims[0][:1])[-1] == claims[0]


def test_sources_questions_tags_speakers(tuifact: Tuifact, bridge: Path) -> None:
    tuifact("import", str(bridge), "--tag", "harbour")
    claim = tuifact("claims", "--json").records[0]["id"]
    source = tuifact("evidence", "add", claim, "https://example.org/a", "--json").records[0]["id"]
    question = tuifact("question", "ask", claim, "Maren Holt", "Is that so?", "--json").records[0]["id"]
    assert words(tuifact, "list", "--tag", "") == ["harbour"]
    assert words(tuifact, "evidence", "edit", "") == [source]
    assert words(tuifact, "question", "answer", "") == [question]
    assert "Maren Holt" in words(tuifact, "claims", "--speaker", "mar")


def test_files_are_left_to_the_shell(tuifact: Tuifact) -> None:
    assert words(tuifact, "import", "x") == [":files"]
    assert words(tuifact, "read", "") == [":files"]
    assert words(tuifact, "--library", "") == [":files"]


@pytest.mark.parametrize("line", [("perhaps", ""), ("list", "x", ""), ("evidence", "perhaps", ""), ("demo", "")])
def test_where_nothing_can_follow_nothing_is_said(tuifact: Tuifact, line: tuple[str, ...]) -> None:
    assert words(tuifact, *line) == []


def test_no_library_is_made_and_no_error_said(tuifact: Tuifact, library_folder: Path, tmp_path: Path) -> None:
    assert words(tuifact, "mark", "") == []
    assert not library_folder.exists()
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "claims.json").write_text("{", encoding="utf-8")
    assert words(tuifact, "--library", str(damaged), "mark", "") == []


def test_another_library_is_looked_into(tuifact: Tuifact, article: str, library_folder: Path, tmp_path: Path) -> None:
    assert words(tuifact, "--library", str(tmp_path / "other"), "show", "") == []
    assert words(tuifact, f"--library={library_folder}", "show", "") == [article]
    assert words(tuifact, "--library", str(library_folder), "show", "") == [article]


def test_a_word_out_of_a_library_is_one_harmless_line(tuifact: Tuifact, bridge: Path) -> None:
    tuifact("import", str(bridge), "--tag", "a\tb\nc\x1b[31m")
    [word] = words(tuifact, "list", "--tag", "")
    assert "\x1b" not in word


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library_folder: Path) -> None:
    """`tuifact` on the path of the shells below."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "tuifact"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m tuifact "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TUIFACT_LIBRARY", str(library_folder))


def in_shell(shell: str, tuifact: Tuifact, script: str) -> list[str]:
    """What a shell prints that has read its completion script."""
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} on this machine")
    ready = tuifact("completion", shell).out
    ran = subprocess.run([shell, "-c", f"{BEFORE.get(shell, '')}\n{ready}\n{script}"], capture_output=True, timeout=60)
    assert ran.stderr == b""
    return ran.stdout.decode().splitlines()


BEFORE = {
    # Outside a line that is being typed zsh has neither; here they tell what they would have been given.
    "zsh": 'compdef() { }; compadd() { print -l -- "${values[@]}" }; _files() { print files }',
}

LINE = {
    "bash": "COMP_WORDS=({line}); (( COMP_CWORD = ${{#COMP_WORDS[@]}} - 1 )); _tuifact; "
    "printf '%s\\n' \"${{COMPREPLY[@]}}\"",
    "zsh": "words=({line}); CURRENT=${{#words}}; _tuifact",
    "fish": "complete -C {quoted}",
}


def completed(shell: str, tuifact: Tuifact, *line: str) -> list[str]:
    """What a shell would offer for this line."""
    quoted = " ".join(f"'{word}'" for word in ("tuifact", *line))
    typed = "'" + " ".join(("tuifact", *line)) + "'"
    script = LINE[shell].format(line=quoted, quoted=typed)
    return [found.partition("\t")[0] for found in in_shell(shell, tuifact, script)]


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_take_it(tuifact: Tuifact, shell: str, article: str, claims: list[str]) -> None:
    assert completed(shell, tuifact, "sh") == ["show"]
    assert completed(shell, tuifact, "show", article[:3]) == [article]
    assert completed(shell, tuifact, "mark", claims[0], "ver") == ["verified"]
    assert completed(shell, tuifact, "claims", "--stat") == ["--status"]


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_no_shell_obeys_a_tag(tuifact: Tuifact, shell: str, bridge: Path, tmp_path: Path) -> None:
    tuifact("import", str(bridge), "--tag", f"$(touch {tmp_path}/obeyed)")
    [word] = completed(shell, tuifact, "list", "--tag", "")
    assert "touch" in word
    assert word.startswith("\\$" if shell == "bash" else ("$", "\\$"))
    assert not (tmp_path / "obeyed").exists()


def test_it_is_answered_without_the_reader(library_folder: Path) -> None:
    code = "import sys; from tuifact.cli import run; run(['completion', 'words', '--', 'zsh', '']); print(sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert b"'textual" not in ran.stdout


def test_suggestions_end_somewhere(library_folder: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("text\n" + "".join(f"The bridge number {n} cost {n} million euros in 2019.\n" for n in range(150)))
    with Desk(library_folder) as desk:
        list(desk.import_sources([str(rows)]))
        assert len(desk.suggest("claim")) == len(desk.suggest("article")) == 100
