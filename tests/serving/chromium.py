"""A headless Chromium, driven over the DevTools protocol, with as much of it as the tests need."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType
from stand import SEQUENCE

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
"""The browser on this machine; empty where there is none."""

FLAGS = (
    "--headless --no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync --window-size=1200,800"
    " --remote-debugging-port=0 about:blank"
).split()

PATIENCE = 60.0
"""Seconds until something that does not come is given up."""

KEYS = {"Enter": ("Enter", "\r", 13), "Escape": ("Escape", "", 27), "Backspace": ("Backspace", "", 8)}
"""Keys that are no letters: code, text, and the number Windows gives them."""


class Page:
    """One tab: what its sockets received, and what can be done in it."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session
        self.received = ""
        """All that came over its WebSockets, as a terminal would show it, in the order it came."""
        self.requested: list[str] = []
        """The addresses of everything it loaded."""
        self.complaints: list[str] = []
        """What the browser refused to do for it, or found wrong in it."""
        self.closed = False
        """Whether its socket was closed."""

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        """One command of the protocol."""
        return await self._browser.call(method, self._session, **params)

    async def go(self, address: str) -> None:
        """Open an address in this tab."""
        await self.call("Page.navigate", url=address)

    async def evaluate(self, script: str) -> object:
        """What a script in the page gives, awaited if it is a promise."""
        answer = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            code, text, number = KEYS.get(key) or (f"Key{key.upper()}", key, ord(key.upper()))
            values = {"key": key, "code": code, "text": text, "windowsVirtualKeyCode": number}
            await self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **values)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **values)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until this holds, looking again after everything the browser says."""
        await self._browser.until(holds)

    async def loaded(self, script: str) -> None:
        """Wait until this is true in the page, asking again after everything the browser says of it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                seen = self._browser.events
                if await self.evaluate(script) is True:
                    return
                await self._browser.event_after(seen)

    async def shows(self, words: str) -> bool:
        """Wait until these words came, and forget everything before them; fails when they do not come."""
        await self.until(lambda: words in self.received)
        self.received = self.received.partition(words)[2]
        return True

    def take(self, event: str, params: dict[str, Any]) -> None:
        """Note what the browser says of this tab."""
        if event == "Network.webSocketFrameReceived":
            data, coded = params["response"]["payloadData"], params["response"]["opcode"] == 2
            text = base64.b64decode(data).decode("utf-8", "replace") if coded else data
            self.received += SEQUENCE.sub("", text)
        elif event == "Network.requestWillBeSent":
            self.requested.append(params["request"]["url"])
        elif event == "Network.webSocketCreated":
            self.closed = False
        elif event == "Network.webSocketClosed":
            self.closed = True
        elif event == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.complaints.append(params["entry"]["text"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"]))


class Browser:
    """The program, with a connection to it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}
        self.events = 0
        """How many things the browser has said by itself."""
        self._changed = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    async def open(self, address: str = "about:blank", *, apart: bool = False) -> Page:
        """A new tab; `apart` from the others it shares no cookies with them."""
        context = await self.call("Target.createBrowserContext") if apart else {}
        target = await self.call("Target.createTarget", url="about:blank", **context)
        session = (await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True))["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Network", "Page", "Runtime", "Log"):
            await page.call(f"{domain}.enable")
        if address != "about:blank":
            await page.go(address)
        return page

    async def call(self, method: str, session: str = "", **params: object) -> dict[str, Any]:
        """One command; its result. Raises `RuntimeError` with what the browser objects to."""
        number = len(self._answers) + 1
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        order = {"id": number, "method": method, "params": params, **({"sessionId": session} if session else {})}
        await self._socket.send_str(json.dumps(order))
        async with asyncio.timeout(PATIENCE):
            result: dict[str, Any] = await answer
            return result

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until this holds, looking again after every event."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(holds)

    async def event_after(self, seen: int) -> None:
        """Wait until there were more events than these."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.events > seen)

    async def close(self) -> None:
        """Stop listening."""
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type != WSMsgType.TEXT:
                continue
            said = json.loads(message.data)
            if "id" in said:
                answer = self._answers[said["id"]]
                if "error" in said:
                    answer.set_exception(RuntimeError(said["error"]["message"]))
                else:
                    answer.set_result(said["result"])
                continue
            self.events += 1
            if page := self._pages.get(said.get("sessionId", "")):
                page.take(said["method"], said["params"])
            async with self._changed:
                self._changed.notify_all()


@asynccontextmanager
async def running_browser(profile: Path) -> AsyncIterator[Browser]:
    """A browser with a fresh profile, gone at the end."""
    profile.mkdir()
    process = await asyncio.create_subprocess_exec(
        PROGRAM,
        f"--user-data-dir={profile}",
        *FLAGS,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        address = await _debugging_address(process)
        async with ClientSession() as client, client.ws_connect(address, max_msg_size=0) as socket:
            browser = Browser(socket)
            try:
                yield browser
            finally:
                await browser.call("Browser.close")
                await browser.close()
    finally:
        if process.returncode is None:
            process.terminate()
        assert process.stderr is not None
        await process.stderr.read()
        await process.wait()


async def _debugging_address(process: asyncio.subprocess.Process) -> str:
    """Where the browser says it listens, on standard error."""
    assert process.stderr is not None
    async with asyncio.timeout(PATIENCE):
        async for line in process.stderr:
            if found := re.search(rb"ws://\S+", line):
                return found[0].decode()
    raise RuntimeError("the browser ended at once")
