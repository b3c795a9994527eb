"""Every command by name, read off the table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tuifact.tui.commands import Command, commands_of, shown_keys

if TYPE_CHECKING:
    from tuifact.tui.app import ReaderApp


class CommandsProvider(Provider):
    """Offers what can be done on the screen below the palette."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(self._label(command), partial(self._run, command))

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            label = self._label(command)
            if (score := matcher.match(label)) > 0:
                yield Hit(score, matcher.highlight(label), partial(self._run, command))

    def _commands(self) -> tuple[Command, ...]:
        return tuple(c for c in commands_of(cast("ReaderApp", self.app).place) if c.name != "palette")

    def _label(self, command: Command) -> str:
        reader = cast("ReaderApp", self.app)
        return f"{command.help_on(reader.place)}   {shown_keys(reader.keys[command.name])}"

    async def _run(self, command: Command) -> None:
        owner = self.app if "anywhere" in command.places else self.screen
        await owner.run_action(command.action)
