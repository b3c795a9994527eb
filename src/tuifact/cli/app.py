"""The commands, told to Typer, and the one place where their ends become exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperGroup

from tuifact.cli.output import flush, hush, let_go, prepare_streams, say, tell
from tuifact.cli.parsing import CONTEXT, leave_words, new_group, wrong
from tuifact.cli.usage import say_usage
from tuifact.errors import TRACE_VARIABLE, TuifactError
from tuifact.paths import LIBRARY_VARIABLE

INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""

COMMANDS = {
    "read": "reading:read",
    "demo": "demonstration:demo",
    "serve": "serving:serve",
    "import": "taking_in:import_sources",
    "feed": "following:feed",
    "fetch": "following:fetch",
    "list": "reading:list_articles",
    "show": "reading:show",
    "diff": "comparing:diff",
    "archive": "archiving:archive",
    "claims": "claims:claims",
    "search": "searching:search",
    "mark": "deciding:mark",
    "claim": "correcting:claim",
    "evidence": "evidence:evidence",
    "question": "asking:question",
    "lint": "reviewing:lint",
    "review": "reviewing:review",
    "undo": "deciding:undo",
    "redo": "deciding:redo",
    "history": "history:history",
    "tag": "tagging:tag",
    "drop": "dropping:drop",
    "export": "reporting:export",
    "match": "remembering:match",
    "checks": "remembering:checks",
    "clean": "filtering:clean",
    "detect": "filtering:detect",
    "stats": "upkeep:stats",
    "doctor": "upkeep:doctor",
    "backup": "upkeep:back_up",
    "restore": "upkeep:restore",
    "config": "settings:config",
    "completion": "completion:completion",
    "manual": "manual:manual",
}
"""Where each is, by name, in the order of the work: that is how `--help` lists them."""


def run(arguments: list[str]) -> int:
    """Run one command; the exit code: 0 done, 1 nothing could be done, 2 wrong usage, 3 partly done, 130 interrupted.

    No exception leaves it, and nothing reaches a stream unguarded.
    """
    prepare_streams()
    try:
        code = _invoke(arguments)
        flush()
        return code
    except TuifactError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # The reader has what it wanted (`| head -1`): that is no failure.
        hush(sys.stdout)
        return 0
    except OSError as error:
        return _fail(f"{error.filename or 'standard output'}: {error.strerror or error}")
    except Exception as error:
        if os.environ.get(TRACE_VARIABLE):
            raise
        from tuifact.faults import report_fault

        return _fail(report_fault(error, _command_of(arguments)))


def build(names: Iterable[str] = tuple(COMMANDS)) -> typer.Typer:
    """These commands as Typer knows them."""
    app = new_group(alone=True, kind=_InOrder)
    app.callback()(begin)
    for name in names:
        family, _, function = COMMANDS[name].partition(":")
        command = getattr(import_module(f"tuifact.cli.{family}"), function)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name, context_settings=CONTEXT)(command)
    return app


class _InOrder(TyperGroup):
    """The commands in our order; by itself Typer has groups of commands last, wherever they belong."""

    def list_commands(self, ctx: object) -> list[str]:
        return [name for name in COMMANDS if name in self.commands]


def names_needed(arguments: Sequence[str]) -> tuple[str, ...]:
    """The command that is called, when there is no doubt which; else all, to be listed or suggested.

    Telling Typer of one command rather than of all saves a tenth of the time of a small command.
    """
    match arguments:
        case ["--library", _, name, *_] if name in COMMANDS:
            return (name,)
        case [name, *_] if name in COMMANDS:
            return (name,)
    return tuple(COMMANDS)


def begin(
    ctx: typer.Context,
    library: Annotated[
        str | None,
        typer.Option(
            metavar="DIR", help=f"The library's folder. Default: {LIBRARY_VARIABLE}, else the user data folder."
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is, of it and of what it runs on.")
    ] = False,
) -> None:
    """Read cleaned articles, mark each claim verified, disputed or unverified, export the fact-check report.

    Without a command: open the reader. New here? tuifact demo
    """
    if version:
        from tuifact.versions import version_lines

        for line in version_lines():
            say(line)
        raise typer.Exit
    if library == "":
        wrong("--library: needs the name of a folder")
    ctx.obj = library
    if ctx.invoked_subcommand is None:
        from tuifact.paths import library_folder
        from tuifact.tui.launch import open_reader

        raise typer.Exit(open_reader(library_folder(library)))


def _invoke(arguments: list[str]) -> int:
    command = typer.main.get_group(build(names_needed(arguments)))
    leave_words(command)
    try:
        with command.make_context("tuifact", list(arguments)) as ctx:
            code = command.invoke(ctx)
    except typer.Exit as ended:
        return ended.exit_code
    except typer.TyperException as error:
        return say_usage(error, _command_of(arguments))
    return code if isinstance(code, int) else 0


def _command_of(arguments: Sequence[str]) -> str:
    """The name of the command that was called, and nothing that was typed behind it."""
    needed = names_needed(arguments)
    return f"tuifact {needed[0]}" if len(needed) == 1 else "tuifact"


def _fail(reason: str, code: int = 1) -> int:
    let_go()
    tell(f"tuifact: {reason}")
    return code
