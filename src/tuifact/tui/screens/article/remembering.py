"""What was checked before: looked up while one reads, shown in the margin and on the card, taken over with a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.timer import Timer

from tuifact.errors import TuifactError
from tuifact.model import Status
from tuifact.tui.commands import shown_keys
from tuifact.tui.heap import give_back, share
from tuifact.tui.screens.article.open_article import OpenArticle
from tuifact.tui.widgets.particulars import Particulars

NEAR = 40
"""Claims around the current one that are looked up together: those on a screen or two."""

if TYPE_CHECKING:
    from tuifact.model import Claim, EarlierCheck, Evidence

FEW = 20_000
"""Claims of a library in which those in the same words are looked for unasked: in a larger one keys would wait."""

PATIENCE = 0.4
"""Seconds one stays at a claim before more is looked up: no key is to wait for it."""


class Remembering(OpenArticle):
    """Looks up the earlier checks of the claims near the current one, and the claims in the same words."""

    _known: Mapping[str, tuple[EarlierCheck, ...]] = {}
    _twins: Mapping[str, int] = {}
    _asked: frozenset[str] = frozenset()
    _soon: Timer | None = None

    class Remembered(Message):
        """Something was found out about these claims."""

        def __init__(
            self, article: str, known: Mapping[str, tuple[EarlierCheck, ...]], twins: Mapping[str, int]
        ) -> None:
            super().__init__()
            self.article, self.known, self.twins = article, known, twins

    def open(self, article: str, claim: str = "", *, otherwise: int | None = None, keep: bool = False) -> None:
        """Show an article, and look up its claims once it stands there."""
        self._known, self._twins, self._asked = {}, {}, frozenset()
        super().open(article, claim, otherwise=otherwise, keep=keep)
        self.call_after_refresh(self._look_back)

    def choose(self, index: int) -> None:
        """Go to a claim; when one stays there, more is looked up."""
        super().choose(index)
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(PATIENCE, self._look_back)

    def _particulars(self, claim: Claim) -> Particulars:
        about = super()._particulars(claim)
        keys = self.reader.keys
        return about._replace(
            earlier=self._known.get(claim.id, ()),
            earlier_key=shown_keys(keys["earlier"]),
            twins=self._twins.get(claim.id, 0),
            twins_key=shown_keys(keys["mark_alike"]),
        )

    def _look_back(self) -> None:
        if self not in self.app.screen_stack:  # One has left meanwhile.
            return
        claim = self.current
        if claim is None:
            return
        near = range(max(0, self.view.current - NEAR // 2), min(len(self.roll), self.view.current + NEAR))
        wanted = [id_ for id_ in map(self.roll.id, near) if id_ not in self._asked]
        self._asked = self._asked.union(wanted)
        if wanted or claim.id not in self._twins:
            share()
            self._look_up(self.shown, wanted, claim.id)

    @work(thread=True, group="earlier")
    def _look_up(self, article: str, claims: Sequence[str], current: str) -> None:
        # What cannot be looked up is not known; whoever marks is told what is wrong with the library.
        with suppress(TuifactError):
            known = self.desk.earlier(claims) if claims else {}
            few = self.desk.tally().total <= FEW
            self.post_message(self.Remembered(article, known, {current: len(self.desk.twins(current)) if few else 0}))
        give_back()

    def on_remembering_remembered(self, message: Remembered) -> None:
        """Show what was found, unless another article is open by now."""
        if message.article != self.shown:
            return
        self._known = {**self._known, **message.known}
        self._twins = {**self._twins, **message.twins}
        self._show_known(message.known)

    def _show_known(self, claims: Iterable[str]) -> None:
        for number in map(self.roll.number, claims):
            if number is not None:
                self.view.look.known.add(number)
                self.view.repaint_claim(number)
        if (claim := self.current) and (claim.id in self._known or self._twins.get(claim.id)):
            self.show_card()

    def action_earlier(self) -> None:
        """The earlier checks of the current claim."""
        from tuifact.tui.screens.earlier import earlier_screen

        claim = self.current
        checks = self._known.get(claim.id, ()) if claim else ()
        if claim is None or not checks:
            self.say("Nothing like this claim was checked before.")
            return

        def done(answer: tuple[str, int] | None) -> None:
            if answer is not None:
                self._use(claim, checks[answer[1]], answer[0])

        self.app.push_screen(earlier_screen([(check, self._grounds(check)) for check in checks]), done)

    def _grounds(self, check: EarlierCheck) -> tuple[Evidence, ...]:
        if check.origin != "library":
            return ()
        try:
            return self.desk.claim(check.id).evidence
        except TuifactError:
            return ()

    def _use(self, claim: Claim, check: EarlierCheck, key: str) -> None:
        if key == "o":
            self._open_page(check)
            return
        try:
            if key == "x":
                self.desk.dismiss(claim.id, check)
                left = tuple(one for one in self._known[claim.id] if one.id != check.id)
                self._known = {**self._known, claim.id: left}
                if not left and (number := self.roll.number(claim.id)) is not None:
                    self.view.look.known.discard(number)
            else:
                self.desk.adopt(claim.id, check, rev=claim.rev)
        except TuifactError as error:
            self.show_what_is(error)
            return
        after = self.desk.claim(claim.id)
        self.renew(after)
        self.show_card()
        self.say("Dismissed; undo brings it back." if key == "x" else _taken(claim, after))

    def _open_page(self, check: EarlierCheck) -> None:
        if check.origin == "library":
            self.open_claim(check.id)
        elif not check.url:
            self.say("This check names no page.")
        else:
            self.say(f"Opened: {check.url}" if self.reader.show_link(check.url) else f"Not opened: {check.url}")

    def open_claim(self, claim: str) -> None:
        """Go to a claim, in whatever article it stands."""
        try:
            article = self.desk.claim(claim).article
        except TuifactError as error:
            self.complain(error)
            return
        if article == self.shown:
            self.go_to_claim(claim)
        else:
            self.open(article, claim)

    def action_mark_alike(self) -> None:
        """Mark every unchecked claim in the words of the current one as that is marked."""
        claim = self.current
        if claim is None or claim.status is Status.UNVERIFIED:
            self.say("Decide this claim first; then those in the same words can be marked alike.")
            return
        try:
            twins = self.desk.twins(claim.id)
            if not twins:
                self.say("No unchecked claim says this in the same words.")
                return
            chosen = [one.id for one in twins]
            marked = self.desk.mark(chosen, claim.status, verdict=claim.verdict, rating=claim.rating, note=claim.note)
        except TuifactError as error:
            self.show_what_is(error)
            return
        for one in marked:
            self.renew(one)
        self._twins = {**self._twins, claim.id: 0}
        self.show_card()
        self.say(f"{len(marked)} more: {claim.status.glyph} {claim.status}.")


def _taken(before: Claim, after: Claim) -> str:
    """What was taken over from an earlier check, and what is left to do."""
    if after.rev != before.rev:
        return f"Taken over: {after.status.glyph} {after.status}."
    left = "the verdict is still to be given" if after.status is Status.UNVERIFIED else "the verdict stays as it was"
    if after.evidence == before.evidence:
        return f"That check names no source, and its claim is not the same: {left}."
    return f"Its evidence is here, as context; {left}."
