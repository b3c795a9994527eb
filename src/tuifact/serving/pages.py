"""The pages, what they load, and the headers that keep everything else out of them."""

from __future__ import annotations

from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template

PAGE = Path(__file__).parent / "page"
"""Our page, its style and its script."""

OF_TEXTUAL = {
    "textual.js": "js/textual.js",
    "xterm.css": "css/xterm.css",
    "roboto-mono.ttf": "fonts/RobotoMono-VariableFont_wght.ttf",
    "roboto-mono-italic.ttf": "fonts/RobotoMono-Italic-VariableFont_wght.ttf",
}
"""What of textual-serve's folder is served, under which names: nothing else of it."""

OURS = ("page.css", "page.js")

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' {socket}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing is loaded from elsewhere and nothing else may run. The terminal makes style elements of its own."""

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Server": "tuifact",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def page(file: str, **values: str) -> str:
    """One of our pages, with these values as text in it."""
    text = Template((PAGE / file).read_text(encoding="utf-8"))
    return text.substitute({key: escape(value) for key, value in values.items()})


def file_of_page(name: str) -> Path | None:
    """Where what a page loads by this name is; None for anything else."""
    if name in OURS:
        return PAGE / name
    return _terminal_folder() / OF_TEXTUAL[name] if name in OF_TEXTUAL else None


def headers(origin: str) -> dict[str, str]:
    """What stands on every answer to somebody who sees us as this origin."""
    return {**HEADERS, "Content-Security-Policy": CONTENT_POLICY.format(socket=socket_origin(origin))}


def socket_origin(origin: str) -> str:
    """The same origin for sockets: `ws` for `http`, `wss` for `https`."""
    return origin.replace("http", "ws", 1)


def _terminal_folder() -> Path:
    """Textual-serve's folder with the terminal for the page. Its modules are not needed, so none is loaded."""
    found = find_spec("textual_serve")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "static"
