"""How a library is kept: TinyDB's tables on a journal and a snapshot that survive crashes and second writers."""
