"""Preparing texts in several processes: cleaning and finding claims take longer than all the rest."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tuifact.desk.preparing import FindKnown, Known, Prepared, Ready, Terms, as_known, prepare_received, source_of
from tuifact.errors import TuifactError
from tuifact.model import Original
from tuifact.model.article import no_repairs
from tuifact.sources import Received

SHARE = 16
"""Texts handed over at once: enough that the handing over is little beside the work."""

SHARE_BYTES = 1 << 20
"""Bytes after which a share is full, whatever its number of texts."""

AHEAD = 16
"""Shares that wait for each process: more than it does while a transaction is written, so that none stands still."""

AHEAD_BYTES = 8 << 20
"""Bytes after which no more than one share waits for each process: large documents must not queue up in memory."""

NICENESS = 5
"""How far the processes that help stand back, in steps of `nice`, each a tenth less time where there is too little."""

Done = list[Prepared | TuifactError]


@dataclass(frozen=True, slots=True)
class Handed:
    """A share that was handed over."""

    share: Sequence[Received]
    known: Sequence[Known | None]
    future: Future[Done]
    size: int
    """Bytes of its originals."""


def prepare_shared(
    received: Iterable[Received], terms: Terms, jobs: int, find_known: FindKnown
) -> Iterator[tuple[str, Ready]]:
    """Prepare each text, in order, in so many processes."""
    waiting: deque[Handed] = deque()
    with workers(jobs) as pool, telling_of_lost_workers():
        for share in in_shares(received):
            known = [as_known(item, find_known) for item in share]
            todo = [item for item, article in zip(share, known, strict=True) if article is None]
            waiting.append(Handed(share, known, pool.submit(prepare_share, todo, terms), sum(map(size_of, share))))
            while is_enough(waiting, jobs):
                yield from joined(waiting.popleft())
        while waiting:
            yield from joined(waiting.popleft())


def is_enough(waiting: Collection[Handed], jobs: int) -> bool:
    """Whether so much is handed over that some of it has to come back first."""
    shares = len(waiting)
    return shares > jobs * AHEAD or (shares > jobs and sum(handed.size for handed in waiting) > AHEAD_BYTES)


@contextmanager
def workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes; when the work ends early, what waits for them is dropped."""
    pool = ProcessPoolExecutor(jobs, initializer=begin_helping)
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


def begin_helping() -> None:
    """Let the process that shares the work decide what Ctrl+C means, which reaches all of them, and let it go first:
    what it stores must not wait for a processor while others work ahead."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)


def in_shares(received: Iterable[Received]) -> Iterator[list[Received]]:
    """Some texts at a time: so many, or so many bytes."""
    share: list[Received] = []
    size = 0
    for item in received:
        share.append(item)
        size += size_of(item)
        if len(share) == SHARE or size > SHARE_BYTES:
            yield share
            share, size = [], 0
    if share:
        yield share


def size_of(item: Received) -> int:
    """Bytes of an original."""
    return len(item.data) if isinstance(item, Original) else 0


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


def joined(handed: Handed) -> Iterator[tuple[str, Ready]]:
    """What was known and what was worked out, in order, with the originals again."""
    done = iter(handed.future.result())
    for item, article in zip(handed.share, handed.known, strict=True):
        yield source_of(item), article or with_original(next(done), item)


def with_original(item: Prepared | TuifactError, received: Received) -> Prepared | TuifactError:
    """What was prepared, with the bytes it was made of."""
    if isinstance(item, TuifactError) or not isinstance(received, Original):
        return item
    original = replace(item.article.original, data=received.data)
    return replace(item, article=replace(item.article, original=original))
