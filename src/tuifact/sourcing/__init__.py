"""The room of sourcing: what a verdict rests on, as it is typed in, and whether it would hold.

    entry.py        a source in one line                addresses.py    what an address must be, and whose it is
    lint.py         the rules over the claims of articles, with the severity the settings give them
    interface.py    what the rules ask of other rooms
    rules.py        one function a rule                 contradiction.py    the rule that compares claims
    quotes.py       whether a quote stands in a text    snapshots.py        the text of a kept copy

Everything here is a pure function of what it is given.
"""

from __future__ import annotations

from tuifact.sourcing.addresses import check_address, host_of, same_source
from tuifact.sourcing.entry import as_day, checked, evidence_line, parse_evidence
from tuifact.sourcing.interface import Reach
from tuifact.sourcing.lint import lint

__all__ = [
    "Reach",
    "as_day",
    "check_address",
    "checked",
    "evidence_line",
    "host_of",
    "lint",
    "parse_evidence",
    "same_source",
]
