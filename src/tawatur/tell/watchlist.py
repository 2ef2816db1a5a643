"""A watchlist as a page: what it is, and what changed from an older version to it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from babel import Locale

from tawatur.record.watchlists import Amended, Entry, ListChanges, Watchlist
from tawatur.tell import labels
from tawatur.tell.page import Line, Page, Piece, joined


def watchlist_page(watchlist: Watchlist, today: date, lang: str) -> Page:
    """What a list is: publisher, date, entries by kind, names by script, hash."""
    page = Page(lang, watchlist.name)
    page.row(labels.label("list_publisher", lang), [Piece(watchlist.publisher or watchlist.name, "name")])
    page.row(labels.label("list_date", lang), list_date(watchlist, today, lang))
    kinds = _counts([e.kind for e in watchlist.entries], "listed_kinds", lang)
    page.row(labels.label("by_kind", lang), [Piece(f"{len(watchlist.entries)}: "), *kinds])
    scripts = _counts([n.script for e in watchlist.entries for n in e.names], "scripts", lang)
    page.row(labels.label("by_script", lang), scripts)
    page.row(labels.label("list_hash", lang), [Piece(watchlist.sha256)])
    for note in list_notes(watchlist, lang):
        page.paragraph(note)
    return page


def changes_page(changes: ListChanges, today: date, lang: str) -> Page:
    """What changed: entries added, removed and amended, each with what differs."""
    page = Page(lang, f"{labels.label('list_changes', lang)}: {changes.newer.name}")
    page.paragraph(
        [*list_date(changes.older, today, lang), Piece(labels.arrow(lang)), *list_date(changes.newer, today, lang)]
    )
    for key, entries in (("list_added", changes.added), ("list_removed", changes.removed)):
        if entries:
            page.heading(f"{labels.label(key, lang)} ({len(entries)})")
            for entry in entries:
                page.row(entry.id, [Piece(entry.names[0].text, "name"), Piece(" "), *entry_line(entry, lang, 120)])
    if changes.amended:
        page.heading(f"{labels.label('list_amended', lang)} ({len(changes.amended)})")
        for amended in changes.amended:
            page.row(amended.entry.id, [Piece(amended.entry.names[0].text, "name")], _amended(amended, lang))
    if not (changes.added or changes.removed or changes.amended):
        page.paragraph(labels.label("unchanged", lang))
    return page


def _amended(amended: Amended, lang: str) -> list[Line]:
    fields = labels.group("entry_fields")
    lines = []
    for change in amended.changes:
        signs = [("−", v) for v in change.removed] + [("+", v) for v in change.added]
        values: list[Line] = [[Piece(f"{sign} "), Piece(value, "name")] for sign, value in signs]
        lines.append([Piece(f"{fields[change.field][lang]}: ", "muted"), *joined(values)])
    return lines


def list_date(watchlist: Watchlist, today: date, lang: str) -> Line:
    """The date of a list, where it is from, and its age where it is old."""
    key = {"file": "list_by_file", "user": "list_by_user"}.get(watchlist.dated_by, "list_of")
    line = [Piece(labels.label(key, lang).format(day=labels.day(watchlist.day, lang)))]
    if watchlist.is_old(today):
        days = labels.counted("days_old", watchlist.age(today), lang)
        line.append(Piece(" " + labels.label("list_old", lang).format(days=days), "strong"))
    return line


def list_notes(watchlist: Watchlist, lang: str) -> list[Line]:
    """What must be known of this copy of a list."""
    words = labels.group("list_notes")
    return [[Piece(words[note.code][lang].format(*note.values))] for note in watchlist.notes]


def _country(name: str, lang: str) -> str:
    """A country as the list names it; of a code (ISO 3166) its name."""
    return str(Locale.parse(lang).territories.get(name.upper(), name)) if len(name) == 2 else name


def entry_line(entry: Entry, lang: str, longest: int) -> Line:
    """What a list says of an entry, its reason cut to so many characters."""
    told: list[Line] = [[Piece(labels.group("listed_kinds")[entry.kind][lang])]]
    if entry.births:
        about = {True: "~", False: ""}
        days = [about[b.about] + labels.interval(b.days, lang) for b in entry.births]
        told.append([Piece(f"{labels.label('born', lang)} {labels.label('comma', lang).join(days)}")])
    countries = [_country(c, lang) for c in entry.countries]
    for key, values in (("", countries), ("", entry.positions), ("programme", entry.programmes)):
        if values:
            what = [Piece(f"{labels.label(key, lang)} ", "muted")] if key else []
            told.append([*what, *joined([[Piece(v, "name")] for v in values], labels.label("comma", lang))])
    for key, day in (("listed_on", entry.listed), ("amended_on", entry.amended)):
        if day:
            told.append([Piece(f"{labels.label(key, lang)} {labels.day(day, lang)}")])
    if entry.reason:
        reason = entry.reason if len(entry.reason) <= longest else entry.reason[:longest].rsplit(" ", 1)[0] + " …"
        told.append([Piece(reason, "quote")])
    return joined(told)


def _counts(values: list[str], group: str, lang: str) -> Line:
    words = labels.group(group)
    said = Counter((words.get(value) or words["other"])[lang] for value in values)
    return joined([[Piece(f"{word} {n}")] for word, n in said.most_common()])
