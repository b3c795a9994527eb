"""Without the token there is no page, no file and no socket, and with it only for its own page."""

from __future__ import annotations

import json

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from stand import Served, Serving, come_in, reading

pytest_plugins = ["hosting"]

PATHS = ["/", "/static/page.js", "/static/textual.js", "/socket", "/download/x"]


async def refusal(client: ClientSession, served: Served, path: str, **headers: str) -> tuple[int, str]:
    """Status and words of an answer."""
    async with client.get(served.origin + path, headers=headers) as answer:
        return answer.status, await answer.text()


@pytest.mark.parametrize("path", PATHS)
async def test_nothing_without_a_cookie(serving: Serving, client: ClientSession, path: str) -> None:
    served = await serving()
    status, words = await refusal(client, served, path)
    assert status == 403
    assert words.startswith("tuifact: ")
    assert "<" not in words


@pytest.mark.parametrize("token", ["", "x", "%00", "a" * 5000])
async def test_a_wrong_token_is_refused(serving: Serving, client: ClientSession, token: str) -> None:
    served = await serving()
    assert (await refusal(client, served, f"/?token={token}"))[0] == 403
    assert not list(client.cookie_jar)


async def test_a_used_token_is_refused(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    used = served.invitation()
    async with ClientSession() as first, first.get(used) as answer:
        assert answer.status == 200
    async with client.get(used) as answer:
        assert answer.status == 403
        assert "not any more" in await answer.text()


async def test_the_cookie_is_kept_from_scripts_and_other_sites(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    async with client.get(served.invitation()) as answer:
        [cookie] = answer.headers.getall("Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie


async def test_behind_tls_the_cookie_stays_there(serving: Serving, client: ClientSession) -> None:
    served = await serving(origin="https://facts.example.org")
    async with client.get(served.invitation(), headers={"Host": "facts.example.org"}) as answer:
        assert "Secure" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("path", PATHS)
async def test_a_host_that_is_not_ours_is_refused(serving: Serving, client: ClientSession, path: str) -> None:
    served = await serving()
    await come_in(client, served)
    cookie = "; ".join(f"{cookie.key}={cookie.value}" for cookie in client.cookie_jar)
    status, words = await refusal(client, served, path, Host=f"evil.example:{served.port}", Cookie=cookie)
    assert (status, words) == (403, "tuifact: this is not an address of this server\n")


async def test_even_an_invitation_is_refused_there(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    async with client.get(served.invitation(), headers={"Host": f"evil.example:{served.port}"}) as answer:
        assert answer.status == 403
    assert (await refusal(client, served, f"/?token={served.gate.invitation}"))[0] == 200


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://localhost:{port}", "https://127.0.0.1"]
)
async def test_the_socket_is_for_its_own_page(serving: Serving, client: ClientSession, origin: str | None) -> None:
    served = await serving()
    await come_in(client, served)
    named = origin.format(port=served.port) if origin else None
    with pytest.raises(WSServerHandshakeError) as refused:
        await client.ws_connect(f"{served.origin}/socket", origin=named)
    assert refused.value.status == 403


async def test_no_socket_without_a_name(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    async with client.get(served.invitation()) as answer:
        assert 'name="name"' in await answer.text()
    with pytest.raises(WSServerHandshakeError):
        await client.ws_connect(f"{served.origin}/socket", origin=served.origin)


async def test_a_name_is_asked_for_and_kept(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    async with client.get(served.invitation()) as answer:
        assert 'value="nobody"' in await answer.text()
    for given in ("<b>Ana</b>", "somebody else"):
        headers = {"Origin": served.origin}
        async with client.post(f"{served.origin}/name", data={"name": given}, headers=headers) as answer:
            page = await answer.text()
        assert "&lt;b&gt;Ana&lt;/b&gt;" in page
        assert "somebody else" not in page


async def test_the_name_of_whoever_serves_is_proposed_once(serving: Serving) -> None:
    served = await serving()
    for proposed in ("nobody", ""):
        async with ClientSession() as visitor, visitor.get(served.invitation()) as answer:
            assert f'value="{proposed}"' in await answer.text()


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null"])
async def test_no_other_page_gives_a_name(serving: Serving, client: ClientSession, origin: str | None) -> None:
    served = await serving()
    await refusal(client, served, f"/?token={served.gate.invitation}")
    headers = {"Origin": origin} if origin else {}
    async with client.post(f"{served.origin}/name", data={"name": "x"}, headers=headers) as answer:
        assert answer.status == 403


async def test_the_page_loads_nothing_from_elsewhere(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    await come_in(client, served)
    async with client.get(f"{served.origin}/") as answer:
        page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Frame-Options"] == "DENY"
    assert "http:" not in page
    assert "https:" not in page
    assert "<script>" not in page
    assert "style=" not in page
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert f"connect-src 'self' ws://127.0.0.1:{served.port};" in policy


@pytest.mark.parametrize("query", ["?ping=http://evil.example", "?delay=1", "?token=x"])
async def test_the_terminal_in_the_page_reads_nothing_from_the_address(
    serving: Serving, client: ClientSession, query: str
) -> None:
    served = await serving()
    await come_in(client, served)
    async with client.get(f"{served.origin}/{query}", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/")


@pytest.mark.parametrize("name", ["", "../site.py", "..%2Fsite.py", "%2e%2e/gate.py", "background.png", "page.js%00"])
async def test_only_the_files_of_the_page_are_served(serving: Serving, client: ClientSession, name: str) -> None:
    served = await serving()
    await come_in(client, served)
    assert (await refusal(client, served, f"/static/{name}"))[0] == 404


@pytest.mark.parametrize(
    "message", ["{", "[]", "1", '["resize", {"width": "x"}]', '["stdin", 5]', "[[]]", "[" * 100_000]
)
async def test_what_cannot_be_read_closes_the_socket(serving: Serving, client: ClientSession, message: str) -> None:
    served = await serving()
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("Bridge")
        await screen.socket.send_str(message)
        await screen.ends()
        assert screen.socket.close_code == 1003


async def test_odd_messages_are_no_harm(serving: Serving, client: ClientSession) -> None:
    served = await serving()
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("Bridge")
        for message in (["ping", "1"], ["other"], ["resize", {"width": 10**9, "height": -3}], ["stdin", "\ud800"]):
            await screen.socket.send_str(json.dumps(message))
        await screen.socket.send_bytes(b"\0" * 100)
        await screen.socket.send_str(json.dumps(["resize", {"width": 100, "height": 30}]))
        # What is no character came as a question mark.
        assert await screen.shows("Previous article")


async def test_no_more_readers_than_fit(serving: Serving, client: ClientSession) -> None:
    served = await serving(most=1)
    await come_in(client, served)
    async with reading(client, served) as screen:
        await screen.shows("Bridge")
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect(f"{served.origin}/socket", origin=served.origin)
        assert refused.value.status == 503
