"""Which addresses may be connected to."""

from __future__ import annotations

import pytest

from firsthand.pages.fetching.addresses import refusal

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8", "2a00:1450::1"]
ALLOWABLE = [
    "127.0.0.1", "127.8.9.1", "::1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.1.1",
    "fe80::1", "fc00::1", "fd12::1", "100.64.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1",
    "64:ff9b:1::1", "fec0::1",
]  # fmt: skip
NEVER = [
    "169.254.169.254", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "169.254.170.2", "100.100.100.200",
    "168.63.129.16", "192.0.0.192", "fd00:ec2::254", "0.0.0.0", "0.1.2.3", "::", "224.0.0.1", "239.255.255.250",
    "255.255.255.255", "240.0.0.1", "ff02::1", "2002:7f00:1::1", "2002:a9fe:a9fe::", "2001:0:1::1", "::7f00:1",
    "192.0.2.1", "198.18.0.1", "2001:db8::1", "fe80::1%eth0", "4000::1", "::ffff:0:0", "localhost", "0x7f.1", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_connected_to(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize("address", ALLOWABLE)
def test_an_address_inside_a_network_is_refused_unless_it_is_allowed(address: str) -> None:
    assert refusal(address) is not None
    assert refusal(address, allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_what_holds_no_page_is_refused_even_when_private_addresses_are_allowed(address: str) -> None:
    assert refusal(address) is not None
    assert refusal(address, allow_private=True) is not None
