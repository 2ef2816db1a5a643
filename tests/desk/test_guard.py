"""Who may do what at a desk, and how it knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from visiting import HOST, PASSWORD, form_token, give_accounts, sign_in, visitor

from tawatur.desk import Settings, create_app
from tawatur.desk.beside import DeskFile, beside
from tawatur.desk.beside.accounts import Role, key_of
from tawatur.desk.beside.attempts import MOST, WINDOW_SECONDS
from tawatur.desk.beside.sessions import LONGEST_SECONDS, UNUSED_SECONDS
from tawatur.errors import AskedError, OptionError, RecordError


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> DeskFile:
    return DeskFile(beside(tmp_path / "a.tawatur"), clock)


def test_on_its_own_machine_the_desk_asks_nothing(editor: TestClient) -> None:
    assert editor.get("/signin", follow_redirects=False).headers["location"] == "/"
    assert editor.get("/fact/none").status_code == 404


def test_who_is_not_signed_in_is_led_there_and_back(record: Path) -> None:
    give_accounts(record, "reader")
    with visitor(record) as client:
        led = client.get("/fact/none?lang=en", follow_redirects=False)
        assert (led.status_code, led.headers["location"]) == (303, "/signin?then=%2Ffact%2Fnone%3Flang%3Den")
        assert sign_in(client, "reader").status_code == 303
        assert client.get("/fact/none").status_code == 404


def test_after_signing_in_nobody_is_led_elsewhere(record: Path) -> None:
    give_accounts(record, "reader")
    with visitor(record) as client:
        for then in ("//evil.example/", "https://evil.example/", "/\\evil.example", "/\t/evil.example"):
            form = {"name": "reader", "password": PASSWORD, "then": then, "form_token": form_token(client)}
            assert client.post("/signin", data=form, follow_redirects=False).headers["location"] == "/"
            client.cookies.clear()


@pytest.mark.parametrize(
    ("name", "password"), [("reader", "not that one"), ("nobody", PASSWORD), ("", ""), ("reader", "x" * 5000)]
)
def test_a_wrong_password_opens_nothing(record: Path, name: str, password: str) -> None:
    give_accounts(record, "reader")
    with visitor(record) as client:
        assert sign_in(client, name, password).status_code == 401
        assert client.get("/fact/none", follow_redirects=False).status_code == 303


def test_a_session_ends_when_its_reader_goes(record: Path) -> None:
    give_accounts(record, "reader")
    with visitor(record) as client:
        sign_in(client, "reader")
        kept = client.cookies["tawatur-session"]
        client.post("/signout", data={"form_token": form_token(client, "/fact/none")})
        client.cookies.set("tawatur-session", kept)
        assert client.get("/fact/none", follow_redirects=False).status_code == 303


def test_a_reader_changes_nothing_and_an_editor_may(record: Path) -> None:
    file = give_accounts(record, "reader", "editor")
    bearer = {
        role: {"authorization": f"Bearer {file.accounts.give_token(role, 'test')}"} for role in ("reader", "editor")
    }
    with visitor(record) as client:
        refused = client.post("/api/v1/none", json={}, headers=bearer["reader"])
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "forbidden")
        assert client.post("/api/v1/none", json={}, headers=bearer["editor"]).status_code == 404
        assert client.get("/api/v1/none", headers=bearer["reader"]).status_code == 404


def test_programs_are_asked_for_a_token(record: Path) -> None:
    give_accounts(record, "reader")
    with visitor(record) as client:
        answer = client.get("/api/v1/none", headers={"authorization": "Bearer wrong"})
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert answer.json()["error"]["code"] == "sign_in"


def test_the_session_cookie_is_out_of_reach_of_scripts_and_over_https_of_other_hosts(record: Path) -> None:
    give_accounts(record, "reader")
    with visitor(record) as client:
        given = sign_in(client, "reader").headers["set-cookie"]
        assert "HttpOnly" in given
        assert "SameSite=Lax" in given
    app = create_app(record, Settings(accounts=True, address="https://desk.example.org"))
    with TestClient(app, base_url="https://desk.example.org") as client:
        answer = sign_in(client, "reader")
        assert "__Host-tawatur-session=" in answer.headers["set-cookie"]
        assert "Secure" in answer.headers["set-cookie"]
        assert "max-age" in answer.headers["strict-transport-security"]
        assert client.get("/fact/none").status_code == 404


def test_passwords_and_keys_are_kept_hashed_in_a_file_of_the_owner_alone(record: Path) -> None:
    file = give_accounts(record, "reader")
    token, session = file.accounts.give_token("reader", "test"), file.sessions.begin("reader")
    file.close()
    kept = beside(record).read_bytes()
    assert b"$argon2id$" in kept
    assert all(secret.encode() not in kept for secret in (PASSWORD, token, session))
    assert key_of(token) in kept
    assert beside(record).stat().st_mode & 0o077 == 0


def test_a_session_ends_unused_and_after_a_week_in_any_case(file: DeskFile, clock: Clock) -> None:
    file.accounts.add("ليلى", Role.editor, PASSWORD)
    secret, begun = file.sessions.begin("ليلى"), clock.now
    for _ in range(13):
        clock.now += UNUSED_SECONDS * 0.9
        assert file.sessions.who(secret) is not None
    clock.now = begun + LONGEST_SECONDS + 1
    assert file.sessions.who(secret) is None
    other = file.sessions.begin("ليلى")
    clock.now += UNUSED_SECONDS + 1
    assert file.sessions.who(other) is None


def test_an_account_that_is_changed_or_removed_is_so_at_once_in_every_process(file: DeskFile) -> None:
    file.accounts.add("ليلى", Role.editor, PASSWORD)
    secret, token = file.sessions.begin("ليلى"), file.accounts.give_token("ليلى", "cron")
    assert file.sessions.who(secret) is not None
    with DeskFile(file.path) as elsewhere:
        elsewhere.accounts.change("ليلى", Role.reader)
        assert file.sessions.who(secret) is None
        told = file.sessions.of_token(token)
        assert told is not None
        assert told.role is Role.reader
        elsewhere.accounts.remove("ليلى")
    assert file.sessions.of_token(token) is None


def test_passwords_cannot_be_tried_out(file: DeskFile, clock: Clock) -> None:
    for _ in range(MOST["pair"]):
        assert file.attempts.wait("ليلى", "192.0.2.1") == 0
        file.attempts.failed("ليلى", "192.0.2.1")
    assert file.attempts.wait("ليلى", "192.0.2.1") == WINDOW_SECONDS
    assert file.attempts.wait("ليلى", "192.0.2.2") == 0, "her own address is another's no trap"
    clock.now += WINDOW_SECONDS
    assert file.attempts.wait("ليلى", "192.0.2.1") == 0


def test_who_tried_too_often_is_told_to_wait_even_with_the_right_password(record: Path) -> None:
    file = give_accounts(record, "reader")
    for _ in range(MOST["pair"]):
        file.attempts.failed("reader", "testclient")
    with visitor(record) as client:
        answer = sign_in(client, "reader")
        assert answer.status_code == 429
        assert 0 < int(answer.headers["retry-after"]) <= WINDOW_SECONDS


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "\u202eليلى", "a\x00b"])
def test_a_name_that_cannot_be_shown_is_none(file: DeskFile, name: str) -> None:
    with pytest.raises(OptionError):
        file.accounts.add(name, Role.reader, PASSWORD)


def test_accounts_have_names_of_their_own_and_passwords_that_hold(file: DeskFile) -> None:
    file.accounts.add("Layla", Role.reader, PASSWORD)
    with pytest.raises(OptionError, match="there is such an account"):
        file.accounts.add("layla", Role.reader, PASSWORD)
    with pytest.raises(OptionError, match="characters"):
        file.accounts.add("Sami", Role.reader, "short")
    with pytest.raises(AskedError):
        file.accounts.remove("Sami")


def test_a_file_that_is_no_desks_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur.desk"
    path.write_text("not ours\n" * 100)
    with pytest.raises(RecordError, match="cannot be opened"):
        DeskFile(path)
    assert path.read_text().startswith("not ours")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "[::1"])
def test_a_name_that_somebody_pointed_here_is_not_answered(editor: TestClient, host: str) -> None:
    assert editor.get("/fact/none", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000"])
def test_this_machines_own_names_are(editor: TestClient, host: str) -> None:
    assert editor.get("/fact/none", headers={"host": host}).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_page_elsewhere_cannot_send_anything(editor: TestClient, headers: dict[str, str]) -> None:
    sent = {"lang": "en", "form_token": "x"}
    assert editor.post("/habits", data=sent, headers=headers).status_code == 403
    assert editor.post("/api/v1/none", json={}, headers=headers).status_code == 403


def test_the_api_takes_nothing_that_a_form_of_another_site_can_send(editor: TestClient) -> None:
    answer = editor.post("/api/v1/none", content="{}", headers={"content-type": "text/plain"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (415, "media_type")


def test_a_form_is_taken_with_the_token_of_its_own_browser_alone(record: Path) -> None:
    give_accounts(record, "reader")
    form = {"name": "reader", "password": PASSWORD}
    with visitor(record) as one, visitor(record) as other:
        mine, foreign = form_token(one), form_token(other)
        for token in ("", "x", "é", foreign):
            assert one.post("/signin", data=form | {"form_token": token}).status_code == 403
        assert one.post("/signin", data=form | {"form_token": mine}, follow_redirects=False).status_code == 303


def test_no_form_of_the_desk_is_taken_without_a_token(record: Path) -> None:
    with TestClient(create_app(record), base_url=HOST) as client:
        paths = client.app.openapi()["paths"].items()  # type: ignore[attr-defined]
        posts = [path for path, methods in paths if "post" in methods and not path.startswith(("/api/", "/habits"))]
        assert "/signin" in posts
        sent = [client.post(path.replace("{ident}", "1"), data={"why": "x"}) for path in posts]
        assert [answer.status_code for answer in sent] == [403] * len(posts)


def test_every_answer_tells_browsers_to_run_and_load_nothing_from_elsewhere(editor: TestClient) -> None:
    for path in ("/fact/none", "/static/desk.css", "/api/v1/none"):
        headers = editor.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert "default-src" in editor.get("/", headers={"host": "evil.example"}).headers["content-security-policy"]


def test_more_than_may_come_is_not_read(editor: TestClient) -> None:
    def endless():  # type: ignore[no-untyped-def] # says nothing of its size
        for _ in range(100):
            yield b"x" * 65_536

    form = {"content-type": "application/x-www-form-urlencoded"}
    assert editor.post("/habits", content=b"x" * 300_000, headers=form).status_code == 413
    assert editor.post("/habits", content=endless(), headers=form).status_code == 413
    answer = editor.post("/api/v1/none", content=b" " * 300_000, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_what_nobody_foresaw_is_told_in_a_sentence(record: Path, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(record)

    @app.get("/breaks")
    def breaks() -> None:
        raise ZeroDivisionError

    with TestClient(app, base_url=HOST) as client:
        answer = client.get("/breaks?lang=en")
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.text
    assert "default-src" in answer.headers["content-security-policy"]
    assert "ZeroDivisionError" in caplog.text
