"""Sources: what each kind gives, and that one bad report never stops the others."""

import gzip
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import OptionError
from tawatur.intake.aside import LeftOut
from tawatur.intake.html import once
from tawatur.intake.lines import read_lines
from tawatur.intake.report import MOST_CHARACTERS, Came
from tawatur.intake.sources import PassedOver, SetAside, intake
from tawatur.record.types import Report

TEXT = "افتتح وزير النقل أمس في العاصمة خط القطار الجديد الذي يربط الميناء بالمدينة الصناعية."


def taken(items: object) -> tuple[list[Report], list[SetAside]]:
    everything = list(items)  # type: ignore[call-overload]
    return [i for i in everything if isinstance(i, Report)], [i for i in everything if isinstance(i, SetAside)]


def lines(*objects: object) -> tuple[list[Report], list[SetAside]]:
    data = "\n".join(o if isinstance(o, str) else json.dumps(o, ensure_ascii=False) for o in objects)
    return taken(read_lines("x.jsonl", io.BytesIO(data.encode("utf-8", "surrogatepass")), Came()))


def test_a_text_file_is_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode() + b"\r\n")
    [report], aside = taken(intake([tmp_path / "a.txt"], outlet="الشعلة", published="2019-04-03"))
    assert not aside
    assert report.file == "a.txt"
    assert report.text == TEXT + "\r\n"
    assert (report.outlet, report.published, report.language) == ("الشعلة", date(2019, 4, 3), "ar")
    assert len(report.text_sha256) == 64


def test_a_folder_is_read_in_order_and_by_suffix(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub" / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode("cp1256")))
    (tmp_path / "c.jsonl").write_text(json.dumps({"file": "d.txt", "text": TEXT}), encoding="utf-8")
    (tmp_path / "notes.md").write_text("nothing", encoding="utf-8")
    reports, aside = taken(intake([tmp_path]))
    assert [r.file for r in reports] == ["b.txt", "d.txt", "sub/a.txt.gz"]
    assert len(aside) == 1
    assert isinstance(aside[0], PassedOver)
    assert "1 .md" in aside[0].reason


def test_what_of_a_folder_is_not_read_is_told_once_by_kind(tmp_path: Path) -> None:
    for name in ("a.csv", "b.CSV", "c.pdf", "note", "README.md", "LICENSE", ".hidden.csv"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.csv").write_text("x", encoding="utf-8")
    (tmp_path / "ok.txt").write_text(TEXT, encoding="utf-8")
    reports, [told] = taken(intake([tmp_path]))
    assert [r.file for r in reports] == ["ok.txt"]
    assert f"{tmp_path}: not read: 1 without an ending, 2 .csv, 1 .pdf; reports are .txt" in str(told)
    assert "a watchlist is given to `tawatur screen --list`." in str(told)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.csv.gz"])
def test_a_table_is_not_read_as_a_text(tmp_path: Path, name: str) -> None:
    data = f"outlet,text\nx,{TEXT}\n".encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    reports, [aside] = taken(intake([tmp_path / name]))
    assert not reports
    assert "sv, which is not read; give reports as .txt" in aside.reason


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"file": "b", "text": ', "a value is missing at column 22"),
        ('{"file": "b" "text": "x"}', "a comma or a closing bracket is missing at column 14"),
        ('{"file": "b"', "a comma or a closing bracket is missing at column 13"),
        ('{"file": "b', "there begins a string that is not closed at column 10"),
        ('{"file": "b"}}', "something follows the end at column 14"),
        ('{file: "b"}', "a name in double quotes is missing at column 2"),
        ("words", 'is no JSON object; give each line a "file" and a "text"'),
    ],
)
def test_what_breaks_a_line_is_told_in_plain_words_with_its_column(line: str, said: str) -> None:
    _, [aside] = lines(line + "\n")
    assert said in aside.reason


