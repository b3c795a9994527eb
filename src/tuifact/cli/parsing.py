"""What Typer is told here once: values stay the words that were typed, and become nouns of the house in the open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from tuifact.model.verdict import Status

if TYPE_CHECKING:
    from datetime import date

CONTEXT = {"help_option_names": ["-h", "--help"]}
"""What holds for every command."""


class Words:
    """Stands where Typer would put a converter of values, and leaves them as they were typed.

    Typer hands every value, and every option that was not given, to pydantic: loading that takes more time than all
    the rest of a small command (130 ms of CPU beside 110). Words are all we ask it for.
    """

    def coerce(self, value: object, param: TyperOption | TyperArgument, ctx: object) -> object:
        """The value; an empty list where several could have been given and none was."""
        return [] if value is None and (param.multiple or param.nargs == -1) else value


def _no_type(ctx: object) -> str:
    return ""


def _usage_of(argument: TyperArgument) -> str:
    """How an argument stands in the line of usage: `CLAIM...`, and `[FILE]` where it can be left out."""
    name = argument.display_name_raw
    return f"{name if argument.required else f'[{name}]'}{'...' if argument.nargs != 1 else ''}"


_OPTION: dict[str, Callable[..., object]] = {"get_runtime_param": Words}
_ARGUMENT = {**_OPTION, "display_type": _no_type}
"""An argument's name says what it is; `<list[str]>` says it to programmers only."""


def new_group(*, alone: bool = False, about: str | None = None, kind: type[TyperGroup] | None = None) -> typer.Typer:
    """A group of commands, plain in every way; `alone` says whether it does something without one of them."""
    return typer.Typer(
        cls=kind,
        help=about,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=CONTEXT,
        invoke_without_command=alone,
    )


def leave_words(command: TyperCommand | TyperGroup) -> None:
    """Tell this command, and those below it, to hand on what was typed."""
    # Typer makes the option for help when it is first asked for, and keeps it.
    help_option = command.get_help_option(typer.Context(command, help_option_names=CONTEXT["help_option_names"]))
    for param in [*command.params, help_option]:
        for name, ours in (_ARGUMENT if isinstance(param, TyperArgument) else _OPTION).items():
            setattr(param, name, ours)
        if isinstance(param, TyperArgument):
            # Typer puts what is needed between braces, which elsewhere mean a choice.
            setattr(param, "_usage_display_name", partial(_usage_of, param))  # noqa: B010 (it is Typer's own)
    for child in command.commands.values() if isinstance(command, TyperGroup) else ():
        if isinstance(child, TyperCommand | TyperGroup):
            leave_words(child)


def as_status(word: str, name: str = "the status") -> Status:
    """The status of this name; wrong usage otherwise."""
    return Status(as_choice(word, [status.value for status in Status], name))


def as_choice(word: str, choices: Sequence[str], name: str) -> str:
    """The word when it is one of the choices; wrong usage otherwise, saying which there are."""
    if word not in choices:
        wrong(f"{name} {word!r}: choose from {', '.join(choices)}")
    return word


def as_number(word: str | None, name: str, *, least: int = 0, most: int = 1_000_000_000) -> int | None:
    """The whole number, within its bounds; None when none was given; wrong usage otherwise."""
    if word is None:
        return None
    if not (word.isascii() and word.isdigit() and len(word) < 12 and least <= int(word) <= most):
        wrong(f"{name} {word!r}: a whole number from {least} to {most}")
    return int(word)


def as_day(word: str, name: str) -> date:
    """The day of this ISO date; wrong usage otherwise."""
    from datetime import date

    # Python also reads `20260301` and weeks, which nobody writes on purpose.
    if len(word) != len("2026-03-01"):
        wrong(f"{name} {word!r}: a date like 2026-03-01")
    try:
        return date.fromisoformat(word)
    except ValueError:
        wrong(f"{name} {word!r}: there is no such day")


def as_encoding(word: str | None, name: str) -> str | None:
    """The name of an encoding Python can read text with; None when none was given; wrong usage otherwise."""
    if word is None:
        return None
    import codecs

    try:
        b"".decode(codecs.lookup(word).name)
    except (LookupError, ValueError):
        wrong(f"{name} {word!r}: no such encoding (utf-8, cp1252, iso-8859-2 are some)")
    return word


def wrong(message: str) -> NoReturn:
    """End the command as wrongly used, with this message."""
    raise WrongUsage(message)


class WrongUsage(typer.BadParameter):
    """Wrong usage in our own words."""

    def format_message(self) -> str:
        """The message as it was given, without Typer's words before it."""
        return self.message
