"""Writing a text in the editor a person already knows."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from tuifact.errors import TuifactError


def edit_text(text: str) -> str:
    """The text after it was edited in `$VISUAL`, else `$EDITOR`.

    The file it is edited in is readable for its owner alone and is gone afterwards. Raises `TuifactError` when no
    editor is named, or the one that is does not start or ends with an error.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError as error:
        raise TuifactError(f"the editor {named} is not a command: {error}", "see EDITOR") from error
    if not command:
        raise TuifactError("no editor is named", "set EDITOR, for example: export EDITOR=nano")
    with tempfile.TemporaryDirectory(prefix="tuifact-") as folder:
        file = Path(folder) / "note.txt"
        file.write_text(text + "\n" if text else "", encoding="utf-8")
        try:
            ended = subprocess.run([*command, str(file)], check=False)
        except OSError as error:
            raise TuifactError(f"the editor {command[0]} does not start: {error.strerror}", "see EDITOR") from error
        if ended.returncode != 0:
            raise TuifactError(f"the editor {command[0]} ended with an error; the note is as it was")
        return file.read_text(encoding="utf-8", errors="replace").strip()
