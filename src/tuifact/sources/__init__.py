"""Where articles come from: what a person names (a file, a folder, `-`) becomes originals, bytes as received."""

from tuifact.sources.choose import open_sources
from tuifact.sources.interface import DEFAULT_LIMIT, Received, Refused, Source, Terms

__all__ = ["DEFAULT_LIMIT", "Received", "Refused", "Source", "Terms", "open_sources"]
