"""Adding reports on a page: what is given is kept at once and read one after the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from visiting import HOST, form_token, give_accounts, sign_in, visitor

from tawatur.desk import create_app
from tawatur.desk.adding import reading
from tawatur.desk.adding.giving import FullError, give_files, give_reports, give_text, give_url
from tawatur.desk.adding.process import ReaderProcess
from tawatur.desk.adding.reading import Busy, read_next, settle_next
from tawatur.desk.beside import DeskFile, beside
from tawatur.desk.beside.jobs import DONE, FAILED, MOST_WAITING, WAITING, Part
from tawatur.desk.security.fetching import Fetched, Fetcher
from tawatur.desk.serving import compared
from tawatur.errors import OptionError, SourceError
from tawatur.store.record import Record
from tawatur.work import is_current, take_in
from tawatur.work.comparing import wait_for_anew

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEXT = "وصل وزير الخارجية السوداني علي الصادق إلى القاهرة، يوم الاثنين 3 أبريل 2023، في زيارة تستغرق يومين."
OTHER = "أعلنت وزارة الصحة التونسية، يوم الثلاثاء 4 أبريل 2023، وصول شحنة من اللقاحات إلى ميناء رادس."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty record."""
    path = tmp_path / "a.tawatur"
    with Record(path, create=True):
        pass
    return path


