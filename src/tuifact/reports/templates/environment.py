"""Where templates run: a sandbox in which every word is escaped for the form it goes into, unless a filter did it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from tuifact.model.plain import plain_text
from tuifact.reports.addresses import web_address
from tuifact.reports.html.markup import escaped, paragraphs
from tuifact.reports.markdown.escape import address, block, code, heading, inline, line, yaml_text
from tuifact.reports.words import counted, day, listing, moment, shortened

_MADE_SAFE = ("safe", "forceescape", "urlize", "xmlattr", "tojson", "striptags", "e", "escape")
"""Filters of Jinja2 that mark text as escaped for HTML; in Markdown it would not be."""


class _TextGenerator(CodeGenerator):
    """Joins with `~` as text: what is joined is escaped as a whole, not in the parts Jinja2 knows for HTML."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (Jinja2's name)
        self.write("str_join((")
        for argument in node.nodes:
            self.visit(argument, frame)
            self.write(", ")
        self.write("))")


class _MarkdownEnvironment(ImmutableSandboxedEnvironment):
    code_generator_class = _TextGenerator


def markdown_environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """Templates for Markdown in this folder."""
    made = _prepare(_MarkdownEnvironment, folder, _escape_markdown)
    for name in _MADE_SAFE:
        made.filters.pop(name)
    filters = {"inline": inline, "line": line, "heading": heading, "block": block, "code": code, "yaml": yaml_text}
    made.filters |= {name: _marking(filter_) for name, filter_ in filters.items()}
    made.filters["quote"] = _marking(lambda words: block(words, "> "))
    made.filters["address"] = _marking(lambda words: address(web_address(words)))
    return made


def html_environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """Templates for HTML in this folder."""
    made = _prepare(ImmutableSandboxedEnvironment, folder, _escape_html)
    made.filters["paragraphs"] = _marking(paragraphs)
    made.filters["address"] = web_address
    return made


def _prepare(
    kind: type[ImmutableSandboxedEnvironment], folder: Path, finalize: Callable[[object], object]
) -> ImmutableSandboxedEnvironment:
    made = kind(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters |= {"shorten": shortened, "day": _day, "moment": moment, "listing": listing, "counted": counted}
    return made


def _marking(escape: Callable[[str], str]) -> Callable[[object], Markup]:
    """A filter whose result is escaped already."""
    return lambda value: Markup(escape(_words(value)))


def _escape_markdown(value: object) -> Markup:
    """Text wherever the template puts it, at the start of a line too, and right behind a number."""
    if isinstance(value, Markup):
        return value
    escaped = line(_words(value))
    return Markup(f"\\{escaped}" if escaped[:1] in (".", ")") else escaped)


def _escape_html(value: object) -> object:
    return value if isinstance(value, Markup) else Markup(escaped(plain_text(_words(value))))


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _day(value: object) -> str:
    return day(value) if isinstance(value, date) else _words(value)
