"""Memory that reading a book took and needs no more."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Give what was freed back to the system, where the C library keeps it for later (glibc does, 27 MB of a book)."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
