"""The sources of an article's check: each once, numbered in the order in which the claims use them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tuifact.model.claim import Claim
from tuifact.model.evidence import Evidence, Grade, Stance
from tuifact.reports.addresses import web_address
from tuifact.reports.content.phrases import Reference
from tuifact.reports.words import counted, day

GRADES = {
    Grade.PRIMARY: "primary source",
    Grade.SECONDARY: "secondary source",
    Grade.PERSON: "person asked",
    Grade.DATA: "data",
}
"""How near a source stands, in words."""

NAMELESS = "A source without a name"
"""What a source is called that has neither title nor publisher nor address."""

STANCES = {Stance.SUPPORTS: "Evidence for", Stance.REFUTES: "Evidence against", Stance.CONTEXT: "Context"}
"""Titles of the evidence of a claim, in the order they stand in."""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source as one claim uses it."""

    source: int
    """Its number in the list of sources."""
    name: str
    publisher: str
    """Empty when it is the name already."""
    url: str
    """An address of the web, else empty."""
    locator: str
    quote: str
    stance: str
    """`supports`, `refutes` or `context`."""
    grade: str
    archive: str
    """An address of the web, else empty."""
    seen: str
    """The day it was looked at, in words."""
    snapshot: str
    """The copy that was kept, in words."""

    @property
    def facts(self) -> tuple[str, ...]:
        """What kind of source it is, when it was seen, what was kept of it."""
        seen = f"seen on {self.seen}" if self.seen else ""
        return tuple(filter(None, (self.grade, seen, self.snapshot)))


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """What speaks for a claim, against it, or beside it."""

    title: str
    stance: str
    uses: tuple[SourceUse, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source in the list at the end."""

    number: int
    name: str
    publisher: str
    url: str
    place: str
    """Its address as it was entered, where that is none of the web; else empty."""
    archives: tuple[str, ...]
    facts: tuple[str, ...]
    claims: tuple[Reference, ...]
    """Those that use it."""


class SourceList:
    """Numbers sources as claims are told of."""

    def __init__(self) -> None:
        self._uses: dict[tuple[str, ...], list[tuple[Evidence, Reference]]] = {}
        self._numbers: dict[tuple[str, ...], int] = {}

    def groups(self, claim: Claim, reference: Reference) -> tuple[EvidenceGroup, ...]:
        """The evidence of a claim by stance; its sources are numbered from here on."""
        uses = [self._use(evidence, reference) for evidence in claim.evidence]
        return tuple(
            EvidenceGroup(title, stance.value, found)
            for stance, title in STANCES.items()
            if (found := tuple(use for use in uses if use.stance == stance.value))
        )

    def sources(self) -> tuple[Source, ...]:
        """All that were numbered, in order."""
        return tuple(_source(self._numbers[key], uses) for key, uses in self._uses.items())

    def _use(self, evidence: Evidence, reference: Reference) -> SourceUse:
        key = _identity(evidence)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._uses.setdefault(key, []).append((evidence, reference))
        return SourceUse(
            source=number,
            name=_name(evidence),
            publisher=_publisher(evidence),
            url=web_address(evidence.url),
            locator=evidence.locator,
            quote=evidence.quote,
            stance=evidence.stance.value,
            grade=GRADES[evidence.grade],
            archive=web_address(evidence.archive),
            seen=day(evidence.seen) if evidence.seen else "",
            snapshot=_snapshot(evidence),
        )


def _identity(evidence: Evidence) -> tuple[str, ...]:
    """What makes two entries one source: the address, else the name and who published it."""
    if evidence.url:
        return (evidence.url.partition("#")[0].rstrip("/"),)
    return ("", evidence.title.casefold(), evidence.publisher.casefold())


def _source(number: int, uses: Sequence[tuple[Evidence, Reference]]) -> Source:
    first = next((evidence for evidence, _ in uses if evidence.title), uses[0][0])
    url = web_address(first.url)
    days = sorted({evidence.seen for evidence, _ in uses if evidence.seen})
    seen = f"seen on {day(days[-1])}" if days else ""
    return Source(
        number=number,
        name=_name(first),
        publisher=_publisher(first),
        url=url,
        place="" if url else first.url,
        archives=_once(web_address(evidence.archive) for evidence, _ in uses),
        facts=(*_once(GRADES[evidence.grade] for evidence, _ in uses), *filter(None, [seen])),
        claims=tuple(dict.fromkeys(reference for _, reference in uses)),
    )


def _name(evidence: Evidence) -> str:
    """What to call it in a line: its title, else who published it, else where on the web it is."""
    return evidence.title or evidence.publisher or web_address(evidence.url).partition("://")[2].partition("/")[0]


def _publisher(evidence: Evidence) -> str:
    return evidence.publisher if evidence.title else ""


def _snapshot(evidence: Evidence) -> str:
    kept = evidence.snapshot
    return f"copy kept as {kept.name} ({counted(kept.size, 'byte')}, sha256 {kept.sha256[:16]}…)" if kept else ""


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
