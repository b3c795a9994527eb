"""Every key of every screen, pressed as a person would, judged by what then stands on the screen and in the library."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from scenario import SCENARIOS, Scenario
from seat import seated
from stock import SHELF, fill

from tuifact.tui.commands import COMMANDS

for part in ("deciding", "claims", "moving", "lists", "looking", "library"):
    import_module(f"acts_{part}")


def test_every_command_of_every_screen_has_a_scenario() -> None:
    wanted = {(place, command.name) for command in COMMANDS for place in command.places}
    assert {(scenario.place, scenario.name) for scenario in SCENARIOS} == wanted
    assert len(SCENARIOS) == len(wanted)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
async def test_command(scenario: Scenario, tmp_path: Path) -> None:
    ids = fill(tmp_path / "library", SHELF)
    opened = {"article": ids[1 if scenario.long else 2]}.get(scenario.place)
    async with seated(tmp_path / "library", opened) as seat:
        if scenario.place == "queue":
            await seat.press("Q")
        await scenario.act(seat)
        leaves = (scenario.place, scenario.name) == ("shelf", "back")
        assert seat.app.is_running is not leaves
