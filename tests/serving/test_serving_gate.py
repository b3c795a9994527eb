"""Who may come in, without any network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.errors import TuifactError
from tuifact.serving.gate import Gate, Headers, checked_name, checked_origin, is_loopback

HERE = "127.0.0.1:8765"


def objection(gate: Gate, host: str = HERE, origin: str = "", site: str = "", *, from_page: bool = False) -> str:
    """What the gate has against such a request."""
    return gate.objection(Headers(host, origin, site), from_page=from_page)


def test_an_invitation_is_good_once() -> None:
    gate = Gate("127.0.0.1", 8765)
    invitation = gate.invitation
    admitted = gate.admit(invitation)
    assert admitted is not None
    cookie, visitor = admitted
    assert gate.visitor(cookie) is visitor
    assert gate.admit(invitation) is None
    assert gate.invitation != invitation


@given(st.text())
def test_no_guess_comes_in(guess: str) -> None:
    gate = Gate("127.0.0.1", 8765)
    assert gate.admit(guess) is None
    assert gate.visitor(guess) is None


def test_two_servers_have_nothing_in_common() -> None:
    one, other = Gate("127.0.0.1", 8765), Gate("127.0.0.1", 8766)
    assert one.cookie != other.cookie
    assert other.admit(one.invitation) is None


@pytest.mark.parametrize("host", [HERE, "localhost:8765", "[::1]:8765", "LOCALHOST:8765"])
def test_its_own_addresses_are_known(host: str) -> None:
    assert objection(Gate("127.0.0.1", 8765), host) == ""


@pytest.mark.parametrize(
    "host",
    ["", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8765", "192.168.0.7:8765",
     "evil.example@127.0.0.1:8765", "127.0.0.1:8765/", "[::1]"],
)  # fmt: skip
def test_other_hosts_are_refused(host: str) -> None:
    assert "not an address of this server" in objection(Gate("127.0.0.1", 8765), host)


def test_on_every_address_figures_are_known_and_names_are_not() -> None:
    gate = Gate("0.0.0.0", 8765)
    assert objection(gate, "192.168.0.7:8765") == ""
    assert objection(gate, "[fd00::7]:8765") == ""
    assert objection(gate, "localhost:8765") == ""
    assert objection(gate, "evil.example:8765") != ""
    assert objection(gate, "192.168.0.7:80") != ""


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8765", "http://localhost:8765"])
def test_other_origins_are_refused(origin: str) -> None:
    gate = Gate("127.0.0.1", 8765)
    assert objection(gate, origin=origin) != ""
    assert objection(gate, origin=origin, from_page=True) != ""


def test_the_page_must_name_its_origin() -> None:
    gate = Gate("127.0.0.1", 8765)
    assert objection(gate, origin=f"http://{HERE}", from_page=True) == ""
    assert objection(gate, origin="", from_page=True) != ""
    assert objection(gate, origin="") == ""


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_the_browser_says_of_another_page_counts(site: str) -> None:
    gate = Gate("127.0.0.1", 8765)
    assert objection(gate, site=site) != ""
    assert objection(gate, site="same-origin") == objection(gate, site="none") == ""
    assert gate.objection(Headers(HERE, "", site), from_link=True) == ""


def test_behind_a_proxy_its_address_is_known_too() -> None:
    gate = Gate("127.0.0.1", 8765, "https://Facts.example.org/")
    assert gate.origin_of(Headers("facts.example.org", "", "")) == "https://facts.example.org"
    assert objection(gate, "facts.example.org", "https://facts.example.org", from_page=True) == ""
    assert objection(gate, "facts.example.org", "http://facts.example.org", from_page=True) != ""
    assert objection(gate) == ""


@pytest.mark.parametrize(
    "origin", ["facts.example.org", "ftp://x", "https://", "https://x/path", "https://a@x", "https://x?q"]
)
def test_what_is_no_origin_is_refused(origin: str) -> None:
    with pytest.raises(TuifactError, match="no origin"):
        checked_origin(origin)


@pytest.mark.parametrize(
    ("words", "name"),
    [("  Ana  Ó Briain ", "Ana Ó Briain"), ("a\nb\tc", "a b c"), ("", ""), (" \u202e ", ""), ("x" * 99, "x" * 60)],
)
def test_names_are_one_harmless_line(words: str, name: str) -> None:
    assert checked_name(words) == name


@given(st.text())
def test_no_name_brings_a_control(words: str) -> None:
    name = checked_name(words)
    assert len(name) <= 60
    assert name == name.strip()
    assert "\x1b" not in name
    assert "\n" not in name


def test_loopback_is_known() -> None:
    assert all(map(is_loopback, ["127.0.0.1", "127.8.9.1", "::1", "localhost"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "192.168.0.7"]))
