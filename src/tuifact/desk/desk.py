"""One desk between the rooms and whoever asks: a checker at the keyboard, a script, a test."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tuifact.config import Settings
from tuifact.desk.archiving import Archiving
from tuifact.desk.comparing import Comparing
from tuifact.desk.correcting import Correcting
from tuifact.desk.counting import Counting
from tuifact.desk.deciding import Deciding
from tuifact.desk.following import Following
from tuifact.desk.keeping import Keeping
from tuifact.desk.linting import Linting
from tuifact.desk.remembering import Remembering
from tuifact.desk.reporting import Reporting
from tuifact.desk.reviewing import Reviewing
from tuifact.desk.sourcing import Sourcing
from tuifact.desk.suggesting import Suggesting
from tuifact.paths import bundled


class Desk(
    Following,
    Archiving,
    Comparing,
    Deciding,
    Correcting,
    Sourcing,
    Reviewing,
    Reporting,
    Remembering,
    Linting,
    Counting,
    Suggesting,
    Keeping,
):
    """The use cases on one library. Every argument that names an article or a claim takes an id or a unique prefix."""


@contextmanager
def open_demo(settings: Settings | None = None) -> Iterator[tuple[Desk, tuple[str, ...]]]:
    """A desk on a throw-away library with the sample articles, and their ids, the one to begin with first."""
    with tempfile.TemporaryDirectory(prefix="tuifact-demo-", ignore_cleanup_errors=True) as scratch:
        samples = sorted(path for path in bundled("sample_data").iterdir() if path.is_file())
        texts = [str(path) for path in samples if path.name != "README.md"]
        with Desk(Path(scratch) / "library", settings) as desk:
            added = list(desk.import_sources(texts))
            yield desk, tuple(item.article for item in added if item.article)
