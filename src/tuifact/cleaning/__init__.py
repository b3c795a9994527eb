"""From what was received to an article: decoding, repair, paragraphs, posts."""

from tuifact.cleaning.clean import clean
from tuifact.cleaning.decode import Decoded, decode

__all__ = ["Decoded", "clean", "decode"]
