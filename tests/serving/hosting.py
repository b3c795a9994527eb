"""A server in this process on a port of its own."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar, web
from stand import Served, Serving

from tuifact.desk import Desk
from tuifact.serving.gate import Gate
from tuifact.serving.site import Site


@pytest.fixture
def library(library_folder: Path, bridge: Path) -> Iterator[Desk]:
    """A library with one article."""
    with Desk(library_folder) as desk:
        list(desk.import_sources([str(bridge)]))
        yield desk


@pytest.fixture
async def serving(library: Desk) -> AsyncIterator[Serving]:
    """Starts servers on that library, and ends them."""
    running: list[tuple[Site, web.AppRunner]] = []

    async def start(
        address: str = "127.0.0.1", *, inbox: Path | None = None, origin: str = "", most: int = 4
    ) -> Served:
        told: list[str] = []
        listener = socket.create_server((address, 0))
        port = listener.getsockname()[1]
        gate = Gate(address, port, origin)
        site = Site(gate, library=library.folder, inbox=inbox, most=most, name="nobody", tell=told.append)
        runner = web.AppRunner(site.application(), access_log=None)
        running.append((site, runner))
        await runner.setup()
        await web.SockSite(runner, listener).start()
        return Served(port, gate, told)

    yield start
    for site, runner in running:
        await site.stop()
        await runner.cleanup()


@pytest.fixture
async def client() -> AsyncIterator[ClientSession]:
    """Somebody with a cookie jar, which takes cookies of addresses in figures too."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session
