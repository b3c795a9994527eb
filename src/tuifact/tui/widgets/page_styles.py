"""What the parts of a page look like, looked up in the stylesheet once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget

LAYERS = ("current", "match", "match-current")
"""Parts that are laid over the style of the text below them."""


class PageStyles:
    """The styles by the names of the parts, as the page's component classes name them (`article--quote`)."""

    def __init__(self, page: Widget) -> None:
        self._page = page
        self._found: dict[str, Style] = {}

    def __call__(self, name: str) -> Style:
        """The style of a part; names that end in `-text`, and grounds, are laid over another style."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def forget(self) -> None:
        """The colours are others now."""
        self._found.clear()

    def _find(self, name: str) -> Style:
        page = self._page
        if name == "selection":
            # Themes give it a ground that shines through, which a partial style would paint opaque.
            ground = page.background_colors[1] + page.screen.get_component_styles("screen--selection").background
            selected = page.screen.get_component_rich_style("screen--selection", partial=True)
            return selected + Style(bgcolor=ground.rich_color)
        part = name.removesuffix("-text")
        style = page.get_component_rich_style(f"article--{part}", partial=True) if part else Style.null()
        return style if part in LAYERS or part != name else page.visual_style.rich_style + style
