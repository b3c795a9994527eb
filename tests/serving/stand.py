"""What the tests of serving say to a server: as a browser would, or as one should not."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tuifact.serving.gate import Gate

PATIENCE = 30.0
"""Seconds until something that does not come is given up."""

SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?<>=$]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
"""What a terminal obeys instead of showing it (ECMA-48)."""


@dataclass(frozen=True)
class Served:
    """A server that is running."""

    port: int
    gate: Gate
    told: list[str]
    """What whoever serves was told."""

    @property
    def origin(self) -> str:
        """Where its page comes from, on this machine."""
        return f"http://127.0.0.1:{self.port}"

    def invitation(self, name: str = "") -> str:
        """The address that lets the next browser in."""
        return f"{self.origin}/?token={self.gate.invitation}" + (f"&name={name}" if name else "")


Serving = Callable[..., Awaitable[Served]]
"""Starts a server: `await serving("127.0.0.1", inbox=folder)`."""


class Screen:
    """The other end of a socket: what a reader shows, and keys for it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.received = ""
        """What it showed since it was last asked, without what a terminal obeys."""
        self.orders: list[list[object]] = []
        """What the page was told to do (`["open_url", …]`)."""

    async def press(self, keys: str) -> None:
        """Send keys as a terminal would."""
        await self.socket.send_str(json.dumps(["stdin", keys]))

    async def shows(self, words: str) -> bool:
        """Wait until these words came, and forget everything before them; fails when they do not come."""
        await self._until(lambda: words in self.received, words)
        self.received = self.received.partition(words)[2]
        return True

    async def ordered(self, order: str) -> list[object]:
        """Wait until the page is told this; what it is told."""
        await self._until(lambda: any(given[0] == order for given in self.orders), order)
        return next(given for given in self.orders if given[0] == order)

    async def ends(self) -> None:
        """Wait until the server closes."""
        async with asyncio.timeout(PATIENCE):
            while await self._take():
                pass

    async def _until(self, holds: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    assert await self._take(), f"closed before {what!r} came"
        except TimeoutError:
            pytest.fail(f"{what!r} did not come; there was {self.received[-2000:]!r}")

    async def _take(self) -> bool:
        message = await self.socket.receive()
        if message.type == WSMsgType.BINARY:
            self.received += SEQUENCE.sub("", message.data.decode("utf-8", "replace"))
        elif message.type == WSMsgType.TEXT:
            self.orders.append(json.loads(message.data))
        return message.type in (WSMsgType.BINARY, WSMsgType.TEXT)


async def come_in(client: ClientSession, served: Served, name: str = "ana") -> None:
    """Use the open invitation."""
    async with client.get(served.invitation(name)) as answer:
        assert answer.status == 200, await answer.text()


@asynccontextmanager
async def reading(client: ClientSession, served: Served) -> AsyncIterator[Screen]:
    """A reader of one's own, on a terminal of 120 columns; one has to be in."""
    address = f"{served.origin}/socket?width=120&height=40"
    async with client.ws_connect(address, origin=served.origin, max_msg_size=0) as socket:
        yield Screen(socket)
