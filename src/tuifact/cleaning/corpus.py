"""What corpora write in the place of characters and words: bracket names, quote pairs, numbers, gaps, word pieces."""

from __future__ import annotations

import re

_BRACKETS = {"LRB": "(", "RRB": ")", "LSB": "[", "RSB": "]", "LCB": "{", "RCB": "}"}
_BRACKET = re.compile(r"(?:@-@|-) ?([LR][RSC]B) ?(?:@-@|-)")
_SMALL_BRACKET = re.compile(r"(?:@-@|-) ?([lr][rsc]b) ?(?:@-@|-)")
TEXT_NUMBER = re.compile(r"\s*(?:##|@@)(?:\d{4,}| \d{6,}) ?")
HALVES = ("gon na", "wan na", "got ta", "gim me", "lem me", "can not", "Can not")
"""Words that a treebank cuts in two."""

SEAMS = ("t ta", "n na", "m me", "an not")
"""Where they are cut, one of which stands in each; the likeliest first."""

_LEFT_OUT = re.compile(r"@(?: {1,3}@){2,}")


def has_brackets(text: str) -> bool:
    """Whether a bracket may go by its name, which another tokeniser may have taken apart."""
    return "B" in text and ("RB" in text or "SB" in text)


def has_small_brackets(text: str) -> bool:
    """The same without capitals."""
    return "lrb" in text


def name_brackets(text: str) -> str:
    """`-LRB- Israel -RRB-` becomes `( Israel )`: the Penn Treebank gives brackets names."""
    return _BRACKET.sub(lambda match: _BRACKETS[match[1]], text) if "B" in text else text


def name_small_brackets(text: str) -> str:
    """`-lrb- israel -rrb-` becomes `( israel )`: the same in a corpus without capitals."""
    return _SMALL_BRACKET.sub(lambda match: _BRACKETS[match[1].upper()], text)


def unescape_slashes(text: str) -> str:
    r"""`1\/2` becomes `1/2`, `\*` becomes `*`: the Penn Treebank escapes them."""
    return text.replace("\\/", "/").replace("\\*", "*")


def straighten_apostrophes(text: str) -> str:
    """`'' so '' he said` becomes `" so " he said`: in a text without backticks the pair does not say which is which."""
    return text.replace("''", '"')


def open_quotes(text: str) -> str:
    """Penn's ``` `` ``` becomes curly: it says that it opens, a straight mark would forget it."""
    return text.replace("``", "“").replace(" ` ", " ‘ ")


def close_quotes(text: str) -> str:
    """`''` becomes curly in a text with backticks."""
    return text.replace("''", "”")


def drop_text_number(text: str) -> str:
    """`##4883839` before a text of COCA or NOW is a number of the corpus, no word of the author."""
    match = TEXT_NUMBER.match(text)
    return text[match.end() :] if match else text


def mark_left_out(text: str) -> str:
    """Ten `@` stand for ten words that the corpus may not publish: `[…]`."""
    return _LEFT_OUT.sub("[…]", text) if "@ @" in text or "@  @" in text else text


def join_halves(text: str) -> str:
    """`gon na` becomes `gonna`, `can not` becomes `cannot`."""
    for halves in HALVES:
        if halves in text:
            text = re.sub(rf"\b{halves}\b", halves.replace(" ", ""), text)
    return text


def join_subwords(text: str) -> str:
    """`dis@@ tilleries` becomes `distilleries`."""
    return text.replace("@@ ", "")
