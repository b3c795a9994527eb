"""Claims on which two copies of a library decided differently, with what each decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tuifact.library.chronicle import Chronicle, Told
from tuifact.library.codec import claim_from
from tuifact.library.documents import Documents
from tuifact.library.shelf import Shelf
from tuifact.library.sieve import Sieve
from tuifact.model import Claim, Event


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim that was decided differently on two machines that did not know of each other. Marking it settles it."""

    claim: Claim
    """As it stands meanwhile: the verdict that was revised more often, then the later one."""
    verdicts: tuple[Event, ...]
    """The last decision of each machine that takes part, oldest first."""


def find_contests(chronicle: Chronicle, shelf: Shelf, articles: Documents, claims: Documents) -> tuple[Contest, ...]:
    """The contested claims, in reading order."""
    keys = shelf.in_order(articles)
    contested = [claim_from(document) for document in Sieve(contested=True).documents(claims, keys)]
    if contested:
        chronicle.catch_up(claims)
    return tuple(Contest(claim, rivals(chronicle.of_claim(claim.id, claim.article))) for claim in contested)


def rivals(told: Iterable[Told]) -> tuple[Event, ...]:
    """The decisions that contest each other: the last of each machine, from the first revision that two made on."""
    last: dict[str, Told] = {}
    seen: dict[int, str] = {}
    taking_part: set[str] = set()
    for one in told:
        machine = one.order[1]
        other = seen.setdefault(one.event.rev, machine)
        if other != machine:
            taking_part |= {machine, other}
        last[machine] = one
    return tuple(one.event for one in sorted((last[machine] for machine in taking_part), key=lambda one: one.order))
