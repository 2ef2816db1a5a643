"""How sentences are cut into clauses and phrases, and who does what in them."""

from __future__ import annotations

import pytest

from tawatur.read.document import Document
from tawatur.read.events.arguments import antecedent, direct_object, subject
from tawatur.read.events.context import Context
from tawatur.read.events.lists import enumerate_spans
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report
from tawatur.text.words import definite, likeliest, nisba, undefined


def context(text: str) -> Context:
    document = Document(Report("r", "r", text, "0"))
    read_mentions(document)
    return Context(document)


def words(found: Context, phrase: Phrase | None) -> str | None:
    return found.document.text[phrase.start : phrase.end] if phrase is not None else None


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("أعلن الوزير أن المجلس سيجتمع.", ["أعلن الوزير", "أن المجلس سيجتمع"]),
        ("وصل الوزير وغادر السفير.", ["وصل الوزير", "وغادر السفير"]),
        ("المركز الذي افتتح أمس صغير.", ["المركز", "الذي افتتح أمس صغير"]),
        ("رحب بالقرار؛ ورفض الحوار.", ["رحب بالقرار", "ورفض الحوار"]),
        ("دعم السلم وتطور الأمن.", ["دعم السلم وتطور الأمن"]),  # nouns, no verbs, after a conjunction
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    found = context(text)
    assert [text[c.start : c.end] for c in found.clauses] == clauses


@pytest.mark.parametrize(
    ("text", "tense", "negated"),
    [
        ("اجتمع المجلس.", "past", False),
        ("يجتمع المجلس.", "present", False),
        ("سيجتمع المجلس.", "future", False),
        ("لم يجتمع المجلس.", "present", True),
        ("لن تجتمع اللجنة.", "present", True),
    ],
)
def test_tense_and_negation(text: str, tense: str, negated: bool) -> None:
    clause = context(text).clauses[0]
    assert (clause.tense, clause.negated) == (tense, negated)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("استضاف المغرب الاجتماع.", "المغرب", None),
        ("المغرب أعلن القرار.", "المغرب", "القرار"),
        ("أعلن المغرب القرار.", "المغرب", "القرار"),
        ("يبحث المجلس دعم السلام.", "المجلس", "دعم السلام"),
    ],
)
def test_subject_and_object(text: str, who: str, what: str | None) -> None:
    found = context(text)
    assert words(found, subject(found, found.clauses[0])) == who
    if what is not None:
        assert words(found, direct_object(found, found.clauses[0])) == what


def test_a_relative_clause_speaks_of_the_noun_before_it() -> None:
    found = context("رحب الوزير بهذا التحالف الذي يسعى إلى السلام.")
    assert words(found, antecedent(found, found.clauses[1])) == "هذا التحالف"


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [
        ("أشاد الوزير بالقوات التي شنت هجوما.", "القوات"),
        ("قدم الرئيس قائمة بالوزراء الذين سيؤدون اليمين.", "الوزراء"),
        ("رحب الوزير بالبلدة الواقعة قرب الحدود.", None),
        ("وصلت طائرة تابعة للجيش، التي دمرت المبنى.", "طائرة تابعة"),
    ],
)
def test_a_relative_clause_speaks_of_the_nearest_noun_that_agrees(text: str, spoken_of: str | None) -> None:
    found = context(text)
    told = [antecedent(found, c) for c in found.clauses if c.opener == "relative"]
    assert [words(found, one) for one in told] == ([spoken_of] if spoken_of else [])


def test_no_verb_ends_like_a_feminine_noun() -> None:
    found = context("ذكر أن القوات بدأت حملة واسعة بعد رحلة قصيرة.")
    assert [found.document.tokens[i].text for i in sorted(found.verbs)] == ["ذكر", "بدأت"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("والسعودية", ("و", "", 1)),
        ("للتحالف", ("", "ل", 1)),
        ("لمواجهة", ("", "ل", 1)),
        ("ولمواجهة", ("و", "ل", 2)),
        ("وزير", ("", "", 0)),
        ("لقاء", ("", "", 0)),
        ("بيان", ("", "", 0)),
    ],
)
def test_proclitics(word: str, expected: tuple[str, str, int]) -> None:
    found = context(word)
    assert proclitic(found, 0) == expected


def test_what_letters_alone_say_of_a_word() -> None:
    assert likeliest("والقرار").rest == "قرار"
    assert definite("بالقرار")
    assert not definite("قرار")
    assert undefined("وللقرار") == "قرار"
    assert nisba("المغربيه")
    assert not nisba("القرار")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("مواجهة الفقر وتفكيك الشبكات ومنع التهريب.", ["مواجهة الفقر", "تفكيك الشبكات", "منع التهريب"]),
        ("محاربة التطرف والإرهاب.", ["محاربة التطرف والإرهاب"]),
        ("محاربة الفقر في البلاد والتصدي لعودته.", ["محاربة الفقر في البلاد", "التصدي لعودته"]),
        ("توقيف وملاحقة المهربين.", ["توقيف وملاحقة المهربين"]),
        ("دعم السلم، مع التركيز على الشباب، وتطوير التعليم.", ["دعم السلم", "التركيز على الشباب", "تطوير التعليم"]),
        ("دعم السلم، حيث قال الوزير.", ["دعم السلم"]),
        ('دعم "السلم الأهلي" وبناء الثقة".', ['دعم "السلم الأهلي', "بناء الثقة"]),
    ],
)
def test_coordinated_aims(text: str, spans: list[str]) -> None:
    found = context(text)
    assert [s.text.rstrip('"') for s in enumerate_spans(found, 0, len(found.document.tokens))] == spans
