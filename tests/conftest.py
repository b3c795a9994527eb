"""Keeps the tests apart from the machine they run on."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from calling import Process, Ran, SettingsFile, Tuifact
from texts import BRIDGE, MANGLED

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
"""The same examples on every machine; `HYPOTHESIS_PROFILE=explore` looks for new ones. No test is timed."""

FOREIGN = ("TUIFACT_LIBRARY", "TUIFACT_TRACE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "LANGUAGE")
"""Variables of whoever runs the tests that could change an outcome."""


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of their own for settings and data, empty; and they stand in it, outside any git repository."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for kind, folder in {"DATA": "data", "CONFIG": "config", "CACHE": "cache", "STATE": "state"}.items():
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / folder))
    for name in FOREIGN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    """Where a library may be made; it is not there yet."""
    return tmp_path / "library"


@pytest.fixture
def tuifact(
    library_folder: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Tuifact:
    """Commands on a library of their own, through the environment."""
    from tuifact.cli import run

    monkeypatch.setenv("TUIFACT_LIBRARY", str(library_folder))

    def call(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsysbinary.readouterr()
        code = run(list(arguments))
        out, err = capsysbinary.readouterr()
        return Ran(code, out, err.decode("utf-8"))

    return call


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """A file with a clean article."""
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A file with a mangled article."""
    path = tmp_path / "ferry.txt"
    path.write_text(MANGLED, encoding="utf-8")
    return path


@pytest.fixture
def article(tuifact: Tuifact, bridge: Path) -> str:
    """The id of the clean article, in the library."""
    return str(tuifact("import", str(bridge), "--json").records[0]["article"])


@pytest.fixture
def claims(tuifact: Tuifact, article: str) -> list[str]:
    """The ids of its claims, in reading order."""
    return [record["id"] for record in tuifact("claims", article, "--json").records]


@pytest.fixture
def process(library_folder: Path, tmp_path: Path) -> Process:
    """Commands in a process of their own, on the same library."""

    def call(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
        variables = {**os.environ, "TUIFACT_LIBRARY": str(library_folder), **(env or {})}
        command = [sys.executable, "-m", "tuifact", *arguments]
        return subprocess.run(
            command, env=variables, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60
        )

    return call


@pytest.fixture
def settings_file() -> SettingsFile:
    """Settings for the next command."""

    from tuifact.paths import config_file

    def write(text: str) -> Path:
        path = config_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
