"""Addresses: public, private, and private ones in disguise."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from tuifact.sources.addresses import is_private, is_public, read_address


@pytest.mark.parametrize("text", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1"])
def test_public_addresses(text: str) -> None:
    assert is_public(ip_address(text))
    assert not is_private(ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.2", "10.1.2.3", "172.31.0.1", "192.168.0.1", "::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
        "2002:7f00:1::", "::7f00:1",
    ],
)  # fmt: skip
def test_private_addresses_however_they_are_written(text: str) -> None:
    assert not is_public(ip_address(text))
    assert is_private(ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        "0.0.0.0", "::", "169.254.169.254", "fe80::1", "224.0.0.1", "ff02::1", "255.255.255.255", "100.64.0.1",
        "192.0.2.1", "198.18.0.1", "240.0.0.1", "::ffff:169.254.169.254", "2001:db8::1", "2001:0:7f00:1::",
        "64:ff9b::a9fe:a9fe",
    ],
)  # fmt: skip
def test_addresses_that_are_neither(text: str) -> None:
    assert not is_public(ip_address(text))
    assert not is_private(ip_address(text))


def test_what_is_no_address() -> None:
    assert read_address("fe80::1%eth0") == ip_address("fe80::1")
    assert read_address("localhost") is None
