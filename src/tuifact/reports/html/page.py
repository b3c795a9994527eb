"""The page around a report: what a browser must know, the style, the way past what is read already."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from tuifact import __version__
from tuifact.reports.html.markup import Markup, element, link, text
from tuifact.reports.interface import SCHEMA


@cache
def style() -> str:
    """The style sheet, as it stands in the page."""
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")


@cache
def policy() -> str:
    """What the page may do: nothing but to wear its own style (Content Security Policy, level 3)."""
    digest = b64encode(sha256(style().encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def page_start(title: str, canonical: str = "") -> Iterator[str]:
    """Everything before the content; `canonical` is the page's own address, if it has one."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield element("meta", http_equiv="Content-Security-Policy", content=policy()) + "\n"
    for name, content in (
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("generator", f"tuifact {__version__}"),
    ):
        yield element("meta", name=name, content=content) + "\n"
    yield element("title", title) + "\n"
    if canonical:
        yield element("link", rel="canonical", href=canonical) + "\n"
    yield f"<style>{style()}</style>\n</head>\n<body>\n"
    yield link("#main", "Skip to the report", class_="skip") + '\n<main id="main">\n'


def page_end() -> Iterator[str]:
    """Everything after it."""
    made = f"Made with tuifact {__version__}, report schema {SCHEMA}."
    yield f"</main>\n<footer>\n{element('p', made)}\n</footer>\n</body>\n</html>\n"


def heading(level: int, *content: str, **attributes: str | None) -> Markup:
    """A heading, at most of the sixth level."""
    return element(f"h{min(level, 6)}", *content, **attributes)


def section(name: str, level: int, title: str, *content: str) -> Markup:
    """A part of the report with its heading; `name` is its id."""
    head = heading(level, title, id=f"{name}-title")
    body = "\n".join(text(part) for part in content if part)
    return element("section", Markup(f"\n{head}\n{body}\n"), id=name, aria_labelledby=f"{name}-title")