def test_what_is_missing_or_bad_is_set_aside_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "english.txt").write_text(
        "The minister said that the talks would go on in the capital.", encoding="utf-8"
    )
    (tmp_path / "damaged.txt.gz").write_bytes(b"\x1f\x8b" + b"x" * 20)
    (tmp_path / "ok.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    names = ["missing.txt", "empty.txt", "binary.txt", "english.txt", "damaged.txt.gz", "ok.txt", "nothing"]
    reports, aside = taken(intake([str(tmp_path / n) for n in names]))
    assert [r.file for r in reports] == ["ok.txt"]
    said = {Path(a.file).name: str(a) for a in aside}
    assert "does not exist" in said["missing.txt"]
    assert "is empty" in said["empty.txt"]
    assert "binary" in said["binary.txt"]
    assert "English" in said["english.txt"]
    assert "damaged .gz" in said["damaged.txt.gz"]
    assert "no reports" in said["nothing"]
    assert all(s.startswith(str(tmp_path)) and s.endswith(".") for s in said.values())


def test_a_text_too_long_for_a_report_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text((TEXT + "\n") * (MOST_CHARACTERS // len(TEXT) + 1), encoding="utf-8")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    reports, aside = taken(intake([tmp_path]))
    assert not reports
    assert "larger than" in str(aside[0])
    assert "characters" in str(aside[1])


def test_json_lines_give_what_came_with_the_text() -> None:
    feed = {
        "file": "r-1",
        "url": "https://outlet.example/1",
        "outlet": "الشعلة",
        "title": "قطار &quot;سريع&quot;  جديد",
        "author": "عدن - سامر حداد",
        "time": "Wed, 03 Apr 2019 22:10:00 +0300",
        "text": TEXT,
    }
    [report], aside = lines(feed)
    assert not aside
    assert report.id == "r-1"
    assert report.url == feed["url"]
    assert report.title == 'قطار "سريع" جديد'
    assert (report.dateline, report.authors) == ("عدن", ["سامر حداد"])
    assert report.published == date(2019, 4, 3)
    assert report.published_at == feed["time"]


def test_a_broken_line_is_set_aside_by_its_number() -> None:
    good = {"file": "a", "text": TEXT}
    reports, aside = lines(good, '{"file": "b", "text": ', good, [1], {"file": "c"}, {"text": 5}, "", good)
    assert len(reports) == 3
    assert [a.place for a in aside] == ["line 2", "line 4", "line 5", "line 6"]
    assert "no JSON" in aside[0].reason


def test_a_date_that_cannot_be_is_left_out_and_said() -> None:
    [report], [left] = lines({"file": "a", "text": TEXT, "published": "2022-13-45"})
    assert report.published is None
    assert isinstance(left, LeftOut)
    assert "2022-13-45" in str(left)
    assert "line 1" in str(left)


def test_a_value_of_a_wrong_type_is_left_out_and_said() -> None:
    [report], [left] = lines({"file": "a", "text": TEXT, "outlet": 7})
    assert report.outlet is None
    assert '"outlet"' in str(left)


def test_null_bytes_and_halves_of_characters_are_refused() -> None:
    reports, aside = lines('{"text": "' + TEXT + '\\u0000"}', '{"text": "' + TEXT + '\\ud800"}')
    assert not reports
    assert len(aside) == 2


def test_json_lines_in_other_encodings() -> None:
    line = json.dumps({"file": "a", "text": TEXT}, ensure_ascii=False) + "\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1256"):
        reports, aside = taken(read_lines("x.jsonl", io.BytesIO((line * 2).encode(encoding)), Came()))
        assert ([r.text for r in reports], aside) == ([TEXT, TEXT], [])


@pytest.mark.parametrize("data", [TEXT, json.dumps({"file": "a", "text": TEXT}) + "\n"])
def test_standard_input_is_sniffed(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    [report], aside = taken(intake(["-"]))
    assert report.text == TEXT
    assert not aside


def test_an_option_that_is_no_day() -> None:
    with pytest.raises(OptionError, match="2022-99-01"):
        intake([], published="2022-99-01")


PAGE = """<!doctype html><html lang="ar"><head><meta charset="{charset}"><title>قطار جديد | الشعلة</title>
<meta property="og:site_name" content="الشعلة"><meta property="og:title" content="قطار جديد يربط الميناء بالمدينة">
<meta property="article:published_time" content="2019-04-03T08:00:00+03:00"><link rel="canonical" href="https://sh.example/1">
</head><body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li></ul></nav>
<article><h1>قطار جديد يربط الميناء بالمدينة</h1><div><div><p>{text}</p></div><p>{text}</p></div>
<p>وقال الوزير إن المشروع سيخدم سكان المنطقة كلها خلال السنوات القادمة، وسيوفر آلاف فرص العمل للشباب في الميناء.</p>
<p>وأضاف أن المرحلة الثانية من الخط تبدأ العام المقبل، على أن تنتهي الأعمال فيها خلال ثلاثة أعوام على أبعد تقدير.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_a_page_gives_its_article_once(tmp_path: Path, charset: str) -> None:
    (tmp_path / "p.html").write_bytes(PAGE.format(charset=charset, text=TEXT).encode(charset))
    [report], aside = taken(intake([tmp_path / "p.html"]))
    assert not aside
    assert report.text.count(TEXT) == 1
    assert "الرئيسية" not in report.text
    assert (report.title, report.outlet) == ("قطار جديد يربط الميناء بالمدينة", "الشعلة")
    assert report.published == date(2019, 4, 3)
    assert report.url == "https://sh.example/1"


def test_a_page_without_an_article_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text("<html><body><a href='/'>الرئيسية</a></body></html>", encoding="utf-8")
    reports, [aside] = taken(intake([tmp_path / "p.html"]))
    assert not reports
    assert "without an article" in str(aside)


def test_paragraphs_are_never_doubled() -> None:
    lead = "أعلنت الوزارة أن القطار سيسير من الغد"
    assert once([lead, lead, "نعم", "وقال الوزير إن ذلك مهم جدا", lead, "نعم"]) == [
        lead,
        "نعم",
        "وقال الوزير إن ذلك مهم جدا",
        "نعم",
    ]
    assert once([lead, lead + " صباحا بحضور الجميع"]) == [lead + " صباحا بحضور الجميع"]


@given(st.binary(max_size=200))
def test_any_bytes_as_json_lines(data: bytes) -> None:
    for item in read_lines("x", io.BytesIO(data), Came()):
        assert isinstance(item, (Report, SetAside))
