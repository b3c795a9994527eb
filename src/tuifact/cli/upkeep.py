"""Commands about tuifact itself: where its settings are and what they say."""

from __future__ import annotations

from dataclasses import fields

import typer

from tuifact.cli.opening import desk_of
from tuifact.cli.output import say
from tuifact.cli.parsing import CONTEXT, new_group
from tuifact.config import load_settings
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
