"""The command that shows what tuifact does, on articles that travel with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tuifact.cli.output import is_terminal, say, say_text
from tuifact.cli.pages import number_claims, say_article, say_claims, say_shelf
from tuifact.config import load_settings

if TYPE_CHECKING:
    from tuifact.desk import Desk

RULE = "─" * 78


def demo() -> int:
    """Look around: the reader on sample articles, nothing is kept.

    Into a pipe or a file it writes the first sample, its claims and its report instead.

    Example: tuifact demo
    """
    from tuifact.desk import open_demo

    if is_terminal(sys.stdout):
        from tuifact.tui.launch import open_demo_reader

        return open_demo_reader()
    with open_demo(load_settings()) as (desk, articles):
        _say_loop(desk, articles[0])
        say()
        _say_section("The other samples")
        say_shelf([desk.summary(article) for article in articles[1:]])
    return 0


def _say_loop(desk: Desk, article: str) -> None:
    claims = desk.claims(article)
    _say_section("The article, cleaned")
    say_article(desk.summary(article), desk.article(article), claims)
    say()
    _say_section("Its claims")
    say_claims(claims, number_claims(claims))
    say()
    _say_section("The report, in Markdown")
    for piece in desk.report_pieces([article], text=True):
        say_text(piece.decode(), end="")


def _say_section(title: str) -> None:
    say(RULE)
    say(title)
    say(RULE)
    say()
