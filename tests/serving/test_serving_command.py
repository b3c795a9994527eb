"""`tuifact serve` as it is typed: what it refuses, what it prints, and that nothing of it is left."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession
from stand import PATIENCE, Screen

from calling import Tuifact


@asynccontextmanager
async def command(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`tuifact serve` in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tuifact", "serve", *arguments,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def printed(process: asyncio.subprocess.Process) -> str:
    """The next line it prints."""
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        return (await process.stdout.readline()).decode().rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--host", "0.0.0.0"], "--listen 0.0.0.0 says that they may"),
        (["--host", "::"], "--listen :: says that they may"),
        (["--host", "192.168.0.7"], "other machines could reach it"),
        (["--host", "example.org"], "an address in figures"),
        (["--listen", "[x]"], "an address in figures"),
        (["--port", "x"], "a whole number from 0 to 65535"),
        (["--port", "65536"], "a whole number from 0 to 65535"),
        (["--visitors", "0"], "a whole number from 1 to 200"),
    ],
)
def test_what_it_refuses(tuifact: Tuifact, arguments: list[str], reason: str) -> None:
    ran = tuifact("serve", *arguments)
    assert ran.code == 2
    assert ran.raw == b""
    assert reason in ran.errors[0]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--origin", "example.org"], "example.org is no origin"),
        (["--inbox", "missing"], "missing: no folder"),
        (["--listen", "192.0.2.7"], "cannot listen on 192.0.2.7:"),
    ],
)
def test_what_cannot_be_done(tuifact: Tuifact, arguments: list[str], reason: str) -> None:
    ran = tuifact("serve", *arguments)
    assert ran.code == 1
    assert reason in ran.err


def test_a_port_that_is_taken(tuifact: Tuifact) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = tuifact("serve", "--port", str(taken.getsockname()[1]))
    assert ran.code == 1
    [line] = ran.errors
    assert "--port 0 takes a free one" in line


def test_a_library_that_cannot_be_read(tuifact: Tuifact, article: str, library_folder: Path) -> None:
    assert article
    for file in library_folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0\0")
    ran = tuifact("serve", "--port", "0")
    assert ran.code == 1
    assert ran.raw == b""


def test_without_the_extra_it_says_how_to_get_it(tuifact: Tuifact, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setattr("tuifact.serving.find_spec", lambda name: None)
    ran = tuifact("serve")
    assert (ran.code, ran.errors) == (1, ['tuifact: serving needs the extra serve (pip install "tuifact[serve]")'])


async def test_it_prints_the_address_and_the_next_when_it_was_used(tuifact: Tuifact, article: str) -> None:
    assert article
    async with command("--port", "0") as process, ClientSession() as client:
        first = await printed(process)
        assert first.startswith("http://127.0.0.1:")
        async with client.get(first) as answer:
            assert answer.status == 200
        second = await printed(process)
        assert second.partition("?")[0] == first.partition("?")[0]
        assert second != first


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_ends_it_and_every_reader(tuifact: Tuifact, article: str, number: signal.Signals) -> None:
    assert article
    async with command("--port", "0") as process, ClientSession() as client:
        address = await printed(process)
        origin = address.partition("/?")[0]
        async with client.get(f"{address}&name=ana") as answer:
            cookie = answer.cookies.popitem()[1]
        headers = {"Cookie": f"{cookie.key}={cookie.value}"}
        async with client.ws_connect(f"{origin}/socket", origin=origin, headers=headers, max_msg_size=0) as own:
            screen = Screen(own)
            await screen.shows("Bridge cost tripled")
            process.send_signal(number)
            await screen.ends()
            async with asyncio.timeout(PATIENCE):
                # The reader has the server's standard error no longer than it lives: the end of it is the end of all.
                _, told = await process.communicate()
        assert process.returncode == 128 + number
        assert "Traceback" not in told.decode()


async def test_with_listen_it_warns(tuifact: Tuifact, article: str) -> None:
    assert article
    async with command("--port", "0", "--listen", "0.0.0.0") as process:
        address = await printed(process)
        assert address.startswith("http://")
        process.send_signal(signal.SIGTERM)
        _, told = await process.communicate()
    assert "warning: 0.0.0.0 can be reached from other machines" in told.decode()


async def test_behind_a_proxy_it_prints_the_proxys_address(tuifact: Tuifact, article: str) -> None:
    assert article
    async with command("--port", "0", "--origin", "https://facts.example.org/") as process:
        assert (await printed(process)).startswith("https://facts.example.org/?token=")
