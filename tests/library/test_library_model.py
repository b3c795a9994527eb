"""The library held against a simple model of it, whatever is done in whatever order, in several openings."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from library_stock import opened, town

from tuifact.library import examine
from tuifact.model import Status

statuses = st.sampled_from(list(Status))
people = st.sampled_from(["ana", "ben", ""])
notes = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=12)
which = st.integers(0, 1000)
openings = st.integers(0, 1)


@dataclass
class ModelClaim:
    """What decisions change of a claim."""

    article: str
    status: str = "unverified"
    note: str = ""
    by: str = ""
    dropped: bool = False


State = tuple[dict[str, ModelClaim], set[str]]


@dataclass
class Model:
    """A library in memory: undo and redo put whole states back."""

    claims: dict[str, ModelClaim] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    done: list[State] = field(default_factory=list)
    undone: list[State] = field(default_factory=list)

    def decide(self) -> None:
        """Remember the state before a decision."""
        self.done.append(self.state())
        self.undone.clear()

    def state(self) -> State:
        """What an undo puts back."""
        return deepcopy(self.claims), set(self.dropped)

    def step(self, source: list[State], target: list[State]) -> bool:
        """Undo or redo; claims that came since stay as they came."""
        if not source:
            return False
        target.append(self.state())
        claims, self.dropped = source.pop()
        self.claims = self.claims | claims
        return True


class LibraryMachine(RuleBasedStateMachine):
    """Two openings of one folder, used in turn, closed and opened again at any time."""

    @initialize()
    def begin(self) -> None:
        self.scratch = tempfile.TemporaryDirectory(prefix="tuifact-model-")
        self.folder = Path(self.scratch.name) / "library"
        self.open = [opened(self.folder), opened(self.folder)]
        self.model = Model()
        self.next_article = 0

    def teardown(self) -> None:
        if hasattr(self, "open"):
            for library in self.open:
                library.close()
            assert examine(self.folder).findings == ()
            self.scratch.cleanup()

    def a_claim(self, number: int) -> str:
        return sorted(self.model.claims)[number % len(self.model.claims)]

    @rule(opening=openings, count=st.integers(0, 3))
    def add(self, opening: int, count: int) -> None:
        numbers = range(self.next_article, self.next_article + count)
        for added in self.open[opening].add_many(map(town, numbers)):
            assert added.outcome == "imported"
            for claim in self.open[opening].claims(added.article):
                self.model.claims[claim.id] = ModelClaim(added.article)
        self.next_article += count

    @precondition(lambda self: self.model.claims)
    @rule(opening=openings, number=which, status=statuses, by=people, note=notes)
    def mark(self, opening: int, number: int, status: Status, by: str, note: str) -> None:
        id_ = self.a_claim(number)
        rev = self.open[1 - opening].claim(id_).rev
        self.model.decide()
        self.open[opening].mark(id_, status, by=by, note=note, rev=rev)
        claim = self.model.claims[id_]
        claim.status, claim.by, claim.note = status.value, by, note or claim.note

    @precondition(lambda self: self.model.claims)
    @rule(opening=openings, numbers=st.lists(which, min_size=1, max_size=5), status=statuses)
    def mark_many(self, opening: int, numbers: list[int], status: Status) -> None:
        ids = [self.a_claim(number) for number in numbers]
        self.model.decide()
        self.open[opening].mark_many([(id_, status) for id_ in ids], by="many")
        for id_ in ids:
            self.model.claims[id_].status, self.model.claims[id_].by = status.value, "many"

    @precondition(lambda self: self.model.claims)
    @rule(opening=openings, number=which, note=notes)
    def write_note(self, opening: int, number: int, note: str) -> None:
        id_ = self.a_claim(number)
        self.model.decide()
        self.open[opening].write_note(id_, note)
        self.model.claims[id_].note = note

    @precondition(lambda self: self.model.claims)
    @rule(opening=openings, number=which, drop=st.booleans())
    def drop_claim(self, opening: int, number: int, drop: bool) -> None:
        id_ = self.a_claim(number)
        self.model.decide()
        library = self.open[opening]
        (library.drop_claim if drop else library.restore_claim)(id_)
        self.model.claims[id_].dropped = drop

    @rule(opening=openings)
    def undo(self, opening: int) -> None:
        assert bool(self.open[opening].undo()) == self.model.step(self.model.done, self.model.undone)

    @rule(opening=openings)
    def redo(self, opening: int) -> None:
        assert bool(self.open[opening].redo()) == self.model.step(self.model.undone, self.model.done)

    @precondition(lambda self: self.model.claims)
    @rule(opening=openings, number=which)
    def drop_or_restore_an_article(self, opening: int, number: int) -> None:
        article = self.model.claims[self.a_claim(number)].article
        self.model.decide()
        if article in self.model.dropped:
            self.open[opening].restore(article)
        else:
            self.open[opening].drop(article)
        self.model.dropped ^= {article}

    @rule(opening=openings)
    def compact(self, opening: int) -> None:
        self.open[opening].compact()

    @rule(opening=openings)
    def reopen(self, opening: int) -> None:
        self.open[opening].close()
        self.open[opening] = opened(self.folder)

    @invariant()
    def both_openings_show_the_model(self) -> None:
        if not hasattr(self, "open"):
            return
        seen = {id_: claim for id_, claim in self.model.claims.items() if claim.article not in self.model.dropped}
        wanted = {id_: (claim.status, claim.note, claim.by) for id_, claim in seen.items() if not claim.dropped}
        tally: dict[str, Any] = {status.value: 0 for status in Status}
        for status, _, _ in wanted.values():
            tally[status] += 1
        for library in self.open:
            found = {claim.id: (claim.status.value, claim.note, claim.by) for claim in library.claims()}
            assert found == wanted
            assert library.counts() == tally


LibraryMachine.TestCase.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLibrary = LibraryMachine.TestCase
