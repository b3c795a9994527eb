"""The page in a real browser: opened, moved in, marked in, exported from; and shut to pages of other sites."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from chromium import PROGRAM, Browser, Page, running_browser
from stand import Served, Serving

from tuifact.desk import Desk
from tuifact.model import Status

pytest_plugins = ["hosting"]
pytestmark = pytest.mark.skipif(not PROGRAM, reason="no Chromium on this machine (apt install chromium)")

SOCKET = """new Promise(done => {{
  const socket = new WebSocket("{address}");
  socket.onopen = () => done("open");
  socket.onerror = () => done("refused");
}})"""
"""Whether a page can open this socket."""


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser of its own."""
    async with running_browser(tmp_path / "profile") as running:
        yield running


@pytest.fixture
async def elsewhere() -> AsyncIterator[str]:
    """The origin of another site, on this machine as any other."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<title>elsewhere</title>", content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/", page)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield site.name
    await runner.cleanup()


async def read(browser: Browser, served: Served, name: str = "ana") -> Page:
    """A tab with the reader in it."""
    page = await browser.open(served.invitation(name))
    await page.shows("Bridge cost tripled")
    return page


async def test_open_move_mark_and_export(browser: Browser, serving: Serving, library: Desk, tmp_path: Path) -> None:
    served = await serving()
    page = await read(browser, served)
    await page.press("Enter")
    await page.shows("Claim 1 of")
    await page.press("j")
    await page.shows("Claim 2 of")
    await page.press("d")
    await page.shows("✗ 1")
    [event] = [event for event in library.history() if event.was is not event.now]
    assert (event.by, event.now) == ("ana", Status.DISPUTED)

    folder = tmp_path / "downloads"
    await page.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    await page.press("r")
    await page.shows("Write the fact-check report")
    await page.press("Enter")
    await page.shows("Report sent to your browser")
    await browser.until(lambda: any(folder.glob("*.md")))
    [report] = folder.glob("*.md")
    assert "Bridge cost tripled" in report.read_text(encoding="utf-8")

    await page.press("q", "q")
    await page.until(lambda: page.closed)
    assert await page.evaluate("getComputedStyle(document.querySelector('#ended')).display") == "flex"
    await page.press("Enter")
    await page.shows("Bridge cost tripled")


async def test_a_name_is_asked_for(browser: Browser, serving: Serving, library: Desk) -> None:
    served = await serving()
    page = await browser.open(served.invitation())
    await page.loaded("document.activeElement.name === 'name'")
    await page.evaluate("document.activeElement.value = 'Ana <b>'; document.forms[0].requestSubmit()")
    await page.shows("Bridge cost tripled")
    assert await page.evaluate("document.title") == "tuifact · Ana <b>"
    assert await page.evaluate("location.href") == f"{served.origin}/"


async def test_everything_comes_from_the_server_itself(browser: Browser, serving: Serving) -> None:
    served = await serving()
    page = await read(browser, served)
    assert page.requested
    assert {address for address in page.requested if not address.startswith(f"{served.origin}/")} <= {"data:,"}
    assert page.complaints == []


async def test_no_script_reads_the_cookie(browser: Browser, serving: Serving) -> None:
    page = await read(browser, await serving())
    assert await page.evaluate("document.cookie") == ""


async def test_a_wrong_token_and_a_used_one_are_refused(browser: Browser, serving: Serving) -> None:
    served = await serving()
    used = served.invitation("ana")
    await read(browser, served)
    for address in (used, f"{served.origin}/?token=wrong", f"{served.origin}/"):
        page = await browser.open(address, apart=True)
        await page.loaded("document.body?.innerText.startsWith('tuifact: ')")
        assert page.received == ""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_page_from_another_site_gets_nothing(
    browser: Browser, serving: Serving, elsewhere: str, host: str
) -> None:
    served = await serving()
    await read(browser, served)
    page = await browser.open(elsewhere.replace("127.0.0.1", host))
    await page.loaded("document.title === 'elsewhere'")
    socket = f"ws://127.0.0.1:{served.port}/socket"
    assert await page.evaluate(SOCKET.format(address=socket)) == "refused"
    fetched = f"fetch('{served.origin}/', {{credentials: 'include'}}).then(() => 'read', () => 'refused')"
    assert await page.evaluate(fetched) == "refused"
    script = f"""new Promise(done => {{
      const loaded = document.createElement("script");
      loaded.onload = () => done("read");
      loaded.onerror = () => done("refused");
      loaded.src = "{served.origin}/static/page.js";
      document.head.append(loaded);
    }})"""
    assert await page.evaluate(script) == "refused"


async def test_no_other_page_frames_it(browser: Browser, serving: Serving, elsewhere: str) -> None:
    served = await serving()
    await read(browser, served)
    page = await browser.open(elsewhere)
    await page.loaded("document.title === 'elsewhere'")
    frame = f"""new Promise(done => {{
      const frame = document.createElement("iframe");
      frame.onload = () => done(frame.contentDocument ? "ours" : "shut");
      frame.src = "{served.origin}/";
      document.body.append(frame);
    }})"""
    assert await page.evaluate(frame) == "shut"
    assert page.received == ""


async def test_another_name_for_this_address_is_refused(browser: Browser, serving: Serving) -> None:
    """As in DNS rebinding: the name is somebody else's, the address it leads to is ours."""
    served = await serving()
    page = await browser.open(served.invitation("ana").replace("127.0.0.1", "rebound.localhost"))
    await page.loaded("document.body?.innerText.startsWith('tuifact: ')")
    assert "not an address of this server" in str(await page.evaluate("document.body.innerText"))


async def test_closing_the_page_ends_its_reader(browser: Browser, serving: Serving, library: Desk) -> None:
    served = await serving(most=1)
    page = await read(browser, served)
    await page.go("about:blank")
    await page.go(served.origin)
    assert await page.shows("Bridge cost tripled")
