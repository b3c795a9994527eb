"""What a browser is answered: the page, what it loads, the socket behind it, reports; nothing before the gate."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from tuifact.serving import packets, pages
from tuifact.serving.gate import Gate, Headers, Visitor, checked_name
from tuifact.serving.session import Session

LARGEST_MESSAGE = 1 << 20
"""Bytes of one message of a browser: a pasted text."""

LARGEST_FORM = 4096

PATIENCE = 2.0
"""Seconds a page waits for a place among the readers."""

HEARTBEAT = 15.0
"""Seconds between two questions whether the browser is still there."""


class Site:
    """The answers of one server on one library."""

    def __init__(
        self,
        gate: Gate,
        *,
        library: Path,
        inbox: Path | None,
        most: int,
        name: str,
        tell: Callable[[str], None],
    ) -> None:
        """`most` readers at once; `name` is proposed to the first visitor, who is mostly whoever serves, and to nobody
        else; `tell` gets a line for whoever serves."""
        self._gate = gate
        self._library = library
        self._inbox = inbox
        self._most = most
        self._places = asyncio.Semaphore(most)
        self._name = name
        self._tell = tell
        self._sessions: set[Session] = set()
        self.admitted: Callable[[], None] = lambda: None
        """Called when an invitation was used."""

    def application(self) -> web.Application:
        """The site, to be run."""
        app = web.Application(client_max_size=LARGEST_FORM)
        app.on_response_prepare.append(self._add_headers)
        app.add_routes(
            [
                web.get("/", self._index),
                web.post("/name", self._take_name),
                web.get("/socket", self._socket),
                web.get("/static/{name}", self._static),
                web.get("/download/{key}", self._download),
            ]
        )
        return app

    async def stop(self) -> None:
        """Let every browser go, and every reader with it."""
        for session in tuple(self._sessions):
            await session.stop()

    async def _index(self, request: web.Request) -> web.StreamResponse:
        """The reader; the question for a name before it; the exchange of an invitation for a cookie before that."""
        invitation = request.query.get("token", "")
        self._refuse(self._gate.objection(_headers(request), from_link=bool(invitation)))
        visitor = self._visitor(request)
        if visitor is None:
            if not invitation:
                raise _forbidden("an address with a token is needed; whoever serves has one")
            admitted = self._gate.admit(invitation)
            if admitted is None:
                raise _forbidden("this address lets nobody in, or not any more; whoever serves has the next one")
            self.admitted()
            return self._welcome(request, *admitted)
        if request.query_string:
            # The terminal in the page reads its address: there must be nothing in it.
            raise web.HTTPSeeOther("/")
        return self._reader(request, visitor) if visitor.name else self._ask_name()

    def _welcome(self, request: web.Request, cookie: str, visitor: Visitor) -> web.Response:
        """The first answer to a browser that was let in: its cookie, and a step of our own page to the reader.

        A redirect would count as coming from where the link stood, and the cookie would not be sent.
        """
        visitor.name = checked_name(request.query.get("name", ""))
        response = _page("enter.html") if visitor.name else self._ask_name()
        self._name = ""
        secure = self._gate.origin_of(_headers(request)).startswith("https:")
        response.set_cookie(self._gate.cookie, cookie, httponly=True, samesite="Strict", secure=secure)
        return response

    def _ask_name(self) -> web.Response:
        return _page("name.html", name=self._name)

    def _reader(self, request: web.Request, visitor: Visitor) -> web.Response:
        socket = pages.socket_origin(self._gate.origin_of(_headers(request))) + "/socket"
        return _page("reader.html", socket=socket, name=visitor.name)

    async def _take_name(self, request: web.Request) -> web.StreamResponse:
        self._refuse(self._gate.objection(_headers(request), from_page=True))
        visitor = self._known(request)
        name = (await request.post()).get("name", "")
        # A visitor who is in the history keeps the name.
        if not visitor.name and isinstance(name, str):
            visitor.name = checked_name(name)
        raise web.HTTPSeeOther("/")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        self._refuse(self._gate.objection(_headers(request)))
        self._known(request)
        if (file := pages.file_of_page(request.match_info["name"])) is None:
            raise web.HTTPNotFound
        return web.FileResponse(file)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        """A reader for this browser, as long as it stays."""
        self._refuse(self._gate.objection(_headers(request), from_page=True))
        visitor = self._known(request)
        if not visitor.name:
            raise _forbidden("a name is needed first")
        async with self._place():
            return await self._read(request, visitor)

    async def _read(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LARGEST_MESSAGE)
        await socket.prepare(request)
        session = Session(visitor, socket, library=self._library, inbox=self._inbox, tell=self._tell)
        self._sessions.add(session)
        try:
            await session.run(
                packets.bounded(_number(request, "width", 80), packets.MOST_COLUMNS),
                packets.bounded(_number(request, "height", 24), packets.MOST_ROWS),
            )
        finally:
            self._sessions.discard(session)
        return socket

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        """A place among the readers. A page that is loaded anew asks for one before its old reader has left."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._places.acquire()
        except TimeoutError:
            text = f"tuifact: {self._most} readers are open, no more fit\n"
            raise web.HTTPServiceUnavailable(text=text) from None
        try:
            yield
        finally:
            self._places.release()

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """A report that a reader of this visitor wrote."""
        self._refuse(self._gate.objection(_headers(request)))
        visitor, key = self._known(request), request.match_info["key"]
        for session in self._sessions:
            if session.visitor is visitor and (path := session.file(key)) is not None and path.is_file():
                attached = f"attachment; filename*=UTF-8''{quote(path.name, safe='')}"
                # Never shown by the browser in our name, whatever is in it.
                headers = {"Content-Disposition": attached, "Content-Type": "application/octet-stream"}
                return web.FileResponse(path, headers=headers)
        raise web.HTTPNotFound

    def _visitor(self, request: web.Request) -> Visitor | None:
        return self._gate.visitor(request.cookies.get(self._gate.cookie, ""))

    def _known(self, request: web.Request) -> Visitor:
        visitor = self._visitor(request)
        if visitor is None:
            raise _forbidden("an address with a token is needed; whoever serves has one")
        return visitor

    def _refuse(self, objection: str) -> None:
        if objection:
            raise _forbidden(objection)

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """On every answer, refusals too."""
        response.headers.update(pages.headers(self._gate.origin_of(_headers(request))))


def _page(file: str, **values: str) -> web.Response:
    return web.Response(text=pages.page(file, **values), content_type="text/html")


def _forbidden(reason: str) -> web.HTTPForbidden:
    return web.HTTPForbidden(text=f"tuifact: {reason}\n")


def _headers(request: web.Request) -> Headers:
    given = request.headers
    return Headers(given.get("Host", ""), given.get("Origin", ""), given.get("Sec-Fetch-Site", ""))


def _number(request: web.Request, name: str, otherwise: int) -> int:
    word = request.query.get(name, "")
    return int(word) if word.isascii() and word.isdigit() and len(word) < 6 else otherwise
