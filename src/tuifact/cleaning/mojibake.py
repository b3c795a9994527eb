"""UTF-8 that was read as Windows-1252, once or twice, read again as what it was."""

from __future__ import annotations

import re

from tuifact.cleaning.evidence import has_any

_ODD = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TRAIL = f"[\x80-\xbf{_ODD}]"
_SEQUENCE = re.compile(
    f"[Â-ô](?:(?<=[Â-ß]){_TRAIL}|(?<=[à-ï]){_TRAIL}{{2}}|(?<=[ð-ô]){_TRAIL}{{3}}|(?<=â)€(?=[\\s,.;:!?)]|$))"
)
_BYTES = {char: char.encode("cp1252")[0] for char in _ODD}
_LEADS = ("Ã", "Â", "â", "ð", "ï", "Å", "Ä", "Ð", "Ñ", "Î", "Ï")
_READINGS = 3
"""Times a text may have been misread; more do not occur."""

_SURE = "ÂÃâðï"
"""Leads whose sequences do not occur in real text: `Ã©`, `â€™`."""


def has_mojibake(text: str) -> bool:
    """Whether the text holds sequences that only misread UTF-8 makes, or so many others that nothing else tells why."""
    if not has_any(text, _LEADS):
        return False
    count = 0
    for match in _SEQUENCE.finditer(text):
        if match[0][0] in _SURE:
            return True
        count += 1
    return count > 0 and count * 12 > len(text.split())


def undo_mojibake(text: str) -> str:
    """`â€™` becomes `’` and `CafÃ©` becomes `Café`; text misread twice is read again twice.

    Only whole sequences that are valid UTF-8 are touched, so real accents beside them stay as they are. A closing
    quote whose last byte was dropped (`â€` before a space) is that quote: Windows-1252 has no other with a hole.
    """
    for _ in range(_READINGS):
        if text.isascii() or not has_any(text, _LEADS):
            break
        text = _SEQUENCE.sub(_read_again, text)
    return text


def _read_again(match: re.Match[str]) -> str:
    misread = match[0]
    if misread == "â€":
        return "”"
    try:
        return bytes(_BYTES.get(char) or ord(char) for char in misread).decode("utf-8")
    except UnicodeDecodeError:
        return misread
