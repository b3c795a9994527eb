"""Deciding: verdicts and the words beside them, each on disk when the call returns, each undoable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from tuifact.desk.opened import OpenLibrary
from tuifact.errors import EvidenceError
from tuifact.model import Claim, Event, Rating, Status, Wording
from tuifact.model.plain import plain_line


class Deciding(OpenLibrary):
    """What changes how a claim stands."""

    def mark(
        self,
        claims: Sequence[str],
        status: Status | None = None,
        *,
        by: str = "",
        revs: Mapping[str, int] | None = None,
        clear: Sequence[str] = (),
        **words: Unpack[Wording],
    ) -> tuple[Claim, ...]:
        """Give claims a status, and these words beside it: all or none, on disk when it returns, one undo.

        A rating sets the status it counts as, which then need not be given. An empty word keeps what is there; `clear`
        names those that go (of `model.WORDING`). `revs` are the revisions one looked at, by id; `Conflict` is raised
        when somebody decided meanwhile, `EvidenceError` for a rating that is not on the scale or counts otherwise.
        """
        chosen = [self.library.resolve_claim(claim) for claim in claims]
        decided = self._rate(words, status)
        if decided is None:
            raise EvidenceError("nothing is decided", "give a status or a rating")
        pairs = [(claim, decided) for claim in chosen]
        return self.library.mark_many(pairs, by=self._checker(by), revs=revs, clear=clear, **words)

    def write_verdict(
        self,
        claims: Sequence[str],
        *,
        by: str = "",
        revs: Mapping[str, int] | None = None,
        clear: Sequence[str] = (),
        **words: Unpack[Wording],
    ) -> tuple[Claim, ...]:
        """Write or clear what is said beside the status of claims, which stays: all or none, one undo; as in `mark`.

        Raises `EvidenceError` for a rating that counts as another status than a claim has.
        """
        chosen = [self.library.resolve_claim(claim) for claim in claims]
        seen = dict(revs or {})
        for claim in chosen if words.get("rating") else ():
            held = self.library.claim(claim)
            self._rate(words, held.status)
            # Whoever gives it another status meanwhile makes the rating wrong.
            seen.setdefault(claim, held.rev)
        return self.library.write_verdict(chosen, by=self._checker(by), revs=seen, clear=clear, **words)

    def rating(self, label: str) -> Rating:
        """The rating of this label, whatever its capitals. Raises `EvidenceError` naming the scale."""
        ratings = self.settings.ratings
        for rating in ratings:
            if rating.label.casefold() == label.strip().casefold():
                return rating
        raise EvidenceError(
            f"there is no rating {plain_line(label)}", f"ratings are {', '.join(one.label for one in ratings)}"
        )

    def _rate(self, words: Wording, status: Status | None) -> Status | None:
        """The status that follows from the status and the rating given; the rating as the scale spells it."""
        label = words.get("rating", "")
        if not label:
            return status
        rating = self.rating(label)
        if status is not None and rating.status != status:
            raise EvidenceError(f"{rating.label} counts as {rating.status}, not as {status}", "choose another rating")
        words["rating"] = rating.label
        return rating.status

    def write_note(self, claim: str, note: str, *, by: str = "", rev: int | None = None) -> Claim:
        """Set or clear the public note of a claim; `rev` is the revision one looked at, as in `mark`."""
        return self.library.write_note(self.library.resolve_claim(claim), note, by=self._checker(by), rev=rev)

    def undo(self, *, by: str = "") -> tuple[Event, ...]:
        """Take back the last decision, wherever it was made; empty when there is none."""
        return self.library.undo(by=self._checker(by))

    def redo(self, *, by: str = "") -> tuple[Event, ...]:
        """Do again what was taken back last; empty when there is nothing."""
        return self.library.redo(by=self._checker(by))
