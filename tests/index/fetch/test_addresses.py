from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fetch.addresses import from_number, refusal
from index.fetch.urls import check_url


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_public_addresses_pass(address: str) -> None:
    assert refusal(address) is None


@given(st.ip_addresses(v=4))
def test_no_notation_makes_a_refused_address_pass(address: ipaddress.IPv4Address) -> None:
    plain = refusal(str(address))
    number = int(address)
    wrapped = [f"::ffff:{address}", str(ipaddress.IPv6Address((0x64FF9B << 96) | number))]
    wrapped += [str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80)))]
    for notation in wrapped:
        assert (refusal(notation) is None) == (plain is None), notation


@given(st.ip_addresses(v=6))
def test_only_global_unicast_passes(address: ipaddress.IPv6Address) -> None:
    if refusal(str(address)) is None and address.ipv4_mapped is None:
        assert (
            address in ipaddress.ip_network("2000::/3")
            or address in ipaddress.ip_network("64:ff9b::/96")
            or int(address) <= 0xFFFFFFFF
        )


@given(st.integers(min_value=0, max_value=0xFFFFFFFF))
def test_numbers_are_seen_through(number: int) -> None:
    plain = str(ipaddress.IPv4Address(number))
    for odd in (str(number), hex(number), f"0{number:o}"):
        assert from_number(odd) == plain
    assert from_number(plain) is None


def test_an_address_is_kept_as_it_is_requested() -> None:
    assert str(check_url("HTTPS://Paper.Example/a%20b?x=1#part")) == "https://paper.example/a%20b?x=1"
    assert str(check_url("https://bücher.example/ä")) == "https://xn--bcher-kva.example/%C3%A4"
