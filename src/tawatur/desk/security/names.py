"""By which names a desk may be asked for: a page elsewhere can point a name of its own at this machine."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from tawatur.desk.security.addresses import is_loopback

EVERY_ADDRESS = ("0.0.0.0", "::", "")  # of this machine: which they are, it need not know


def names_of(host: str, address: str | None) -> frozenset[str]:
    """The names under which a desk bound to `host` is asked for; `address` is the one it has in public."""
    public = urlsplit(address).hostname if address else None
    names = {host.strip("[]").lower(), *((public,) if public else ())}
    if is_loopback(host):
        names |= {"localhost", "127.0.0.1", "::1"}
    elif host in EVERY_ADDRESS:
        names |= {"localhost", socket.gethostname().lower(), socket.getfqdn().lower()}
    return frozenset(names)


class KnownNames:
    """Answers by `unknown` where a request asks for a host that is none of `names`; with `any_address`, IP addresses
    are names too."""

    def __init__(self, app: ASGIApp, names: frozenset[str], any_address: bool, unknown: ASGIApp) -> None:
        self._app = app
        self._names = names
        self._any_address = any_address
        self._unknown = unknown

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, under a name that is known."""
        known = scope["type"] != "http" or self._known(Headers(scope=scope).get("host", ""))
        await (self._app if known else self._unknown)(scope, receive, send)

    def _known(self, given: str) -> bool:
        try:
            host = urlsplit(f"//{given}").hostname or ""
        except ValueError:
            return False
        return host in self._names or (self._any_address and _is_address(host))


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
