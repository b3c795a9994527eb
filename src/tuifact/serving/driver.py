"""How the reader talks to the server instead of a terminal: Textual's web driver, with its two loose ends tied."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class BrowserDriver(WebDriver):
    """Ends the reader when nobody is at the other end any more, and names files instead of sending them in pieces.

    Textual's own (8.2.8) reads on after the end of its input, so that a server that was killed leaves its readers
    behind.
    """

    def write(self, data: str) -> None:
        """Send what a terminal would show."""
        with suppress(BrokenPipeError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Send a message about the terminal."""
        with suppress(BrokenPipeError):
            super().write_meta(data)

    def run_input_thread(self) -> None:
        """Read until there is no more, and leave then."""
        super().run_input_thread()
        app: App[object] = self._app
        if app.is_running:
            app.call_from_thread(app.post_message, ExitApp())

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Tell the server which file the visitor wants: it lies in a folder that both know."""
        binary.close()
        self.write_meta({"type": "deliver_file_start", "key": delivery_key, "path": save_path.name})
