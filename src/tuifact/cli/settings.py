"""Commands about the settings: config path, show, init."""

from __future__ import annotations

from dataclasses import fields

import typer

from tuifact.cli.opening import desk_of
from tuifact.cli.output import say, tell
from tuifact.cli.parsing import CONTEXT, new_group
from tuifact.config import describe_settings, load_settings
from tuifact.errors import ConfigError
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
    for entry in fields(settings):
        value = getattr(settings, entry.name)
        if entry.name == "keys":
            continue
        # A JSON string or number is a TOML string or number.
        say(f"{entry.name} = {json.dumps(value, ensure_ascii=False)}")
    if settings.keys:
        say("[keys]")
        for command, keys in settings.keys.items():
            say(f"{json.dumps(command, ensure_ascii=False)} = {json.dumps(keys, ensure_ascii=False)}")
    return 0


@config.command("init", context_settings=CONTEXT)
def config_init() -> int:
    """Write a settings file with every setting in it, commented out; one that is there is left alone.

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
    *plain, (_, _, about_keys) = describe_settings()
    for name, default, about in plain:
        lines += [f"# {about}", f"# {name} = {json.dumps(default)}", ""]
    lines += [f"# {about_keys}", "[keys]"]
    lines += [f"# {command.name} = {json.dumps(command.keys)}  # {command.help}" for command in COMMANDS]
    return "\n".join(lines) + "\n"
