"""Who did an incident, who suffered it and where it was: what looks like one of them and is none."""

from __future__ import annotations

from typing import Any

import pytest
from incidents_told import plain, told


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        # whoever finds the dead did not kill them
        ("عثر الأهالي على عشرين جثة قرب مدينة الرقة أمس.", {"type": "killing", "actor": None, "killed": 20.0}),
        # an adjective agrees with the nation's before it; what does not is the object
        ("قصفت طائرات حربية تركية مواقع في ريف حلب أمس.", {"actor": ["طائرات حربية تركية"], "target": ["مواقع"]}),
        ("قصف طيران روسي بلدة صغيرة في إدلب أمس.", {"actor": ["طيران روسي"], "target": ["بلدة صغيرة"]}),
        # a man of that country, and not the country
        ("قتل مسلحون رجلا سوريا في برلين السبت.", {"target": ["رجلا سوريا"], "place": ["berlin"]}),
        # no article, but the word's own alif
        ("أصدرت المحكمة حكما بإعدام ألمانية في بغداد.", {"target": ["ألمانية"]}),
        # a name in the genitive of something else, the subject of another verb, those that are left out
        ("قتل خمسة جنود في غارة على اليمن ودعم لندن للرياض مستمر.", {"place": ["yemen"]}),
        ("قتل مسلحون ضابطا في هجوم نفذته جماعة تصنفها أنقرة إرهابية.", {"place": None}),
        ("سيطر الجيش على بلدات الغوطة باستثناء دوما.", {"type": "takeover", "place": ["eastern-ghouta"]}),
        ("وقع انفجار في سوق بمدينة كركوك أمس وقتل ثلاثة أشخاص.", {"place": ["kirkuk"]}),
        ("قتل ستة جنود في معارك في مديريتي الجراحي والحديدة أمس.", {"place": ["hodeidah"]}),
        ("انسحب الجيش من بلدة دوما أمس.", {"type": "military-campaign", "place": ["douma"]}),
        # on one's own is no agent, and what somebody marches against is not what he marches on
        ("وأفرج الحوثيون عن 153 أسيرا من جانب واحد.", {"actor": ["houthis"]}),
        ("وخرجت مسيرة في رام الله تنديدا بالهجوم.", {"type": "protest", "target": None}),
        # the land of an adjective's country
        ("غرق زورق قبالة السواحل الليبية وقتل عشرون مهاجرا.", {"place": ["libya"]}),
        ("شنت مقاتلات إسرائيلية غارات في الداخل السوري فجر اليوم.", {"place": ["syria"]}),
        ("سقطت طائرة في المياه الإقليمية اليمنية أمس.", {"place": ["yemen"]}),
        ("انفجر لغم على الحدود التركية السورية أمس وقتل جنديان.", {"place": None}),
        # what is abstract does nothing
        ("احتدمت أزمة التدخل السعودي في البلاد وخرجت مسيرات في صنعاء.", {"type": "protest", "actor": None}),
        ("خرجت مسيرات كبيرة في عدن للمطالبة بالرواتب.", {"type": "protest", "place": ["aden"], "actor": None}),
        # behind a subject of many words
        (
            "شنت قوات الحماية المدعومة من الولايات المتحدة هجوما جديدا على معاقل داعش.",
            {"type": "attack", "actor": ["قوات الحماية المدعومة من الولايات المتحدة"]},
        ),
        ("ردا على ذلك شنت فرنسا، وبريطانيا، غارات على مواقع في حمص.", {"actor": ["france", "united-kingdom"]}),
        # a doer told by a pronoun, and whom he struck after ل
        ("نددت اللجنة بالقوات واستهدافها المتعمد للمتظاهرين في غزة أمس.", {"target": ["متظاهرين"], "place": ["gaza"]}),
        # whom an accusation points at
        ("وجه الوزير أصابع الاتهام نحو روسيا بمحاولة اغتيال ضابط في لندن أمس.", {"actor": ["russia"]}),
        ("قتل ثلاثة في هجوم بشمال مالي أمس.", {"place": ["mali"]}),
        # how old he is
        (
            "اعتقلت الشرطة سلمى العلي (44 عاما) في دمشق أمس.",
            {"type": "arrest", "actor": ["شرطة"], "target": ["slmy-alaly"]},
        ),
        ("قصفت حكومة الرئيس بشار الأسد بلدة دوما أمس.", {"actor": ["حكومة الرئيس بشار الأسد"]}),
        ("قتل قائد الشرطة محمد العلي أمس في دمشق.", {"actor": None, "target": ["mhmd-alaly"]}),
        # behind a relative clause on the doer, and behind one whose nation is told
        ("قصفت طائرات التحالف الذي تقوده السعودية، مخازن أسلحة في صعدة.", {"target": ["مخازن أسلحة"]}),
        ("قتل قناص تركي المصور أسامة السالم في عفرين أمس.", {"actor": ["قناص تركي"]}),
        ("قتل رجل سوري الجنسية في برلين أمس.", {"target": ["رجل سوري الجنسية"]}),
        # a day stands between
        ("أدانت فرنسا الاثنين الهجوم الذي استهدف مدينة دوما.", {"actor": None, "target": ["douma"]}),
        ("أدت الغارة إلى مقتل العشرات من الفلسطينيين أمس.", {"target": ["فلسطينيين"]}),
        ("عمد عشرات الآلاف من المتظاهرين إلى قطع الطرق في يريفان أمس.", {"actor": ["متظاهرين"]}),
        ("اغتال مسلحون القيادي علي الأحمد ثم فروا من المكان.", {"target": ["aly-alahmd"]}),
        # a participle with what it needs
        ("هاجمت جماعات مسلحة مرتبطة بالقاعدة بلدة في مالي أمس.", {"actor": ["جماعات مسلحة مرتبطة بالقاعدة"]}),
        ("قصفت إسرائيل شحنات أسلحة مشتبه بها في سوريا.", {"target": ["شحنات أسلحة مشتبه بها"]}),
        # a verb that no list knows behind its sufferers
        ("أكد الجيش أنه اعتقل عشرة فلسطينيين يشتبه في تخطيطهم لهجوم.", {"type": "arrest", "target": ["فلسطينيين"]}),
        # how much of it
        ("سيطرت القوات على أجزاء واسعة من بلدة راجو.", {"type": "takeover", "place": ["rajw"]}),
        # who is said to have done it
        ("قتلت سائحة في عملية دهس قام بها متطرف في برلين أمس.", {"actor": ["متطرف"], "place": ["berlin"]}),
        ("تعرضت البلدة إلى قصف مكثف من القوات الحكومية أمس.", {"actor": ["قوات حكومية"]}),
        # an adverb, a masdar that is listed
        ("قتل نحو 500 مدني آنذاك في قصف على الموصل.", {"target": ["مدني"]}),
        ("أكد البيان مقتل ثلاثة جنود وعودة الأهالي إلى بيوتهم.", {"target": ["جنود"]}),
    ],
)
def test_parties(text: str, slots: dict[str, Any]) -> None:
    found = max(told(text), key=lambda e: len(e.slots))
    assert {name: plain(found.slots.get(name)) for name in slots} == slots


def test_drones_that_are_shot_down_march_nowhere() -> None:
    assert told("وأسقطت الدفاعات الجوية 62 مسيرة من أصل 90 أطلقها العدو ليلا.") == []
