"""What can be typed next in a line that is not finished: read off the commands themselves, and off the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from tuifact.model import WORDING, Confidence, Grade, Kind, Review, Stance, Status

if TYPE_CHECKING:
    from tuifact.desk import Desk, Thing

FILES = ":files"
"""Stands for whatever files there are: shells know them best."""


class Next(NamedTuple):
    """Something that can be typed next."""

    word: str
    about: str = ""


ANY_FILE = (Next(FILES),)

WORDS: dict[str, Sequence[str]] = {
    "STATUS": tuple(Status),
    "KIND": tuple(Kind),
    "STANCE": tuple(Stance),
    "GRADE": tuple(Grade),
    "STATE": tuple(Review),
    "LEVEL": tuple(Confidence),
    "FIELD": tuple(name.replace("_", "-") for name in WORDING),
    "SHELL": ("bash", "zsh", "fish"),
}
"""What a value of this name can be, where that is fixed."""

THINGS: dict[str, tuple[Thing, ...]] = {
    "ARTICLE": ("article",),
    "CLAIM": ("claim",),
    "ARTICLE|CLAIM": ("article", "claim"),
    "TAG": ("tag",),
    "FEED": ("feed",),
}
"""What of the library a value of this name means."""

PARTICULAR: dict[tuple[str, str], tuple[Thing, ...]] = {
    ("evidence", "ID"): ("source",),
    ("question", "ID"): ("question",),
    ("claims", "--speaker"): ("speaker",),
    ("checks import", "FEED"): (),
}
"""The same, where a command or a group of them means something else by a name, or an option has a name of its own."""

PATHS = ("DIR", "FILE", "PATH", "SOURCE")
"""Names of values that are files, or may be."""

ALSO_FILES = ("read", "checks import")
"""Commands whose argument may be a file, whatever it is called."""


@dataclass(slots=True)
class Line:
    """An unfinished line, taken apart as far as it goes."""

    library: str | None = None
    path: str = ""
    """The command, and the one below it: `evidence add`."""
    command: TyperCommand | TyperGroup | None = None
    given: list[str] = field(default_factory=list)
    """Arguments that stand there already."""
    used: list[str] = field(default_factory=list)
    """Options that do."""
    waiting: TyperOption | None = None
    """An option whose value comes next."""
    ended: bool = False
    """Whether `--` said that there are no more options."""


def next_words(line: Line, current: str, desk: Desk) -> Iterator[Next]:
    """What can stand where `current` has been begun."""
    option, equals, begun = current.partition("=")
    if line.waiting is not None:
        yield from _values(line, line.waiting, current, desk)
    elif current.startswith("-") and equals and not line.ended:
        if isinstance(found := _option(line.command, option), TyperOption):
            yield from (Next(f"{option}={one.word}", one.about) for one in _values(line, found, begun, desk))
    elif current.startswith("-") and not line.ended:
        yield from _beginning(current, _options(line))
    elif isinstance(line.command, TyperGroup):
        commands = line.command.commands.items()
        yield from _beginning(current, (Next(name, _about(command)) for name, command in commands))
    else:
        for argument in _arguments(line):
            yield from _values(line, argument, current, desk)


def take_apart(words: Sequence[str], root: TyperGroup) -> Line:
    """The words before the one that is being typed, as far as they make sense."""
    line = Line(command=root)
    for word in words:
        if line.waiting is not None:
            if line.waiting.name == "library":
                line.library = word
            line.waiting = None
        elif word == "--":
            line.ended = True
        elif word.startswith("-") and word != "-" and not line.ended:
            name, equals, _ = word.partition("=")
            line.used.append(name)
            option = _option(line.command, name)
            line.waiting = option if option is not None and not option.is_flag and not equals else None
        elif isinstance(line.command, TyperGroup):
            # An unknown command leaves nothing to go on with.
            below = line.command.commands.get(word)
            line.command = below if isinstance(below, TyperCommand | TyperGroup) else None
            line.path = f"{line.path} {word}".lstrip()
        else:
            line.given.append(word)
    return line


def _values(line: Line, param: TyperOption | TyperArgument, begun: str, desk: Desk) -> Iterator[Next]:
    name = param.metavar or ""
    if name in WORDS:
        yield from _beginning(begun, map(Next, WORDS[name]))
    yield from _beginning(begun, map(Next, _choices(line.path, name)))
    if name == "LABEL":
        yield from _beginning(begun, (Next(rating.label, rating.status) for rating in desk.settings.ratings))
    for thing in _things(line.path, param):
        yield from (Next(one.word, one.about) for one in desk.suggest(thing, begun))
    if name in PATHS or (line.path in ALSO_FILES and isinstance(param, TyperArgument)):
        yield from ANY_FILE


def _things(path: str, param: TyperOption | TyperArgument) -> tuple[Thing, ...]:
    names = [*param.opts, param.metavar or ""]
    for command in (path, path.partition(" ")[0]):
        for name in names:
            if (command, name) in PARTICULAR:
                return PARTICULAR[command, name]
    return THINGS.get(param.metavar or "", ())


def _choices(path: str, name: str) -> Sequence[str]:
    """Words that one command alone knows; nothing for other values."""
    if name not in ("FORMAT", "FIGURE", "HOW"):
        return ()
    from tuifact.cli.claims import SORTS
    from tuifact.cli.reading import SHELF_SORTS
    from tuifact.cli.reporting import FORMS
    from tuifact.desk import FIGURES

    sorts = {"claims": SORTS, "list": tuple(SHELF_SORTS)}.get(path, ())
    return {"FORMAT": FORMS, "FIGURE": FIGURES, "HOW": sorts}[name]


def _arguments(line: Line) -> list[TyperArgument]:
    """The arguments that may stand here: of several after one another, those that take any number leave it open."""
    if line.command is None:
        return []
    arguments = [param for param in line.command.params if isinstance(param, TyperArgument) and not param.hidden]
    before = len(line.given)
    for at, argument in enumerate(arguments):
        if argument.nargs == -1:
            return arguments[at:] if before > at else [argument]
        if at == before:
            return [argument]
    return []


def _options(line: Line) -> Iterator[Next]:
    """The options that can still be given; those that may be repeated always."""
    for param in line.command.params if line.command is not None else ():
        if (
            isinstance(param, TyperOption)
            and not param.hidden
            and (param.multiple or not set(param.opts) & set(line.used))
        ):
            yield Next(max(param.opts, key=len), param.help or "")
    yield Next("--help", "Show this message and exit.")


def _option(command: TyperCommand | TyperGroup | None, name: str) -> TyperOption | None:
    params = command.params if command is not None else ()
    return next((param for param in params if isinstance(param, TyperOption) and name in param.opts), None)


def _about(command: typer.core.TyperCommand | object) -> str:
    return str(getattr(command, "help", "") or "").partition("\n")[0]


def _beginning(begun: str, words: Iterable[Next]) -> Iterator[Next]:
    return (one for one in words if one.word.startswith(begun))
