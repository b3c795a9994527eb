"""Wrong usage, in words that agree with those of other failures."""

from __future__ import annotations

import typer
from typer.core import TyperGroup

from tuifact.cli.output import tell


def say_usage(error: typer.TyperException, command: str) -> int:
    """Wrong usage in two lines: what is wrong, and where to look; the exit code."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else command
    tell(f"{path}: {_uncapitalised(_reason(error))}")
    if getattr(error, "option_name", "") == "--library" and path != "tuifact":
        tell(f"--library stands before the command: tuifact --library DIR {path.removeprefix('tuifact ')} …")
    else:
        tell(f"Try: {path} --help")
    return 2


def _reason(error: typer.TyperException) -> str:
    """What is wrong; of an option that is none, also which may have been meant, as we say it of commands and ids; of a
    group that was called alone, what is in it."""
    near, name = getattr(error, "possibilities", None), getattr(error, "option_name", "")
    if near and name:
        return f"no such option: {name} (did you mean {' or '.join(near)}?)"
    message = error.format_message()
    group = getattr(getattr(error, "ctx", None), "command", None)
    if message == "Missing command." and isinstance(group, TyperGroup):
        return f"name a command: {', '.join(group.commands)}"
    return message


def _uncapitalised(message: str) -> str:
    return message[:1].lower() + message[1:]