@pytest.fixture
def file(path: Path) -> DeskFile:
    return DeskFile(beside(path))


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is done where a test says so, not by a process beside it."""
    monkeypatch.setattr(ReaderProcess, "ensure", lambda self: None)


def names(path: Path) -> list[str]:
    with Record(path) as record:
        return list(record.reports())


def test_a_pasted_text_is_in_the_record_with_what_came_with_it(path: Path) -> None:
    form = {
        "text": TEXT,
        "outlet": "صحيفة النيل",
        "published": "2023-04-03",
        "url": "https://nile.example/1",
        "title": "زيارة",
    }
    with TestClient(create_app(path), base_url=HOST) as client, DeskFile(beside(path)) as file:
        answer = client.post("/add", data=form | {"form_token": form_token(client, "/add")}, follow_redirects=False)
        assert answer.status_code == 303
        where = answer.headers["location"]
        assert "في الانتظار" in client.get(where).text
        assert read_next(file, path)
        page = client.get(where + "?lang=en").text
    assert "Added to the record" in page
    (name,) = names(path)
    assert f"/report/{name}" in page
    with Record(path) as record:
        report = record.reports()[name]
        assert (report.text, report.outlet, report.title) == (TEXT, "صحيفة النيل", "زيارة")
        assert (str(report.published), report.url) == ("2023-04-03", "https://nile.example/1")
        assert record.comparison() is not None


def test_uploaded_files_are_read_by_their_kinds(path: Path) -> None:
    line = json.dumps({"file": "b", "text": OTHER, "outlet": "وكالة الساحل"}, ensure_ascii=False)
    files = [("files", ("a.txt", TEXT.encode())), ("files", ("b.jsonl", line.encode()))]
    with TestClient(create_app(path), base_url=HOST) as client, DeskFile(beside(path)) as file:
        token = form_token(client, "/add")
        client.post("/add", data={"kind": "upload", "form_token": token}, files=files)
        read_next(file, path)
        assert file.jobs.latest()[0].outcome["added"] == ["a", "b"]
        assert file.jobs.parts(1) == []
    assert names(path) == ["a", "b"]


def test_what_is_known_is_said_and_what_cannot_be_read_is_set_aside(file: DeskFile, path: Path) -> None:
    for _ in range(2):
        give_text(file, TEXT, {}, "ليلى")
    give_files(
        file,
        [Part("empty.txt", b""), Part("english.txt", b"This is a report in English, not Arabic. " * 5)],
        {},
        "ليلى",
    )
    while read_next(file, path):
        pass
    last, second, first = file.jobs.latest()
    assert first.outcome["added"] == second.outcome["known"]
    assert [job.state for job in (first, second, last)] == [DONE] * 3
    assert len(last.outcome["aside"]) == 2
    assert "empty.txt" in last.outcome["aside"][0]


@pytest.mark.parametrize(
    "given",
    [{"published": "yesterday"}, {"url": "javascript:alert(1)"}, {"outlet": "x" * 201}, {"title": "a\x00b"}],
)
def test_what_cannot_be_is_said_at_once(file: DeskFile, given: dict[str, str]) -> None:
    with pytest.raises(OptionError):
        give_text(file, TEXT, given, "ليلى")
    assert file.jobs.latest() == []


@pytest.mark.parametrize("name", ["a.pdf", "a", "../../etc/passwd", "a.jsonl.gz", "a.txt.gz", "\u202etxt.exe", ""])
def test_a_file_of_another_kind_is_not_taken(file: DeskFile, name: str) -> None:
    with pytest.raises(OptionError, match="not read"):
        give_files(file, [Part(name, b"x")], {}, "ليلى")


def test_a_files_folders_and_steering_characters_are_left_out(file: DeskFile) -> None:
    ident = give_files(file, [Part("C:\\news\\\u202e" + "ش" * 200 + "\x00.txt", b"x")], {}, "ليلى")
    assert file.jobs.parts(ident)[0].name == "ش" * 120 + ".txt"


def test_nothing_is_nothing(file: DeskFile) -> None:
    for give in (
        lambda: give_text(file, " \n", {}, "x"),
        lambda: give_files(file, [], {}, "x"),
        lambda: give_reports(file, [], "x"),
    ):
        with pytest.raises(OptionError):
            give()


def test_a_queue_has_an_end(file: DeskFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(file.jobs), "waiting", lambda self: MOST_WAITING)
    with pytest.raises(FullError, match="wait to be read"):
        give_text(file, TEXT, {}, "ليلى")


def test_pages_come_from_hosts_that_an_admin_allowed(path: Path) -> None:
    file = give_accounts(path, "admin", "editor", "reader")
    with visitor(path) as client:
        sign_in(client, "editor")
        token = form_token(client, "/add")
        page = {"kind": "url", "url": "https://news.example.org/1", "form_token": token}
        assert client.post("/add", data=page).status_code == 422
        assert client.post("/add/hosts", data={"allow": "news.example.org", "form_token": token}).status_code == 403
        client.cookies.clear()
        sign_in(client, "admin")
        token = form_token(client, "/add")
        client.post("/add/hosts", data={"allow": "News.Example.org.", "form_token": token})
        assert file.hosts.all() == ["news.example.org"]
        answer = client.post("/add", data=page | {"form_token": token}, follow_redirects=False)
        assert answer.status_code == 303
        client.post("/add/hosts", data={"refuse": "news.example.org", "form_token": token})
        assert file.hosts.all() == []
        client.cookies.clear()
        sign_in(client, "reader")
        assert "<textarea" not in client.get("/add").text


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "a.b/c", "a.b:80", "[::1]", "-a.example", "", "x" * 300 + ".example"]
)
def test_what_is_no_public_hosts_name_is_not_allowed(file: DeskFile, host: str) -> None:
    with pytest.raises(OptionError, match="no host's name"):
        file.hosts.allow(host, "x")


def test_a_fetched_page_is_a_report_of_its_address_whatever_it_says_of_itself(file: DeskFile, path: Path) -> None:
    paragraph = f"<p>{TEXT} {OTHER}</p>"
    page = f"<html><head><link rel=canonical href='https://elsewhere.example/9'></head><body><article>{paragraph}</article></body></html>"

    class Canned(Fetcher):
        def fetch(self, url: str) -> Fetched:
            return Fetched(url, page.encode(), "html")

    file.hosts.allow("news.example.org", "x")
    give_url(file, "https://news.example.org/a/1.html", {"outlet": "وكالة الساحل"}, "ليلى")
    read_next(file, path, fetcher=Canned)
    with Record(path) as record:
        (report,) = record.reports().values()
    assert report.url == "https://news.example.org/a/1.html"


def test_a_page_that_cannot_be_fetched_is_told_and_tried_again(file: DeskFile, path: Path) -> None:
    class Refused(Fetcher):
        def fetch(self, url: str) -> Fetched:
            raise SourceError("answers 404; check the address", url)

    file.hosts.allow("news.example.org", "x")
    ident = give_url(file, "https://news.example.org/1", {}, "ليلى")
    read_next(file, path, fetcher=Refused)
    job = file.jobs.latest()[0]
    assert (job.state, job.outcome["why"]) == (FAILED, "https://news.example.org/1: answers 404; check the address")
    file.jobs.again(ident)
    assert file.jobs.latest()[0].state == WAITING


def test_a_reader_that_ended_in_the_middle_leaves_the_job_to_the_next(file: DeskFile, path: Path) -> None:
    give_text(file, TEXT, {}, "ليلى")
    file.jobs.begin(1)  # and then its process was killed
    assert read_next(file, path)
    assert file.jobs.latest()[0].state == DONE
    assert len(names(path)) == 1


def test_what_ends_the_program_again_and_again_is_set_aside(file: DeskFile, path: Path) -> None:
    give_text(file, TEXT, {}, "ليلى")
    give_text(file, OTHER, {}, "ليلى")
    for _ in range(3):
        file.jobs.begin(1)
    while read_next(file, path):
        pass
    after, first = file.jobs.latest()
    assert (first.state, after.state) == (FAILED, DONE)


def test_a_mistake_of_ours_does_not_stop_the_queue(
    file: DeskFile, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    give_text(file, TEXT, {}, "ليلى")
    with monkeypatch.context() as patch:
        patch.setattr(reading, "take_reports", breaks)
        read_next(file, path)
    assert file.jobs.latest()[0].state == FAILED
    assert "ZeroDivisionError" in caplog.text
    file.jobs.again(1)
    read_next(file, path)
    assert file.jobs.latest()[0].state == DONE


def test_while_another_process_writes_the_job_waits(
    file: DeskFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur.store.database.WAIT_SECONDS", 0.05)
    give_text(file, TEXT, {}, "ليلى")
    with Record(path) as other, other.writing(), pytest.raises(Busy):
        read_next(file, path)
    assert (file.jobs.latest()[0].state, file.jobs.latest()[0].tries) == (WAITING, 0)
    assert read_next(file, path)
    assert file.jobs.latest()[0].state == DONE


def test_what_waits_to_be_compared_is_compared_beside_the_desk(path: Path) -> None:
    with Record(path) as record:
        take_in(record, [str(EXAMPLES)], workers=1)
        assert is_current(record)
        wait_for_anew(record)
        assert not is_current(record)
    assert settle_next(path)
    with Record(path) as record:
        assert is_current(record)
    assert not settle_next(path)


def test_a_small_record_is_compared_before_its_pages_are_opened(path: Path) -> None:
    with Record(path) as record:
        take_in(record, [str(EXAMPLES)], workers=1)
        wait_for_anew(record)
    assert compared(path)
