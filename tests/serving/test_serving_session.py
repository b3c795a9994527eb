"""Readers behind sockets: one process a visitor, each with a name, and none left when its visitor has gone."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar
from stand import Serving, come_in, reading

from tuifact.desk import Desk
from tuifact.model import Status
from tuifact.serving import visit

pytest_plugins = ["hosting"]

ENTER = "\r"


async def test_a_visitor_reads_and_marks(serving: Serving, client: ClientSession, library: Desk) -> None:
    served = await serving()
    await come_in(client, served, "Ana Ó Briain")
    async with reading(client, served) as screen:
        await screen.shows("Bridge cost tripled")
        await screen.press(ENTER)
        await screen.shows("Claim 1 of")
        await screen.press("d")
        await screen.shows("Claim 2 of")
    [event] = [event for event in library.history() if event.was is not event.now]
    assert (event.by, event.now) == ("Ana Ó Briain", Status.DISPUTED)
    assert served.told == []


async def test_several_visitors_see_each_others_work(serving: Serving, client: ClientSession, library: Desk) -> None:
    served = await serving()
    await come_in(client, served, "ana")
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as other:
        await come_in(other, served, "ben")
        async with reading(client, served) as hers, reading(other, served) as his:
            for screen in (hers, his):
                await screen.shows("Bridge cost tripled")
                await screen.press(ENTER)
                await screen.shows("Claim 1 of")
            await hers.press("V")
            await hers.shows("✓ 1")
            await his.shows("✓ 1")
            await his.press("j")
            await his.shows("Claim 2 of")
            await his.press("D")
            await hers.shows("✗ 1")
    assert {event.by for event in library.history() if event.was is not event.now} == {"ana", "ben"}


async def test_a_report_is_sent_to_its_visitor_alone(serving: Serving, client: ClientSession, library: Desk) -> None:
    served = await serving()
    await come_in(client, served)
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as other:
        await come_in(other, served, "ben")
        async with reading(client, served) as screen:
            await screen.shows("Bridge cost tripled")
            await screen.press("r")
            await screen.shows("Write the fact-check report")
            await screen.press("/../../report.md" + ENTER)
            _, key = await screen.ordered("deliver_file_start")
            async with client.get(f"{served.origin}/download/{key}") as answer:
                assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''report.md"
                assert answer.headers["Content-Type"] == "application/octet-stream"
                assert "Bridge cost tripled" in await answer.text()
            async with other.get(f"{served.origin}/download/{key}") as answer:
                assert answer.status == 404
            await screen.shows("Report sent to your browser: report.md")
            await screen.press("q")
            await screen.ends()
        async with client.get(f"{served.origin}/download/{key}") as answer:
            assert answer.status == 404
    assert not list(library.folder.parent.rglob("report.md"))


@pytest.mark.parametrize("reference", ["/etc/hostname", "bridge.txt", "clipboard:", "../bridge.txt"])
async def test_no_file_of_this_machine_is_read(
    serving: Serving, client: ClientSession, bridge: Path, monkeypatch: pytest.MonkeyPatch, reference: str
) -> None:
    monkeypatch.chdir(bridge.parent)
    served = await serving()
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("Bridge cost tripled")
        await screen.press("i")
        await screen.shows("Import a")
        await screen.press(reference + ENTER)
        assert await screen.shows("only links can be imported here")


async def test_files_of_the_inbox_are(
    serving: Serving, client: ClientSession, library: Desk, ferry: Path, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    ferry.rename(inbox / "ferry.txt")
    served = await serving(inbox=inbox)
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("Bridge cost tripled")
        await screen.press("i")
        await screen.shows("Import a")
        await screen.press("ferry.txt" + ENTER)
        await screen.shows("Ferry fares")
    assert len(library.articles()) == 2


async def test_the_editor_of_this_machine_stays_closed(
    serving: Serving, client: ClientSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDITOR", f"touch {tmp_path / 'opened'}")
    served = await serving()
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("Bridge cost tripled")
        await screen.press(ENTER)
        await screen.shows("Claim 1 of")
        await screen.press("c")
        await screen.shows("Enter save")
        await screen.press("\x05")
        await screen.shows("cannot be lent")
    assert not (tmp_path / "opened").exists()


async def test_a_link_opens_at_the_visitors(serving: Serving, client: ClientSession, library: Desk) -> None:
    served = await serving()
    await _add(library, "The harbour opened in 1998, see https://example.org/harbour?a=1 for more.")
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("The harbour opened")
        await screen.press(ENTER)
        await screen.shows("Claim 1 of")
        await screen.press("L")
        await screen.shows("https://example.org/harbour?a=1")
        await screen.press(ENTER)
        assert await screen.ordered("open_url") == [
            "open_url",
            {"url": "https://example.org/harbour?a=1", "new_tab": True},
        ]


async def test_leaving_the_reader_closes_the_socket(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("Bridge cost tripled")
        await screen.press("q")
        await screen.ends()
    assert served.told == []


async def test_a_library_that_cannot_be_read_is_told_to_whoever_serves(
    serving: Serving, client: ClientSession, library: Desk
) -> None:
    served = await serving()
    await come_in(client, served)
    library.close()
    for file in library.folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0\0")
    async with reading(client, served) as screen:
        await screen.shows("The reader could not go on.")
        await screen.ends()
        assert str(library.folder) not in screen.received
    assert served.told
    assert served.told[0].startswith("ana: tuifact: ")


async def test_a_reader_whose_server_is_gone_ends(library: Desk, tmp_path: Path) -> None:
    """As when the server is killed: its end of both streams is closed, and nobody says goodbye."""
    process = await asyncio.create_subprocess_exec(
        *visit.command(library.folder, "ana", tmp_path, None),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    await process.stdout.readuntil(b"Bridge")
    process.stdin.close()
    async with asyncio.timeout(60):
        _, complaints = await process.communicate()
    assert (process.returncode, complaints) == (0, b"")


async def test_no_module_of_the_folder_one_stands_in_is_taken(
    serving: Serving, client: ClientSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tinydb.py").write_text("raise SystemExit('taken')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    served = await serving()
    await come_in(client, served)
    async with reading(client, served) as screen:
        assert await screen.shows("Bridge cost tripled")


async def _add(library: Desk, text: str) -> None:
    path = library.folder.parent / "harbour.txt"
    path.write_text(text, encoding="utf-8")
    list(library.import_sources([str(path)]))


def test_the_command_needs_no_shell(tmp_path: Path) -> None:
    command = visit.command(tmp_path, "a; rm -rf $HOME", tmp_path, tmp_path)
    assert command[0] == sys.executable
    assert command[5] == "a; rm -rf $HOME"
