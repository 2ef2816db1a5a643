"""Which language a text seems to be in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.language.detect import detect_language, language_name

CASES = {
    "ar": [
        "أعلن وزير الخارجية أن الاجتماع سيعقد في العاصمة الأسبوع المقبل",
        "مقتل خمسة أشخاص",
        "الشركة تطرح هاتفها Galaxy Note في الأسواق",
        "بدأ مهرجان باكستان السنوي",
        "انتخب البرلمان المحلي سامي الجبلي رئيسا له",  # له is a word of Pashto too
    ],
    "fa": ["وزیر امور خارجه گفت که این گفتگوها ادامه خواهد داشت و برای صلح است"],
    "ur": ["وزیر خارجہ نے کہا ہے کہ یہ مذاکرات جاری رہیں گے اور اس میں کوئی تبدیلی نہیں"],
    "ckb": ["وەزیری دەرەوە گوتی کە ئەم گفتوگۆیانە بۆ ئاشتی بەردەوامن"],
    "ps": ["د بهرنیو چارو وزیر وویل چې دا خبرې به په کابل کې دوام ومومي"],
    "en": ["The foreign minister said that the talks would continue in the capital next week"],
    "fr": ["Le ministre des affaires étrangères a déclaré que les discussions se poursuivront"],
    "es": ["El ministro de Asuntos Exteriores dijo que las conversaciones continuarán en la capital"],
    "de": ["Der Außenminister sagte, die Gespräche würden in der Hauptstadt fortgesetzt und nicht beendet"],
    "tr": ["Dışişleri bakanı görüşmelerin başkentte devam edeceğini ve bunun önemli olduğunu söyledi"],
    "ru": ["Министр иностранных дел заявил, что переговоры продолжатся в столице"],
    "he": ["שר החוץ אמר כי השיחות יימשכו בבירה"],
    "zh": ["外交部长表示会谈将继续"],
    "ja": ["外相は会談が続くと述べた"],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in CASES.items() for text in texts])
def test_language(code: str, text: str) -> None:
    assert detect_language(text) == code


def test_a_text_without_words_is_in_no_language() -> None:
    assert detect_language("123 — 45%\n؟") is None
    assert detect_language("") is None


def test_languages_have_names() -> None:
    assert language_name("fa") == "Persian"
    assert "not known" in language_name(None)


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    detect_language(text)


def test_latin_names_and_page_code_do_not_make_an_arabic_report_english() -> None:
    text = "أعلنت الشركة طرح هاتفها الجديد في أسواق المنطقة قبل نهاية العام" + ' <script src="/js/player.js" async>' * 3
    assert detect_language(text) == "ar"
