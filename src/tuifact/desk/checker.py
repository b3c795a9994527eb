"""Who is at the keyboard, when neither the command nor the settings say it: git's name for them, else the account's."""

from __future__ import annotations

from pathlib import Path

from tuifact.config import login_name
from tuifact.model.plain import plain_line

_PATIENCE = 2.0
"""Seconds git may take to read a setting; a network drive that sleeps is no reason to wait for a name."""


def who_is_there(folder: Path) -> str:
    """`user.name` of the git repository that the library's folder is in, else of the one we stand in; else the login
    name; else `checker`."""
    for place in (folder, Path.cwd()):
        if name := _name_in_git(place):
            return name
    return login_name() or "checker"


def _name_in_git(place: Path) -> str:
    """The name git would give a commit made here; empty outside a repository and without git.

    Outside a repository nothing is started: most people's first verdict is not to wait for another program.
    """
    folder = place.absolute()
    if not any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        return ""
    import subprocess

    within = next((parent for parent in (folder, *folder.parents) if parent.is_dir()), folder)
    try:
        answer = subprocess.run(
            ["git", "-C", str(within), "config", "user.name"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return plain_line(answer.stdout.decode("utf-8", "replace")).strip() if answer.returncode == 0 else ""
