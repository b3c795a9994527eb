"""Commands about the settings: config path, show, init."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields

import typer

from tuifact.cli.opening import desk_of
from tuifact.cli.output import say, tell
from tuifact.cli.parsing import CONTEXT, new_group
from tuifact.config import describe_settings, load_settings
from tuifact.errors import ConfigError
from tuifact.model.review import RULES
from tuifact.model.verdict import Rating, Status
from tuifact.paths import config_file

config = new_group(about="Say where the settings are and what they are.")
"""`tuifact config …`"""


@config.command("path", context_settings=CONTEXT)
def config_path() -> int:
    """Say where the settings file is, or would be.

    Example: tuifact config path
    """
    say(str(config_file()))
    return 0


@config.command("show", context_settings=CONTEXT)
def config_show(ctx: typer.Context) -> int:
    """Show the settings that hold, as they would stand in the file.

    Example: tuifact config show
    """
    import json

    with desk_of(ctx) as desk:
        folder = desk.folder
    settings = load_settings()
    say(f"# settings: {config_file()}{'' if config_file().exists() else ' (not there; these are the defaults)'}")
    say(f"# library:  {folder}")
    tables: dict[str, Mapping[str, str]] = {}
    for entry in fields(settings):
        value = getattr(settings, entry.name)
        if isinstance(value, Mapping):
            tables[entry.name] = value
            continue
        if isinstance(value, tuple):
            continue
        # A JSON string or number is a TOML string or number.
        say(f"{entry.name} = {json.dumps(value, ensure_ascii=False)}")
    for name, table in tables.items():
        if table:
            say(f"[{name}]")
        for key, value in table.items():
            say(f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(value, ensure_ascii=False)}")
    for rating in settings.ratings:
        say("[[ratings]]")
        for line in _rating_lines(rating):
            say(line)
    return 0


@config.command("init", context_settings=CONTEXT)
def config_init() -> int:
    """Write a settings file with every setting, commented out.

    Example: tuifact config init
    """
    path = config_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_commented_settings())
    except FileExistsError:
        raise ConfigError(f"{path} is there already", "tuifact config show has what holds now") from None
    except OSError as error:
        raise ConfigError(f"cannot write {path}: {error.strerror}") from error
    tell(f"written: {path}")
    return 0


def _commented_settings() -> str:
    """Every setting with what it is and its default, each behind a `#`, so that the file changes nothing by itself."""
    import json

    from tuifact.tui.commands import COMMANDS

    lines = ["# Settings of tuifact. Take away the # before what you change.", ""]
    examples = {
        "lint": [f'# {name} = "{severity}"' for name, severity in RULES.items()],
        "keys": [f"# {command.name} = {json.dumps(command.keys)}  # {command.help}" for command in COMMANDS],
        "filters": ['# harbour = "harbour bridge"'],
    }
    for name, default, about in describe_settings():
        lines += [f"# {about}"]
        if name in examples:
            lines += [f"[{name}]", *examples[name], ""]
        elif isinstance(default, tuple):
            for rating in _EXAMPLE_SCALE:
                lines += [f"# [[{name}]]", *(f"# {line}" for line in _rating_lines(rating)), ""]
        else:
            lines += [f"# {name} = {json.dumps(default)}", ""]
    return "\n".join(lines) + "\n"


def _rating_lines(rating: Rating) -> list[str]:
    """A rating as it stands in the file; what it leaves out is left out."""
    import json

    given = {name: value for name, value in asdict(rating).items() if value not in (None, "")}
    return [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in given.items()]


_EXAMPLE_SCALE = (
    Rating("True", Status.VERIFIED, 5),
    Rating("Mostly true", Status.VERIFIED, 4, "≈"),
    Rating("False", Status.DISPUTED, 1),
    Rating("Unproven", Status.UNVERIFIED, None, "○", "warning"),
)
