"""The clipboard, named `clipboard:`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from tuifact.sources.files import received_type
from tuifact.sources.forms import form_of
from tuifact.sources.interface import Received, Refused, Terms, too_large

NAME = "clipboard:"

COMMANDS = (
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"),
)
"""What prints the clipboard on Wayland, X11, macOS and Windows; the first that is installed is asked."""

_SECONDS = 5
"""How long the owner of a selection may take; one that hangs must not hang us."""

_HINT = "paste into a file, or pipe it in and name -"


class Clipboard:
    """What was copied last, as one text."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    def accepts(self, reference: str) -> bool:
        """Whether it is `clipboard:`."""
        return reference == NAME

    def fetch(self, reference: str) -> Iterator[Received]:
        """The text, or why there is none."""
        import subprocess

        command = next((command for command in COMMANDS if shutil.which(command[0])), None)
        if command is None:
            names = ", ".join(name for name, *_ in COMMANDS)
            yield Refused(NAME, "nothing here can read the clipboard", f"install one of {names}")
            return
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=True)
        except (OSError, subprocess.SubprocessError):
            yield Refused(NAME, f"{command[0]} gives no text", _HINT)
            return
        if len(done.stdout) > self.terms.limit:
            yield too_large(NAME, self.terms.limit)
        elif not done.stdout.strip():
            yield Refused(NAME, "is empty", "copy a text first")
        else:
            yield self.terms.original(done.stdout, NAME, received_type(form_of("a.txt", done.stdout)))
