"""Serving until a signal ends it: what is listened on, the invitations told, everything closed at the end."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from tuifact.errors import TuifactError
from tuifact.serving.gate import Gate, bracketed, is_every_address
from tuifact.serving.site import Site

ENDINGS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals that end the server; its exit code is theirs plus 128, as shells have it."""

GRACE = 15.0
"""Seconds that open answers have at the end; readers are ended before."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is served, where, and to how many."""

    library: Path
    address: str
    """What is listened on: one of this machine's addresses."""
    port: int
    """0 takes a free one."""
    origin: str = ""
    """The address visitors use where a proxy stands before this one; empty for none."""
    inbox: Path | None = None
    """The folder whose files visitors may import; None for links only."""
    most: int = 16
    """Readers at once; each is a process of some 80 MB."""
    name: str = ""
    """Proposed to the first visitor."""


def serve_browsers(terms: Terms, say: Callable[[str], None], tell: Callable[[str], None]) -> int:
    """Serve until a signal ends it; the exit code. `say` gets each invitation's address, `tell` every other line.

    Raises `TuifactError` when the address or the port cannot be had.
    """
    try:
        return asyncio.run(_serve(terms, say, tell))
    except KeyboardInterrupt:  # Where signals have no handlers.
        return 128 + signal.SIGINT


async def _serve(terms: Terms, say: Callable[[str], None], tell: Callable[[str], None]) -> int:
    with closing(_listen(terms)) as listener:
        return await _serve_on(listener, terms, say, tell)


async def _serve_on(
    listener: socket.socket, terms: Terms, say: Callable[[str], None], tell: Callable[[str], None]
) -> int:
    gate = Gate(terms.address, listener.getsockname()[1], terms.origin)
    site = Site(gate, library=terms.library, inbox=terms.inbox, most=terms.most, name=terms.name, tell=tell)
    start = terms.origin.rstrip("/") or f"http://{bracketed(_reached(terms.address))}:{listener.getsockname()[1]}"

    def invite() -> None:
        say(f"{start}/?token={gate.invitation}")

    def invite_next() -> None:
        tell("a browser came in; the next one has this address:")
        invite()

    site.admitted = invite_next
    runner = web.AppRunner(site.application(), access_log=None, shutdown_timeout=GRACE)
    with _told(tell):
        await runner.setup()
        try:
            await web.SockSite(runner, listener).start()
            tell(f"serving {terms.library}; Ctrl+C ends it. One browser comes in with this address:")
            invite()
            return await _ended()
        finally:
            await site.stop()
            await runner.cleanup()


def _listen(terms: Terms) -> socket.socket:
    family = socket.AF_INET6 if ":" in terms.address else socket.AF_INET
    try:
        return socket.create_server((terms.address, terms.port), family=family)
    except OSError as error:
        where = f"{bracketed(terms.address)}:{terms.port}"
        hint = "--port 0 takes a free one" if error.errno == errno.EADDRINUSE else ""
        raise TuifactError(f"cannot listen on {where}: {error.strerror or error}", hint) from error
    except OverflowError as error:
        raise TuifactError(f"there is no port {terms.port}", "ports are 0 to 65535") from error


def _reached(address: str) -> str:
    """The address others come to: where every address is listened on, the one that leads out of this machine."""
    if not is_every_address(address):
        return address
    family, outside = (socket.AF_INET6, "2001:db8::1") if ":" in address else (socket.AF_INET, "192.0.2.1")
    try:
        # Nothing is sent: connecting a UDP socket only chooses a way. The addresses lead nowhere (RFC 5737, 3849).
        with socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((outside, 9))
            return str(way.getsockname()[0])
    except OSError:
        return "::1" if ":" in address else "127.0.0.1"


async def _ended() -> int:
    """Wait for a signal; the exit code."""
    loop = asyncio.get_running_loop()
    received: asyncio.Queue[int] = asyncio.Queue()
    for number in ENDINGS:
        with suppress(NotImplementedError):  # Windows raises KeyboardInterrupt instead.
            loop.add_signal_handler(number, received.put_nowait, 128 + number)
    return await received.get()


class _Lines(logging.Handler):
    """Tells what libraries log, a line each; of an error its kind alone, as its message may be text of an article."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        cause = f": {type(record.exc_info[1]).__qualname__}" if record.exc_info else ""
        self._tell(f"{record.getMessage().splitlines()[0]}{cause}")


@contextmanager
def _told(tell: Callable[[str], None]) -> Iterator[None]:
    handler = _Lines(tell)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
