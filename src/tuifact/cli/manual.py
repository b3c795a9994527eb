"""The manual page, made of the commands themselves: `tuifact manual | man -l -`.

The language is that of man(7), the part of it that groff and mandoc agree on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from tuifact import __version__
from tuifact.cli.output import say_text

EXAMPLE = "Example: "
"""How the last line of a command's help begins."""

BEFORE = r""".SH DESCRIPTION
Read cleaned articles in the terminal, mark each claim verified, disputed or unverified, export the fact\-check report.
Without a command it opens the library in the reader.
.PP
ARTICLE and CLAIM are ids or a unique beginning of one, 4 characters or more.
Data goes to standard output, talk to standard error; with
.B \-\-json
each line is one JSON object.
"""

AFTER = r""".SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
nothing could be done; one line on standard error says why
.TP
.B 2
wrong usage
.TP
.B 3
partly done: some inputs failed, each is named
.TP
.B 130
interrupted
.SH ENVIRONMENT
.TP
.B TUIFACT_LIBRARY
The library\(aqs folder, where
.B \-\-library
names none.
.TP
.B TUIFACT_TRACE
Set to anything, a fault inside tuifact shows where it happened.
.TP
.B NO_COLOR
Set to anything, nothing is coloured.
.TP
.BR VISUAL ", " EDITOR
What notes are edited with.
.SH FILES
On Linux, where no XDG_*_HOME says otherwise; elsewhere the platform\(aqs own folders.
.TP
.I ~/.local/share/tuifact/library
The library.
.TP
.I ~/.config/tuifact/config.toml
The settings; `tuifact config init\(aq writes one with everything in it.
.TP
.I ~/.local/state/tuifact
Where one was in each article, and reports of faults.
.TP
.I ~/.cache/tuifact/index
What can be made anew at any time.
"""


def manual() -> int:
    """Print the manual page, in the language of man.

    Example: tuifact manual | man -l -
    """
    say_text(manual_page(), end="")
    return 0


def manual_page() -> str:
    """The whole page."""
    from tuifact.cli.app import build

    root = typer.main.get_group(build())
    return "\n".join(
        [f'.TH TUIFACT 1 "" "tuifact {__version__}" "tuifact"', *_beginning(root), *_commands(root), *_keys(), AFTER]
    )


def _beginning(root: TyperGroup) -> Iterator[str]:
    yield from (".SH NAME", r"tuifact \- check the facts of articles in the terminal")
    yield from (".SH SYNOPSIS", ".B tuifact", r"[\fB\-\-library\fR \fIDIR\fR] [\fICOMMAND\fR \&...]")
    yield BEFORE.rstrip("\n")
    yield ".SH OPTIONS"
    yield from _options(root)


def _commands(root: TyperGroup) -> Iterator[str]:
    yield ".SH COMMANDS"
    from tuifact.cli.app import COMMANDS

    in_order = {name: root.commands[name] for name in COMMANDS}
    for path, command in _each(in_order, "tuifact"):
        yield f".SS {' '.join([_roff(path), *_arguments(command)])}"
        about, _, example = (command.help or "").partition(EXAMPLE)
        for at, paragraph in enumerate(re.split(r"\n{2,}", about.strip())):
            yield from ([".PP"] if at else [])
            yield _roff(" ".join(paragraph.split()))
        yield from _options(command)
        if example:
            yield from (".PP", ".nf", ".RS", _roff(example.strip()), ".RE", ".fi")


def _each(commands: Mapping[str, object], path: str) -> Iterator[tuple[str, TyperCommand]]:
    """Every command with what is typed for it; groups are named by what is below them."""
    for name, command in commands.items():
        if isinstance(command, TyperGroup):
            yield from _each(command.commands, f"{path} {name}")
        elif isinstance(command, TyperCommand):
            yield f"{path} {name}", command


def _arguments(command: TyperCommand) -> Iterator[str]:
    for param in command.params:
        if isinstance(param, TyperArgument) and not param.hidden:
            word = rf"\fI{_roff(param.metavar or '')}\fR" + (r"\&..." if param.nargs == -1 else "")
            yield word if param.required else f"[{word}]"


def _options(command: TyperCommand | TyperGroup) -> Iterator[str]:
    for param in command.params:
        if isinstance(param, TyperOption) and not param.hidden:
            names = ", ".join(rf"\fB{_roff(name)}\fR" for name in sorted(param.opts, key=len))
            yield from (".TP", names + (rf" \fI{_roff(param.metavar)}\fR" if param.metavar else ""))
            yield _roff(param.help or "")


def _keys() -> Iterator[str]:
    """The reader's keys, as its own table has them."""
    from tuifact.tui.commands import COMMANDS, shown_keys

    yield ".SH KEYS OF THE READER"
    yield "All of them can be changed in the settings; ? shows them in the reader."
    for command in COMMANDS:
        yield from (".TP", rf"\fB{_roff(shown_keys(command.keys))}\fR", _roff(command.help))


def _roff(text: str) -> str:
    r"""Text in which nothing is obeyed: backslashes, dashes and quotes as themselves, no line that begins a request.

    >>> _roff(".x -1 \\ it's")
    '\\&.x \\-1 \\e it\\(aqs'
    """
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    escaped = re.sub("[^\0-~]", lambda found: rf"\[u{ord(found[0]):04X}]", escaped)
    return rf"\&{escaped}" if escaped.startswith((".", r"\(aq")) else escaped
