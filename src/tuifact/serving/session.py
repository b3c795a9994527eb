"""One visitor's reader: a process of its own, and the two streams between it and the browser."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import shutil
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tuifact.model.plain import plain_line
from tuifact.serving import packets, visit
from tuifact.tui.links import is_web_link

if TYPE_CHECKING:
    from aiohttp.web import WebSocketResponse

    from tuifact.serving.gate import Visitor

PATIENCE = 5.0
"""Seconds a reader has for leaving before it is ended: it may be writing."""

KEPT_ERRORS = 4000
"""Bytes of what a reader complains of that are passed on."""

WITHHELD = ("EDITOR", "VISUAL", "DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""Variables a reader is not given: its visitor sits elsewhere, and nothing is to open on this machine."""

FAILED = "\x1b[2J\x1b[H\r\n  The reader could not go on. Whoever serves it sees why."
"""What the browser then shows: an empty screen and a line."""

UNSUPPORTED, GOING_AWAY = 1003, 1001
"""Closing codes of a socket that sent what cannot be read, and of a server that ends (RFC 6455, 7.4.1)."""


class Session:
    """From a browser's connection to its end, when the reader ends too."""

    def __init__(
        self,
        visitor: Visitor,
        socket: WebSocketResponse,
        *,
        library: Path,
        inbox: Path | None,
        tell: Callable[[str], None],
    ) -> None:
        """`tell` is called with a line for whoever serves."""
        self.visitor = visitor
        self._socket = socket
        self._library = library
        self._inbox = inbox
        self._tell = tell
        self._reports = Path(tempfile.mkdtemp(prefix="tuifact-reports-"))
        self._files: dict[str, Path] = {}

    def file(self, key: str) -> Path | None:
        """A report this visitor may fetch."""
        return self._files.get(key)

    async def run(self, columns: int, rows: int) -> None:
        """Go on until the browser or the reader leaves; the reader has ended when this returns."""
        command = visit.command(self._library, self.visitor.name, self._reports, self._inbox)
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=_environment(columns, rows), start_new_session=True
        )
        streams = [asyncio.create_task(self._to_browser(process)), asyncio.create_task(self._to_reader(process))]
        errors = asyncio.create_task(_last_words(process))
        try:
            await asyncio.wait(streams, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _end(process)
            shutil.rmtree(self._reports, ignore_errors=True)
            for line in await errors:
                self._tell(f"{self.visitor.name}: {line}")
            await self._socket.close()
        await asyncio.gather(*streams)

    async def stop(self) -> None:
        """Let the browser go; `run` then ends the reader."""
        await self._socket.close(code=GOING_AWAY)

    async def _to_browser(self, process: Process) -> None:
        """Hand on what the reader shows, until it ends. What comes after the browser left is read and dropped."""
        assert process.stdout is not None
        if await packets.skip_prelude(process.stdout):
            try:
                while True:
                    await self._hand_on(*await packets.next_packet(process.stdout))
            except asyncio.IncompleteReadError:
                pass
        if await process.wait() != 0:
            await self._show(FAILED.encode())

    async def _hand_on(self, letter: bytes, payload: bytes) -> None:
        if letter == packets.DATA:
            await self._show(payload)
        elif letter == packets.META:
            match packets.meta_of(payload):
                case {"type": "open_url", "url": str(link)} if is_web_link(link):
                    await self._order("open_url", {"url": link, "new_tab": True})
                case {"type": "deliver_file_start", "path": str(name)}:
                    key = secrets.token_urlsafe(16)
                    self._files[key] = self._reports / Path(name).name
                    await self._order("deliver_file_start", key)

    async def _show(self, data: bytes) -> None:
        if not self._socket.closed:
            await _unless_gone(self._socket.send_bytes(data))

    async def _order(self, *order: object) -> None:
        if not self._socket.closed:
            await _unless_gone(self._socket.send_str(json.dumps(order)))

    async def _to_reader(self, process: Process) -> None:
        """Hand on what the browser sends, until it leaves."""
        from aiohttp import WSMsgType

        assert process.stdin is not None
        async for message in self._socket:
            if message.type != WSMsgType.TEXT:
                continue
            try:
                packet = packets.packet_of(message.data)
            except ValueError:
                await self._socket.close(code=UNSUPPORTED)
                return
            try:
                process.stdin.write(packet)
                await process.stdin.drain()
            except ConnectionError:
                return


async def _end(process: Process) -> None:
    """Ask the reader to leave, then tell it, then end it."""
    assert process.stdin is not None
    if process.returncode is None:
        process.stdin.write(packets.meta_packet(type="quit"))
        process.stdin.close()
    for insist in (process.terminate, process.kill):
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), PATIENCE)
        if process.returncode is None:
            with suppress(ProcessLookupError):
                insist()
    await process.wait()


async def _last_words(process: Process) -> list[str]:
    """The last lines the reader complained with, harmless, once it has ended."""
    assert process.stderr is not None
    kept = b""
    while data := await process.stderr.read(KEPT_ERRORS):
        kept = (kept + data)[-KEPT_ERRORS:]
    return [line for line in map(plain_line, kept.decode("utf-8", "replace").splitlines()) if line.strip()]


async def _unless_gone(sending: Awaitable[None]) -> None:
    """Send, where the browser may leave at any moment."""
    with suppress(ConnectionError):
        await sending


def _environment(columns: int, rows: int) -> dict[str, str]:
    """What the reader finds: a terminal of this size that shows all colours, and nothing of ours to open."""
    kept = {name: value for name, value in os.environ.items() if name not in WITHHELD}
    size = {"COLUMNS": str(columns), "ROWS": str(rows)}
    return {**kept, **size, "TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "truecolor"}
