"""The files of articles: written once, sealed, read when somebody opens one."""

from __future__ import annotations

from operator import itemgetter

from tuifact.errors import LibraryError
from tuifact.library.store.documents import Document
from tuifact.library.store.files import read_bytes
from tuifact.library.store.journal import WAY_OUT
from tuifact.library.store.layout import Layout
from tuifact.library.store.migrate import TEXT, migrate, refuse_newer
from tuifact.library.store.seal import Damaged, unseal


def read_article(layout: Layout, name: str) -> Document:
    """The content of an article's file, in the current schema. Raises `LibraryError` when it is damaged.

    Where git kept the lines of two machines that imported the same article, each is whole, and the one with the lowest
    checksum is taken: the same on every machine.
    """
    path = layout.article_file(name)
    try:
        texts = [unseal(line) for line in read_bytes(path).removesuffix(b"\n").split(b"\n")]
    except Damaged as error:
        raise LibraryError(f"{path} is damaged: {error}", WAY_OUT) from error
    text = min(texts, key=itemgetter("sum"))
    schema = text.get("schema", 1)
    refuse_newer(schema, path)
    migrate(TEXT, text, schema)
    for claim in text["claims"]:
        migrate("claims", claim, schema)
    return text
