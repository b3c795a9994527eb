"""The wheel: everything that travels with the program is in it, and it works where nothing else of it is."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tuifact

CHECKOUT = Path(tuifact.__file__).parent.parent.parent


def python(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run this Python, without looking at any package index."""
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **variables}
    return subprocess.run([sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, timeout=300)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    built = python(
        "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder), str(CHECKOUT),
        cwd=folder,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr.decode()
    [path] = folder.glob("tuifact-*.whl")
    return path


@pytest.mark.parametrize("name", ["styles", "sample_data"])
def test_it_holds_what_travels_with_the_program(wheel: Path, name: str) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    files = [path for path in (CHECKOUT / name).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert files
    assert {f"tuifact/{path.relative_to(CHECKOUT).as_posix()}" for path in files} <= held


def test_it_holds_the_page_for_browsers(wheel: Path) -> None:
    page = CHECKOUT / "src" / "tuifact" / "serving" / "page"
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {f"tuifact/serving/page/{path.name}" for path in page.iterdir()} <= held


def test_it_holds_the_types_the_licence_and_no_tests(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    assert "tuifact/py.typed" in held
    assert any(name.endswith("LICENSE") for name in held)
    assert not [name for name in held if name.startswith(("tests", "benchmarks"))]


def test_it_works_installed_elsewhere(wheel: Path, tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    installed = python(
        "-m", "pip", "install", "--no-deps", "--quiet", "--target", str(place), str(wheel), cwd=elsewhere
    )
    assert installed.returncode == 0, installed.stderr.decode()
    where = python("-c", "import tuifact; print(tuifact.__file__)", cwd=elsewhere, PYTHONPATH=str(place))
    assert where.stdout.decode().startswith(str(place))
    demo = python("-m", "tuifact", "demo", cwd=elsewhere, PYTHONPATH=str(place))
    assert demo.returncode == 0, demo.stderr.decode()
    assert "The report, in Markdown" in demo.stdout.decode("utf-8")
    styles = python(
        "-c", "from tuifact.paths import bundled; print(bundled('styles'))", cwd=elsewhere, PYTHONPATH=str(place)
    )
    assert styles.stdout.decode().startswith(str(place))
