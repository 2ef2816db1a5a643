"""What things are called in the words of decisions, by language, so that a history can be read by people."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.store.between import EVENT
from tawatur.store.record import Record
from tawatur.tell.lines import event_title
from tawatur.work.viewing import of_event

LANGS = ("ar", "en")
Shown = dict[str, str]  # by language


def event_words(record: Record, ident: str) -> Shown:
    """What an event over all reports is called."""
    views = {lang: of_event(record, ident, lang) for lang in LANGS}
    return {lang: event_title(view, view.events[ident]) for lang, view in views.items()}


def story_words(record: Record, ident: str) -> Shown:
    """What a story is called: its heading in the language that it has."""
    found = record.shelf.headings(ident)
    return {lang: found.get(lang) or next(iter(found.values()), ident) for lang in LANGS}


def entity_words(record: Record, ident: str) -> Shown:
    """What an entity is called; words are their own name."""
    names = record.between.things_named([ident]).get(ident, {}).get("name", {})
    usual = names.get("ar") or names.get("en") or ident
    return {lang: names.get(lang) or usual for lang in LANGS}


def subject_words(record: Record, ident: str) -> Shown:
    """What the subject of a fact is called: an event, or an entity."""
    return event_words(record, ident) if record.between.named(EVENT, [ident]) else entity_words(record, ident)


def two(sign: str, a: Shown, b: Shown) -> Shown:
    """Two things with a sign between them."""
    return {lang: f"{a[lang]} {sign} {b[lang]}" for lang in LANGS}


def apart(whole: Shown, reports: Sequence[str]) -> Shown:
    """What was taken out of a whole."""
    return {lang: f"{whole[lang]} ≠ {', '.join(reports)}" for lang in LANGS}
