"""A web server on this machine, for tests of fetching."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"""<!doctype html><html lang="en"><head><title>Ferry fares - Gazette</title>
<meta name="author" content="Maren Holt"><meta property="article:published_time" content="2021-04-02T08:00:00Z"></head>
<body><nav>Home</nav><article><h1>Ferry fares</h1>
<p>The ferry carried 4,711 people in March 2021, the port authority said on Friday,
and nobody had expected that many.</p>
<p>Fares rose by 12 percent, three times as much
as the council had promised when it let the line to a new owner.</p>
</article></body></html>"""

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(slots=True)
class Reply:
    """What the server answers to a path."""

    data: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    drip: bool = False
    """Whether the body comes a byte at a time, without end."""


@dataclass(slots=True)
class Site:
    """A server with its answers, and the requests it got."""

    address: str
    replies: dict[str, Reply]
    hits: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serve(replies: dict[str, Reply]) -> Iterator[Site]:
    """A server that answers with these replies until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            site.hits.append(self.path)
            reply = site.replies.get(self.path, Reply(status=404))
            tag = reply.headers.get("ETag")
            if tag and self.headers.get("If-None-Match") == tag:
                reply = Reply(status=304)
            self.send_response(reply.status, "Odd \x1b[31m reason")
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                self.wfile.write(reply.data)
                while reply.drip and not site.stopping.wait(0.02):
                    self.wfile.write(b"x")
            except OSError:
                pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}", replies)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def serve_raw(answer: bytes, *, again: bytes = b"") -> Iterator[str]:
    """A server that sends these bytes to whoever connects, then `again` over and over, and never hangs up; its address.

    For what no library would send."""
    stopping = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def answer_one(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.sendall(answer)
            while not stopping.wait(0.01):
                connection.sendall(again)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=answer_one, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stopping.set()
        listener.close()


def packed(data: bytes) -> Reply:
    """A page, compressed."""
    return Reply(gzip.compress(data), HTML | {"Content-Encoding": "gzip"})


def sent_on(address: str) -> Reply:
    """A redirect."""
    return Reply(status=302, headers={"Location": address})
