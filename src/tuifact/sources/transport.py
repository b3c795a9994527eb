"""Connections for fetching: only to addresses that were checked, and never for longer than there is time.

The part of httpx that opens sockets, in our words. httpx counts its time limit anew with every read, so a server that
sends a byte a second holds it forever; and a name that is looked up twice can lead to two places.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import monotonic
from typing import cast

import httpcore
import httpx

from tuifact.sources.addresses import is_private, is_public, read_address
from tuifact.sources.waiting import Background

Options = Iterable[httpcore.SOCKET_OPTION]


class NotPublic(httpcore.ConnectError):
    """The name leads to an address that may not be reached."""


class Deadline:
    """The moment at which all that a fetch does must be done."""

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds that are left; raises `httpcore.ReadTimeout` when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("out of time")
        return left


class GuardedBackend(httpcore.NetworkBackend):
    """Looks names up, checks every address, and connects to one of those."""

    def __init__(self, allow_private: bool, deadline: Deadline) -> None:
        self._allow_private = allow_private
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that answers. Raises `NotPublic` when any of them is barred."""
        addresses = self.resolve(host, port)
        failure: httpcore.ConnectError | None = None
        for address in addresses:
            try:
                stream = self._plain.connect_tcp(address, port, self._deadline.left(), local_address, socket_options)
            except httpcore.ConnectError as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError(f"no address for {host}")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Options | None = None
    ) -> httpcore.NetworkStream:
        """Never: no article is published on a socket of this machine."""
        raise NotPublic("no unix sockets")

    def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of a host, all of them checked. Raises `NotPublic`, or `ConnectError` when it has none."""
        try:
            # Looking up cannot be interrupted, only not waited for.
            looked_up = Background(partial(socket.getaddrinfo, host, port, 0, socket.SOCK_STREAM))
            found = looked_up.result(self._deadline.left())
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("out of time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("there is no such host") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not all(map(self.is_allowed, addresses)):
            raise NotPublic(host)
        return addresses

    def is_allowed(self, text: str) -> bool:
        """Whether a connection to this address may be opened."""
        address = read_address(text)
        return address is not None and (is_public(address) or (self._allow_private and is_private(address)))


class TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends with the time of the whole fetch."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What comes, up to so many bytes."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; the certificate is checked against the name, not the address."""
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> object:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


class GuardedTransport(httpx.BaseTransport):
    """What httpx sends its requests through."""

    def __init__(self, allow_private: bool, deadline: Deadline) -> None:
        backend = GuardedBackend(allow_private, deadline)
        self._pool = httpcore.ConnectionPool(httpx.create_ssl_context(trust_env=False), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request and the answer to it. Raises the errors of httpcore."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        body = _Body(cast(Iterable[bytes], answer.stream))
        return httpx.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        yield from self._chunks

    def close(self) -> None:
        """Give the connection back."""
        if hasattr(self._chunks, "close"):
            self._chunks.close()
