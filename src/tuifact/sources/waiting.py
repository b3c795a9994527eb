"""Waiting for the network in threads that nobody has to wait for: the program may end while one of them hangs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from threading import Event, Thread
from typing import Generic, TypeVar

from tuifact.errors import TuifactError

Result = TypeVar("Result")

EXPECTED = (TuifactError, OSError, ValueError)
"""What calls that wait for the network fail with: no host, a name that cannot be one, an answer that is no use."""


class Background(Generic[Result]):
    """A call under way in a thread of its own."""

    def __init__(self, call: Callable[[], Result]) -> None:
        """Start it. An `EXPECTED` failure is raised by `result`; another is a fault of ours, and ends the thread."""
        self._call = call
        self._done = Event()
        self._value: list[Result] = []
        self._error: Exception | None = None
        # The threads of concurrent.futures are joined when the program ends, however long they take.
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._value.append(self._call())
        except EXPECTED as error:
            self._error = error
        finally:
            self._done.set()

    def result(self, seconds: float | None = None) -> Result:
        """What came of it. Raises `TimeoutError` when that takes longer, and the failure there was."""
        if not self._done.wait(seconds):
            raise TimeoutError
        if not self._value:
            raise self._error or RuntimeError("the thread ended before its call was done")
        return self._value[0]


def several_at_once(calls: Iterable[Callable[[], Result]], most: int) -> Iterator[Result]:
    """What comes of each call, in order, with at most so many under way; none is begun before it is asked for."""
    waiting: deque[Background[Result]] = deque()
    for call in calls:
        waiting.append(Background(call))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
