"""Text that shows as it is written: nothing an article or a note says becomes structure in a Markdown report.

Every function takes untrusted text and gives CommonMark (with GitHub's tables and strikethrough) that renders as the
same characters. Only what could act is escaped, so that the report also reads well unrendered.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise

from tuifact.model.plain import plain_line, plain_text

_ACTIVE = re.compile(r"[\\`*\[\]|~<]|_+|&(?=#?\w{1,40};)")
_LINE_START = re.compile(r"#{1,6}(?=[ \t]|$)|[-+](?=[ \t]|$)|[-=:](?=[-=: \t]*$)|>|(?<=\d)[.)](?=[ \t]|$)")
_NUMBERED = re.compile(r"\d{1,9}(?=[.)](?:[ \t]|$))")
_SPACES = re.compile("  +")
_BACKTICKS = re.compile("`+")
_NOT_IN_YAML = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def fold(text: str) -> str:
    """Text as one line without a control character. Spaces of other kinds (no-break, thin) are part of a quotation."""
    return _SPACES.sub(" ", plain_line(text)).strip(" ")


def inline(text: str) -> str:
    """Text within a line; newlines become spaces.

    >>> inline("a|b [c](d) *e* 5_000 _f_ <g> AT&T &lt;")
    'a\\\\|b \\\\[c\\\\](d) \\\\*e\\\\* 5_000 \\\\_f\\\\_ &lt;g> AT&T &amp;lt;'
    """
    return _ACTIVE.sub(_escaped, fold(text))


def line(text: str) -> str:
    """Text that begins a line: it is no heading, list, quotation, rule or table either.

    >>> line("# 12"), line("1. that"), line("---"), line("-5 %")
    ('\\\\# 12', '1\\\\. that', '\\\\---', '-5 %')
    """
    return _guard(inline(text))


def lines(text: str) -> list[str]:
    """Body text line by line, each fit to begin a line; empty ones part paragraphs and are never two in a row."""
    kept: list[str] = []
    for raw in plain_text(text).split("\n"):
        if (clean := line(raw)) or (kept and kept[-1]):
            kept.append(clean)
    return kept[:-1] if kept and not kept[-1] else kept


def block(text: str, prefix: str = "") -> str:
    """Body text with its own line breaks and paragraphs; each line starts with `prefix` (`> ` for a quotation)."""
    # A backslash is the one line break that survives editors which trim spaces.
    broken = [f"{here}\\" if here and following else here for here, following in pairwise([*lines(text), ""])]
    return "\n".join((prefix + one).rstrip(" ") for one in broken)


def heading(text: str) -> str:
    """Text of a heading; a closing run of `#` would be dropped, so it is escaped."""
    escaped = inline(text)
    return f"{escaped[:-1]}\\#" if escaped.endswith("#") else escaped


def code(text: str) -> str:
    """A code span: a path, a fingerprint, a bar. Empty text gives an empty string."""
    plain = fold(text)
    if not plain:
        return ""
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(plain)), default=0))
    pad = " " if plain[0] == "`" or plain[-1] == "`" else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def address(url: str) -> str:
    """An address as a link that reads as itself; `url` comes from `web_address`, empty gives an empty string."""
    return f"<{url}>" if url else ""


def yaml_text(text: str) -> str:
    """A double-quoted scalar of YAML 1.1 and 1.2; JSON's strings are such scalars but for the characters YAML bars."""
    quoted = json.dumps(fold(text), ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _escaped(found: re.Match[str]) -> str:
    run, text = found.group(), found.string
    if run[0] == "_":
        before, after = text[: found.start()][-1:], text[found.end() : found.end() + 1]
        # Between two letters or digits an underscore never opens emphasis, and handles stay readable.
        return run if before.isalnum() and after.isalnum() else "\\_" * len(run)
    return {"<": "&lt;", "&": "&amp;"}.get(run, f"\\{run}")


def _guard(text: str) -> str:
    numbered = _NUMBERED.match(text)
    start = numbered.end() if numbered else 0
    return f"{text[:start]}\\{text[start:]}" if _LINE_START.match(text, start) else text
