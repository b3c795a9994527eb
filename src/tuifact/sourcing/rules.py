"""The rules about one claim: each says in a line what is wrong with what a verdict rests on, and what would mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tuifact.model import Claim, Evidence, Grade, Stance, Status
from tuifact.sourcing.addresses import host_of, is_archived, same_page
from tuifact.sourcing.interface import Reach
from tuifact.sourcing.quotes import alike, found_in
from tuifact.sourcing.snapshots import text_of

Rule = Callable[[Claim, Reach], Iterator[str]]
"""Yields a message for each thing found; nothing for a claim that is in order."""

_AT_FIRST_HAND = (Grade.PRIMARY, Grade.DATA)
_SHOWN = 60
_SMALL_WORDS = frozenset("the of and for in on de la du des der die das".split())
_WORD = re.compile(r"[^\W_]+")


def no_evidence(claim: Claim, reach: Reach) -> Iterator[str]:
    """A verdict without its sources is an opinion."""
    if claim.status != Status.UNVERIFIED and not claim.evidence:
        yield f"{claim.status} without any evidence: add the source it rests on"


def no_verdict_sentence(claim: Claim, reach: Reach) -> Iterator[str]:
    """A verdict that is passed on alone needs a sentence that stands alone."""
    if claim.status != Status.UNVERIFIED and not claim.verdict:
        yield f"{claim.status} without a verdict in a sentence: write what was found"


def single_source(claim: Claim, reach: Reach) -> Iterator[str]:
    """What only one teller tells may be one mistake; two entries of one house are one teller."""
    supporting = [source for source in claim.evidence if source.stance == Stance.SUPPORTS]
    if claim.status != Status.VERIFIED or any(source.grade in _AT_FIRST_HAND for source in supporting):
        return
    if len({_teller(source) for source in supporting}) == 1:
        kind = "one person's word" if supporting[0].grade == Grade.PERSON else "a single secondary source"
        yield f"verified on {kind} ({_shown(supporting[0].name)}): find the primary source, or others that tell it"


def claimant_only(claim: Claim, reach: Reach) -> Iterator[str]:
    """Whoever makes a claim is no source for it. A claimant who takes it back is one against it."""
    telling = [source for source in claim.evidence if source.stance != Stance.CONTEXT]
    if claim.status == Status.UNVERIFIED or not telling:
        return
    if claim.status == Status.DISPUTED and any(source.stance == Stance.REFUTES for source in telling):
        return
    origin = reach.origin(claim.article)
    if all(_is_claimant(source, claim.speaker, origin) for source in telling):
        who = claim.speaker or "the article itself"
        yield f"the only source is who makes the claim ({_shown(who)}): find one that does not depend on them"


def unarchived(claim: Claim, reach: Reach) -> Iterator[str]:
    """Pages change and go; a report is read for years."""
    for source in claim.evidence:
        if source.url and not (source.archive or source.snapshot or is_archived(source.url)):
            yield f"{_shown(source.name)} is kept nowhere: add an archive link or attach a snapshot"


def quote_missing(claim: Claim, reach: Reach) -> Iterator[str]:
    """Words in quotation marks are somebody's own; the copy that was kept shows whether they are."""
    for source in claim.evidence:
        if not (source.quote and source.snapshot):
            continue
        data = reach.read(source.snapshot)
        text = None if data is None else text_of(data, source.snapshot.name)
        if text and text.strip() and not found_in(source.quote, alike(text)):
            yield f"“{_shown(source.quote)}” is not in the copy of {_shown(source.name)}: compare the wording"


RULES: dict[str, Rule] = {
    "no-evidence": no_evidence,
    "single-source": single_source,
    "claimant-only": claimant_only,
    "unarchived": unarchived,
    "quote-missing": quote_missing,
    "no-verdict-sentence": no_verdict_sentence,
}
"""By name; `contradiction` compares claims and has a file of its own."""


def _teller(source: Evidence) -> str:
    """Who tells it: the house that published it, else the host of its address."""
    return _squashed(source.publisher) or host_of(source.url) or _squashed(source.title)


def _is_claimant(source: Evidence, speaker: str | None, origin: str) -> bool:
    """Whether a source is the speaker's own, by its publisher or its host; without a speaker the article speaks."""
    if not speaker:
        return bool(source.url and origin) and same_page(source.url) == same_page(origin)
    words, published = _words(speaker), _words(source.publisher)
    if words and (words == published or (len(words) > 1 and _contains(published, words))):
        return True
    labels = [label.replace("-", "") for label in host_of(source.url).split(".")[:-1]]
    initials = "".join(word[0] for word in words) if len(words) > 2 else ""
    return bool(words) and any(label in ("".join(words), initials) for label in labels if label)


def _contains(longer: list[str], shorter: list[str]) -> bool:
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _words(name: str) -> list[str]:
    """The words of a name in small letters, without those that names are written with and without."""
    words = [found[0] for found in _WORD.finditer(name.casefold())]
    return [word for word in words if word not in _SMALL_WORDS] or words


def _squashed(name: str) -> str:
    return "".join(_words(name))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
