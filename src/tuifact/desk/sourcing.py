"""Sourcing: what a verdict rests on, entered, changed, listed, and held against the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tuifact.desk.reading import Reading
from tuifact.errors import EvidenceError
from tuifact.model import Claim, Evidence, Snapshot
from tuifact.model.plain import plain_line


@dataclass(frozen=True, slots=True)
class Source:
    """One page, document or person, and every claim that rests on it."""

    name: str
    """Its title, else who published it, else its address: as it was entered first."""
    host: str
    """Of its address; empty when it has none."""
    uses: tuple[tuple[Claim, Evidence], ...]
    """In the order of the claims."""


class Sourcing(Reading):
    """What adds, changes and lists evidence. Arguments that name a source take its id or a unique prefix."""

    def add_evidence(self, claim: str, evidence: Evidence, *, snapshot: Path | None = None, by: str = "") -> Evidence:
        """Give a claim a source, with a copy of it if a file is named; as it is kept, with its id. One undo.

        A page without a day was seen today. Raises `EvidenceError` for what is no address, is too long or names
        nothing, or for a file that cannot be taken; `NotFound` for an unknown claim.
        """
        chosen = self.library.resolve_claim(claim)
        wanted = self._checked(evidence)
        if wanted.url and wanted.seen is None and not wanted.at:
            wanted = replace(wanted, seen=date.today())
        if snapshot is not None:
            wanted = replace(wanted, snapshot=self._kept(snapshot))
        return self.library.add_evidence(chosen, wanted, by=self._checker(by))

    def edit_evidence(self, source: str, changed: Evidence, *, was: Evidence | None = None, by: str = "") -> Evidence:
        """Give a source these words, stance, grade and snapshot; `dataclasses.replace` makes them from the present one.

        `was` is the evidence one looked at: `Conflict` is raised when somebody changed it meanwhile.
        """
        chosen = self.library.resolve_evidence(source)
        return self.library.edit_evidence(chosen, self._checked(changed), was=was, by=self._checker(by))

    def remove_evidence(self, source: str, *, by: str = "") -> Evidence:
        """Take a source away from its claim; nothing of it is erased, `undo` brings it back."""
        return self.library.remove_evidence(self.library.resolve_evidence(source), by=self._checker(by))

    def attach_snapshot(self, source: str, file: Path, *, by: str = "") -> Evidence:
        """Keep a copy of a source in the library, its SHA-256 beside it; the file itself is left where it is.

        Raises `EvidenceError` when the file cannot be read, or is larger than the settings allow.
        """
        held = self.evidence(source)[1]
        changed = replace(held, snapshot=self._kept(file))
        return self.library.edit_evidence(held.id, changed, was=held, by=self._checker(by))

    def snapshot(self, source: str) -> bytes:
        """The copy that was kept of a source. Raises `EvidenceError` when there is none, `LibraryError` when it is
        damaged."""
        held = self.evidence(source)[1]
        if held.snapshot is None:
            raise EvidenceError(f"no copy of {plain_line(held.name)} was kept", "tuifact evidence edit --snapshot FILE")
        return self.library.snapshot(held.snapshot)

    def evidence(self, source: str) -> tuple[Claim, Evidence]:
        """One source, and the claim it was entered for."""
        claim, evidence = self.library.evidence(self.library.resolve_evidence(source))
        return self.library.claim(claim), evidence

    def list_evidence(self, what: str | None = None) -> tuple[tuple[Claim, Evidence], ...]:
        """Each source with its claim: of one claim, of an article, or of the whole library, in reading order.

        `what` is the id of either. Raises `NotFound` when it is neither.
        """
        chosen = self.claim_or_article(what) if what is not None else None
        if isinstance(chosen, Claim):
            claims: Sequence[Claim] = [chosen]
        else:
            claims = self.library.sourced_claims(chosen.id if chosen is not None else None)
        return tuple((one, evidence) for one in claims for evidence in one.evidence)

    def sources(self) -> tuple[Source, ...]:
        """Every source of the library with the claims that rest on it, those that carry most first."""
        from tuifact.sourcing import host_of, same_source

        uses: dict[str, list[tuple[Claim, Evidence]]] = defaultdict(list)
        for claim, evidence in self.list_evidence():
            uses[same_source(evidence)].append((claim, evidence))
        found = [Source(use[0][1].name, host_of(use[0][1].url), tuple(use)) for use in uses.values()]
        return tuple(sorted(found, key=lambda source: (-len(source.uses), source.name.casefold())))

    @staticmethod
    def _checked(evidence: Evidence) -> Evidence:
        from tuifact.sourcing import checked

        return checked(evidence)

    def _kept(self, file: Path) -> Snapshot:
        """The copy of a file, kept in the library. Raises `EvidenceError`."""
        data = self._read(file, EvidenceError)
        if not data:
            raise EvidenceError(f"{plain_line(str(file))} is empty", "save the page or document first")
        return self.library.keep_snapshot(data, file.name)


def parse_evidence(line: str) -> Evidence:
    """The source in one line: its address, then what is known of it, between tabs or ` | `. See `sourcing/entry.py`.

    Raises `EvidenceError`.
    """
    from tuifact.sourcing import parse_evidence

    return parse_evidence(line)


def evidence_line(evidence: Evidence) -> str:
    """The line from which `parse_evidence` makes this source again."""
    from tuifact.sourcing import evidence_line

    return evidence_line(evidence)
