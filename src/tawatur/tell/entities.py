"""The names of a record: a list of all, and of one every spelling with its places and why they are one."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tawatur.record.types import Belonging, Mention, MergedEntity
from tawatur.tell import labels
from tawatur.tell.lines import quotation
from tawatur.tell.page import Line, Page, Piece, joined
from tawatur.tell.view import View

UNSURE = 0.95  # a joining of less confidence is told as unsure
_SENTENCES = 3  # shown under a spelling
_SPELLINGS = 6  # shown in the list
_REASONS = 12
_MANY = 60  # names of a list that is still read whole

Places = list[tuple[str, Mention]]


def entities(view: View, kind: str | None = None, whole: bool = False) -> Page:
    """The page of the entities (of one type), those of most reports first.

    Where there are more than 60, those of two reports and more, and how many others there are; `whole` shows all.
    """
    view.new_page()
    page = Page(view.lang, view.label("entities"))
    by_type = _by_type(view, kind)
    least = 1 if whole or sum(map(len, by_type.values())) <= _MANY else 2
    if not any(_reports(e) >= least for found in by_type.values() for e in found):
        least = 1  # a record of one long report
    left = 0
    for key, found in by_type.items():
        told = [e for e in found if _reports(e) >= least]
        left += len(found) - len(told)
        if told:
            page.heading([Piece(labels.word_of("entity_types", key, view.lang)), Piece(f" {len(found)}", "muted")])
        for entity in told:
            page.row(entity.id, _entity_line(view, entity))
    if left:
        page.paragraph([Piece(view.counted("more_entities", left), "muted")])
    if not page.blocks:
        page.paragraph(view.label("nothing"))
    return page


def entities_json(view: View, kind: str | None = None) -> list[dict[str, Any]]:
    """The same as data."""
    return [_summary(view, e) for found in _by_type(view, kind).values() for e in found]


def _by_type(view: View, kind: str | None) -> dict[str, list[MergedEntity]]:
    found: dict[str, list[MergedEntity]] = defaultdict(list)
    for entity in sorted(view.comparison.entities, key=lambda e: (-_reports(e), e.id)):
        if kind in (None, entity.type):
            found[entity.type].append(entity)
    return {key: found[key] for key in labels.group("entity_types") if key in found}


def _reports(entity: MergedEntity) -> int:
    return len({report for report, _ in entity.same})


def unsure(entity: MergedEntity) -> list[Belonging]:
    """The joinings of an entity that are not sure, the least sure first."""
    return sorted((b for b in entity.why if b.confidence < UNSURE), key=lambda b: (b.confidence, b.member))


def _entity_line(view: View, entity: MergedEntity) -> Line:
    line = list(view.name(entity.id))
    if entity.name.get("en") and view.lang == "ar":
        line.append(Piece(f" {entity.name['en']}", "muted"))
    named = view.named(entity.id)
    counts = [view.counted("reports", _reports(entity))]
    if named:
        counts.append(view.counted("mentions", len(named)))
    unnamed = _reports(entity) - len({report for report, _ in named})
    if unnamed:
        counts.append(view.counted("adjective_only" if entity.type == "place" else "unnamed_only", unnamed))
    line.append(Piece(f" {view.label('comma').join(counts)}", "muted"))
    others = [s for s in view.spellings(entity.id) if s != view.title(entity.id)]
    if others:
        line += [Piece(" "), *joined([[Piece(s, "quote")] for s in others[:_SPELLINGS]])]
    if doubts := unsure(entity):
        line.append(Piece(f" {view.counted('unsure', len(doubts))}", "strong"))
    return line


def _summary(view: View, entity: MergedEntity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "reports": _reports(entity),
        "mentions": len(view.named(entity.id)),
        "spellings": {text: len(places) for text, places in places_of(view, entity.id).items()},
        "unsure": [_reason(b) for b in unsure(entity)],
    }


def _reason(b: Belonging) -> dict[str, Any]:
    return {
        "report": b.member[0],
        "entity": b.member[1],
        "beside": {"report": b.beside[0], "entity": b.beside[1]},
        "features": b.features,
        "confidence": b.confidence,
    }


def entity_json(view: View, ident: str) -> dict[str, Any]:
    """One entity as data: every place of every spelling with its sentence, and why each member belongs."""
    entity = view.entities[ident]
    spelt = [
        {
            "text": text,
            "places": [
                {"report": report, "start": m.start, "end": m.end, "sentence": view.sentence(report, m)}
                for report, m in places
            ],
        }
        for text, places in places_of(view, ident).items()
    ]
    return {**_summary(view, entity), "spellings": spelt, "why": [_reason(b) for b in entity.why]}


def places_of(view: View, ident: str) -> dict[str, Places]:
    """Every spelling with its places, the most used first."""
    found: dict[str, Places] = {}
    for report, mention in view.named(ident):
        found.setdefault(view.written(report, mention), []).append((report, mention))
    return dict(sorted(found.items(), key=lambda spelt: (-len(spelt[1]), spelt[0])))


def spellings_and_reasons(view: View, page: Page, ident: str) -> None:
    """Add to a page how an entity is spelt and where, and why the spellings are one."""
    spelt = places_of(view, ident)
    if spelt:
        page.heading(view.label("spellings"))
    for text, places in spelt.items():
        first = list({report: (report, mention) for report, mention in reversed(places)}.values())[::-1]
        reports = [report for report, _ in first]
        line = [Piece(view.counted("mentions", len(places)) + " "), *view.refs(reports)]
        page.row(text, line, [quotation(view, report, mention) for report, mention in first[:_SENTENCES]])
    reasons = _reasons(view, ident)
    if reasons:
        page.heading(view.label("why_one"))
    for line in reasons[:_REASONS]:
        page.row("", line)


def _reasons(view: View, ident: str) -> list[Line]:
    """A line for each joining of two spellings, and for each that is not sure; equal ones once."""
    found: dict[tuple[str, str, tuple[str, ...]], tuple[float, list[str]]] = {}
    for b in sorted(view.entities[ident].why, key=lambda b: b.confidence):
        names = view.local_name(*b.member), view.local_name(*b.beside)
        if names[0] != names[1] or b.confidence < UNSURE:
            confidence, reports = found.setdefault((*names, tuple(b.features)), (b.confidence, []))
            reports += [b.member[0], b.beside[0]]
    lines = []
    for (name, other, features), (confidence, reports) in found.items():
        words = [labels.word_of("entity_features", f.split()[0], view.lang) + f[len(f.split()[0]) :] for f in features]
        line = [Piece(name, "quote"), Piece(" ~ ", "muted"), Piece(other, "quote"), Piece(" ")]
        line += [Piece(view.label("comma").join(words)), Piece(f" {confidence:.0%} ", "muted")]
        if confidence < UNSURE:
            line.append(Piece(f"{view.label('unsure')} ", "strong"))
        lines.append([*line, *view.refs(reports)])
    return lines
