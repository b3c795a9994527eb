"""Preparing texts in several processes: cleaning and finding claims take longer than all the rest."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace

from tuifact.desk.intake import FindKnown, Known, Prepared, Ready, Terms, known_or, prepare_received, source_of
from tuifact.errors import TuifactError
from tuifact.model import Original
from tuifact.model.article import no_repairs
from tuifact.sources import Received

SHARE = 16
"""Texts handed over at once: enough that the handing over is little beside the work."""

SHARE_BYTES = 1 << 20
"""Bytes after which a share is full, whatever its number of texts."""

AHEAD = 3
"""Shares that wait for each process, so that none stands still; a whole corpus must not queue up in memory."""

Done = list[Prepared | TuifactError]


def prepare_shared(
    received: Iterable[Received], terms: Terms, jobs: int, find_known: FindKnown
) -> Iterator[tuple[str, Ready]]:
    """Prepare each text, in order, in so many processes."""
    waiting: deque[tuple[list[Received], list[Known | None], Future[Done]]] = deque()
    with workers(jobs) as pool, telling_of_lost_workers():
        for share in in_shares(received):
            known = [known_or(item, find_known) for item in share]
            todo = [item for item, article in zip(share, known, strict=True) if article is None]
            waiting.append((share, known, pool.submit(prepare_share, todo, terms)))
            if len(waiting) > jobs * AHEAD:
                yield from joined(*waiting.popleft())
        while waiting:
            yield from joined(*waiting.popleft())


@contextmanager
def workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes; when the work ends early, what waits for them is dropped."""
    pool = ProcessPoolExecutor(jobs, initializer=leave_interrupts)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def telling_of_lost_workers() -> Iterator[None]:
    """Raise `TuifactError` when a process that helps is ended from outside, as systems do that run out of memory."""
    try:
        yield
    except BrokenProcessPool as error:
        raise TuifactError(
            "a process that shared the work was ended from outside", "--jobs 1 needs the least memory"
        ) from error


def leave_interrupts() -> None:
    """Let the process that shares the work decide what Ctrl+C means: it reaches all of them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def in_shares(received: Iterable[Received]) -> Iterator[list[Received]]:
    """Some texts at a time: so many, or so many bytes."""
    share: list[Received] = []
    size = 0
    for item in received:
        share.append(item)
        size += len(item.data) if isinstance(item, Original) else 0
        if len(share) == SHARE or size > SHARE_BYTES:
            yield share
            share, size = [], 0
    if share:
        yield share


def prepare_share(share: Sequence[Received], terms: Terms) -> Done:
    """Prepare these texts; what goes back is without the originals, which are where it goes to."""
    return [without_original(prepare_received(item, terms)) for item in share]


def without_original(item: Prepared | TuifactError) -> Prepared | TuifactError:
    """What was prepared, without the bytes and the text that it was made of."""
    if isinstance(item, TuifactError):
        return item
    original = item.article.original
    kept = replace(original, data=b"", given=replace(original.given, text=None, times=()))
    return replace(item, article=replace(item.article, original=kept, find_repairs=no_repairs))


def joined(
    share: Sequence[Received], known: Sequence[Known | None], future: Future[Done]
) -> Iterator[tuple[str, Ready]]:
    """What was known and what was worked out, in order, with the originals again."""
    done = iter(future.result())
    for item, article in zip(share, known, strict=True):
        yield source_of(item), article or with_original(next(done), item)


def with_original(item: Prepared | TuifactError, received: Received) -> Prepared | TuifactError:
    """What was prepared, with the bytes it was made of."""
    if isinstance(item, TuifactError) or not isinstance(received, Original):
        return item
    original = replace(item.article.original, data=received.data)
    return replace(item, article=replace(item.article, original=original))
