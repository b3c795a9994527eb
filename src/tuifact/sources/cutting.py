"""Collections cut into their entries, each by the file of this room that knows its form."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from tuifact.sources.forms import Form
from tuifact.sources.interface import Received, Stream, Terms


class Cutter(Protocol):
    """What a module named in `Form.cut` offers."""

    def cut_entries(self, file: Stream, source: str, terms: Terms) -> Iterator[Received]:
        """Each entry as an original of its own, in order; a bad one as the reason why. Raises `Refused` when the whole
        cannot be read."""
        ...


def cut_entries(form: Form, file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """The entries of a collection; its module is imported only now, for most imports need none."""
    cutter = cast(Cutter, import_module(f"tuifact.sources.{form.cut}"))
    return cutter.cut_entries(file, source, terms)
