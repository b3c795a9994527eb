"""Addresses fit for a link: the web's own, with nothing in them that could act or disguise."""

from __future__ import annotations

import re
from urllib.parse import quote

from tuifact.model.plain import plain_line

_ADDRESS = re.compile(r"(https?)://([^\s/?#]+)([/?#].*)?", re.IGNORECASE | re.DOTALL)
_KEPT = "!#$%&'()*+,-./:;=?@[]_~"


def web_address(text: str) -> str:
    """The address as it may stand in a link, in ASCII; empty when it is none of the web.

    The name of the host is in Punycode, where letters of another script show as what they are. Who is named before an
    `@` is left out: it is a password, or there to be taken for the host.

    >>> web_address("https://bücher.example/a b|c"), web_address("javascript:alert(1)")
    ('https://xn--bcher-kva.example/a%20b%7Cc', '')
    """
    found = _ADDRESS.fullmatch(plain_line(text).strip())
    if not found:
        return ""
    host = _host(found[2].rpartition("@")[2])
    rest = quote(found[3] or "", safe=_KEPT, errors="replace")
    return f"{found[1].lower()}://{host}{rest}" if host else ""


def _host(text: str) -> str:
    """Host and port in ASCII; empty when it is no name."""
    name, colon, port = text.rpartition(":") if not text.endswith("]") else (text, "", "")
    if not colon:
        name, port = text, ""
    try:
        plain = name.encode("idna").decode("ascii") if not name.isascii() else name
    except UnicodeError:
        return ""
    if not re.fullmatch(r"[A-Za-z0-9._~-]+|\[[0-9A-Fa-f:.]+\]", plain) or (colon and not port.isdigit()):
        return ""
    return f"{plain}:{port}" if colon else plain


def told_source(source: str) -> str:
    """Where an article came from, as far as readers are told: of a file its name, for the rest of its path says
    something about the machine and the people who work on it.

    >>> told_source("/home/ana/leaks/ferry.txt"), told_source("https://coast.example/a/b")
    ('ferry.txt', 'https://coast.example/a/b')
    """
    if "://" in source:
        return source
    return re.split(r"[/\\]", source.rstrip("/\\"))[-1]
