"""Fetching pages: from allowed hosts, never from the network the desk itself is in. Tests reach this machine alone."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from tawatur.desk.security.addresses import is_public
from tawatur.desk.security.fetching import Fetcher
from tawatur.errors import SourceError

PUBLIC = "93.184.216.34"
Answer = Callable[[socket.socket], None]


def answer(head: str, body: bytes = b"") -> Answer:
    def send(to: socket.socket) -> None:
        to.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)

    return send


class Server:
    """A server on this machine that gives its answers one after the other, and keeps what it was asked."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.asked: list[str] = []
        self.answers: list[Answer] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                to, _ = self.listening.accept()
            except OSError:
                return
            with to:
                self.asked.append(to.recv(65_536).decode("ascii", "replace"))
                try:
                    self.answers.pop(0)(to)
                except OSError:  # the other side has had enough
                    continue

    def fetcher(self, addresses: list[str] | None = None, **bounds: float) -> Fetcher:
        """A fetcher for which every host is out in the world, and every connection leads here."""
        self.connected: list[str] = []

        def connect(address: str, port: int, seconds: float) -> socket.socket:
            self.connected.append(address)
            return socket.create_connection(self.listening.getsockname(), seconds)

        return Fetcher(
            {"news.example.org", "www.example.org"},
            lambda host, port: addresses or [PUBLIC],
            connect,
            **bounds,  # type: ignore[arg-type]
        )


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.listening.close()


def test_a_page_is_fetched_from_the_address_that_was_checked(server: Server) -> None:
    server.answers = [answer("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", "<p>خبر</p>".encode())]
    found = server.fetcher().fetch("http://news.example.org/a/خبر?q=1#part")
    assert (found.data.decode(), found.kind) == ("<p>خبر</p>", "html")
    assert server.connected == [PUBLIC]
    assert server.asked[0].startswith("GET /a/%D8%AE%D8%A8%D8%B1?q=1 HTTP/1.1\r\nHost: news.example.org\r\n")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::", "ff02::1",
        "2130706433", "",
    ],
)  # fmt: skip
def test_no_address_of_a_private_network_is_public(server: Server, address: str) -> None:
    assert not is_public(address)
    with pytest.raises(SourceError, match="private network"):
        server.fetcher([PUBLIC, address]).fetch("https://news.example.org/")
    assert server.asked == []


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "2002:808:808::1"])
def test_addresses_out_in_the_world_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "no address"),
        ("ftp://news.example.org/", "no address"),
        ("javascript:alert(1)", "no address"),
        ("http://user:pass@news.example.org/", "no address"),
        ("http://news.example.org@evil.example/", "no address"),
        ("http://news.example.org\n.evil.example/", "no address"),
        ("http://[::1/", "no address"),
        ("http://news.example.org:70000/", "no address"),
        ("http://news.example.org:22/", "port"),
        ("https://news.example.org:80/", "port"),
        ("http://127.0.0.1/", "no public host"),
        ("http://2130706433/", "no public host"),
        ("http://0x7f.1/", "no public host"),
        ("http://[::1]/", "no public host"),
        ("http://localhost/", "no public host"),
        ("http://news.example.org.evil.example/", "not of an allowed host"),
        ("http://sub.news.example.org/", "not of an allowed host"),
        ("http://ｌocalhost/", "no public host"),
    ],
)
def test_an_address_that_may_not_be_fetched_is_not(server: Server, url: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        server.fetcher().fetch(url)
    assert server.asked == []


def test_the_list_is_empty_at_first(server: Server) -> None:
    with pytest.raises(SourceError, match="not of an allowed host"):
        Fetcher([]).fetch("http://news.example.org/")


def moved(to: str) -> Answer:
    return answer(f"HTTP/1.1 302 Found\nLocation: {to}")


def test_a_redirect_is_followed_to_an_allowed_host(server: Server) -> None:
    server.answers = [
        moved("http://www.example.org/b"),
        moved("/c"),
        answer("HTTP/1.1 200 OK\nContent-Type: text/plain", b"x"),
    ]
    found = server.fetcher().fetch("http://news.example.org/a")
    assert (found.url, found.kind) == ("http://www.example.org/c", "text")


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest",
        "http://evil.example/",
        "file:///etc/passwd",
        "http://localhost:8000/",
        "//[",
        "http://news.example.org:6379/",
    ],
)
def test_a_redirect_elsewhere_is_not_followed(server: Server, to: str) -> None:
    server.answers = [moved(to)]
    with pytest.raises(SourceError):
        server.fetcher().fetch("http://news.example.org/a")
    assert len(server.asked) == 1


def test_each_step_of_a_redirect_is_looked_up_and_checked_anew(server: Server) -> None:
    addresses = iter([[PUBLIC], ["127.0.0.1"]])
    fetcher = server.fetcher()
    fetcher = Fetcher(fetcher.hosts, lambda host, port: next(addresses), fetcher.connect)
    server.answers = [moved("/b")]
    with pytest.raises(SourceError, match="private network"):
        fetcher.fetch("http://news.example.org/a")


def test_a_circle_of_redirects_ends(server: Server) -> None:
    server.answers = [moved("/a")] * 20
    with pytest.raises(SourceError, match="more than 5 times"):
        server.fetcher().fetch("http://news.example.org/a")


@pytest.mark.parametrize(
    ("head", "body", "why"),
    [
        ("HTTP/1.1 404 Not Found\nContent-Type: text/html", b"", "answers 404"),
        ("HTTP/1.1 200 OK\nContent-Type: application/pdf", b"%PDF", "no page"),
        ("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip", b"\x1f\x8b", "packed"),
        ("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 100", b"half", "broke off|reached"),
        ("HTTP/1.1 200 OK\nContent-Type: text/html", b"x" * 2_000, "larger than"),
        ("nothing of the kind", b"", "cannot be reached"),
    ],
)
def test_what_is_no_page_is_said(server: Server, head: str, body: bytes, why: str) -> None:
    server.answers = [answer(head, body)]
    with pytest.raises(SourceError, match=why):
        server.fetcher(most_bytes=1_000).fetch("http://news.example.org/a")


def test_a_server_that_sends_a_letter_at_a_time_is_left(server: Server) -> None:
    def slowly(to: socket.socket) -> None:
        to.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(200):
            time.sleep(0.05)
            to.sendall(b"x")

    server.answers = [slowly]
    begun = time.monotonic()
    with pytest.raises(SourceError):
        server.fetcher(most_seconds=0.4).fetch("http://news.example.org/a")
    assert time.monotonic() - begun < 2


def test_over_https_the_host_must_prove_itself(server: Server) -> None:
    server.answers = [answer("HTTP/1.1 200 OK")]
    with pytest.raises(SourceError, match=r"certificate|reached"):
        server.fetcher().fetch("https://news.example.org/a")
