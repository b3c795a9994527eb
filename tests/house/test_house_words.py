"""Every public name says what it is, and the version is one."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import tuifact

PACKAGE = Path(tuifact.__file__).parent
CHECKOUT = PACKAGE.parent.parent
MODULES = sorted(PACKAGE.rglob("*.py"))

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public_names(tree: ast.Module, module: str) -> Iterator[tuple[str, Documented]]:
    """The module and its public classes, functions and methods; what Python or Textual calls by itself is left out."""
    yield module, tree
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield f"{module}:{node.name}", node
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and not inner.name.startswith(
                    ("_", "on_")
                ):
                    yield f"{module}:{node.name}.{inner.name}", inner


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [name for name, node in public_names(tree, path.stem) if ast.get_docstring(node) is None] == []


def test_versions_agree() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert version("tuifact") == tuifact.__version__
    changelog = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = [name for name in re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE) if name != "Unreleased"]
    assert released[:1] in ([], [tuifact.__version__])


def test_the_whole_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()
