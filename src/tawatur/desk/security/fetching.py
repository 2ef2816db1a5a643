"""Fetching a page: from hosts on a list, over the open network alone, not too much and not for too long."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from tawatur.desk.security.addresses import host_name, is_public
from tawatur.errors import OptionError, SourceError

Resolver = Callable[[str, int], list[str]]
Connect = Callable[[str, int, float], socket.socket]
MOST_BYTES = 8_000_000
_MOST_SECONDS = 30.0
_MOST_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_HEADERS = {"Accept": ", ".join(_TYPES), "Accept-Encoding": "identity", "User-Agent": "tawatur", "Connection": "close"}
_MOVED = (301, 302, 303, 307, 308)
_NO_ADDRESS = "is no address of a page; give one that begins with https://"
_TOO_LONG = "takes too long; try again, or give the page's file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its address after redirects, its bytes, and whether it is a page ("html") or a text ("text")."""

    url: str
    data: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class _Target:
    url: str
    scheme: str
    host: str
    path: str


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises OSError where it has none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an IP address. Raises OSError."""
    return socket.create_connection((address, port), seconds)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches from `hosts`. Tests give another `resolver` and `connect`: they reach no network."""

    hosts: Collection[str]
    resolver: Resolver = resolve
    connect: Connect = connect
    most_bytes: int = MOST_BYTES
    most_seconds: float = _MOST_SECONDS

    def fetch(self, url: str) -> Fetched:
        """The page at an address, after redirects to allowed hosts. Raises SourceError: one sentence why not."""
        until = time.monotonic() + self.most_seconds
        for _ in range(_MOST_REDIRECTS + 1):
            found = self._one(self.check(url), until)
            if isinstance(found, Fetched):
                return found
            url = found
        raise SourceError(f"leads on more than {_MOST_REDIRECTS} times; give the address that it ends at", url[:200])

    def check(self, url: str) -> _Target:
        """An address that may be fetched. Raises SourceError for others."""
        url = url.strip()
        place = url[:200]
        try:
            parts = urlsplit(url)
            port, host = parts.port, parts.hostname
        except ValueError as error:
            raise SourceError(_NO_ADDRESS, place) from error
        if parts.scheme not in _PORTS or not host or "@" in parts.netloc or not url.isprintable():
            raise SourceError(_NO_ADDRESS, place)
        try:
            host = host_name(host)
        except OptionError as error:
            raise SourceError("names no public host; give the page's text or file instead", place) from error
        if port not in (None, _PORTS[parts.scheme]):
            raise SourceError("names a port; pages are fetched from the usual ones alone", place)
        if host not in self.hosts:
            raise SourceError(f"is not of an allowed host; somebody who may must allow {host} first", place)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        return _Target(url, parts.scheme, host, f"{path}?{query}" if query else path)

    def _one(self, target: _Target, until: float) -> Fetched | str:
        """The page at an address, or the address it leads to."""
        place = target.url[:200]
        port = _PORTS[target.scheme]
        address = self._address(target, port)
        left = until - time.monotonic()
        if left <= 0:
            raise SourceError(_TOO_LONG, place)
        try:
            with self.connect(address, port, left) as plain:
                found = self._ask(target, plain, left)
            if time.monotonic() >= until:  # it was hung up: what came may be a half
                raise SourceError(_TOO_LONG, place)
            return found
        except ssl.SSLError as error:
            raise SourceError(f"has no certificate that holds ({error.reason}); check the address", place) from error
        except (OSError, http.client.HTTPException) as error:
            late = time.monotonic() >= until - 0.01 or isinstance(error, TimeoutError)
            raise SourceError(
                _TOO_LONG if late else f"cannot be reached ({error}); check the address", place
            ) from error

    def _address(self, target: _Target, port: int) -> str:
        """The address to connect to, which is the one that was checked: a second look-up could give another."""
        try:
            addresses = self.resolver(target.host, port)
        except (OSError, UnicodeError) as error:
            raise SourceError("names a host that is not found; check the address", target.url[:200]) from error
        if not addresses or not all(map(is_public, addresses)):
            raise SourceError("leads into a private network; give the page's text or file instead", target.url[:200])
        return addresses[0]

    def _ask(self, target: _Target, plain: socket.socket, left: float) -> Fetched | str:
        asking = http.client.HTTPConnection(target.host)
        open_ = asking.sock = plain
        # A server that sends a letter a second never makes a single wait too long: this ends all of them.
        guard = threading.Timer(left, lambda: _hang_up(open_))
        guard.start()
        try:
            if target.scheme == "https":
                context = ssl.create_default_context()
                secure = context.wrap_socket(plain, server_hostname=target.host, do_handshake_on_connect=False)
                open_ = asking.sock = secure
                secure.do_handshake()
            asking.request("GET", target.path, headers=_HEADERS)
            return self._answer(target, asking.getresponse())
        finally:
            guard.cancel()
            asking.close()

    def _answer(self, target: _Target, answer: http.client.HTTPResponse) -> Fetched | str:
        place = target.url[:200]
        location = answer.getheader("location")
        if answer.status in _MOVED and location:
            try:
                return urljoin(target.url, location)
            except ValueError as error:
                raise SourceError("leads to an address that is none; give another", place) from error
        if answer.status != http.client.OK:
            raise SourceError(f"answers {answer.status}; check the address, or give the page's file", place)
        kind = (answer.getheader("content-type") or "text/html").partition(";")[0].strip().lower()
        if kind not in _TYPES:
            raise SourceError(f"is {kind[:60]}, no page; give the address of a report", place)
        if (answer.getheader("content-encoding") or "identity").lower() != "identity":
            raise SourceError("comes packed, which was not asked for; give the page's file", place)
        data = answer.read(self.most_bytes + 1)
        if len(data) > self.most_bytes:
            raise SourceError(f"is larger than {self.most_bytes / 1_000_000:g} MB; give its text", place)
        if answer.length:
            raise SourceError("broke off before its end; try again", place)
        return Fetched(target.url, data, "text" if kind == "text/plain" else "html")


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):  # it is closed already
        connection.shutdown(socket.SHUT_RDWR)
