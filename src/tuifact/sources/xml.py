"""XML from strangers: no entity is defined, nothing outside is fetched, no nesting without end."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tuifact.sources.interface import Refused

DEEPEST = 256
"""Elements inside each other; documents have dozens, attacks have millions."""

Parser = expat.XMLParserType


class XmlReader:
    """Feeds the elements of a document to functions of its own, by local name; namespaces are told by their prefix."""

    def __init__(
        self,
        source: str,
        begin: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        words: Callable[[str], None],
        encoding: str | None = None,
    ) -> None:
        self.source = source
        self._depth = 0
        self._begin = begin
        self._end = end
        self._words = words
        parser = self.parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = words
        parser.EntityDeclHandler = self._refuse_entity
        parser.ExternalEntityRefHandler = lambda *_: 1  # taken for read, never fetched
        parser.SkippedEntityHandler = self._skip
        # With an external subset that is not read, names such as `nbsp` are skipped instead of being an error.
        parser.UseForeignDTD(True)

    def read(self, data: bytes | str) -> None:
        """Read the whole document. Raises `Refused` when it is no XML, defines entities, or is nested too deep."""
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise Refused(self.source, f"is no well-formed XML: {expat.ErrorString(error.code)}") from error
        except (ValueError, LookupError) as error:  # an encoding that Python or expat does not have
            raise Refused(self.source, "is in an encoding that XML readers do not know") from error

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused(self.source, f"is nested deeper than {DEEPEST} elements")
        self._begin(name, attributes)

    def _close(self, name: str) -> None:
        self._depth -= 1
        self._end(name)

    def _skip(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._words(unescape(f"&{name};"))

    def _refuse_entity(self, *_: object) -> NoReturn:
        raise Refused(self.source, "defines entities, which are not expanded", "remove its document type")


def read_tree(data: bytes, source: str, encoding: str | None = None) -> Element:
    """The elements of a small document, by local name (`dc:title` is `title`). Raises `Refused` as `XmlReader` does."""
    builder = TreeBuilder()

    def begin(name: str, attributes: dict[str, str]) -> None:
        builder.start(local(name), {local(key): value for key, value in attributes.items()})

    XmlReader(source, begin, lambda name: _end(builder, name), builder.data, encoding).read(data)
    return builder.close()


def _end(builder: TreeBuilder, name: str) -> None:
    builder.end(local(name))


def local(name: str) -> str:
    """The name without its prefix.

    >>> local("dc:title"), local("title")
    ('title', 'title')
    """
    return name.rpartition(":")[2]


def words_of(element: Element | None) -> str:
    """All text in an element, in one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
