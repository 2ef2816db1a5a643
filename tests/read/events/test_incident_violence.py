"""Violence as news tells it: vowelled passives, pronouns for who was struck, objects far from their verb, and the words
of killing, capture, siege, seizure and the fall of places."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import best, slots, told


def has(text: str, expected: dict[str, Any]) -> None:
    found = slots(best(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سُجن ثلاثة صحفيين في الرباط أمس.", {"type": "arrest", "target": ["صحفيين"], "place": ["rabat"]}),
        ("هاجم مسلحون نقطة تفتيش في كركوك فأُحرقت سيارتان.", {"type": "attack", "place": ["kirkuk"]}),
        ("لقي ما لا يقل عن عشرين مهاجرا من جنسيات شتى حتفهم قبالة ليبيا.", {"type": "killing", "killed": 20.0}),
        ("صادرت الشرطة الألمانية في ميناء هامبورغ طنين من الكوكايين.", {"type": "seizure"}),
        ("ضبط خفر السواحل قرب الإسكندرية زورقا محملا بالسلاح.", {"type": "seizure", "target": ["زورقا محملا"]}),
        ("استولت جماعة متمردة على شمال مالي قبل عامين.", {"type": "takeover", "target": ["mali"]}),
        ("أمر القاضي بحبس مدير المصنع في وهران أربعة أيام.", {"type": "other", "target": ["مدير المصنع"]}),
    ],
)
def test_what_a_verb_tells(text: str, expected: dict[str, Any]) -> None:
    has(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عاد الصحفي إلى بيته بعد يومين من توقيفه في تونس.", {"type": "arrest", "target": ["صحفي"]}),
        ("رصدت الشرطة ثلاثة مهربين فاعتقلتهم في وجدة.", {"type": "arrest", "count": None}),
        ("ظل الطبيب عاما في السجن ثم أفرج عنه في بغداد.", {"type": "other", "target": ["طبيب"]}),
    ],
)
def test_a_pronoun_stands_for_who_was_told_before(text: str, expected: dict[str, Any]) -> None:
    has(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قضى سبعة عمال في انفجار منجم قرب خريبكة.", {"killed": 7.0}),
        ("فقدت ممرضة حياتها في كمين قرب العريش.", {"killed": 1.0}),
        ("أجهز المسلحون على حارسين في قندهار.", {"type": "killing", "killed": 2.0}),
        ("انهال شرطيان بالضرب على مصور في الجزائر.", {"type": "attack", "target": ["مصور"]}),
        ("فتشت قوة من الدرك ثلاثة منازل في زحلة.", {"type": "raid", "target": ["منازل"]}),
        ("مثل الوزير السابق أمام المحكمة في نواكشوط.", {"type": "other", "place": ["nouakchott"]}),
        ("أدانت المحكمة شرطيا بقتل متظاهر.", {"type": "other", "target": ["شرطيا"]}),
        ("أصدرت محكمة في لاهاي مذكرة توقيف بحق قائد المتمردين.", {"type": "arrest"}),
        ("حررت الشرطة النيجيرية أربع راهبات في كادونا.", {"type": "other", "count": 4.0}),
        ("كسرت القوات الحصار عن دير الزور بعد عامين.", {"type": "siege", "target": ["deir-ez-zor"]}),
        ("سقطت مدينة تدمر بيد التنظيم في مايو 2015.", {"type": "takeover", "target": ["palmyra"]}),
        ("بسطت القوات الحكومية سيطرتها على ميناء عدن.", {"type": "takeover"}),
        ("أبطل خبراء المتفجرات عبوة في الموصل.", {"type": "dismantlement"}),
        ("كشفت المخابرات التركية عن شبكة تجسس في أنقرة.", {"type": "dismantlement", "target": ["شبكة تجسس"]}),
        ("تناحرت ميليشيات قبلية في مأرب أمس.", {"type": "conflict"}),
        ("نهب مسلحون مخازن المساعدات في دارفور.", {"type": "seizure", "place": ["darfur"]}),
        ("وضعت الشرطة البرازيلية يدها على طنين من الكوكايين.", {"type": "seizure"}),
    ],
)
def test_what_words_of_violence_tell(text: str, expected: dict[str, Any]) -> None:
    has(text, expected)


def test_what_is_taken_by_surprise_may_be_taken_over() -> None:
    types = [e.slots["type"] for e in told("باغت المتمردون معسكرا للجيش في كيدال واحتلوه ساعات.")]
    assert types == ["attack", "takeover"]


def test_two_that_say_who_and_where_need_no_day() -> None:
    has("بحث الوزيران آثار القصف الإسرائيلي على مدينة صور.", {"type": "airstrike", "actor": ["israel"]})


@pytest.mark.parametrize(
    "text",
    [
        "ناقشت الندوة أسباب الحروب وسبل الوقاية منها.",
        "قضى الوزير إجازته في جبال الأطلس.",
        "ضرب الجفاف موسم القمح في تونس.",
        "يمثل النائب مدينته في البرلمان.",
        "سلم السفير أوراق اعتماده إلى الملك.",
        "كشفت الدراسة عن شبكة من الأنهار الجوفية.",
        "أصابت الوزيرة في قولها إن الإصلاح طويل.",
    ],
)
def test_the_same_words_where_they_tell_none(text: str) -> None:
    assert told(text) == []
