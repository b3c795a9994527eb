"""The lint: every rule over the claims of articles, with the severity that the settings give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tuifact.model import RULES as DEFAULTS
from tuifact.model import Claim, Finding, Severity
from tuifact.sourcing.contradiction import contradictions
from tuifact.sourcing.interface import Reach
from tuifact.sourcing.rules import RULES

_COPIES = 8
"""Kept copies held in memory at once: several claims often quote one document."""


def lint(
    claims: Sequence[Claim], severities: Mapping[str, str] | None = None, reach: Reach | None = None
) -> tuple[Finding, ...]:
    """What the rules find about these claims, claim by claim in their order; rules that are off are not tried.

    `severities` differ from `model.RULES`, by the names of the rules. Claims are compared within their article, so all
    that are to be held against each other must be given.
    """
    weights = {name: Severity((severities or {}).get(name, usual)) for name, usual in DEFAULTS.items()}
    reach = reach or Reach()
    reach = replace(reach, read=lru_cache(_COPIES)(reach.read))
    contradicted = _contradicted(claims, reach) if weights["contradiction"] is not Severity.OFF else {}
    found: list[Finding] = []
    for claim in claims:
        for name, weight in weights.items():
            if weight is Severity.OFF:
                continue
            messages = RULES[name](claim, reach) if name in RULES else contradicted.get(claim.id, ())
            found += [Finding(name, weight, claim.id, message) for message in messages]
    return tuple(found)


def _contradicted(claims: Sequence[Claim], reach: Reach) -> dict[str, list[str]]:
    """By the id of a claim that contradicts others, a message about one of them."""
    articles: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        articles[claim.article].append(claim)
    messages: dict[str, list[str]] = {}
    for article in articles.values():
        for verified, disputed in contradictions(article, reach):
            messages.setdefault(verified.id, [_message(verified, disputed)])
            messages.setdefault(disputed.id, [_message(disputed, verified)])
    return messages


def _message(one: Claim, other: Claim) -> str:
    words = " ".join(other.text.split())
    shown = words if len(words) <= 80 else f"{words[:79].rstrip()}…"
    return f"{one.status} here, and {other.status} where the article says the same: “{shown}” ({other.id[:6]})"
