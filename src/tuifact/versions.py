"""The versions of what matters, for `--version` and for reports of faults."""

from __future__ import annotations

import platform
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from tuifact import __version__

_REQUIREMENT = re.compile(r"""([\w.-]+)[^;]*(?:;.*\bextra\s*==\s*["']([\w-]+)["'])?""")
"""A line of `Requires-Dist`: the package, and the extra that asks for it."""

NOT_FOR_USERS = ("all", "dev")
"""Extras that are other extras, or tools."""


def version_lines() -> Iterator[str]:
    """What this is first, then what it runs on, then each extra and whether it is there.

    The packages are read off the installation's own metadata, so that the list cannot grow old.
    """
    yield f"tuifact {__version__}"
    yield f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    by_extra: dict[str, list[str]] = defaultdict(list)
    for line in requires("tuifact") or ():
        if found := _REQUIREMENT.match(line):
            by_extra[found[2] or ""].append(found[1])
    yield ", ".join(_known(by_extra.pop("", [])))
    for extra, packages in sorted(by_extra.items()):
        if extra not in NOT_FOR_USERS:
            known = list(_known(packages))
            missing = len(known) < len(packages)
            yield f"extra {extra}: " + (
                f'not installed (pip install "tuifact[{extra}]")' if missing else ", ".join(known)
            )


def _known(packages: list[str]) -> Iterator[str]:
    """Those that are installed, with their versions."""
    for package in sorted(packages):
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            continue
