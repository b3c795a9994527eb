"""The index of earlier checks: what the library decided and what was published, found again by its words.

It is kept for speed alone, apart from the library, and made anew whenever it does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tuifact.desk.opened import OpenLibrary
from tuifact.model import Claim, Event, Status

if TYPE_CHECKING:
    from tuifact.matching import CheckStore, ClaimIndex, Encoder, PublishedCheck

CHECKS = "checks"
"""The library's folder of published checks."""

MARK = "filled-to.txt"
"""Beside the index: up to where it knows the library, and which published checks."""


class Indexing(OpenLibrary):
    """What keeps the index in step with the library and the published checks."""

    @property
    def _checks(self) -> CheckStore:
        from tuifact.matching import CheckStore

        return CheckStore(self.folder / CHECKS)

    @cached_property
    def _encoder(self) -> Encoder | None:
        if not self.settings.encoder:
            return None
        from tuifact.matching import load_encoder

        return load_encoder(Path(self.settings.encoder).expanduser())

    @property
    def _knows_nothing(self) -> bool:
        """Whether nothing was ever decided here and no published check was taken in: then there is nothing to find."""
        counts = self.library.counts()
        return counts["verified"] + counts["disputed"] == 0 and not (self.folder / CHECKS).is_dir()

    def fill_index(self, progress: Callable[[int], None] | None = None) -> str:
        """Bring the index up to date now, so that no search has to wait for it; `progress` is told how many checks of
        those published are in it.

        Gives the reason, in one line, when it is not kept on disk: then every search waits, and nothing else is lost.
        Raises `MatchingError` for an encoder in the settings that cannot be used.
        """
        with self._index(progress) as index:
            return index.trouble

    @contextmanager
    def _index(self, progress: Callable[[int], None] | None = None) -> Iterator[ClaimIndex]:
        """The index, brought up to date. Raises `MatchingError` for an encoder in the settings that cannot be used."""
        from tuifact.matching import ClaimIndex

        with ClaimIndex(self._index_folder, encoder=self._encoder) as index:
            self._fill(index, progress)
            yield index

    def _fill(self, index: ClaimIndex, progress: Callable[[int], None] | None) -> None:
        """Bring the index up to what the library and the published checks are now."""
        file = self._index_folder / MARK
        mark, stamp = _read_mark(file) if len(index) else ("", "")
        checks = self._checks
        present = checks.stamp()
        if present != stamp:
            index.extend(((check.id, _searched(check), check.said_on) for check in checks.checks()), progress)
        events, now = self.library.changes(mark or None)
        if mark:
            self._follow(index, events)
        else:
            # Claims that nobody decided are most of a library, and are never made whole here.
            decided = (self.library.claims(status=status) for status in (Status.VERIFIED, Status.DISPUTED))
            index.extend((claim.id, claim.text, None) for claims in decided for claim in claims)
        if (now, present) != (mark, stamp):
            index.flush()
            _write_mark(file, now, present)

    def _follow(self, index: ClaimIndex, events: Sequence[Event]) -> None:
        """Add what was decided since, and remove what is undecided again."""
        for claim_id in dict.fromkeys(event.claim for event in events if event.claim):
            claim = self._decided(claim_id)
            if claim is None:
                index.remove(claim_id)
            else:
                index.add(claim.id, claim.text)

    def _decided(self, claim_id: str) -> Claim | None:
        """The claim, if it has a verdict and was not set aside."""
        claim = self.library.claim_in_use(claim_id)
        return None if claim is None or claim.status is Status.UNVERIFIED else claim


def _searched(check: PublishedCheck) -> str:
    """The claim in the first line, and what else helps to find it."""
    return "\n".join(part for part in (check.claim, check.headline) if part)


def _read_mark(file: Path) -> tuple[str, str]:
    try:
        mark, _, stamp = file.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return "", ""
    return mark, stamp


def _write_mark(file: Path, mark: str, stamp: str) -> None:
    try:
        file.write_text(f"{mark}\n{stamp}", encoding="utf-8")
    except OSError:
        return  # the index is not kept either; it works in memory
