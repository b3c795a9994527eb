"""Memory that work beside the reading took and needs no more.

Both functions do something where the C library is glibc, and nothing elsewhere.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

_ARENA_MAX = -8
"""`M_ARENA_MAX` of glibc's `malloc.h`."""


def give_back() -> None:
    """Give what was freed back to the system, which glibc keeps for later: 27 MB after a book was read."""
    if (trim := getattr(_library(), "malloc_trim", None)) is not None:
        trim(0)


def share() -> None:
    """Let threads that begin from now on use the memory of the others: glibc gives each some megabytes of its own."""
    if (choose := getattr(_library(), "mallopt", None)) is not None:
        choose(_ARENA_MAX, 1)


@cache
def _library() -> Any:  # noqa: ANN401 - whatever the C library has
    if sys.platform != "linux":
        return None
    import ctypes

    return ctypes.CDLL(None)
