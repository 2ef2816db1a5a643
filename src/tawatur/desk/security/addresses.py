"""Hosts and addresses: which of them are out in the world, and which are this machine or its neighbours."""

from __future__ import annotations

import ipaddress
import re

from tawatur.errors import OptionError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_LONGEST_NAME = 253


def host_name(name: str) -> str:
    """A host's name as it is looked up: lower case, internationalised names in their ASCII form.

    Raises OptionError for what is no name: an address, a port, a path, a name without a dot (a machine next door).
    """
    bare = name.strip().rstrip(".").lower()
    try:
        bare = bare.encode("idna").decode("ascii") if not bare.isascii() else bare
    except UnicodeError:
        bare = ""
    labels = bare.split(".")
    if len(bare) > _LONGEST_NAME or len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        raise OptionError(f"{name.strip()[:80]}: this is no host's name; give it as news.example.org.")
    return bare


def is_public(address: str) -> bool:
    """Whether an IP address is out in the world: not this machine, its network, or one that hides such an address.

    What is no address is not public.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(map(_is_global, (parsed, *_hidden(parsed))))


def is_loopback(host: str) -> bool:
    """Whether a host, as it is bound or asked for, is this machine alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _is_global(address: Address) -> bool:
    site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or site_local)


def _hidden(address: Address) -> list[Address]:
    """Addresses of IPv4 that an address of IPv6 leads to; of the other kinds of these, none is global."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    return [inside for inside in (address.ipv4_mapped, address.sixtofour) if inside is not None]
