"""Who may come in: an invitation opened once becomes a cookie, and every request must come from our own page.

A page of any other site can make a browser send requests here, also to a loopback address. What it cannot do is choose
the Host and Origin that the browser names, nor make it send a cookie marked SameSite=Strict.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line

LONGEST_NAME = 60
"""Characters of a visitor's name in the history."""

SECRET_BYTES = 32
"""Of an invitation and of a cookie: 256 bits, which nobody guesses."""

DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(slots=True)
class Visitor:
    """One browser that was let in."""

    name: str = ""
    """Stands in the history; empty until it is known, and nobody reads before that."""


@dataclass(frozen=True, slots=True)
class Headers:
    """What a request says of where it comes from; empty where it says nothing."""

    host: str
    origin: str
    site: str
    """`Sec-Fetch-Site`: the browser's own word on who caused the request."""


class Gate:
    """Knows the addresses this server has, the open invitation, and the visitors that came in."""

    def __init__(self, address: str, port: int, origin: str = "") -> None:
        """`address` is what is listened on; `origin` the address visitors use where a proxy stands before it.

        Raises `TuifactError` when `origin` is no `http://host` or `https://host`.
        """
        self._port = port
        self._literal = is_every_address(address)
        self._origins = {f"http://{host}" for host in _host_headers(address, port)}
        if origin:
            self._origins.add(checked_origin(origin))
        self.cookie = f"tuifact-{port}"
        """The cookie's name. Browsers share cookies between the ports of a host, and several servers must not mix."""
        self._invitation = _secret()
        self._visitors: dict[str, Visitor] = {}

    @property
    def invitation(self) -> str:
        """The token that lets the next browser in."""
        return self._invitation

    def admit(self, invitation: str) -> tuple[str, Visitor] | None:
        """Let a browser in: the value of its cookie and its visitor; None when the invitation is not the open one.

        An invitation is good once: the next one is another.
        """
        if not secrets.compare_digest(invitation.encode("utf-8", "replace"), self._invitation.encode()):
            return None
        self._invitation, cookie = _secret(), _secret()
        self._visitors[cookie] = Visitor()
        return cookie, self._visitors[cookie]

    def visitor(self, cookie: str) -> Visitor | None:
        """Whose cookie this is; None for one that was never given."""
        return self._visitors.get(cookie)

    def origin_of(self, headers: Headers) -> str:
        """The origin of our page as this browser sees it; empty when it asked for a host that is not ours.

        Refusing unknown hosts is what keeps out DNS rebinding, where another site's name leads to this address.
        """
        for scheme in DEFAULT_PORTS:
            origin = f"{scheme}://{headers.host.lower()}"
            if origin in self._origins or (scheme == "http" and self._literal and self._is_literal(headers.host)):
                return origin
        return ""

    def objection(self, headers: Headers, *, from_page: bool = False, from_link: bool = False) -> str:
        """Why a request is not answered; empty when it may be.

        `from_page` is for what only our own page asks for (the socket, a form): it must name our origin. The rest may
        be asked for by a person typing the address, which names none; an invitation also by a link elsewhere
        (`from_link`), as in the message it was sent with.
        """
        ours = self.origin_of(headers)
        if not ours:
            return "this is not an address of this server"
        if headers.origin != ours if from_page else headers.origin not in ("", ours):
            return "only its own page may ask for this"
        if not from_link and headers.site not in ("", "none", "same-origin"):
            return "another page may not ask for this"
        return ""

    def _is_literal(self, host: str) -> bool:
        """Whether a Host is an address in figures on our port: no name, so no name that was led here."""
        parts = urlsplit(f"//{host}")
        try:
            ip_address(parts.hostname or "")
            return (parts.port or DEFAULT_PORTS["http"]) == self._port
        except ValueError:
            return False


def checked_name(words: str) -> str:
    """A visitor's name as the history may have it; empty when nothing is left of it."""
    return " ".join(plain_line(words).split())[:LONGEST_NAME].strip()


def checked_origin(origin: str) -> str:
    """An origin as browsers write it. Raises `TuifactError` for what is none."""
    parts = urlsplit(origin.rstrip("/").lower())
    if parts.scheme not in DEFAULT_PORTS or not parts.netloc or parts.path or parts.query or "@" in parts.netloc:
        raise TuifactError(f"{origin} is no origin", "write it as https://facts.example.org")
    return f"{parts.scheme}://{parts.netloc}"


def is_loopback(address: str) -> bool:
    """Whether an address is reached from this machine alone."""
    return address == "localhost" or ip_address(address).is_loopback


def bracketed(address: str) -> str:
    """An address as it stands in a URL."""
    return f"[{address}]" if ":" in address else address


def is_every_address(address: str) -> bool:
    """Whether listening here means on all addresses of this machine."""
    return address != "localhost" and ip_address(address).is_unspecified


def _host_headers(address: str, port: int) -> set[str]:
    """What a browser may name as Host when it comes to this address."""
    names = {bracketed(address).lower()}
    if is_every_address(address) or is_loopback(address):
        names |= {"localhost", "127.0.0.1", "[::1]"}
    hosts = {f"{name}:{port}" for name in names}
    return hosts | names if port == DEFAULT_PORTS["http"] else hosts


def _secret() -> str:
    return secrets.token_urlsafe(SECRET_BYTES)
