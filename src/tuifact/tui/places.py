"""Where one was in each article, so that reading goes on there. A convenience: it never fails and never matters."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

KEPT = 2000
"""Articles remembered, the latest ones; some 60 kB."""


class Places:
    """The last claim one was at, by library and article."""

    def __init__(self, file: Path | None) -> None:
        """`file` holds them, for every library; None remembers nothing."""
        self._file = file

    def find(self, library: Path, article: str) -> str:
        """Id of the claim one was at; empty when one was never here."""
        return self._read().get(_key(library, article), "")

    def keep(self, library: Path, article: str, claim: str) -> None:
        """Remember a claim."""
        if self._file is None:
            return
        key = _key(library, article)
        places = {other: at for other, at in self._read().items() if other != key}
        places[key] = claim
        latest = dict(list(places.items())[-KEPT:])
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=".places-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(latest, file)
            Path(name).replace(self._file)

    def _read(self) -> dict[str, str]:
        if self._file is None:
            return {}
        try:
            places = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return {key: at for key, at in places.items() if isinstance(at, str)} if isinstance(places, dict) else {}


def _key(library: Path, article: str) -> str:
    return f"{library.absolute()}#{article}"
