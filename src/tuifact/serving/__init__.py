"""The reader in a browser: who may come in, what they are shown, and a process for each of them.

Needs the extra `serve`. The terminal in the page is textual-serve's; everything around it is here, because that package
knows no login, checks no Origin, takes its font from another site and starts its programs through a shell.
"""

from __future__ import annotations

from importlib.util import find_spec

from tuifact.errors import TuifactError


def require_extra() -> None:
    """Raises `TuifactError` when the packages for serving are not installed."""
    if find_spec("aiohttp") is None or find_spec("textual_serve") is None:
        raise TuifactError("serving needs the extra serve", 'pip install "tuifact[serve]"')
