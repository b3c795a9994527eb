"""Claims: an article's sentences, what each is worth to a checker and why, who said it.

The names are looked up on first use, so that scoring one sentence does not pay for finding speakers.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # what type checkers take for true; importing `typing` for it costs a third of scoring a sentence

if TYPE_CHECKING:
    from tuifact.claims.annotation import annotate
    from tuifact.claims.figures import Figure, find_figures
    from tuifact.claims.find import find_claims
    from tuifact.claims.kinds import kind_of
    from tuifact.claims.sentences import split_sentences
    from tuifact.claims.worthiness import worth

__all__ = [
    "Figure",
    "annotate",
    "find_claims",
    "find_figures",
    "kind_of",
    "split_sentences",
    "worth",
]

_HOMES = {
    "Figure": "figures",
    "annotate": "annotation",
    "find_claims": "find",
    "find_figures": "figures",
    "kind_of": "kinds",
    "split_sentences": "sentences",
    "worth": "worthiness",
}


def __getattr__(name: str) -> object:
    """The public name from the file that keeps it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
