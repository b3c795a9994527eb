"""A claim that two copies of a library decided differently says so on its card, with both verdicts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stock import FERRY

from tuifact.model import Action, Event, Status
from tuifact.tui.widgets.card_sections import low_card, tall_card
from tuifact.tui.widgets.particulars import Particulars

VERDICTS = (
    Event("c1", "a1", Action.MARKED, "ana", "2026-01-02T03:04:05.000Z", Status.UNVERIFIED, Status.VERIFIED, "", 1),
    Event("c1", "a1", Action.MARKED, "b[e]n", "2026-01-02T03:05:05.000Z", Status.UNVERIFIED, Status.DISPUTED, "", 1),
)
CLAIM = replace(FERRY.claims[0], contested=True, status=Status.DISPUTED)


@pytest.mark.parametrize("draw", [tall_card, low_card])
def test_both_verdicts_stand_on_the_card(draw: object) -> None:
    assert callable(draw)
    text = "\n".join(line.plain for line in draw(Particulars(CLAIM, 1, 5, VERDICTS)))
    assert "! decided differently: ✓ verified by ana, ✗ disputed by b[e]n; decide to settle it" in text


@pytest.mark.parametrize("draw", [tall_card, low_card])
def test_a_claim_nobody_contests_says_nothing_of_it(draw: object) -> None:
    assert callable(draw)
    assert "differently" not in "\n".join(line.plain for line in draw(Particulars(FERRY.claims[0], 1, 5)))
