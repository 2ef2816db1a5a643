"""Who joins a body, comes back to it, asks for it, is expelled from it or loses his seat."""

from __future__ import annotations

import pytest
from prepared import prepared

from tawatur.read.events import bodies
from tawatur.record.types import Event


def memberships(text: str) -> list[Event]:
    return [e for e in bodies.find(*prepared(text)) if e.kind == "membership"]


@pytest.mark.parametrize(
    ("text", "member", "body", "status"),
    [
        ("دخلت السويد الاتحاد الأوروبي في منتصف التسعينيات.", "sweden", "european-union", "done"),
        ("عاد المغرب إلى الاتحاد الأفريقي بعد غياب طويل.", "morocco", "african-union", "done"),
        ("وافقت جامعة الدول العربية على عودة سوريا.", "syria", "arab-league", "done"),
        ("تقدمت مولدوفا بطلب للانضمام إلى الاتحاد الأوروبي.", "moldova", "european-union", "planned"),
        ("طردت مجموعة الثماني روسيا قبل أعوام.", "russia", "g8", "cancelled"),
        ("جمدت منظمة التعاون الإسلامي مقعد سوريا.", "syria", "oic", "cancelled"),
        ("انتخبت تونس عضوا غير دائم في مجلس الأمن.", "tunisia", "un-security-council", "ongoing"),
    ],
)
def test_who_enters_and_who_is_shut_out(text: str, member: str, body: str, status: str) -> None:
    [event] = memberships(text)
    assert (event.slots["members"], event.slots["body"], event.status) == ([member], [body], status)


@pytest.mark.parametrize(
    "text",
    [
        "عادت مصر إلى دعم جهود الأمم المتحدة.",
        "دخل الاتحاد الأوروبي على خط الأزمة.",
        "طردت فرنسا أربعة دبلوماسيين روس.",
        "أخرج الجيش مسلحي تنظيم القاعدة من البلدة.",
    ],
)
def test_other_comings_and_expulsions_change_no_membership(text: str) -> None:
    assert memberships(text) == []
