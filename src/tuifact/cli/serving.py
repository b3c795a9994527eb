"""The command that opens the reader to browsers."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import typer

from tuifact.cli.opening import desk_of
from tuifact.cli.output import flush, say, tell
from tuifact.cli.parsing import as_number, wrong
from tuifact.config import load_settings
from tuifact.errors import TuifactError
from tuifact.serving import require_extra

HOST, PORT = "127.0.0.1", "8765"
"""Where it listens when nobody says otherwise: on this machine alone, on a port of the user's own."""

MOST_PORTS, MOST_VISITORS = 65535, 200


def serve(
    ctx: typer.Context,
    port: Annotated[str, typer.Option("--port", "-p", metavar="N", help="The port; 0 takes a free one.")] = PORT,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Another address of this machine alone.")
    ] = HOST,
    listen: Annotated[
        str | None,
        typer.Option("--listen", metavar="ADDRESS", help="Listen for other machines too: an address of this one."),
    ] = None,
    origin: Annotated[
        str,
        typer.Option("--origin", metavar="URL", help="What visitors type where a proxy stands before: https://host."),
    ] = "",
    inbox: Annotated[
        str | None,
        typer.Option("--inbox", metavar="DIR", help="Let visitors import files of this folder. Default: none."),
    ] = None,
    visitors: Annotated[str, typer.Option("--visitors", metavar="N", help="Readers open at once.")] = "16",
) -> int:
    """Open the reader in browsers: no terminal is needed there.

    Prints an address that lets one browser in, and the next one when it was used. Visitors say their name, which stands
    in the history; they see the library and nothing else of this machine. Ctrl+C ends it and every reader.

    Example: tuifact serve --port 8765
    """
    address = _address(host, listen)
    number = as_number(port, "--port", most=MOST_PORTS) or 0
    most = as_number(visitors, "--visitors", least=1, most=MOST_VISITORS) or 1
    folder = _folder(inbox)
    with desk_of(ctx) as desk:
        desk.tally()  # A library that cannot be read is better said now than to every visitor.
        library = desk.folder
    require_extra()
    from tuifact.serving.server import Terms, serve_browsers

    if listen is not None and not _is_loopback(address):
        tell(
            f"tuifact: warning: {address} can be reached from other machines, and nothing is encrypted on the way; "
            "put a proxy with TLS before it (--origin) unless every machine in between is yours"
        )
    terms = Terms(library.absolute(), address, number, origin, folder, most, load_settings().checker_name)
    return serve_browsers(terms, _say_at_once, lambda line: tell(f"tuifact: {line}"))


def _address(host: str, listen: str | None) -> str:
    """What to listen on; wrong usage for what is no address, and for others' reach without being told to."""
    if listen is not None:
        return _checked(listen, "--listen")
    address = _checked(host, "--host")
    if not _is_loopback(address):
        wrong(f"--host {host}: other machines could reach it; --listen {host} says that they may")
    return address


def _checked(word: str, name: str) -> str:
    if word == "localhost":
        return HOST
    try:
        return str(ip_address(word.strip("[]")))
    except ValueError:
        wrong(f"{name} {word!r}: an address in figures, as 127.0.0.1 or ::1")


def _is_loopback(address: str) -> bool:
    return ip_address(address).is_loopback


def _folder(inbox: str | None) -> Path | None:
    if inbox is None:
        return None
    folder = Path(inbox).expanduser()
    if not folder.is_dir():
        raise TuifactError(f"{inbox}: no folder", "--inbox names the folder whose files visitors may import")
    return folder.absolute()


def _say_at_once(line: str) -> None:
    """Whoever reads this through a pipe waits for it."""
    say(line)
    flush()
