"""Network addresses: which of them lead to the public internet, whatever they are dressed up as."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

_EMBEDDING = (
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64, RFC 6052
    (IPv6Network("64:ff9b:1::/48"), 0),  # NAT64 of one network, RFC 8215
    (IPv6Network("::/96"), 0),  # IPv4-compatible, RFC 4291
    (IPv6Network("::ffff:0:0:0/96"), 0),  # IPv4-translated, RFC 2765
    (IPv6Network("2002::/16"), 80),  # 6to4, RFC 3056
)
"""Networks whose addresses hold an IPv4 address, and how many bits stand behind it."""


_PRIVATE = tuple(
    map(ip_network, ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"))
)
"""This machine, RFC 1918, and RFC 4193."""


def read_address(text: str) -> Address | None:
    """The address; None for what is none. A zone (`%eth0`) is no part of it."""
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def is_public(address: Address) -> bool:
    """Whether the address, and every address hidden in it, belongs to the public internet.

    >>> [is_public(ip_address(one)) for one in ("93.184.215.14", "127.0.0.2", "64:ff9b::a00:1", "::ffff:10.0.0.1")]
    [True, False, False, False]
    """
    hidden = hidden_addresses(address)
    if hidden:
        return all(map(is_public, hidden))
    return address.is_global and not address.is_multicast and not address.is_reserved


def is_private(address: Address) -> bool:
    """Whether the address is that of this machine or of a private network: what `--allow-private` admits.

    Link-local addresses are not: that is where clouds keep the keys of their machines.
    """
    hidden = hidden_addresses(address)
    if hidden:
        return all(map(is_private, hidden))
    return any(address in network for network in _PRIVATE)


def hidden_addresses(address: Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses an IPv6 address stands for."""
    if isinstance(address, IPv4Address) or address == IPv6Address("::1") or address == IPv6Address("::"):
        return ()
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.teredo:
        return address.teredo
    return tuple(IPv4Address(int(address) >> bits & 0xFFFF_FFFF) for network, bits in _EMBEDDING if address in network)
