"""The library: articles, their claims and the verdicts on them, in a folder, never lost."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from tuifact.library.adding import Adding
from tuifact.library.asking import Asking
from tuifact.library.editing import Editing
from tuifact.library.following import Following
from tuifact.library.recording import Recording
from tuifact.library.remembering import Remembering
from tuifact.library.session import FindClaims
from tuifact.library.signing import Signing
from tuifact.library.takeover import TakingOver
from tuifact.library.versions import Versions
from tuifact.model import Article, Claim


class Library(Versions, Adding, Remembering, Editing, Asking, Signing, TakingOver, Recording, Following):
    """An open library, to be used in a `with` block.

    What it was told is on disk when the call returns, whatever happens then: a crash, a full disk, another process.
    Several processes and threads may use one folder at the same time; each sees the others' work at its next read.
    """

    @classmethod
    def open(cls, folder: str | os.PathLike[str], *, find_claims: FindClaims | None = None) -> Self:
        """Open the library in this folder, which is made when it is not there.

        A folder that cannot be written opens for reading (`read_only`). `find_claims` finds the claims of articles
        that are added; without it the room of claims does. Raises `LibraryError` when the folder is no library, cannot
        be read, or is damaged; then nothing was changed.
        """
        return cls(Path(folder), find_claims or _find_claims)


def _find_claims(article: Article) -> Iterable[Claim]:
    from tuifact.claims.find import find_claims

    return find_claims(article)
