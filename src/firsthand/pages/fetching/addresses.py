"""Which addresses may be connected to: those of the public internet, and others only where they are allowed.

The ranges are those of the IANA special-purpose registries (RFC 6890 and its updates). Python's own `is_global` is not
used: what it says has changed between patch releases, and it looks into IPv4-mapped addresses only in the newer ones.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_PRIVATE = {
    "loopback": ("127.0.0.0/8", "::1/128"),
    "private": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10", "64:ff9b:1::/48"),
    "link-local": ("169.254.0.0/16", "fe80::/10"),
    "shared by a provider's customers": ("100.64.0.0/10",),
}
"""Refused unless the caller allows it."""
_NEVER = {
    "a cloud's metadata service": (
        "169.254.169.254/32", "169.254.170.2/32", "169.254.170.23/32", "100.100.100.200/32", "168.63.129.16/32",
        "192.0.0.192/32", "fd00:ec2::/32", "fd20:ce::254/128", "fe80::a9fe:a9fe/128",
    ),
    "unspecified": ("0.0.0.0/8", "::/128"),
    "multicast": ("224.0.0.0/4", "ff00::/8"),
    "reserved": (
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "240.0.0.0/4", "::/8", "100::/8", "2001:db8::/32", "3fff::/20", "5f00::/16",
    ),
    "a tunnel": ("2001::/23", "2002::/16"),
}  # fmt: skip
"""Refused always: no page lives there, and what does must not be asked."""

_GLOBAL = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")
_Address = IPv4Address | IPv6Address


def refusal(address: str, *, allow_private: bool = False) -> str | None:
    """Why this address is not connected to, or None. An IPv4 address inside an IPv6 one is judged as what it is."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "not an address"
    if isinstance(parsed, IPv6Address) and parsed.scope_id is not None:
        return "an address with a zone"
    judged = _inner(parsed)
    kind = _kind(judged, _NEVER)
    private = _kind(judged, _PRIVATE)
    if private and (kind is None or kind == "reserved"):  # ::1 and 64:ff9b:1:: lie inside a reserved range
        return None if allow_private else private
    if kind is None and isinstance(judged, IPv6Address) and judged not in _GLOBAL:
        return "reserved"
    return kind


def _inner(address: _Address) -> _Address:
    """The IPv4 address that an IPv4-mapped or translated (NAT64) address stands for, else the address itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _TRANSLATED:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _kind(address: _Address, kinds: dict[str, tuple[str, ...]]) -> str | None:
    for kind, ranges in kinds.items():
        for text in ranges:
            network = IPv6Network(text) if ":" in text else IPv4Network(text)
            if address.version == network.version and address in network:
                return kind
    return None
