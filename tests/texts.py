"""Sample texts of the tests, written for them."""

from __future__ import annotations

BRIDGE = """\
Bridge cost tripled, auditor finds

The harbour bridge opened on 12 October 2019. Few had believed it would.

The city spent 1.5 billion euros on the bridge, three times the amount approved in 2015, auditor Maren Holt said.

Steel prices rose by 40 percent within a year, the report says.
"""
"""A clean article with a title and at least three claims."""

MANGLED = """\
Ferry fares : what changed @-@ and what did not

The ferry carried 4 , 711 people in March 2021 , the port authority said . & quot ; Fares rose by 12 percent . & quot ;

We sold 900 tickets on 3 May 2021 . # ferry pic.twitter.com / abcDEF123
& mdash ; Harbour Ferry ( @ harbourferry ) May 4 , 2021
"""
"""The same kind of article as tokenising corpora hand it on, with an embedded post."""

HOSTILE = "\x1b[31m\x1b]0;owned\x07\x9b2J\u202e<b>[/b]\x7f"
"""What a terminal would obey: colours, a window title, a cleared screen, reversed text."""
