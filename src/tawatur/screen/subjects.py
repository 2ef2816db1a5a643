"""Who is screened: names as they were typed, or every person and organisation of a record and what it knows of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tawatur.names.letters import LONGEST
from tawatur.record.types import Comparison, Entity, Evidence, Mention, MergedEntity, Reading
from tawatur.record.watchlists import ORGANISATION, PERSON, Reason, Subject
from tawatur.screen.births import told_births
from tawatur.screen.spelling import READ, script
from tawatur.text.folding import fold

_SHOWN = 60  # characters of a name in a sentence


def typed(names: Iterable[str], kind: str | None = None) -> list[Subject]:
    """Names that can be compared as subjects, each once; white space around them does not count."""
    cleaned = (" ".join(name.split()) for name in names)
    return [Subject(name, kind, [name]) for name in dict.fromkeys(cleaned) if _obstacle(name) is None]


def not_compared(names: Iterable[str]) -> list[Reason]:
    """Why each of the names that cannot be compared cannot, each once."""
    found = (_obstacle(" ".join(name.split())) for name in names)
    return list(dict.fromkeys(reason for reason in found if reason is not None))


def _obstacle(name: str) -> Reason | None:
    """What keeps a name from being compared: it is empty, longer than a name, or has no letter that is read."""
    if not name:
        return Reason("name_empty")
    shown = name if len(name) <= _SHOWN else name[:_SHOWN] + " …"
    if len(name) > LONGEST:
        return Reason("name_too_long", (shown, str(LONGEST)))
    scripts = {script(letter) for letter in name if letter.isalpha()}
    if not scripts:
        return Reason("name_without_letters", (shown,))
    return None if scripts & READ else Reason("name_in_other_script", (shown,))


def of_record(readings: Mapping[str, Reading], comparison: Comparison) -> list[Subject]:
    """Every person and organisation of a record, with each place where it is named, its positions and births."""
    entities = [e for e in comparison.entities if e.type in (PERSON, ORGANISATION)]
    merged = {pair: e.id for e in comparison.entities for pair in e.same}
    subjects = {e.id: Subject(e.id, e.type, []) for e in entities}
    named: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for report, reading in readings.items():
        for mention in reading.mentions:
            subject = subjects.get(merged.get((report, mention.entity), ""))
            if subject is not None:
                spelled = _written_out(reading.report.text, mention)
                named[subject.id][spelled].append(Evidence(mention.start, mention.end, mention.text, report))
                if subject.kind == PERSON:
                    subject.births += [b for b in told_births(reading, mention) if b not in subject.births]
        _add_roles(report, reading, merged, subjects)
    local = {(report, e.id): e for report, reading in readings.items() for e in reading.entities}
    for entity in entities:
        subject = subjects[entity.id]
        subject.standing = dict(named[entity.id])
        subject.names, subject.short = _spellings(entity, named[entity.id], _known_names(entity, local))
    return [s for s in subjects.values() if s.names]


def _add_roles(
    report: str, reading: Reading, merged: Mapping[tuple[str, str], str], subjects: Mapping[str, Subject]
) -> None:
    for role in reading.roles:
        subject = subjects.get(merged.get((report, role.person), ""))
        if subject is None:
            continue
        if role.title not in subject.positions:
            subject.positions.append(role.title)
        if role.of and (report, role.of) in merged and merged[report, role.of] not in subject.countries:
            subject.countries.append(merged[report, role.of])


def _known_names(entity: MergedEntity, local: Mapping[tuple[str, str], Entity]) -> list[str]:
    """What a record's lists of names call an entity, though the reports may not: the Islamic State of داعش."""
    aliases = [alias for pair in entity.same if pair in local for alias in local[pair].aliases]
    return [n for n in (entity.name.get("ar"), entity.name.get("en"), *aliases) if n]


def _spellings(
    entity: MergedEntity, named: Mapping[str, list[Evidence]], known: list[str]
) -> tuple[list[str], list[str]]:
    """Every spelling to screen by, the most used first; and apart from them the parts of a person's name, which stand
    for many people, where the record knows a fuller one."""
    used = sorted(named, key=lambda text: (-len(named[text]), text))
    once: dict[str, str] = {}
    for text in [*used, *known]:
        once.setdefault(fold(text), text)
    spellings = list(once.values())
    if entity.type == PERSON and any(len(s.split()) > 1 for s in spellings):
        return [s for s in spellings if len(s.split()) > 1], [s for s in spellings if len(s.split()) == 1]
    return spellings, []


def _written_out(text: str, mention: Mention) -> str:
    """A name as it is written alone: after the preposition of للتحالف its article has no alef."""
    cut = mention.text.startswith("ل") and text[mention.start - 1 : mention.start] == "ل"
    return "ا" + mention.text if cut else mention.text
