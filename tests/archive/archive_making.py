"""An archive for tests: some hundred reports, put together from sentences written here."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tawatur.archive.engine import Engine

OUTLETS = ("الأفق", "البيان اليومي", "وكالة الشرق", "صوت الساحل", "المرصد")
PLACES = ("الرباط", "عمان", "بغداد", "بيروت", "تونس", "الدوحة")
BODIES = ("وزارة الخارجية", "مجلس الوزراء", "الأمم المتحدة", "جامعة الدول العربية", "وزارة الداخلية")
PERSONS = ("سليم الحداد", "نورة القاضي", "خالد بن سالم المهري", "ليلى منصور", "عمر التازي")
OTHERWISE = ("خالد المهري", "عمر الطازي", "سليم الحدّاد")  # shorter, or spelt otherwise
OPENINGS = (
    "أعلنت {body} أن اجتماعا وزاريا سيعقد في {place} يوم {day} بمشاركة {n} دولة.",
    "وصل وزير الخارجية {person} إلى {place} اليوم في زيارة تستغرق يومين لبحث ملف المياه.",
    "قتل {n} أشخاص في انفجار وقع صباح اليوم وسط {place} بحسب ما أفادت {body}.",
    "قال المتحدث {person} إن {body} تدرس تقديم مساعدات بقيمة {n} ملايين دولار إلى المتضررين في {place}.",
)
MIDDLES = (
    "وأوضح {person} أن القرار جاء بعد مشاورات طويلة مع ممثلي المزارعين والتجار وأصحاب السفن في الموانئ القديمة.",
    "ويرى خبراء أن أسعار القمح والزيت ستبقى مرتفعة ما لم تفتح المعابر أمام الشاحنات القادمة من الشمال.",
    "وأضاف البيان أن لجنة مشتركة ستتابع تنفيذ الاتفاق وترفع تقريرها إلى القادة قبل نهاية السنة المالية.",
    "ومن المقرر أن يلتقي {person} عددا من السفراء والصحفيين على هامش المعرض السنوي للكتاب في {place}.",
    "وتعد هذه المرة الأولى التي يجتمع فيها الطرفان حول طاولة واحدة منذ توقف المفاوضات قبل سبع سنوات.",
)
MEETING = "وكان وزير الخارجية {other} قد التقى الوزير التازي في {place} ولم يعلن الوزير الحداد موعد اللقاء المقبل."
# fmt: off
WORDS = [
    "الميناء", "السفينة", "القمح", "المزارعون", "السوق", "الجسر", "الطريق", "السد", "الوادي", "المدينة",
    "القرية", "الحكومة", "البرلمان", "اللجنة", "الخطة", "الميزانية", "المدرسة", "الجامعة", "المستشفى",
    "الطبيب", "المعلم", "الطالب", "العمال", "الشركة", "المصنع", "المعرض", "المهرجان", "الكتاب", "الصحيفة",
    "المحكمة", "القاضي", "وصل", "غادر", "بدأ", "انتهى", "ارتفع", "انخفض", "فتح", "أغلق", "وقع", "رفض", "وافق",
    "طلب", "نشر", "درس", "ناقش", "تابع", "شارك", "جديد", "قديم", "كبير", "بعيد", "سريع", "طويل", "مشترك",
    "خلال", "بعد", "قبل", "نحو", "عبر", "ضمن", "حول", "لدى",
]
# fmt: on
QUICK_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SPARK = {  # few rows: what is compiled for them takes longer than they do
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.extraJavaOptions": QUICK_JAVA,
    "spark.executor.extraJavaOptions": QUICK_JAVA,
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.executor.memory": "500m",
    "spark.python.worker.faulthandler.enabled": "true",
}
CLUSTER = {**SPARK, "spark.sql.adaptive.enabled": "false"}  # a part more is cheaper than a job to count the rows
FORMULA = "وكانت الصحيفة قد نقلت الخبر عن مراسلها في المدينة القديمة قبل أن يصدر البيان الرسمي مساء أمس."


class Sessions:
    """Spark's one session of a process: at one master at a time, within one Java machine."""

    def __init__(self) -> None:
        self._master = ""
        self._engine: Engine | None = None

    def at(self, master: str, partitions: int = 0) -> Engine:
        """The engine at this master; one at another master is closed. 0 partitions: Spark finds their number."""
        from tawatur.archive.spark import SparkEngine

        if self._engine is None or master != self._master:
            self.close()
            self._master, self._engine = master, SparkEngine(master, partitions, CLUSTER if partitions else SPARK)
        return self._engine

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def reports(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """So many reports as lines of JSON have them: some are copies of others, whole or in part, some share a name."""
    chance = random.Random(seed)
    made: list[dict[str, Any]] = []
    for i in range(count):
        day = date(2021, 5, 1) + timedelta(days=chance.randrange(14))
        lines = [_filled(chance.choice(OPENINGS), chance, day)]
        lines += [" ".join(chance.choices(WORDS, k=chance.randrange(14, 26))) + "." for _ in range(3)]
        outlet = chance.choice(OUTLETS)
        if chance.random() < 0.1:
            lines.append(_filled(chance.choice(MIDDLES), chance, day))
        if chance.random() < 0.15:
            lines.append(_filled(MEETING, chance, day))
        if outlet == OUTLETS[0]:
            lines.append(FORMULA)  # what this outlet says whatever it reports
        if made and chance.random() < 0.3:
            of = chance.choice(made)
            day = date.fromisoformat(of["published"]) + timedelta(days=chance.randrange(2))
            theirs = of["text"].split("\n")
            lines = chance.choice((theirs, [*theirs[:2], lines[-1]], [lines[0], *theirs[1:]]))
            if chance.random() < 0.3:
                lines[0] = lines[0].replace("اليوم", "الْيوم")  # a twin that writes it with its vowels
        text = "\n".join(lines)
        shares_name = chance.random() < 0.1 and text not in [r["text"] for r in made]
        name = f"report-{i // 2 if shares_name else i}"
        title = " ".join(chance.choices(WORDS, k=2))
        known = {"title": title, "outlet": outlet, "published": day.isoformat()}
        made.append({"file": f"{name}.txt", "text": text, **known})
    return made


def _filled(sentence: str, chance: random.Random, day: date) -> str:
    return sentence.format(
        place=chance.choice(PLACES),
        body=chance.choice(BODIES),
        person=chance.choice(PERSONS),
        other=chance.choice(OTHERWISE),
        day=f"{day.day} مايو",
        n=chance.randrange(3, 30),
    )


def write_lines(path: Path, made: list[dict[str, Any]]) -> Path:
    """The reports as a file of JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in made), encoding="utf-8")
    return path


def rows(folder: Path) -> list[tuple[Any, ...]]:
    """All rows of a folder of Parquet, sorted, columns in order of their names."""
    table = pq.read_table(folder, partitioning=None)
    return sorted((tuple(r[c] for c in sorted(r)) for r in table.to_pylist()), key=repr)
